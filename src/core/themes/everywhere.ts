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

  #add(papers: readonly number[], by: number): void {
    for (let at = 0; at < papers.length; at += 1) {
      const theme = this.#themeOf[papers[at] ?? 0] ?? 0;
      this.#counts[theme] = (this.#counts[theme] ?? 0) + by;
    }
  }

  #count(found: Pick<Spread, 'apart' | 'apartWorth' | 'exact'>): Spread {
    const { exact, apart: loose, apartWorth } = found;
    this.#counts.fill(0);
    this.#add(exact, 1);
    this.#add(loose, apartWorth);
    let home = -1;
    let share = 0;
    let next = 0;
    for (let number = 0; number < this.#counts.length; number += 1) {
      const ofTheme = (this.#counts[number] ?? 0) / ((this.tally.themes[number]?.papers ?? 0) + fewPapers);
      if (ofTheme > share) {
        home = number;
        next = share;
        share = ofTheme;
      } else if (ofTheme > next) next = ofTheme;
    }
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
  addPapers(papers, exact, { theme, worth: 1 });
  addPapers(papers, loose, { theme, worth: apartWorth });
  return papers;
}

function addPapers(
  papers: Map<number, number>,
  some: readonly number[],
  { theme, worth }: { readonly theme: ThemeTally; readonly worth: number },
): void {
  for (let at = 0; at < some.length; at += 1) {
    const position = (some[at] ?? 0) - theme.from;
    if (position >= 0 && position < theme.papers) papers.set(position, worth);
  }
}

/** What the papers of a theme count together that have a phrase in other forms or its words apart. */
export function countApart({ apart: loose, apartWorth }: Spread, { from, papers }: ThemeTally): number {
  let count = 0;
  if (loose.length > 0) for (const paper of loose) if (paper >= from && paper < from + papers) count += apartWorth;
  return count;
}
