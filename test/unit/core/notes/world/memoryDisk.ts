import type { JournalFiles, NoteFilePort, Utf8 } from '../../../../../src/core/notes/notePorts.ts';
import type { Fault, Steps } from './steps.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode(bytes) {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  },
  show: (bytes) => new TextDecoder().decode(bytes),
};

interface Entry {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;

/** A folder of notes that several hosts use, and the faults that are to come. */
export class MemoryDisk {
  readonly files = new Map<string, Entry>();
  readonly steps: Steps;
  /** Of the next writes. */
  readonly faults: Fault[] = [];
  /** Whether writing a note replaces it in one step. */
  isAtomic = true;
  /** A write that was begun and is not finished. */
  halfWritten = false;
  writes = 0;
  /** Of the editors. */
  looseWrites = 0;

  constructor(steps: Steps) {
    this.steps = steps;
  }

  text(name: string): string | undefined {
    const entry = this.files.get(name);
    return entry && (utf8.decode(entry.bytes) ?? utf8.show(entry.bytes));
  }

  /** `age`: how much older than now the time of the file says it is. */
  put(name: string, content: string | Uint8Array, age = 0): void {
    const bytes = typeof content === 'string' ? utf8.encode(content) : content;
    this.files.set(name, { bytes, mtime: this.steps.now - age });
  }

  /** Writes as VS Code does: truncates, then writes once and ignores how much was written. */
  putLoosely(name: string, content: string): void {
    this.looseWrites += 1;
    const fault = this.faults.shift() ?? 'none';
    if (fault !== 'refuse') this.put(name, '');
    if (fault === 'fail' || fault === 'refuse') throw new Error('the editor could not save');
    this.put(name, fault === 'short' ? half(utf8.encode(content)) : content);
  }

  fileOf(host: number, name: string): NoteFilePort {
    const { steps } = this;
    return {
      name,
      uri: `file:///notes/${name}`,
      isAtomic: this.isAtomic,
      read: () => steps.add(host, () => this.files.get(name)?.bytes),
      write: (bytes, expected) =>
        this.isAtomic ? this.#replace(host, name, bytes, expected) : this.#overwrite(host, name, bytes, expected),
      writeBeside: async (beside, bytes) => (await this.#replace(host, beside, bytes, undefined)) === 'written',
    };
  }

  #replace(host: number, name: string, bytes: Uint8Array, expected: Uint8Array | undefined) {
    return this.steps.add(host, () => {
      if (!same(this.files.get(name)?.bytes, expected)) return 'changed' as const;
      if ((this.faults.shift() ?? 'none') !== 'none') throw new Error('the disk is full');
      this.put(name, bytes);
      this.writes += 1;
      return 'written' as const;
    });
  }

  async #overwrite(host: number, name: string, bytes: Uint8Array, expected: Uint8Array | undefined) {
    const { steps } = this;
    const isExpected = await steps.add(host, () => {
      if (this.halfWritten || !same(this.files.get(name)?.bytes, expected)) return false;
      if (this.faults[0] === 'refuse') {
        this.faults.shift();
        throw new Error('the disk is read-only');
      }
      this.put(name, '');
      this.halfWritten = true;
      return true;
    });
    if (!isExpected) return 'changed' as const;
    return steps.add(host, () => {
      this.halfWritten = false;
      const fault = this.faults.shift() ?? 'none';
      if (fault === 'fail') throw new Error('the disk is full');
      this.put(name, fault === 'short' ? half(bytes) : bytes);
      this.writes += 1;
      return 'written' as const;
    });
  }
}

/** The folder of drafts. */
export class MemoryJournal {
  readonly files = new Map<string, Uint8Array>();
  readonly steps: Steps;
  readonly faults: Fault[] = [];
  /** What was done in it, in words: `write draft`, `remove notice`. */
  readonly calls: string[] = [];

  constructor(steps: Steps) {
    this.steps = steps;
  }

  filesOf(host: number): JournalFiles {
    const { steps, files, calls } = this;
    const add = <T>(call: string, effect: () => T): Promise<T> => {
      calls.push(call);
      return steps.add(host, effect);
    };
    return {
      list: () => add('list', () => [...files.keys()]),
      read: (name) => add(`read ${kindOf(name)}`, () => files.get(name)),
      write: async (name, bytes) => {
        calls.push(`write ${kindOf(name)}`);
        await steps.add(host, () => files.set(name, new Uint8Array()));
        await steps.add(host, () => {
          const fault = this.faults.shift() ?? 'none';
          files.set(name, fault === 'none' ? bytes : half(bytes));
          if (fault === 'fail' || fault === 'refuse') throw new Error('the disk of drafts is full');
        });
      },
      remove: (name) => add(`remove ${kindOf(name)}`, () => void files.delete(name)),
    };
  }
}

function kindOf(name: string): string {
  return name.startsWith('writing-') ? 'notice' : 'draft';
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.byteLength / 2));
}
