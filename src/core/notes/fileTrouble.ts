import { messageOf } from './noteFailure.ts';

/** Why nothing came of it, and what to do: `… because <reason>: <step>.` */
type Trouble = readonly [reason: string, step: string];

const permission: Trouble = ['you have no permission', 'change the permissions of the file and of its folder'];
const fileInTheWay: Trouble = ['a file stands where its folder should be', 'move that file away'];
const otherThanFile: Trouble = ['something else than a file stands there', 'move that away'];

/** By the codes of Node, of VS Code's file systems, and of our own writes (`WriteRefusal`). */
const troubles: ReadonlyMap<string, Trouble> = new Map(
  Object.entries<Trouble>({
    EACCES: permission,
    EPERM: permission,
    NoPermissions: permission,
    MarkedReadOnly: ['it is marked read-only', 'take that mark away in the properties of the file'],
    EROFS: ['the disk is read-only', 'make it writable, or open a copy of the folder'],
    ENOSPC: ['the disk is full', 'free some space'],
    EDQUOT: ['your disk quota is used up', 'delete what you no longer need'],
    EFBIG: ['it is larger than a file may be there', 'split it'],
    EIO: ['the disk reports an error', 'check the disk'],
    EBUSY: ['another program holds it', 'close it there'],
    ENAMETOOLONG: ['its name is too long', 'give it, or its folders, a shorter one'],
    ENOTDIR: fileInTheWay,
    FileNotADirectory: fileInTheWay,
    EEXIST: fileInTheWay,
    FileExists: fileInTheWay,
    EISDIR: otherThanFile,
    FileIsADirectory: otherThanFile,
    NotAFile: otherThanFile,
    ENOENT: ['its folder is not there', 'make that folder again'],
    FileNotFound: ['its folder is not there', 'make that folder again'],
    LeadsOut: ['a link leads from it out of the workspace', 'put the file itself there'],
    DeadLink: ['it is a link to a file that is not there', 'put that file back, or delete the link'],
    Moved: ['it was moved meanwhile', 'try again'],
    Unavailable: ['its file system does not answer', 'check the connection'],
  }),
);

/**
 * One sentence that says why something came to nothing, and the next step. `what` names the thing and says what did not
 * happen: `"notes/a.md" could not be written`. What a file system says of a kind that nobody knows stands there as it is.
 */
export function troubleMessage(what: string, error: unknown): string {
  const message = messageOf(error);
  // VS Code knows no codes for a full disk and the like: Node's code stands in the message.
  const inside = /\b(?:ENOSPC|EDQUOT|EROFS|EFBIG|EIO|EBUSY)\b/.exec(message)?.[0];
  const [reason, step] = troubles.get(inside ?? codeOf(error) ?? '') ?? [];
  if (reason !== undefined) return `${what} because ${reason}: ${step}.`;
  return `${what}, check its folder and try again: ${message.trimEnd().replace(/\.$/, '')}.`;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
