import type { PaperText } from './paperText.ts';
import { isVerb } from './background.ts';
import type { Lexicon } from './lexicon.ts';
import { TextWords } from './textWords.ts';

/** The terms papers are compared by, numbered, each with its weight. Fixed from one grouping to the next. */
export interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
  /** Papers of the grouping it was made from. */
  readonly papers: number;
}

/** More terms than this add memory and no quality. */
export const maxTerms = 30_000;
/** A word of the title, and of a keyword, counts as often as this many of the abstract. */
const titleCount = 1.5;

const words = new TextWords();

/**
 * Calls `take` for each distinct term of a paper (its number in the lexicon) with its count, in the order in which the
 * paper has them; words of title and keywords count more.
 */
export function countTerms(
  { title, abstract, keywords = [] }: PaperText,
  lexicon: Lexicon,
  take: (term: number, count: number) => void,
): void {
  countWords(title, titleCount, lexicon);
  for (const keyword of keywords) countWords(keyword, titleCount, lexicon);
  countWords(abstract, 1, lexicon);
  lexicon.takeCounts(take);
}

function countWords(text: string, by: number, lexicon: Lexicon): void {
  words.read(text, lexicon);
  for (let at = 0; at < words.count; at += 1) lexicon.count(words.forms[at] ?? 0, by);
}

/**
 * Below 1 it spares frequent words, which hold a theme together; how often a word stands in few papers is mostly chance.
 * Measured on 28, 30, 60, 100, 150, 300, 400 and 1,500 papers.
 */
const idfPower = 0.75;
const idfPowerOfFew = 0.5;
const fewPapers = 50;

/**
 * What a verb counts beside a noun: it says how papers talk more than what they are about. Of 0.1 to 1, measured on 28,
 * 300 and 400 papers sorted by people, this was best or equal; adjectives are worth as much as nouns.
 */
const verbEmphasis = 0.5;

/** How much a term says by what kind of word it is, beside a noun. */
export function emphasisOf(term: string): number {
  return isVerb(term) ? verbEmphasis : 1;
}

/**
 * How much a term says by how few papers have it. The library's own counts only: rarity in papers in general (as the
 * labels use it) makes the groups worse at every size, most of all at 28 papers.
 */
export function rarityAmong(papersWithIt: number, papers: number): number {
  return Math.log((papers + 1) / papersWithIt) ** (papers < fewPapers ? idfPowerOfFew : idfPower);
}
