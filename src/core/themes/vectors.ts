import type { PaperText } from './paperText.ts';
import type { Vocabulary } from './vocabulary.ts';
import { currentLexicon } from './lexicon.ts';
import { PairList } from './pairList.ts';
import { TermNumbers } from './termNumbers.ts';
import { countTerms, emphasisOf, maxTerms, rarityAmong } from './vocabulary.ts';

/** Sparse unit vectors of papers: those of paper `i` stand from `starts[i]` to before `starts[i + 1]`. */
export interface Vectors {
  readonly count: number;
  /** Numbers of terms are below this. */
  readonly size: number;
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly values: Float32Array;
  /** Share of a paper's weight that the vocabulary knows, 0 (none of its words) to 1. */
  readonly known: Float32Array;
}

/** One paper's sparse unit vector. */
export interface Vector {
  readonly terms: readonly number[];
  readonly values: readonly number[];
  readonly known: number;
}

const papersPerStep = 16;
const termsPerStep = 4_096;

interface Counts {
  readonly words: readonly string[];
  readonly papersWith: number[];
  readonly starts: Uint32Array;
  readonly pairs: PairList;
}

/** Vocabulary and vectors of a library. Linear; yields every few papers. */
export function* vectorise(
  papers: readonly PaperText[],
): Generator<void, { readonly vocabulary: Vocabulary; readonly vectors: Vectors }, void> {
  const counts = yield* countAll(papers);
  const { kept, vocabulary, allWeights } = yield* chooseTerms(counts, papers.length);
  yield;
  const { terms, values } = counts.pairs.arrays();
  const starts = new Uint32Array(papers.length + 1);
  const known = new Float32Array(papers.length);
  let end = 0;
  // In place: a paper's kept pairs are never more than its pairs, so nothing unread is overwritten.
  for (let paper = 0; paper < papers.length; paper += 1) {
    const start = end;
    let all = 0;
    let seen = 0;
    for (let at = counts.starts[paper] ?? 0; at < (counts.starts[paper + 1] ?? 0); at += 1) {
      const raw = terms[at] ?? 0;
      const value = dampened(values[at] ?? 0) * (allWeights[raw] ?? 0);
      all += value * value;
      const term = kept[raw] ?? -1;
      if (term < 0 || value === 0) continue;
      seen += value * value;
      terms[end] = term;
      values[end] = value;
      end += 1;
    }
    const length = Math.sqrt(seen);
    for (let at = start; at < end; at += 1) values[at] = (values[at] ?? 0) / length;
    starts[paper + 1] = end;
    known[paper] = all === 0 ? 0 : Math.sqrt(seen / all);
    if (paper % 256 === 255) yield;
  }
  return {
    vocabulary,
    vectors: {
      count: papers.length,
      size: vocabulary.numbers.size,
      starts,
      terms: terms.subarray(0, end),
      values: values.subarray(0, end),
      known,
    },
  };
}

function* countAll(papers: readonly PaperText[]): Generator<void, Counts, void> {
  const numbers = new TermNumbers();
  const papersWith: number[] = [];
  const pairs = new PairList();
  const starts = new Uint32Array(papers.length + 1);
  const take = (term: number, count: number): void => {
    const number = numbers.of(term);
    papersWith[number] = (papersWith[number] ?? 0) + 1;
    pairs.push(number, count);
  };
  for (const [at, paper] of papers.entries()) {
    countTerms(paper, numbers.lexicon(), take);
    starts[at + 1] = pairs.length;
    if (at % papersPerStep === papersPerStep - 1) yield;
  }
  return { words: numbers.words, papersWith, starts, pairs };
}

interface Chosen {
  /** By number the number in the vocabulary; -1: not in it. */
  readonly kept: Int32Array;
  readonly vocabulary: Vocabulary;
  /** What terms count, by number. */
  readonly allWeights: Float32Array;
}

/** The terms that stand in two papers or more, the most frequent 30,000 of them. */
function* chooseTerms({ words, papersWith }: Counts, papers: number): Generator<void, Chosen, void> {
  const least = leastPapers(papersWith);
  const kept = new Int32Array(words.length).fill(-1);
  const allWeights = new Float32Array(words.length);
  const weights = new Float32Array(words.length);
  const chosen = new Map<string, number>();
  for (let number = 0; number < words.length; number += 1) {
    const term = words[number] ?? '';
    const withIt = papersWith[number] ?? 0;
    const weight = rarityAmong(withIt, papers) * emphasisOf(term);
    allWeights[number] = weight;
    if (number % termsPerStep === termsPerStep - 1) yield;
    if (withIt < least) continue;
    kept[number] = chosen.size;
    weights[chosen.size] = weight;
    chosen.set(term, chosen.size);
  }
  return { kept, vocabulary: { numbers: chosen, weights: weights.slice(0, chosen.size), papers }, allWeights };
}

/** The smallest number of papers, two or more, that at most 30,000 terms reach. */
function leastPapers(papersWith: readonly number[]): number {
  const most = 1000;
  const reaching = new Uint32Array(most + 1);
  for (let term = 0; term < papersWith.length; term += 1) {
    const count = Math.min(papersWith[term] ?? 0, most);
    reaching[count] = (reaching[count] ?? 0) + 1;
  }
  let terms = 0;
  for (let least = most; least > 1; least -= 1) {
    terms += reaching[least] ?? 0;
    if (terms > maxTerms) return least + 1;
  }
  return 2;
}

/** A paper against a vocabulary that was made without it. */
export function vectorOf(paper: PaperText, vocabulary: Vocabulary): Vector {
  const terms: number[] = [];
  const values: number[] = [];
  let all = 0;
  let seen = 0;
  const lexicon = currentLexicon();
  countTerms(paper, lexicon, (id, count) => {
    const term = lexicon.termOf(id);
    const number = vocabulary.numbers.get(term);
    const weight =
      number === undefined ? rarityAmong(1, vocabulary.papers) * emphasisOf(term) : (vocabulary.weights[number] ?? 0);
    const value = dampened(count) * weight;
    all += value * value;
    if (number === undefined || value === 0) return;
    seen += value * value;
    terms.push(number);
    values.push(value);
  });
  const length = Math.sqrt(seen);
  return { terms, values: values.map((value) => value / length), known: all === 0 ? 0 : length / Math.sqrt(all) };
}

function dampened(count: number): number {
  return 1 + Math.log(count);
}
