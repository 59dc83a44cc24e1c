import type { Corpus } from './corpus.ts';
import { emptyPart } from './corpus.ts';
import type { Expansion } from './expansion.ts';
import type { FieldMask } from './searchFields.ts';
import { maxCount } from './frozen/frozenIndex.ts';
import { fieldCount, searchFields } from './searchFields.ts';

/** Saturation of counts, and what any match is worth. */
const k = 1.2;
const d = 0.1;

/** Told what each paper with a term scores for it in one field; a paper may come several times. */
export type ScoreSink = (paper: number, score: number, field: number) => void;

/** A word that is looked for, and the fields in which it counts. */
export interface Wanted {
  readonly expansion: Expansion;
  readonly mask: FieldMask;
  /** The same word as the index of notes knows it, where notes are searched, too. */
  readonly inNotes?: Expansion | undefined;
}

/** Tells how well papers answer a word. */
export interface WordScorer {
  /** How many numbers are read to score every paper: a bound of the cost. */
  cost(wanted: Wanted): number;
  /** Tells the scores of all papers that have not gone, with `within` only of those. */
  scoreAll(wanted: Wanted, sink: ScoreSink, within?: Within): void;
  /** The same for one paper. */
  scorePaper(paper: number, wanted: Wanted, sink: ScoreSink): void;
}

/** Papers whose stamp is at least `least`. */
export interface Within {
  readonly stamps: Uint32Array | undefined;
  readonly least: number;
}

/** All papers. */
export const everything: Within = { stamps: undefined, least: 0 };

/** Whether a paper is among those. */
export function isWithin({ stamps, least }: Within, paper: number): boolean {
  return stamps === undefined || (stamps[paper] ?? 0) >= least;
}

/**
 * How well papers answer a word: BM25+ in each field, weighed by field and by how near the term is to the word, summed
 * up (Lv and Zhai 2011; the formula that MiniSearch has, too).
 */
export class TermScorer implements WordScorer {
  readonly #corpus: Corpus;
  readonly #averages: readonly number[];
  readonly #part = emptyPart();
  // For one part of a paper: its terms that match, and how often.
  readonly #found: number[] = [];
  readonly #counts: number[] = [];

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#averages = searchFields.map((_, field) => corpus.averageLength(field));
  }

  cost({ expansion: { from, to, others } }: Wanted): number {
    const { offsets } = this.#corpus.frozen;
    let cost = (offsets[to * fieldCount] ?? 0) - (offsets[from * fieldCount] ?? 0);
    for (const term of others.keys()) {
      if (term * fieldCount + fieldCount >= offsets.length) continue;
      cost += (offsets[(term + 1) * fieldCount] ?? 0) - (offsets[term * fieldCount] ?? 0);
    }
    return cost;
  }

  scoreAll({ expansion, mask }: Wanted, sink: ScoreSink, within: Within = everything): void {
    const { from, to, others } = expansion;
    const frozenTerms = this.#corpus.frozen.terms.length;
    for (let term = from; term < to; term += 1) this.#scoreTerm(term, expansion.weightOf(term), mask, [sink, within]);
    for (const [term, weight] of others) if (term < frozenTerms) this.#scoreTerm(term, weight, mask, [sink, within]);
    for (const paper of expansion.loosePapers()) {
      if (isWithin(within, paper)) this.scorePaper(paper, { expansion, mask }, sink);
    }
  }

  #scoreTerm(term: number, weight: number, mask: FieldMask, [sink, within]: readonly [ScoreSink, Within]): void {
    const corpus = this.#corpus;
    const { offsets, papers, counts, tokenOffsets } = corpus.frozen;
    const { hasGone } = corpus;
    const { stamps, least } = within;
    for (let field = 0; field < fieldCount; field += 1) {
      if ((mask & (1 << field)) === 0) continue;
      const slot = term * fieldCount + field;
      const end = offsets[slot + 1] ?? 0;
      const start = offsets[slot] ?? 0;
      if (start === end) continue;
      const factor = weight * this.#rarity(term, field);
      const average = this.#averages[field] ?? 1;
      const lengths = searchFields[field]?.lengths ?? 1;
      for (let at = start; at < end; at += 1) {
        const paper = papers[at] ?? 0;
        // Looked up first: where its length stands is far away in the memory.
        if (stamps !== undefined && (stamps[paper] ?? 0) < least) continue;
        if (hasGone && corpus.isGone(paper)) continue;
        const part = paper * fieldCount + field;
        const length = (tokenOffsets[part + 1] ?? 0) - (tokenOffsets[part] ?? 0);
        sink(paper, factor * saturated(counts[at] ?? 0, length / average, lengths), field);
      }
    }
  }

  /** From its own terms. */
  scorePaper(paper: number, { expansion, mask }: Wanted, sink: ScoreSink): void {
    for (let field = 0; field < fieldCount; field += 1) {
      if ((mask & (1 << field)) === 0) continue;
      const score = this.#scorePart(paper, field, expansion);
      if (score > 0) sink(paper, score, field);
    }
  }

  #scorePart(paper: number, field: number, expansion: Expansion): number {
    const part = this.#part;
    this.#corpus.read(paper, field, part);
    const { tokens, start, end } = part;
    const found = this.#found;
    const counts = this.#counts;
    found.length = 0;
    counts.length = 0;
    for (let at = start; at < end; at += 1) {
      const term = tokens[at] ?? 0;
      if (expansion.weightOf(term) === 0) continue;
      const known = found.indexOf(term);
      if (known >= 0) counts[known] = (counts[known] ?? 0) + 1;
      else {
        found.push(term);
        counts.push(1);
      }
    }
    let sum = 0;
    for (const [index, term] of found.entries()) {
      const count = Math.min(maxCount, counts[index] ?? 0);
      const share = (end - start) / (this.#averages[field] ?? 1);
      sum +=
        expansion.weightOf(term) *
        this.#rarity(term, field) *
        saturated(count, share, searchFields[field]?.lengths ?? 1);
    }
    return sum;
  }

  /** The weight of the field times the inverse frequency of the term in it. */
  #rarity(term: number, field: number): number {
    const having = this.#corpus.papersWith(term, field);
    const boost = searchFields[field]?.boost ?? 1;
    return boost * Math.log(1 + (this.#corpus.size - having + 0.5) / (having + 0.5));
  }
}

/** `length` is that of the text, as a multiple of the average; `b` its influence. */
function saturated(count: number, length: number, b: number): number {
  return d + (count * (k + 1)) / (count + k * (1 - b + b * length));
}
