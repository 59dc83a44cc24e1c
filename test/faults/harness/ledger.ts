import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { nameOfChunk } from './chunk.ts';
import type { FaultRoom } from './faultRoom.ts';
import type { FaultWindow } from './faultWindow.ts';
import type { NotePage } from './notePage.ts';
import { count } from './tally.ts';
import { until } from './until.ts';

/** What was typed into one note over all lives of its page, and what of it was promised to be safe. */
export class Ledger {
  readonly #room: FaultRoom;
  readonly index: number;
  readonly #typed: string[] = [];
  readonly #promised = new Set<string>();

  constructor(room: FaultRoom, index: number) {
    this.#room = room;
    this.index = index;
  }

  /** Takes down a piece that is typed now. */
  typed(piece: string): void {
    this.#typed.push(piece);
  }

  /** Takes down what the page was told. */
  async heard(note: NotePage): Promise<void> {
    // The page may have shown other notes before.
    for (const piece of await note.promised()) if (this.#typed.includes(piece)) this.promise(piece);
  }

  /** The piece was promised to be safe. */
  promise(piece: string): void {
    if (this.#promised.has(piece)) return;
    this.#promised.add(piece);
    count({ promised: 1, characters: piece.length });
  }

  /** The host has ended: what is on disk now is to outlive it, also what the page had no time to call safe. */
  promiseKept(piece: string): void {
    if ([...this.#notes(), ...this.#drafts()].some((text) => text.includes(piece.trim()))) this.promise(piece);
  }

  /** The file as it is; `undefined` when there is none. */
  file(): string | undefined {
    const file = this.#room.noteFile(this.index);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /**
   * A save has ended badly: the file holds every byte of the old text, or every byte of the new one, which is the old one and the piece
   * typed last.
   */
  expectWhole(before: string | undefined): void {
    const now = this.file();
    if (now === before) return;
    expect(now ?? 'no file', 'the note has its front matter').toMatch(/^---\r?\n[^]*?\r?\n---\r?\n/);
    for (const piece of this.#typed) {
      const [name, whole] = [nameOfChunk(piece), piece.trim()];
      const had = before?.includes(whole) === true;
      if (now?.includes(name) === true || had) expect(now?.includes(whole), `${name} is whole in the note`).toBe(true);
    }
  }

  /** Everything promised is in the note, in a copy beside it, or in a draft. Waits for what is on its way. */
  async expectSafe(): Promise<void> {
    const lost = (): readonly string[] => this.#missingFrom([...this.#notes(), ...this.#drafts()]);
    await until('everything promised', () => lost().length === 0, 3000).catch(() => undefined);
    const gone = lost();
    count({ lost: gone.reduce((sum, piece) => sum + piece.length, 0) });
    expect(gone.map(nameOfChunk), 'promised pieces that are nowhere').toEqual([]);
  }

  /**
   * The same after a start; and what is only in a draft is offered, and restored here, so that in the end all of it is in notes. Gives
   * whether something was restored: its note is in a text editor then.
   */
  async expectKept(window: FaultWindow): Promise<boolean> {
    await this.expectSafe();
    const inNotes = (): boolean => this.#missingFrom(this.#notes()).length === 0;
    if (inNotes()) return false;
    const since = Date.now();
    await until('all of it in notes, restored from drafts where these are offered', async () => {
      if (!inNotes()) await window.restoreDraft(Date.now() - since > 30_000);
      return inNotes();
    });
    return true;
  }

  /** The same once the note is open, for Paperside looks for drafts when it is first needed; and nothing else is left over. */
  async expectRecovered(window: FaultWindow): Promise<void> {
    await window.openNote(this.index);
    if (await this.expectKept(window)) await window.closeEditors();
    await this.expectSwept();
  }

  #missingFrom(texts: readonly string[]): readonly string[] {
    return [...this.#promised].filter((piece) => !texts.some((text) => text.includes(piece.trim())));
  }

  #notes(): readonly string[] {
    return [...this.#room.files(this.#room.notes).values()];
  }

  #drafts(): readonly string[] {
    return [...this.#room.files(this.#room.storage)]
      .filter(([file]) => /drafts.[^]*\.json$/.test(file))
      .map(([, text]) => text);
  }

  /** Nothing that was only to help a save is left, but for notices of writing: these are empty, and go at a start a minute later. */
  async expectSwept(): Promise<void> {
    const { notes, storage } = this.#room;
    const left = (): readonly string[] => [
      ...[...this.#room.files(notes).keys()].filter((file) => !file.endsWith('.md')),
      ...[...this.#room.files(storage).keys()].filter((file) => /drafts.(?!writing-)[^]*(?<!\.json)$/.test(file)),
    ];
    await until('the temporary files to go', () => left().length === 0, 30_000).catch(() => undefined);
    expect(left(), 'temporary files').toEqual([]);
  }
}
