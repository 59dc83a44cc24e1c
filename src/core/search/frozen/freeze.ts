import type { FrozenData } from './frozenIndex.ts';
import type { PaperTokens } from '../paperTokens.ts';
import { fieldCount } from '../searchFields.ts';
import { maxCount } from './frozenIndex.ts';
import { sortedInSteps } from './sortedInSteps.ts';
import { sharedBeginnings, usedTerms } from './vocabulary.ts';

/** What an index holds of a paper. */
export interface FreezablePaper {
  readonly key: string;
  readonly print: readonly [number, number];
  /** 0 when unknown. */
  readonly year: number;
  /** `paperFlags`. */
  readonly flags: number;
  /** Cut when it is its turn: the terms of all papers at once would fill the memory. */
  tokens(): PaperTokens;
}

/** Papers between two yields. */
const newAtOnce = 8;
const copiedAtOnce = 250;
const factsAtOnce = 5_000;
const tokensAtOnce = 200_000;

/**
 * Makes an index of what `old` holds, without the papers that `isGone` names by number, and of the papers `added`, whose
 * keys must be new. Equal to the index that is made of all these papers at once. A step takes a few milliseconds; time
 * and memory are linear in the number of terms.
 */
export function* freeze(
  old: FrozenData,
  isGone: (paper: number) => boolean,
  added: readonly FreezablePaper[],
): Generator<void, FrozenData, void> {
  const fresh = yield* sortedInSteps(added, ({ key }) => key);
  const cut = yield* cutPapers(fresh, old);
  const order = yield* mergedOrder(old, isGone, fresh);
  const copied = yield* copyTokens(old, cut, order);
  const vocabulary = yield* usedTerms(old.terms, cut.terms, copied.tokens);
  yield* renumber(copied.tokens, vocabulary.numbers);
  const postings = yield* postingsOf(vocabulary.terms.length, copied);
  return {
    ...postings,
    ...copied,
    terms: vocabulary.terms,
    shared: yield* sharedBeginnings(vocabulary.terms),
    ...(yield* factsOf(old, fresh, order)),
  };
}

/** The new papers as numbers: terms of the old index keep theirs, new ones follow in the order they are met. */
interface CutPapers {
  readonly terms: readonly string[];
  readonly tokens: Uint32Array;
  readonly offsets: Uint32Array;
}

function* cutPapers(papers: readonly FreezablePaper[], old: FrozenData): Generator<void, CutPapers, void> {
  const numbers = new Map<string, number>();
  for (const [number, term] of old.terms.entries()) {
    numbers.set(term, number);
    if (number % factsAtOnce === 0) yield;
  }
  const terms: string[] = [];
  const offsets = new Uint32Array(papers.length * fieldCount + 1);
  let tokens = new Uint32Array(1024);
  let length = 0;
  for (const [index, paper] of papers.entries()) {
    for (const [field, list] of paper.tokens().entries()) {
      if (length + list.length > tokens.length) tokens = enlarged(tokens, length + list.length);
      for (const term of list) {
        let number = numbers.get(term);
        if (number === undefined) {
          number = old.terms.length + terms.length;
          numbers.set(term, number);
          terms.push(term);
        }
        tokens[length] = number;
        length += 1;
      }
      offsets[index * fieldCount + field + 1] = length;
    }
    if (index % newAtOnce === newAtOnce - 1) yield;
  }
  return { terms, tokens: tokens.subarray(0, length), offsets };
}

function enlarged(array: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}

/** The papers in the order of their keys: numbers of the old index as they are, new ones as `-1 - index`. */
function* mergedOrder(
  old: FrozenData,
  isGone: (paper: number) => boolean,
  fresh: readonly FreezablePaper[],
): Generator<void, Int32Array, void> {
  const order = new Int32Array(old.keys.length + fresh.length);
  let length = 0;
  let next = 0;
  for (const [paper, key] of old.keys.entries()) {
    if (paper % factsAtOnce === factsAtOnce - 1) yield;
    if (isGone(paper)) continue;
    for (; (fresh[next]?.key ?? key) < key; next += 1) order[length++] = -1 - next;
    order[length++] = paper;
  }
  for (; next < fresh.length; next += 1) order[length++] = -1 - next;
  return order.subarray(0, length);
}

type Tokens = Pick<FrozenData, 'tokens' | 'tokenOffsets'>;

