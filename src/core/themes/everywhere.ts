import type { Tally, ThemeTally } from './themeTally.ts';
import { backgroundOf } from './background.ts';
import { stemOf } from './wordStem.ts';

/** Where a word or phrase stands. */
export interface Spread {
  /** The papers (of all themes) that have it as it is, in order. */
  readonly exact: readonly number[];
  /** Those that have its words in other forms, or apart, in order; each counts as much as `apartWorth` says. */
  readonly apart: readonly number[];
  readonly apartWorth: number;
  /** How many papers have it, those with its words apart counted less: in all themes. */
  readonly papers: number;
  /** The theme with the largest share of its papers, that share, and the largest of all others. */
  readonly home: number;
  readonly share: number;
  readonly next: number;
}

/** How much a paper counts that has the words of a phrase, but apart or in other forms. */
const apart = 0.5;
/** A word that more papers than this have says too little by itself ("image", "control"). */
const mostShareAlone = 0.09;
/** Shares of so few papers are mostly chance. */
export const fewPapers = 6;
const none: readonly number[] = [];

/** Whether a word is too common in papers in general to mean something by itself. */
export function isGeneric(word: string): boolean {
  return backgroundOf(word).share > mostShareAlone;
}

/** Finds words and phrases in all themes; each is looked for once. */
export class Everywhere {
  readonly tally: Tally;
  readonly #known = new Map<string, Spread>();
  /** By paper. */
  readonly #themeOf: Uint16Array;
  /** What the word or phrase at hand has by theme. */
  readonly #counts: Float64Array;

  constructor(tally: Tally) {
    this.tally = tally;
    this.#themeOf = new Uint16Array(tally.papers);
    for (const { number, from, papers } of tally.themes) this.#themeOf.fill(number, from, from + papers);
    this.#counts = new Float64Array(tally.themes.length);
  }

  /** Where a phrase (its words joined by spaces) stands. */
  spreadOf(phrase: string, words: readonly string[]): Spread {
    const known = this.#known.get(phrase);
    if (known !== undefined) return known;
    const exact = this.tally.having.get(phrase) ?? none;
    const others = withStems(this.tally, words);
    const loose = others.length === 0 ? none : others.filter((paper) => !exact.includes(paper));
    const spread = this.#count({ exact, apart: loose, apartWorth: words.length > 1 ? apart : 1 });
    this.#known.set(phrase, spread);
    return spread;
  }

  #count(found: Pick<Spread, 'apart' | 'apartWorth' | 'exact'>): Spread {
    const counts = this.#counts.fill(0);
    const add = (paper: number, by: number): void => {
      const theme = this.#themeOf[paper] ?? 0;
      counts[theme] = (counts[theme] ?? 0) + by;
    };
    for (const paper of found.exact) add(paper, 1);
    for (const paper of found.apart) add(paper, found.apartWorth);
    let home = -1;
    let [share, next] = [0, 0];
    for (const { number, papers } of this.tally.themes) {
      const ofTheme = (counts[number] ?? 0) / (papers + fewPapers);
      if (ofTheme > share) [home, share, next] = [number, ofTheme, share];
      else next = Math.max(next, ofTheme);
    }
    const { exact, apart: loose, apartWorth } = found;
    return { exact, apart: loose, apartWorth, papers: exact.length + loose.length * apartWorth, home, share, next };
  }
}

/** The papers that have all the words in some form, in order; none where that means nothing. */
function withStems({ stems }: Tally, words: readonly string[]): readonly number[] {
  if (stems === undefined) return none;
  let papers: readonly number[] | undefined;
  for (const word of words) {
    const having = stems.get(stemOf(word)) ?? none;
    papers = papers === undefined ? having : papers.filter((paper) => having.includes(paper));
    if (papers.length === 0) return none;
  }
  return words.length > 1 && words.some(isGeneric) ? none : (papers ?? none);
}

/** The papers of a theme (positions in its sample) that are in a spread, each with how much it counts. */
export function papersIn({ exact, apart: loose, apartWorth }: Spread, theme: ThemeTally): ReadonlyMap<number, number> {
  const papers = new Map<number, number>();
  const add = (some: readonly number[], worth: number): void => {
    for (const paper of some) {
      const position = paper - theme.from;
      if (position >= 0 && position < theme.papers) papers.set(position, worth);
    }
  };
  add(exact, 1);
  add(loose, apartWorth);
  return papers;
}

/** What the papers of a theme count together that have a phrase in other forms or its words apart. */
export function countApart({ apart: loose, apartWorth }: Spread, { from, papers }: ThemeTally): number {
  let count = 0;
  for (const paper of loose) if (paper >= from && paper < from + papers) count += apartWorth;
  return count;
}
