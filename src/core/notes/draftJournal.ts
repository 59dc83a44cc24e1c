import { contentHash } from '../library/contentHash.ts';
import { parseDraft, writeDraft, type Draft, type DraftOwner } from './draft.ts';
import { equalBytes } from './noteEncoding.ts';
import { NoteFailure } from './noteFailure.ts';
import type { JournalFiles, Utf8 } from './notePorts.ts';
import { isOldNotice, NoteWriters, type NoteWritersParts } from './noteWriters.ts';

/** How long a draft that the writer discarded is kept. */
export const asideMilliseconds = 30 * 24 * 60 * 60 * 1000;

/** `<slot>.<number>.json`; the highest number that can be read counts. */
const draftName = /^(?!aside-)([a-z0-9-]+)\.(\d{1,15})\.json$/;
/** `aside-<milliseconds since 1970>-…` */
const asideName = /^aside-(\d{1,15})-/;

/** A draft in the journal. */
export interface KeptDraft {
  readonly draft: Draft;
  /** Everything of it in the journal, the newest first. */
  readonly files: readonly string[];
}

/** What the journal holds. */
export interface JournalContents {
  readonly drafts: readonly KeptDraft[];
  /** Files that cannot be read as drafts; they are left where they are. */
  readonly damaged: readonly string[];
}

/** What is new with each writing of a draft. */
export type DraftContent = Pick<Draft, 'text' | 'base' | 'baseHash' | 'isWriting' | 'seq'>;

/**
 * The journal of drafts: small files of our own in a folder of this workspace, one beside the other for each note that an
 * extension host has open. Windows and hosts never write each other's.
 */
export class DraftJournal {
  readonly #files: JournalFiles;
  readonly #utf8: Utf8;
  readonly #owner: DraftOwner;
  readonly #isAlive: NoteWritersParts['isAlive'];
  #slots = 0;
  #asides = 0;

  /** `owner.host`: letters and digits, never used by another host. `isAlive`: whether a process runs. */
  constructor(files: JournalFiles, utf8: Utf8, owner: DraftOwner, isAlive?: (pid: number) => boolean) {
    this.#files = files;
    this.#utf8 = utf8;
    this.#owner = owner;
    this.#isAlive = isAlive;
  }

  get owner(): DraftOwner {
    return this.#owner;
  }

