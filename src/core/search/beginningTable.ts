import type { PaperHead } from './paperHead.ts';
import { beginningScore } from './paperHead.ts';

/** A paper number and how well it answers. */
export type Scored = readonly [id: number, score: number];

const maxCached = 400;

/**
 * Answers to queries of one or two characters: from the heads alone (titles, authors, keywords, years, venues, keys),
 * best first. The index would make an object for nearly every paper to show twenty. Worked out when asked, kept until
 * the papers change.
 */
export class BeginningTable {
  readonly #answers = new Map<string, readonly Scored[]>();

  clear(): void {
    this.#answers.clear();
  }

  /** `order` breaks ties between two paper numbers. */
  find(
    beginning: string,
    papers: Iterable<readonly [number, { readonly head: PaperHead }]>,
    order: (a: number, b: number) => number,
  ): readonly Scored[] {
    const known = this.#answers.get(beginning);
    if (known !== undefined) return known;
    const found: Scored[] = [];
    for (const [id, { head }] of papers) {
      const score = beginningScore(head, beginning);
      if (score > 0) found.push([id, score]);
    }
    found.sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || order(a, b));
    if (this.#answers.size >= maxCached) this.#answers.clear();
    this.#answers.set(beginning, found);
    return found;
  }
}
