/** How a call to the outside ends: `fail` leaves what it had begun, `refuse` begins nothing. */
export type Fault = 'none' | 'short' | 'fail' | 'refuse';

interface Step {
  readonly host: number;
  readonly run: () => void;
}

interface Timer {
  readonly host: number;
  readonly at: number;
  readonly work: () => void;
}

/**
 * Every call of a host to the outside waits here until the test lets it happen: so hosts interleave in any order, and can
 * die between any two of their calls. Time stands still until the test moves it.
 */
export class Steps {
  readonly #pending: Step[] = [];
  readonly #timers = new Set<Timer>();
  readonly #dead = new Set<number>();
  now = 1_000_000;

  /** Resolves with what `effect` gives once the step is let happen; never when the host has died before. */
  add<T>(host: number, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#dead.has(host)) return;
      const run = (): void => {
        try {
          resolve(effect());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#pending.push({ host, run });
    });
  }

  after(host: number, milliseconds: number, work: () => void): () => void {
    const timer: Timer = { host, at: this.now + milliseconds, work };
    if (!this.#dead.has(host)) this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** The host stands still, as a stopped process does, until the returned function lets it go on. */
  suspend(host: number): () => void {
    const steps = this.#pending.filter((step) => step.host === host);
    const others = this.#pending.filter((step) => step.host !== host);
    const timers = [...this.#timers].filter((timer) => timer.host === host);
    for (const timer of timers) this.#timers.delete(timer);
    this.#pending.splice(0, this.#pending.length, ...others);
    return () => {
      this.#pending.push(...steps);
      for (const timer of timers) this.#timers.add(timer);
    };
  }

  kill(host: number): void {
    this.#dead.add(host);
    for (const timer of this.#timers) if (timer.host === host) this.#timers.delete(timer);
    const alive = this.#pending.filter((step) => step.host !== host);
    this.#pending.splice(0, this.#pending.length, ...alive);
  }

  isAlive(host: number): boolean {
    return !this.#dead.has(host);
  }

  /** Lets one waiting step happen; `pick` chooses. Whether there was one. */
  async one(pick: number): Promise<boolean> {
    await settle();
    const [step] = this.#pending.splice(pick % Math.max(1, this.#pending.length), 1);
    step?.run();
    await settle();
    return step !== undefined;
  }

  /** Moves the time; what is due runs, but nothing outside happens. */
  async advance(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.now || !this.#timers.delete(timer)) continue;
      timer.work();
      await settle();
    }
  }

  /** Lets everything happen that can within so much time. */
  async finish(milliseconds = 20_000): Promise<void> {
    for (let passed = 0; passed <= milliseconds; passed += 50) {
      while (await this.one(0));
      await this.advance(50);
    }
    while (await this.one(0));
  }
}

/** Lets all code run that waits for nothing outside. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
