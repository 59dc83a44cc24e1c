import { contentHash } from '../library/contentHash.ts';
import type { DraftOwner } from './draft.ts';
import { messageOf, NoteFailure } from './noteFailure.ts';
import type { JournalFiles, NoteClock } from './notePorts.ts';

/** `writing-<note>-<host>-<number>-<process, or 0>-<milliseconds since 1970>`: all is in the name, the file is empty. */
const noticeName = /^writing-([a-z0-9]+)-([a-z0-9]+-\d+)-(\d+)-(\d{1,15})$/;

/** No write takes as long: what is older was left by a host that ended. */
const longestWrite = 60_000;
const waitStep = 100;
const longestWait = 3_000;

/** Whether this file of the journal is a notice that nobody heeds any more. */
export function isOldNotice(fileName: string, now: number): boolean {
  const time = noticeName.exec(fileName)?.[4];
  return time !== undefined && Number(time) + longestWrite < now;
}

/** What `NoteWriters` work with. */
export interface NoteWritersParts {
  readonly files: JournalFiles;
  readonly owner: DraftOwner;
  /** Different for each `NoteWriters` of this host. */
  readonly number: number;
  /** Whether a process runs; `undefined` where there are none. */
  readonly isAlive: ((pid: number) => boolean) | undefined;
  readonly clock: NoteClock;
  readonly report: (error: unknown) => void;
}

/**
 * Who is in the middle of writing one note. Where a file is not replaced in one step, a writer that has looked at it and
 * found what it expected may overwrite what was written after that look, and nobody would be told: the other one had its
 * text on disk, read back. So such a writer leaves a notice in the journal of drafts before it looks, until it has written;
 * and who reads a file believes what it holds only when nobody else was writing it before that reading.
 */
export class NoteWriters {
  readonly #parts: NoteWritersParts;
  readonly #note: string;
  readonly #self: string;

  /** `uri` is that of the note. */
  constructor(uri: string, parts: NoteWritersParts) {
    this.#parts = parts;
    this.#note = contentHash(uri);
    this.#self = `${parts.owner.host}-${parts.number}`;
  }

  /** Does this while others know that it writes the note. Rejects, with nothing done, when they cannot be told. */
  async during<T>(write: () => Promise<T>): Promise<T> {
    const { files, owner, clock, report } = this.#parts;
    const name = `writing-${this.#note}-${this.#self}-${owner.pid ?? 0}-${clock.now()}`;
    try {
      await files.write(name, new Uint8Array());
      return await write();
    } finally {
      // Left where it is, it makes the others wait, and no more.
      await files.remove(name).catch(report);
    }
  }

  /** Resolves when nobody else is in the middle of writing the note. Rejects when that takes more than three seconds. */
  async othersDone(name: string): Promise<void> {
    const { clock } = this.#parts;
    for (let waited = 0; await this.#isWritten(); waited += waitStep) {
      if (waited >= longestWait) {
        throw new NoteFailure(`"${name}" is being written by another window: it is saved when that is done.`);
      }
      await new Promise<void>((resolve) => {
        clock.after(waitStep, resolve);
      });
    }
  }

  async #isWritten(): Promise<boolean> {
    const { files, report } = this.#parts;
    try {
      return (await files.list()).some((name) => this.#isHeeded(name));
    } catch (error) {
      // Who cannot read the journal could not write it, and no note either where it would have to.
      report(new NoteFailure(`The folder of drafts cannot be read: ${messageOf(error)}`));
      return false;
    }
  }

  #isHeeded(fileName: string): boolean {
    const [, note, writer, pid] = noticeName.exec(fileName) ?? [];
    if (note !== this.#note || writer === this.#self) return false;
    const { clock, isAlive } = this.#parts;
    if (isOldNotice(fileName, clock.now())) return false;
    return pid === '0' || isAlive === undefined || isAlive(Number(pid));
  }
}
