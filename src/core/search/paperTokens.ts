import type { Paper } from '../paper.ts';
import { hashAlphabet } from '../library/contentHash.ts';
import { Cyrb53 } from '../text/cyrb53.ts';
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
    // Function words tell nothing in an abstract, and have the longest lists of papers.
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

/** No text has it: it is no character. */
const endOfText = '\uFFFF';

/** Two 32-bit numbers; equal for papers with equal terms (and equal DOI), otherwise unlike for all that one can meet. */
export function fingerprint(paper: Paper): readonly [number, number] {
  const { title, abstract, authors, keywords, key, aliases, year, venue, doi } = paper;
  const print = new Cyrb53();
  const add = (text: string): void => {
    print.add(text);
    print.add(endOfText);
  };
  for (const text of [title, abstract, String(year ?? ''), venue ?? '', doi ?? '']) add(text);
  for (const list of [authors, keywords, [key, ...aliases]]) {
    for (const text of list) add(text);
    print.add('\u0000');
  }
  return print.halves();
}
