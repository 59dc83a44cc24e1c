/** Work that is done only while somebody can see it: asked for meanwhile, it is done once when it is to be seen again. */
export class SeenWork {
  readonly #isSeen: () => boolean;
  readonly #work: () => Promise<void>;
  #isWanted = false;
  #isRunning = false;

  constructor(isSeen: () => boolean, work: () => Promise<void>) {
    this.#isSeen = isSeen;
    this.#work = work;
  }

  /** Something changed. What changes while the work is done is looked at afterwards. Rejects when the work does. */
  async want(): Promise<void> {
    this.#isWanted = true;
    await this.resume();
  }

  /** It may be seen now: what was wanted meanwhile is done. */
  async resume(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#isWanted && this.#isSeen()) {
        this.#isWanted = false;
        await this.#work();
      }
    } finally {
      this.#isRunning = false;
    }
  }
}
