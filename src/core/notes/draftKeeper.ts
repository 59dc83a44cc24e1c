import type { DraftContent, DraftSlot } from './draftJournal.ts';
import { messageOf } from './noteFailure.ts';
import type { NoteClock } from './notePorts.ts';

/** What a `DraftKeeper` works with. */
export interface DraftKeeperParts {
  readonly slot: DraftSlot;
  readonly clock: NoteClock;
  /** The draft as it is to be now. */
  readonly content: () => Promise<DraftContent>;
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
  #failure: string | undefined;
  #last: { readonly text: string; readonly time: number } | undefined;

  constructor(parts: DraftKeeperParts) {
    this.#parts = parts;
  }

  /** Why the last draft could not be kept; `undefined` when it was. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** There is something new to be kept. */
  keep(): void {
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
    this.#enqueue(async () => {
      if (this.#waiting) return;
      this.#last = undefined;
      await this.#parts.slot.clear();
    });
  }

  /** The text was given up: the draft stays for a while under another name. */
  setAside(): void {
    this.#enqueue(async () => {
      if (this.#waiting || !this.#parts.slot.isKept) return;
      this.#last = undefined;
      await this.#parts.slot.setAside(this.#parts.clock.now());
    });
  }

  async #put(): Promise<void> {
    this.#waiting = false;
    try {
      const content = await this.#parts.content();
      const time = this.#parts.clock.now();
      const last = this.#last;
      if (last?.text !== content.text || time - last.time >= freshMilliseconds) {
        await this.#parts.slot.put(content, time);
        this.#last = { text: content.text, time };
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
