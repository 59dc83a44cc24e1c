import type { FrozenData } from './frozenIndex.ts';
import { endOfBeginning, lowerBound } from './frozenIndex.ts';

/** How many edits (optimal string alignment) a word of this length may be away from what was meant. */
export function editsFor(term: string): number {
  return term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
}

/** Longer terms do not occur (`tokenize` cuts them). */
const maxLength = 64;

export interface SimilarOptions {
  /** Edits. */
  readonly max: number;
  /** The asked word may be a beginning. */
  readonly open: boolean;
  /** Only terms that begin with the same unit: a small part of the work. */
  readonly sameStart: boolean;
}

/**
 * Tells all terms at most `max` edits from `asked`, with their distance; when `open`, also terms of which a beginning
 * is. Walks the sorted terms once: what a term shares with the one before it is not worked out again, and all terms
 * that begin with a hopeless beginning are passed over at the cost of one number each.
 */
export function eachSimilarTerm(
  { terms, shared }: Pick<FrozenData, 'terms' | 'shared'>,
  asked: string,
  options: SimilarOptions,
  found: (term: number, distance: number) => void,
): void {
  const walk = new EditRows(asked, options.max);
  /** Beginnings of this length of the last term are hopeless; none when greater than any term. */
  let dead = Infinity;
  /** Rows of the last term that are worked out. */
  let known = 0;
  /** The least distance of a beginning of the last term, by its length; only when `open`. */
  const best = new Uint8Array(maxLength + 1).fill(255);
  const from = options.sameStart ? lowerBound(terms, asked.charAt(0)) : 0;
  const to = options.sameStart ? endOfBeginning(terms, asked.charAt(0), from) : terms.length;
  for (let index = from; index < to; index += 1) {
    const common = Math.min(shared[index] ?? 0, known);
    if (dead <= common) continue;
    const term = terms[index] ?? '';
    const length = Math.min(term.length, maxLength);
    dead = Infinity;
    known = common;
    while (known < length) {
      known += 1;
      const least = walk.extend(term, known);
      if (options.open) best[known] = Math.min(best[known - 1] ?? 255, walk.distance(known));
      if (least > options.max) {
        dead = known;
        break;
      }
    }
    const whole = dead === Infinity ? walk.distance(length) : 255;
    const distance = options.open ? Math.min(whole, best[known] ?? 255) : whole;
    if (distance <= options.max) found(index, distance);
    // Behind a whole beginning nothing is hopeless: what follows it need not be like anything.
    if (options.open && (best[known] ?? 255) <= options.max) dead = Infinity;
  }
}

/** The rows of the table of distances between the beginnings of two words, filled as far as it is needed. */
class EditRows {
  readonly #asked: string;
  readonly #width: number;
  readonly #max: number;
  readonly #cells: Uint8Array;

  constructor(asked: string, max: number) {
    this.#asked = asked;
    this.#max = max;
    this.#width = asked.length + 1;
    this.#cells = new Uint8Array(this.#width * (maxLength + 1));
    for (let column = 0; column < this.#width; column += 1) this.#cells[column] = column;
  }

  /** Works out the row of the first `row` units of `term`; its least distance. The rows before it must be those of `term`. */
  extend(term: string, row: number): number {
    const { length } = this.#asked;
    const cells = this.#cells;
    const width = this.#width;
    const at = row * width;
    const above = at - width;
    const unit = term.charCodeAt(row - 1);
    const before = row > 1 ? term.charCodeAt(row - 2) : -1;
    cells[at] = row;
    let least = row;
    const from = Math.max(1, row - this.#max);
    const to = Math.min(length, row + this.#max);
    // Outside of the band all distances are too great.
    if (from > 1) cells[at + from - 1] = this.#max + 1;
    for (let column = from; column <= to; column += 1) {
      const letter = this.#asked.charCodeAt(column - 1);
      let cost = (cells[above + column - 1] ?? 0) + (letter === unit ? 0 : 1);
      // The cell above the end of the band was not worked out.
      if (column < row + this.#max) cost = Math.min(cost, (cells[above + column] ?? 0) + 1);
      cost = Math.min(cost, (cells[at + column - 1] ?? 0) + 1);
      if (column > 1 && letter === before && this.#asked.charCodeAt(column - 2) === unit) {
        cost = Math.min(cost, (cells[above - width + column - 2] ?? 0) + 1);
      }
      cells[at + column] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }

  /** The distance between the asked word and the first `row` units of the term. */
  distance(row: number): number {
    const { length } = this.#asked;
    return Math.abs(length - row) > this.#max ? 255 : (this.#cells[row * this.#width + length] ?? 255);
  }
}
