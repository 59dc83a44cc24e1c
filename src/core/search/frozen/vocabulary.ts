import { sortedInSteps } from './sortedInSteps.ts';

/** Terms between two yields. */
const termsAtOnce = 5_000;
const tokensAtOnce = 200_000;

/** Sorted terms. */
export interface Vocabulary {
  readonly terms: readonly string[];
  /** The number that each term has now, by the one it had. */
  readonly numbers: Uint32Array;
}

/** The terms that are left, sorted. Terms of which no paper is left go: an old typo must not stand in the way of a new one. */
export function* usedTerms(
  oldTerms: readonly string[],
  newTerms: readonly string[],
  tokens: Uint32Array,
): Generator<void, Vocabulary, void> {
  const isUsed = new Uint8Array(oldTerms.length + newTerms.length);
  for (let at = 0; at < tokens.length; at += 1) {
    isUsed[tokens[at] ?? 0] = 1;
    if (at % tokensAtOnce === 0) yield;
  }
  const sorted = yield* sortedInSteps([...newTerms.keys()], (place) => newTerms[place] ?? '');
  const numbers = new Uint32Array(isUsed.length);
  const terms: string[] = [];
  let next = 0;
  for (let old = 0; old < oldTerms.length || next < sorted.length;) {
    const oldTerm = oldTerms[old];
    const fresh = sorted[next];
    const takeOld = fresh === undefined || (oldTerm !== undefined && oldTerm < (newTerms[fresh] ?? ''));
    const number = takeOld ? old++ : oldTerms.length + (sorted[next++] ?? 0);
    if ((old + next) % termsAtOnce === 0) yield;
    if (isUsed[number] !== 1) continue;
    numbers[number] = terms.length;
    terms.push((takeOld ? oldTerm : newTerms[fresh]) ?? '');
  }
  return { terms, numbers };
}

/** `FrozenData.shared`. */
export function* sharedBeginnings(terms: readonly string[]): Generator<void, Uint8Array, void> {
  const shared = new Uint8Array(terms.length);
  for (let index = 1; index < terms.length; index += 1) {
    const before = terms[index - 1] ?? '';
    const term = terms[index] ?? '';
    const most = Math.min(before.length, term.length, 255);
    let length = 0;
    while (length < most && before.charCodeAt(length) === term.charCodeAt(length)) length += 1;
    shared[index] = length;
    if (index % (termsAtOnce * 5) === 0) yield;
  }
  return shared;
}
