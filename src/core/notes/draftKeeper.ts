import type { DraftContent, DraftSlot } from './draftJournal.ts';
import { messageOf } from './noteFailure.ts';
import type { NoteClock } from './notePorts.ts';
import type { NoteText } from './noteText.ts';

/** What a `DraftKeeper` works with. */
export interface DraftKeeperParts {
  readonly slot: DraftSlot;
  readonly clock: NoteClock;
  /** The draft as it is to be now. */
  readonly content: (isWriting: boolean) => Promise<DraftContent>;
  /** This draft is in the journal, read back. */
  readonly kept: (content: DraftContent) => void;
  readonly report: (error: unknown) => void;
}

/** The time in a draft tells other hosts that this one is alive: an equal draft is written again after this. */
const freshMilliseconds = 4_000;

/** Keeps the draft of one note up to date: one writing at a time, always of the newest text. */
export class DraftKeeper {
  readonly #parts: DraftKeeperParts;
  #work: Promise<void> = Promise.resolve();
  #waiting = false;
  /** How often something new came. */
  #news = 0;
  #failure: string | undefined;
  #last: { readonly text: string; readonly isWriting: boolean; readonly time: number } | undefined;
  #isWriting = false;
  readonly #givenUp: DraftContent[] = [];
  #lastGivenUp: string | undefined;

  constructor(parts: DraftKeeperParts) {
    this.#parts = parts;
  }

  /** Why the last draft could not be kept; `undefined` when it was. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** There is something new to be kept. `isWriting`: see `Draft`; it holds until the draft is cleared. */
  keep({ isWriting }: { readonly isWriting?: boolean } = {}): void {
    this.#isWriting ||= isWriting === true;
    this.#news += 1;
    // One that waits will take the newest text.
    if (this.#waiting) return;
    this.#waiting = true;
    this.#enqueue(() => this.#put());
  }

  /** Resolves when everything asked for so far is done: whether the newest text is in the journal. */
  async settled(): Promise<boolean> {
    await this.#work;
    return this.#failure === undefined;
  }

  /** The text is in the note's file: the draft goes, unless there is something newer to be kept. */
  clear(): void {
    const news = this.#news;
    this.#enqueue(async () => {
      // A writing that waited before this took in what came after it.
      if (this.#news !== news) return;
      await this.#putAside();
      this.#last = undefined;
      this.#isWriting = false;
      await this.#parts.slot.clear();
    });
  }

  /** The text may be given up by what follows: it is kept for a while under another name, before anything else is done. */
  giveUp({ file, seq }: Pick<NoteText, 'file' | 'seq'>): void {
    if (file === this.#lastGivenUp) return;
    this.#lastGivenUp = file;
    this.#givenUp.push({ text: file, seq, base: undefined, baseHash: undefined, isWriting: true });
    this.#enqueue(() => this.#putAside());
  }

  async #putAside(): Promise<void> {
    for (let content = this.#givenUp[0]; content !== undefined; content = this.#givenUp[0]) {
      await this.#parts.slot.putAside(content, this.#parts.clock.now());
      this.#givenUp.shift();
    }
  }

  async #put(): Promise<void> {
    this.#waiting = false;
    try {
      const content = await this.#parts.content(this.#isWriting);
      await this.#putAside();
      const time = this.#parts.clock.now();
      const last = this.#last;
      const isKept = last?.text === content.text && last.isWriting === content.isWriting;
      if (!isKept || time - last.time >= freshMilliseconds) {
        await this.#parts.slot.put(content, time);
        this.#last = { text: content.text, isWriting: content.isWriting, time };
      }
      this.#failure = undefined;
      this.#parts.kept(content);
    } catch (error) {
      this.#last = undefined;
      this.#failure = messageOf(error);
      this.#parts.report(error);
    }
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => this.#parts.report(error));
  }
}
