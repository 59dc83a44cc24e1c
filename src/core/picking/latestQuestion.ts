/** How often the last question is put before nobody is expected to answer it. */
const mostAttempts = 3;

/** How questions are answered. */
export interface Answering<Answer> {
  /** `number` grows with every call. `undefined` when the question was taken for an outdated one. Must not reject. */
  ask(value: string, number: number): Promise<Answer | undefined>;
  /** What to say when the last question is taken for an outdated one again and again. */
  giveUp(value: string): Answer;
}

/** Asks one question after the other. Only the answer to the last one counts, and the last one always gets one. */
export class LatestQuestion<Answer> {
  readonly #answering: Answering<Answer>;
  #number = 0;

  constructor(answering: Answering<Answer>) {
    this.#answering = answering;
  }

  /** `undefined` when there is a later question, or none any more, by the time the answer comes. */
  async ask(value: string): Promise<Answer | undefined> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      this.#number += 1;
      const number = this.#number;
      const answer = await this.#answering.ask(value, number);
      if (number !== this.#number) return undefined;
      if (answer !== undefined) return answer;
    }
    return this.#answering.giveUp(value);
  }

  /** Nothing that was asked so far is to be answered any more. */
  withdraw(): void {
    this.#number += 1;
  }
}
