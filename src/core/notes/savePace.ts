import type { NoteClock } from './notePorts.ts';

/** A pause in typing this long saves; typing without a pause saves this often. One second is promised. */
const pauseMilliseconds = 250;
const longestMilliseconds = 700;

/** Says when to save while somebody types. */
export class SavePace {
  readonly #clock: NoteClock;
  readonly #due: () => void;
  #cancel: (() => void) | undefined;
  #since: number | undefined;

  constructor(clock: NoteClock, due: () => void) {
    this.#clock = clock;
    this.#due = due;
  }

  get isWaiting(): boolean {
    return this.#cancel !== undefined;
  }

  /** Something is to be saved. */
  touch(): void {
    const now = this.#clock.now();
    this.#since ??= now;
    this.wait(Math.max(0, Math.min(pauseMilliseconds, this.#since + longestMilliseconds - now)));
  }

  /** Not sooner than in so many milliseconds. */
  wait(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = this.#clock.after(milliseconds, () => {
      this.stop();
      this.#due();
    });
  }

  /** In so many milliseconds, unless a save is to come anyway. */
  soon(milliseconds = 0): void {
    if (!this.isWaiting) this.wait(milliseconds);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#since = undefined;
  }
}
