/** The code that Node gives an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** For `catch`: `undefined` when there is no such file or folder, else rejects as before. */
export function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

/** Why a file is not written, where the system would do it. */
type RefusalCode = 'MarkedReadOnly' | 'NotAFile' | 'LeadsOut' | 'DeadLink' | 'Moved';

/** A write that we refuse ourselves; its code is told apart as those of Node are. */
export class WriteRefusal extends Error {
  override readonly name = 'WriteRefusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