  /** A place for the draft of one note; nothing is written yet. */
  open(note: { readonly uri: string; readonly key: string }): DraftSlot {
    this.#slots += 1;
    const name = `${contentHash(note.uri)}-${this.#owner.host}-${this.#slots}`;
    const make = (content: DraftContent, time: number): Uint8Array =>
      this.#utf8.encode(writeDraft({ note: note.uri, key: note.key, time, owner: this.#owner, ...content }));
    return new DraftSlot(this.#files, name, make);
  }

  /** Who is in the middle of writing this note, for one that may write it. */
  writersOf(uri: string, { clock, report }: Pick<NoteWritersParts, 'clock' | 'report'>): NoteWriters {
    this.#slots += 1;
    const [files, owner, isAlive] = [this.#files, this.#owner, this.#isAlive];
    return new NoteWriters(uri, { files, owner, number: this.#slots, isAlive, clock, report });
  }

  /** Reads everything. Rejects when the folder cannot be read. */
  async list(): Promise<JournalContents> {
    const drafts: KeptDraft[] = [];
    const damaged: string[] = [];
    for (const files of bySlot(await this.#files.list())) {
      let newest: Draft | undefined;
      for (const name of files) {
        const parsed = await this.#read(name);
        if (parsed?.kind === 'draft') newest ??= parsed.draft;
        else if (parsed !== undefined) damaged.push(name);
      }
      if (newest !== undefined) drafts.push({ draft: newest, files });
    }
    return { drafts, damaged };
  }

  async #read(name: string): Promise<ReturnType<typeof parseDraft> | undefined> {
    const bytes = await this.#files.read(name);
    if (bytes === undefined) return undefined;
    const text = this.#utf8.decode(bytes);
    return text === undefined ? { kind: 'damaged' } : parseDraft(text);
  }

  /** Its text is safe elsewhere. */
  async remove({ files }: KeptDraft): Promise<void> {
    for (const name of files.toReversed()) await this.#files.remove(name);
  }

  /** The writer does not want it: it is kept for 30 days under a name that is not offered any more. */
  async setAside(kept: KeptDraft, now: number): Promise<void> {
    this.#asides += 1;
    // The same draft may be set aside at this very moment, here or in another window: each writes files of its own.
    const prefix = `aside-${now}-${this.#owner.host}-${this.#asides}-`;
    for (const name of kept.files) await this.#copy(name, prefix + name);
    await this.remove(kept);
  }

  async #copy(from: string, to: string): Promise<void> {
    const bytes = await this.#files.read(from);
    if (bytes === undefined) return;
    await this.#files.write(to, bytes);
    if (!equalBytes(await this.#files.read(to), bytes)) throw new NoteFailure('The draft could not be set aside.');
  }

  /** Removes what was set aside more than 30 days ago, and what hosts that ended in a write left. */
  async sweep(now: number): Promise<void> {
    for (const name of await this.#files.list()) {
      const since = asideName.exec(name)?.[1];
      const isOld = since !== undefined && Number(since) + asideMilliseconds < now;
      if (isOld || isOldNotice(name, now)) await this.#files.remove(name);
    }
  }
}

/** The files of each slot, newest first. */
function bySlot(names: readonly string[]): readonly (readonly string[])[] {
  const slots = new Map<string, { name: string; number: number }[]>();
  for (const name of names) {
    const [, slot, number] = draftName.exec(name) ?? [];
    if (slot === undefined) continue;
    const files = slots.get(slot) ?? [];
    slots.set(slot, files);
    files.push({ name, number: Number(number) });
  }
  return [...slots.values()].map((files) => files.sort((a, b) => b.number - a.number).map(({ name }) => name));
}

/**
 * The draft of one note. Each writing is a new file, read back before the one before it goes: at every instant a whole
 * draft is there, also where files are not replaced in one step. Calls must not overlap.
 */
export class DraftSlot {
  readonly #files: JournalFiles;
  readonly #name: string;
  readonly #make: (content: DraftContent, time: number) => Uint8Array;
  #number = 0;
  /** Newest first. */
  #kept: string[] = [];

  constructor(files: JournalFiles, name: string, make: (content: DraftContent, time: number) => Uint8Array) {
    this.#files = files;
    this.#name = name;
    this.#make = make;
  }

  /** Resolves when exactly this is in the journal. Rejects when it is not; what was kept before is there still. */
  async put(content: DraftContent, time: number): Promise<void> {
    this.#number += 1;
    const name = `${this.#name}.${this.#number}.json`;
    const bytes = this.#make(content, time);
    const before = this.#kept;
    this.#kept = [name, ...before];
    await this.#write(name, bytes);
    await this.#remove(before);
  }

  /** Its text is safe elsewhere. */
  async clear(): Promise<void> {
    await this.#remove(this.#kept);
  }

  /** Keeps a text for 30 days under a name that is not offered. Resolves when exactly this is in the journal. */
  async putAside(content: DraftContent, now: number): Promise<void> {
    this.#number += 1;
    await this.#write(`aside-${now}-${this.#name}.${this.#number}.json`, this.#make(content, now));
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#files.write(name, bytes);
    if (equalBytes(await this.#files.read(name), bytes)) return;
    throw new NoteFailure('The draft is not on disk as it was written: check the free space of the disk.');
  }

  /** The oldest first, so that an older one never stands alone. */
  async #remove(names: readonly string[]): Promise<void> {
    for (const name of names.toReversed()) {
      await this.#files.remove(name);
      this.#kept = this.#kept.filter((kept) => kept !== name);
    }
  }
}
