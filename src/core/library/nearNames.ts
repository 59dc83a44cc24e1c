import { editsBetween } from '../search/editDistance.ts';

/** Papers as far as they are called something. */
export interface Named {
  readonly key: string;
  readonly aliases: readonly string[];
}

/** A key or alias that is like one that was asked for. */
export interface NearName<T extends Named> {
  /** As its paper has it. */
  readonly name: string;
  readonly paper: T;
}

/** Longer keys are compared by their beginning. */
const maxLength = 100;
/** Of keys shorter than this no others are said to begin or to end so. */
const leastShared = 4;
/** A key that goes on, or is the beginning of the one that was asked for: behind one slip, before two. */
const goesOnCost = 1.5;
/** `smith2019` for `smith2020` is rather another paper than a slip. */
const otherDigitsCost = 0.75;
/** So many papers are prepared between two turns of others. */
const slice = 200;

/**
 * All keys and aliases of a library, prepared so that those near an unknown one are found in a few milliseconds: a number
 * for each tells most of them apart without looking at its letters.
 */
export class NearNames<T extends Named> {
  readonly #names: string[] = [];
  readonly #plain: string[] = [];
  readonly #letters: number[] = [];
  readonly #heads: number[] = [];
  readonly #papers: T[] = [];

  /** Takes papers in. A generator so that the caller can breathe: each step takes a few milliseconds. */
  *add(papers: Iterable<T>): Generator<void, void, void> {
    let count = 0;
    for (const paper of papers) {
      for (const name of [paper.key, ...paper.aliases]) this.#addName(name, paper);
      count += 1;
      if (count % slice === 0) yield;
    }
  }

  #addName(name: string, paper: T): void {
    const plain = plainName(name);
    if (plain === '') return;
    this.#names.push(name);
    this.#plain.push(plain);
    this.#letters.push(lettersOf(plain));
    this.#heads.push(headOf(plain));
    this.#papers.push(paper);
  }

  /**
   * The nearest names, best first, each paper once by its best: those that differ in case and signs alone, then those
   * with a few slips, and those that go on or are its beginning. Linear in the number of names.
   */
  near(asked: string, limit: number): readonly NearName<T>[] {
    const plain = plainName(asked);
    if (plain === '') return [];
    const best = new Map<T, { readonly name: string; readonly cost: number }>();
    for (const [index, slips] of this.#candidates(plain)) {
      const [name, paper] = [this.#names[index], this.#papers[index]];
      const cost = costOf(plain, this.#plain[index] ?? '', slips);
      if (name === undefined || paper === undefined || cost === undefined) continue;
      if (cost < (best.get(paper)?.cost ?? Infinity)) best.set(paper, { name, cost });
    }
    const ranked = [...best].sort(([, a], [, b]) => a.cost - b.cost).slice(0, Math.max(0, limit));
    return ranked.map(([paper, { name }]) => ({ name, paper }));
  }

  /**
   * Places of names that may be near, and how many slips are worth to be looked for: each changes at most two of the
   * letters that a name has.
   */
  *#candidates(plain: string): Generator<readonly [index: number, slips: number], void, void> {
    const letters = lettersOf(plain);
    const head = headOf(plain);
    const slips = slipsFor(plain);
    const length = this.#names.length;
    for (let index = 0; index < length; index += 1) {
      if (bitsOf((this.#letters[index] ?? 0) ^ letters) <= 2 * slips) yield [index, slips];
      else if (this.#heads[index] === head) yield [index, -1];
    }
  }
}

/** Without case, accents and signs: nobody remembers whether it was `Smith_2020` or `smith:2020`. */
function plainName(name: string): string {
  const cut = name.slice(0, maxLength);
  const plain = /^[\u0020-\u007E]*$/.test(cut) ? cut : cut.normalize('NFKD');
  return plain.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What a name costs that is not the one asked for: `undefined` when it is not like it. `slips`: how many are looked for.
 */
function costOf(asked: string, name: string, slips: number): number | undefined {
  const [short, long] = asked.length < name.length ? [asked, name] : [name, asked];
  const goesOn = short.length >= Math.max(leastShared, long.length / 3) && long.startsWith(short);
  const further = goesOn ? goesOnCost + (long.length - short.length) / (2 * maxLength) : Infinity;
  const cost = Math.min(editsBetween(asked, name, slips) ?? Infinity, further);
  if (cost === Infinity) return undefined;
  return !goesOn && digitsOf(asked) !== digitsOf(name) ? cost + otherDigitsCost : cost;
}

function slipsFor({ length }: string): number {
  return length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3;
}

function digitsOf(name: string): string {
  return name.replaceAll(/\D+/g, '');
}

/** One bit for each letter, five for the digits, one for everything else. */
function lettersOf(plain: string): number {
  let letters = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) letters |= 1 << (26 + ((code - 48) >> 1));
    else letters |= 1 << 31;
  }
  return letters;
}

/** Names that begin with the same letters have the same. */
function headOf(plain: string): number {
  let head = 0;
  for (let at = 0; at < leastShared; at += 1) head = (Math.imul(head, 131) + plain.charCodeAt(at)) | 0;
  return head;
}

function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
