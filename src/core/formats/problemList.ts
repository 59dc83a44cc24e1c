import type { Problem } from '../problem.ts';

/** More than this many of one file are counted and no longer listed. */
const maxListed = 100;

/** The problems of one file in their order: the first hundred, the last of which says how many more there are. */
export class ProblemList {
  readonly #listed: Problem[] = [];
  #rest = 0;

  add(problem: Problem): void {
    if (this.#listed.length < maxListed) this.#listed.push(problem);
    else this.#rest += 1;
  }

  /** What is to be shown. */
  all(): readonly Problem[] {
    const last = this.#listed.at(-1);
    if (this.#rest === 0 || last === undefined) return this.#listed;
    const more = this.#rest === 1 ? 'There is 1 more problem below.' : `There are ${this.#rest} more problems below.`;
    return [...this.#listed.slice(0, -1), { ...last, message: `${last.message} ${more}` }];
  }
}
