import type { OpenText, PlaceEvents } from '../../../../../src/core/notes/notePorts.ts';
import type { MemoryDisk } from './memoryDisk.ts';

/** As `files.trimTrailingWhitespace` and `files.insertFinalNewline`. */
export function trimmed(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return `${lines.join('\n').trimEnd()}\n`;
}

/**
 * The text document of one note in one window, with the save of VS Code as it was measured: not atomic, content with a
 * short write, and refusing only where the file is newer and of another size.
 */
export class MemoryEditor {
  readonly #disk: MemoryDisk;
  readonly #host: number;
  readonly #name: string;
  /** Of all who follow the note in this window. */
  readonly followers = new Set<PlaceEvents>();
  #document: { text: string; isDirty: boolean; mtime: number; size: number } | undefined;
  /** Text that VS Code's own check let be overwritten. `isAsked`: somebody saved in the editor, and not our own code. */
  overwritten: (before: string, after: string, isAsked: boolean) => void = () => undefined;

  constructor(disk: MemoryDisk, host: number, name: string) {
    this.#disk = disk;
    this.#host = host;
    this.#name = name;
  }

  get text(): string | undefined {
    return this.#document?.text;
  }

  openText(): OpenText | undefined {
    const document = this.#document;
    if (document === undefined) return undefined;
    const { steps } = this.#disk;
    return {
      get text() {
        return document.text;
      },
      get isDirty() {
        return document.isDirty;
      },
      replace: ({ start, end, text }) => {
        const before = document.text;
        return steps.add(this.#host, () => {
          if (document !== this.#document || document.text !== before) return false;
          this.type(before.slice(0, start) + text + before.slice(end));
          return true;
        });
      },
      save: () => steps.add(this.#host, () => document !== this.#document || this.save(false)),
    };
  }

  open(): void {
    if (this.#document !== undefined || !this.#load()) return;
    this.#tell((events) => events.textOpened());
  }

  type(text: string): void {
    if (this.#document === undefined) return;
    this.#document.text = text;
    // As in VS Code: the first change of a clean document is told before it is dirty.
    this.#tell((events) => events.textChanged());
    this.#document.isDirty = true;
  }

  /** What VS Code makes of a text when it saves. */
  format: (text: string) => string = (text) => text;

  save(isAsked = true): boolean {
    const document = this.#document;
    const file = this.#disk.files.get(this.#name);
    if (document === undefined || !document.isDirty) return true;
    const formatted = this.format(document.text);
    if (formatted !== document.text) this.type(formatted);
    if (file !== undefined && file.mtime > document.mtime && file.bytes.byteLength !== document.size) return false;
    const before = this.#disk.text(this.#name) ?? '';
    try {
      this.#disk.putLoosely(this.#name, document.text);
    } finally {
      if (this.#disk.text(this.#name) !== before) this.overwritten(before, document.text, isAsked);
    }
    document.isDirty = false;
    this.#stat(document);
    this.#tell((events) => events.textSaved());
    return true;
  }

  /** What VS Code does some time after a file changed. */
  follow(): void {
    if (this.#document === undefined || this.#document.isDirty) return;
    const { text } = this.#document;
    if (this.#load() && this.text !== text) this.#tell((events) => events.textChanged());
  }

  /** "Revert File". As in VS Code: it is clean before its change is told. */
  revert(): void {
    if (this.#document?.isDirty !== true) return;
    if (this.#load()) this.#tell((events) => events.textChanged());
  }

  /** "Don't save". */
  close(): void {
    if (this.#document === undefined) return;
    this.#document = undefined;
    this.#tell((events) => events.textClosed());
  }

  #tell(event: (events: PlaceEvents) => void): void {
    for (const follower of this.followers) event(follower);
  }

  #load(): boolean {
    const text = this.#disk.text(this.#name);
    if (text === undefined) return false;
    const document = { text, isDirty: false, mtime: 0, size: 0 };
    this.#stat(document);
    if (this.#document === undefined) this.#document = document;
    else Object.assign(this.#document, document);
    return true;
  }

  #stat(document: { mtime: number; size: number }): void {
    const file = this.#disk.files.get(this.#name);
    document.mtime = file?.mtime ?? 0;
    document.size = file?.bytes.byteLength ?? 0;
  }
}
