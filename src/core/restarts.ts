/** Two failures with so much time between them have nothing to do with each other. */
const calmMilliseconds = 10 * 60 * 1000;

/** Decides whether something that failed by itself is started again: once, and anew after it has run well for a while. */
export class Restarts {
  #last: number | undefined;

  /** It failed at `now`, in milliseconds from any fixed point. */
  mayRestart(now: number): boolean {
    const last = this.#last;
    this.#last = now;
    return last === undefined || now - last >= calmMilliseconds;
  }

  /** Somebody started it on purpose: what was before does not count. */
  reset(): void {
    this.#last = undefined;
  }
}