function* copyTokens(old: FrozenData, cut: CutPapers, order: Int32Array): Generator<void, Tokens, void> {
  const sourceOf = (entry: number): readonly [Uint32Array, Uint32Array, number] =>
    entry >= 0
      ? [old.tokens, old.tokenOffsets, entry * fieldCount]
      : [cut.tokens, cut.offsets, (-1 - entry) * fieldCount];
  const tokenOffsets = new Uint32Array(order.length * fieldCount + 1);
  let length = 0;
  for (const [paper, entry] of order.entries()) {
    const [, offsets, first] = sourceOf(entry);
    for (let field = 0; field < fieldCount; field += 1) {
      length += (offsets[first + field + 1] ?? 0) - (offsets[first + field] ?? 0);
      tokenOffsets[paper * fieldCount + field + 1] = length;
    }
    if (paper % factsAtOnce === 0) yield;
  }
  const tokens = new Uint32Array(length);
  for (const [paper, entry] of order.entries()) {
    const [source, offsets, first] = sourceOf(entry);
    const part = source.subarray(offsets[first], offsets[first + fieldCount]);
    tokens.set(part, tokenOffsets[paper * fieldCount]);
    if (paper % copiedAtOnce === 0) yield;
  }
  return { tokens, tokenOffsets };
}

function* renumber(tokens: Uint32Array, numbers: Uint32Array): Generator<void, void, void> {
  for (let at = 0; at < tokens.length; at += 1) {
    tokens[at] = numbers[tokens[at] ?? 0] ?? 0;
    if (at % tokensAtOnce === 0) yield;
  }
}

/** Turns "terms by paper" into "papers by term": counts first, then fills. */
function* postingsOf(
  termCount: number,
  { tokens, tokenOffsets }: Tokens,
): Generator<void, Pick<FrozenData, 'offsets' | 'papers' | 'counts'>, void> {
  const paperCount = (tokenOffsets.length - 1) / fieldCount;
  const offsets = new Uint32Array(termCount * fieldCount + 1);
  // By term: one more than the last part of a paper in which it was met.
  const seen = new Uint32Array(termCount);
  for (let paper = 0; paper < paperCount; paper += 1) {
    for (let field = 0; field < fieldCount; field += 1) {
      const part = paper * fieldCount + field;
      const end = tokenOffsets[part + 1] ?? 0;
      for (let at = tokenOffsets[part] ?? 0; at < end; at += 1) {
        const term = tokens[at] ?? 0;
        if (seen[term] === part + 1) continue;
        seen[term] = part + 1;
        const slot = term * fieldCount + field + 1;
        offsets[slot] = (offsets[slot] ?? 0) + 1;
      }
    }
    if (paper % copiedAtOnce === 0) yield;
  }
  for (let slot = 1; slot < offsets.length; slot += 1) {
    offsets[slot] = (offsets[slot] ?? 0) + (offsets[slot - 1] ?? 0);
    if (slot % tokensAtOnce === 0) yield;
  }
  const filled = yield* fillPostings(offsets, { tokens, tokenOffsets });
  return { offsets, ...filled };
}

function* fillPostings(
  offsets: Uint32Array,
  { tokens, tokenOffsets }: Tokens,
): Generator<void, Pick<FrozenData, 'papers' | 'counts'>, void> {
  const next = offsets.slice(0, -1);
  const papers = new Uint32Array(offsets.at(-1) ?? 0);
  const counts = new Uint8Array(papers.length);
  const paperCount = (tokenOffsets.length - 1) / fieldCount;
  for (let paper = 0; paper < paperCount; paper += 1) {
    for (let field = 0; field < fieldCount; field += 1) {
      const part = paper * fieldCount + field;
      const end = tokenOffsets[part + 1] ?? 0;
      for (let at = tokenOffsets[part] ?? 0; at < end; at += 1) {
        const slot = (tokens[at] ?? 0) * fieldCount + field;
        const free = next[slot] ?? 0;
        const isAgain = free > (offsets[slot] ?? 0) && papers[free - 1] === paper;
        const place = isAgain ? free - 1 : free;
        if (!isAgain) next[slot] = free + 1;
        papers[place] = paper;
        counts[place] = Math.min(maxCount, (counts[place] ?? 0) + 1);
      }
    }
    if (paper % copiedAtOnce === 0) yield;
  }
  return { papers, counts };
}

function* factsOf(
  old: FrozenData,
  fresh: readonly FreezablePaper[],
  order: Int32Array,
): Generator<void, Pick<FrozenData, 'keys' | 'prints' | 'years' | 'flags'>, void> {
  const keys: string[] = [];
  const prints = new Uint32Array(order.length * 2);
  const years = new Int16Array(order.length);
  const flags = new Uint8Array(order.length);
  for (const [paper, entry] of order.entries()) {
    const added = entry < 0 ? fresh[-1 - entry] : undefined;
    keys.push(added?.key ?? old.keys[entry] ?? '');
    prints[paper * 2] = added?.print[0] ?? old.prints[entry * 2] ?? 0;
    prints[paper * 2 + 1] = added?.print[1] ?? old.prints[entry * 2 + 1] ?? 0;
    years[paper] = added?.year ?? old.years[entry] ?? 0;
    flags[paper] = added?.flags ?? old.flags[entry] ?? 0;
    if (paper % factsAtOnce === 0) yield;
  }
  return { keys, prints, years, flags };
}
