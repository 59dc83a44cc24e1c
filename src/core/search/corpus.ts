import type { FrozenData } from './frozen/frozenIndex.ts';
import type { FreezablePaper } from './frozen/freeze.ts';
import type { PaperTokens } from './paperTokens.ts';
import { ChangingPapers } from './changingPapers.ts';
import { placeOf } from './frozen/frozenIndex.ts';
import { fieldAt, fieldCount } from './searchFields.ts';

/** The first field: its terms come first. */
const title = fieldAt('title');

/** A paper that is not in the frozen index. */
interface LoosePaper {
  readonly paper: FreezablePaper;
  readonly terms: ReadonlySet<string>;
  readonly tokens: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Where the terms of one field of one paper stand: `tokens[start]` up to, not including, `tokens[end]`. */
export interface Part {
  tokens: Uint32Array;
  start: number;
  end: number;
}

/** To be filled by `Corpus.read`: one for many papers, because making one costs more than reading one. */
export function emptyPart(): Part {
  return { tokens: new Uint32Array(0), start: 0, end: 0 };
}

/**
 * All papers that can be found: those of the frozen index that have not gone, numbered as there, and after them those
 * that came or changed since. Counts of terms and lengths are those of all papers together, kept as whole numbers, so
 * that nothing tells whether a paper was there from the beginning.
 */
export class Corpus {
  readonly frozen: FrozenData;
  /** Terms that the frozen index does not have, numbered after its own. */
  readonly looseTerms: string[] = [];
  readonly changing = new ChangingPapers();
  readonly #looseNumbers = new Map<string, number>();
  readonly #loose: (LoosePaper | undefined)[] = [];
  readonly #looseByKey = new Map<string, number>();
  readonly #gone: Uint8Array;
  readonly #titleStarts: Int32Array;
  /** By term: what to add to the counts of the frozen index, for each field. */
  readonly #corrections = new Map<number, Int32Array>();
  /** Terms of each field, of all papers together. */
  readonly #lengths: number[];
  #size: number;
  #goneCount = 0;

  constructor(frozen: FrozenData) {
    this.frozen = frozen;
    this.#gone = new Uint8Array(frozen.keys.length);
    this.#size = frozen.keys.length;
    this.#lengths = fieldLengths(frozen);
    this.#titleStarts = titleStarts(frozen);
  }

  /** How many papers there are. */
  get size(): number {
    return this.#size;
  }

  /** Numbers of papers are less than this. */
  get end(): number {
    return this.frozen.keys.length + this.#loose.length;
  }

  /** How many numbers are used for papers that came since the index was frozen. */
  get changes(): number {
    return this.#loose.length;
  }

  get hasGone(): boolean {
    return this.#goneCount > 0;
  }

  isGone(paper: number): boolean {
    return paper < this.#gone.length ? this.#gone[paper] === 1 : this.#loose[paper - this.#gone.length] === undefined;
  }

