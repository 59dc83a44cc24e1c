/** A paper number and how well it answers; greater is better. */
export type Scored = readonly [paper: number, score: number];

/** Between scores that differ. */
const step = 1e-6;

/**
 * Keeps the best of many papers: by score, and of equal ones the first by `order`. Scores are rounded to millionths,
 * because sums of the same numbers in another order differ in the last bits, and that must not decide.
 */
export class BestPapers {
  readonly #limit: number;
  readonly #order: (a: number, b: number) => number;
  /** A heap with the worst on top once there are `limit`. */
  readonly #papers: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number, order: (a: number, b: number) => number) {
    this.#limit = limit;
    this.#order = order;
  }

  get size(): number {
    return this.#papers.length;
  }

  /** Scores less than this are not among the best; a little less than the worst one there is, which may be rounded up. */
  get threshold(): number {
    return this.#papers.length < this.#limit ? -Infinity : (this.#scores[0] ?? Infinity) - step;
  }

  add(paper: number, score: number): void {
    const rounded = Math.round(score * 1e6) / 1e6;
    if (this.#papers.length < this.#limit) {
      this.#papers.push(paper);
      this.#scores.push(rounded);
      this.#rise();
    } else if (this.#limit > 0 && this.#isWorse(this.#papers[0] ?? 0, this.#scores[0] ?? 0, paper, rounded)) {
      this.#sink(paper, rounded);
    }
  }

  /** Best first. */
  sorted(): readonly Scored[] {
    const all = this.#papers.map((paper, at): Scored => [paper, this.#scores[at] ?? 0]);
    return all.sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || this.#order(a, b));
  }

  #isWorse(a: number, scoreA: number, b: number, scoreB: number): boolean {
    return scoreA === scoreB ? this.#order(a, b) > 0 : scoreA < scoreB;
  }

  #rise(): void {
    let at = this.#papers.length - 1;
    const paper = this.#papers[at] ?? 0;
    const score = this.#scores[at] ?? 0;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(paper, score, this.#papers[parent] ?? 0, this.#scores[parent] ?? 0)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#papers[at] = paper;
    this.#scores[at] = score;
  }

  /** Puts a paper in the place of the worst. */
  #sink(paper: number, score: number): void {
    const { length } = this.#papers;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#isWorseAt(child + 1, child)) child += 1;
      if (!this.#isWorse(this.#papers[child] ?? 0, this.#scores[child] ?? 0, paper, score)) break;
      this.#move(child, at);
      at = child;
    }
    this.#papers[at] = paper;
    this.#scores[at] = score;
  }

  #isWorseAt(a: number, b: number): boolean {
    return this.#isWorse(this.#papers[a] ?? 0, this.#scores[a] ?? 0, this.#papers[b] ?? 0, this.#scores[b] ?? 0);
  }

  #move(from: number, to: number): void {
    this.#papers[to] = this.#papers[from] ?? 0;
    this.#scores[to] = this.#scores[from] ?? 0;
  }
}
