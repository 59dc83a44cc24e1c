import { formTerms, readForm, type Token } from './form.ts';
import { grown } from './grown.ts';

/** Forms that are found without a look into the table of all: a power of two. */
const atHand = 2 ** 15;
/** What a form counts for that counts for no term; those that count for several have lower numbers. */
const nothing = -1;
const none: readonly number[] = [];
/** A lexicon as large as this is not added to. */
const mostForms = 60_000;
/** Stands before what is a word of a text without spaces: no other word has it. */
const segmentMark = ' ';

/**
 * The words of texts by number: forms (from 1) are words as they are written, terms (from 0) are what they count for.
 * Most words of a text have been met before, and are then not even cut from it. The numbers depend on what was read
 * before: nothing that is shown may depend on them.
 */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #written: string[] = [''];
  /** Two of each form: alone, and joined to the word before. */
  readonly #tokens: (Token | undefined)[] = [];
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  /** By form: the term that it counts for, `nothing`, or where its terms stand in `several`. */
  #counted = new Int32Array(2 ** 12);
  readonly #several: (readonly number[])[] = [none, none];
  /** Forms by their hashes. */
  readonly #atHand = new Uint32Array(atHand);
  /** How forms are written, one after the other: form `n` ends where `n + 1` begins. */
  #codes = new Uint16Array(2 ** 15);
  #starts = new Uint32Array(2 ** 12);
  /** What the paper that is being read has: how often by term, and which terms. */
  #counts = new Float32Array(2 ** 12);
  #found = new Uint32Array(2 ** 9);
  #foundCount = 0;

  /** Forms met. */
  get size(): number {
    return this.#written.length - 1;
  }

  /**
   * The form that stands in `codes` (UTF-16) from `start` to before `end`, if it is at hand; else 0. Any `hash` of it will
   * do that is always the same.
   */
  find(codes: Uint16Array, start: number, end: number, hash: number): number {
    const form = this.#atHand[placeOf(hash)] ?? 0;
    const from = this.#starts[form] ?? 0;
    const length = (this.#starts[form + 1] ?? 0) - from;
    if (length !== end - start) return 0;
    for (let at = 0; at < length; at += 1) if (this.#codes[from + at] !== codes[start + at]) return 0;
    return form;
  }

  /** The form of a word, which is at hand from now on. */
  note(written: string, hash: number): number {
    const form = this.form(written);
    this.#atHand[placeOf(hash)] = form;
    return form;
  }

  /** The form of a word. */
  form(written: string): number {
    return this.#numbers.get(written) ?? this.#add(written, formTerms(written));
  }

  /** The form of a word of a text without spaces. */
  segment(written: string): number {
    const marked = segmentMark + written;
    return this.#numbers.get(marked) ?? this.#add(marked, formTerms(marked));
  }

  /** A form as it stands in a text, `joined` (1) to the word before or not (0); `undefined` for what is no word. */
  tokenOf(form: number, joined: number): Token | undefined {
    const known = this.#tokens[2 * form + joined];
    if (known !== undefined) return known;
    const read = readForm(this.#written[form] ?? '');
    if (read === undefined) return undefined;
    const { term, surface, parts } = read;
    const token = { term, surface, parts, joined: joined === 1 };
    this.#tokens[2 * form + joined] = token;
    return token;
  }

  /** Notes that the paper that is being read has a form, which counts as often as `by` says. */
  count(form: number, by: number): void {
    const term = this.#counted[form] ?? nothing;
    if (term >= 0) this.#countTerm(term, by);
    else if (term < nothing) for (const one of this.#several[-term] ?? none) this.#countTerm(one, by);
  }

  /** Calls `take` for each term of the paper that was read, in the order in which it has them, and begins a new one. */
  takeCounts(take: (term: number, count: number) => void): void {
    for (let at = 0; at < this.#foundCount; at += 1) {
      const term = this.#found[at] ?? 0;
      take(term, this.#counts[term] ?? 0);
      this.#counts[term] = 0;
    }
    this.#foundCount = 0;
  }

  /** A term's folded word. */
  termOf(term: number): string {
    return this.#terms[term] ?? '';
  }

  #countTerm(term: number, by: number): void {
    const before = this.#counts[term] ?? 0;
    if (before === 0) {
      if (this.#foundCount === this.#found.length) this.#found = grown(this.#found, this.#foundCount + 1);
      this.#found[this.#foundCount] = term;
      this.#foundCount += 1;
    }
    this.#counts[term] = before + by;
  }

  #add(written: string, terms: readonly string[]): number {
    const form = this.#written.push(written) - 1;
    this.#numbers.set(written, form);
    this.#keepCodes(written, form);
    this.#counted = grown(this.#counted, form + 1);
    const [first] = terms;
    if (terms.length > 1) this.#counted[form] = 1 - this.#several.push(terms.map((term) => this.#idOf(term)));
    else this.#counted[form] = first === undefined ? nothing : this.#idOf(first);
    return form;
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.push(term) - 1;
    this.#ids.set(term, id);
    this.#counts = grown(this.#counts, id + 1);
    return id;
  }

  #keepCodes(written: string, form: number): void {
    const from = this.#starts[form] ?? 0;
    this.#codes = grown(this.#codes, from + written.length);
    for (let at = 0; at < written.length; at += 1) this.#codes[from + at] = written.charCodeAt(at);
    this.#starts = grown(this.#starts, form + 2);
    this.#starts[form + 1] = from + written.length;
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (atHand - 1);
}

let current = new Lexicon();

/** The lexicon to read with now: a new one when it has become large. Its numbers mean nothing in another one. */
export function currentLexicon(): Lexicon {
  if (current.size >= mostForms) current = new Lexicon();
  return current;
}