  /** The papers that came since the index was frozen and are still there. */
  *loosePapers(): Generator<number, void, void> {
    for (const [index, paper] of this.#loose.entries()) if (paper !== undefined) yield this.#gone.length + index;
  }

  /** -1 when no paper has the key. */
  numberOf(key: string): number {
    const loose = this.#looseByKey.get(key);
    if (loose !== undefined) return loose;
    const place = placeOf(this.frozen.keys, key);
    return place >= 0 && this.#gone[place] === 1 ? -1 : place;
  }

  keyOf(paper: number): string {
    return this.frozen.keys[paper] ?? this.#loose[paper - this.#gone.length]?.paper.key ?? '';
  }

  yearOf(paper: number): number {
    return this.frozen.years[paper] ?? this.#loose[paper - this.#gone.length]?.paper.year ?? 0;
  }

  flagsOf(paper: number): number {
    return this.frozen.flags[paper] ?? this.#loose[paper - this.#gone.length]?.paper.flags ?? 0;
  }

  hasPrint(paper: number, [first, second]: readonly [number, number]): boolean {
    const loose = this.#loose[paper - this.#gone.length]?.paper.print;
    const { prints } = this.frozen;
    const print = loose ?? [prints[paper * 2], prints[paper * 2 + 1]];
    return print[0] === first && print[1] === second;
  }

  /** -1 when no paper has the term. */
  termNumber(term: string): number {
    const loose = this.#looseNumbers.get(term);
    return loose ?? placeOf(this.frozen.terms, term);
  }

  termOf(number: number): string {
    return this.frozen.terms[number] ?? this.looseTerms[number - this.frozen.terms.length] ?? '';
  }

  /** Finds the terms of a field of a paper, in the order of the text. */
  read(paper: number, field: number, part: Part): void {
    const loose = this.#loose[paper - this.#gone.length];
    const { tokens, tokenOffsets } = this.frozen;
    const at = loose === undefined ? paper * fieldCount + field : field;
    const offsets = loose?.offsets ?? tokenOffsets;
    part.tokens = loose?.tokens ?? tokens;
    part.start = offsets[at] ?? 0;
    part.end = offsets[at + 1] ?? 0;
  }

  /** The first term of the title; -1 when it has none. */
  firstOfTitle(paper: number): number {
    const first = this.#titleStarts[paper];
    if (first !== undefined) return first;
    const loose = this.#loose[paper - this.#gone.length];
    return loose === undefined || loose.offsets[title + 1] === loose.offsets[title] ? -1 : (loose.tokens[0] ?? -1);
  }

  /** How many papers have the term in the field. */
  papersWith(term: number, field: number): number {
    const { offsets } = this.frozen;
    const slot = term * fieldCount + field;
    const frozen = slot + 1 < offsets.length ? (offsets[slot + 1] ?? 0) - (offsets[slot] ?? 0) : 0;
    return frozen + (this.#corrections.get(term)?.[field] ?? 0);
  }

  /** Terms of a field on average; at least a little more than nothing. */
  averageLength(field: number): number {
    return Math.max(1e-6, (this.#lengths[field] ?? 0) / Math.max(1, this.#size));
  }

  /** Takes in a paper whose key is not there. */
  add(paper: FreezablePaper, lists: PaperTokens): void {
    const number = this.end;
    const offsets = new Uint32Array(fieldCount + 1);
    const numbers: number[] = [];
    for (const [field, list] of lists.entries()) {
      for (const term of list) numbers.push(this.#numberFor(term));
      offsets[field + 1] = numbers.length;
    }
    const terms = new Set(lists.flat());
    this.#loose.push({ paper, terms, tokens: Uint32Array.from(numbers), offsets });
    this.#looseByKey.set(paper.key, number);
    this.changing.add(number, terms);
    this.#count(number, 1);
    this.#size += 1;
  }

  /** Takes out a paper that is there. */
  remove(number: number): void {
    this.#count(number, -1);
    this.#size -= 1;
    const at = number - this.#gone.length;
    const loose = this.#loose[at];
    if (loose === undefined) {
      this.#gone[number] = 1;
      this.#goneCount += 1;
      return;
    }
    this.changing.remove(number, loose.terms);
    this.#looseByKey.delete(loose.paper.key);
    this.#loose[at] = undefined;
  }

  #numberFor(term: string): number {
    const known = this.termNumber(term);
    if (known >= 0) return known;
    const number = this.frozen.terms.length + this.looseTerms.length;
    this.looseTerms.push(term);
    this.#looseNumbers.set(term, number);
    return number;
  }

  #count(paper: number, sign: 1 | -1): void {
    const part = emptyPart();
    for (let field = 0; field < fieldCount; field += 1) {
      this.read(paper, field, part);
      this.#lengths[field] = (this.#lengths[field] ?? 0) + sign * (part.end - part.start);
      for (const term of new Set(part.tokens.subarray(part.start, part.end))) {
        let counts = this.#corrections.get(term);
        if (counts === undefined) this.#corrections.set(term, (counts = new Int32Array(fieldCount)));
        counts[field] = (counts[field] ?? 0) + sign;
      }
    }
  }
}

function titleStarts({ tokens, tokenOffsets, keys }: FrozenData): Int32Array {
  const starts = new Int32Array(keys.length);
  for (let paper = 0; paper < starts.length; paper += 1) {
    const at = tokenOffsets[paper * fieldCount] ?? 0;
    starts[paper] = at === tokenOffsets[paper * fieldCount + 1] ? -1 : (tokens[at] ?? -1);
  }
  return starts;
}

function fieldLengths({ tokenOffsets }: FrozenData): number[] {
  const lengths = Array.from({ length: fieldCount }, () => 0);
  for (let part = 0; part + 1 < tokenOffsets.length; part += 1) {
    const field = part % fieldCount;
    lengths[field] = (lengths[field] ?? 0) + (tokenOffsets[part + 1] ?? 0) - (tokenOffsets[part] ?? 0);
  }
  return lengths;
}
