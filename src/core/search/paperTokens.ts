import type { Paper } from '../paper.ts';
import { hashAlphabet } from '../library/contentHash.ts';
import { stopWords } from './stopWords.ts';
import { joinedCompounds, tokenize } from './tokenizer.ts';

/** The terms of a paper, one list for each of `searchFields`, in the order of the text. */
export type PaperTokens = readonly (readonly string[])[];

/** Changes whenever the same paper would be cut into other terms: what was indexed otherwise is then built anew. */
export const tokensVersion = 2;

/** Keys made of a title end so. */
const endsInHash = new RegExp(`^[a-z0-9-]+-[${hashAlphabet}]{5,}$`);

export function tokensOf(paper: Paper): PaperTokens {
  const { title, authors, keywords, venue = '', year, abstract } = paper;
  const titleTokens = tokenize(title);
  return [
    titleTokens,
    [...joinedCompounds(title), ...keywords.flatMap(joinedCompounds)],
    authors.flatMap(tokenize),
    tokenize(surnameOf(authors[0] ?? '')),
    keywords.flatMap(tokenize),
    year === undefined ? [] : tokenize(String(year)),
    tokenize(venue),
    keyTokens(paper, titleTokens),
    // Function words are a third of an abstract and tell nothing: half the memory and a fourth of the time.
    tokenize(abstract).filter((term) => !stopWords.has(term)),
  ];
}

/**
 * The words of the keys that are not in the title anyway: made keys begin with it and would count it twice. Their hash
 * is no word: whole keys are looked up otherwise, and half of a hash would be found by whoever types two letters.
 */
function keyTokens({ key, aliases }: Paper, titleTokens: readonly string[]): readonly string[] {
  const inTitle = new Set(titleTokens);
  return [key, ...aliases].flatMap((name) => {
    const words = tokenize(name);
    const others = words.filter((term) => !inTitle.has(term));
    return others.length === 1 && others[0] === words.at(-1) && endsInHash.test(name) ? [] : others;
  });
}

/** The last word of a displayed name: enough to count a match for more, never used to show. */
function surnameOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** Two 32-bit numbers; equal for papers with equal terms (and equal DOI), otherwise unlike for all that one can meet. */
export function fingerprint(paper: Paper): readonly [number, number] {
  const { title, abstract, authors, keywords, key, aliases, year, venue, doi } = paper;
  const print = new Print();
  for (const text of [title, abstract, String(year ?? ''), venue ?? '', doi ?? '']) print.add(text);
  for (const list of [authors, keywords, [key, ...aliases]]) {
    for (const text of list) print.add(text);
    print.add('\u0000');
  }
  return print.halves();
}

/** cyrb53 by bryc (public domain), its two halves, over texts with a mark behind each. */
class Print {
  #first = 0xdeadbeef;
  #second = 0x41c6ce57;

  add(text: string): void {
    let first = this.#first;
    let second = this.#second;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      first = Math.imul(first ^ unit, 2654435761);
      second = Math.imul(second ^ unit, 1597334677);
    }
    this.#first = Math.imul(first ^ 0xffff, 2654435761);
    this.#second = Math.imul(second ^ 0xffff, 1597334677);
  }

  halves(): readonly [number, number] {
    let first = this.#first;
    let second = this.#second;
    first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
    second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
    return [first >>> 0, second >>> 0];
  }
}
