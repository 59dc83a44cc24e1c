import type { Candidate } from './candidates.ts';
import type { PaperText } from './paperText.ts';
import { phraseTreeOf } from './phraseTree.ts';
import type { ThemeTally } from './themeTally.ts';
import { backgroundOf, rarityOf } from './background.ts';
import { candidatesOf } from './candidates.ts';
import { emptyWords } from './functionWords.ts';
import { countHaving, isGeneric, papersHaving, tallyTheme } from './themeTally.ts';
import { isLongEnough } from './unspaced.ts';

/** A candidate with what it is worth for one theme. */
export interface Scored extends Candidate {
  readonly score: number;
  /** Papers of the theme's sample with it in title or abstract. */
  readonly inTexts: ReadonlyMap<number, number>;
  /** Its share of the papers against that of the theme which has it most of the others; 0 where it tells nothing. */
  readonly own: number;
}

/** The words of one theme against all others. */
export interface ThemeWords {
  /** Papers looked at. */
  readonly papers: number;
  /** What could name it, best first. */
  readonly names: readonly Scored[];
  /** Single words that make it, strongest first. */
  readonly terms: readonly string[];
}

const mostTerms = 10;
const termsPerStep = 128;
const phraseWorth = 1.8;
/** A phrase that only one paper has as it stands. */
const chancePhraseWorth = 1.3;
/** What a name is worth that only one title has, and one that only one paper has at all. */
const oneTitleWorth = 0.6;
const onePaperWorth = 0.4;
/** A keyword against a word of a title: labels are words of titles where there are any. */
const keywordWorth = 0.4;
/** Of so many papers, this share must have a single word in the title for its full worth. */
const manyPapers = 30;
const enoughTitles = 0.1;
/** Beyond these a word is not better for being rarer or for being rarer elsewhere: how many papers have it decides. */
const rareEnough = 0.55;
const oddsEnough = 2.5;
/** A name is twice as frequent as elsewhere, or it tells nothing. */
const oddsToTell = Math.log(2);
/** What a name is worth that the nearest other theme has as often, and at least. */
const sharedByNeighbour = 0.5;
const leastForNeighbour = 0.25;
/** Shares of so few papers are mostly chance. */
const fewPapers = 6;
/** Up to this many papers, other forms of a word count too: exact repetition is chance there. */
const smallLibrary = 400;

/**
 * Scores words and phrases for each theme (a list of its most central papers): how many of its papers have it in title
 * and text, the central ones counted more, times the log odds against the other themes, times its rarity in papers in
 * general. Other forms of a word count too where there are few papers, unless words are to count `exactly`.
 */
export function* themeWordsOf(
  themes: readonly (readonly PaperText[])[],
  exactly = false,
): Generator<void, readonly ThemeWords[], void> {
  const candidates: ReadonlyMap<string, Candidate>[] = [];
  const papers = themes.reduce((sum, { length }) => sum + length, 0);
  const isSmall = papers <= smallLibrary && !exactly;
  for (const ofTheme of themes) {
    candidates.push(yield* candidatesOf(ofTheme, isSmall));
    yield;
  }
  const phrases = phraseTreeOf(
    candidates.flatMap((ofTheme) => [...ofTheme.values()]).filter(({ words }) => words.length > 1),
  );
  const tallies: ThemeTally[] = [];
  for (const ofTheme of themes) tallies.push(yield* tallyTheme(ofTheme, phrases, isSmall));
  const everywhere = countEverywhere(tallies, papers);
  const words: ThemeWords[] = [];
  for (const [at, theme] of tallies.entries()) {
    const names: Scored[] = [];
    const most = mostCovered(theme);
    let scoredSoFar = 0;
    for (const candidate of (candidates[at] ?? new Map<string, Candidate>()).values()) {
      const scored = scoreName(candidate, { theme, most }, everywhere);
      if (scored.score > 0) names.push(scored);
      scoredSoFar += 1;
      if (scoredSoFar % 32 === 0) yield;
    }
    words.push({ papers: theme.papers, names: names.sort(byScore), terms: yield* strongTerms(theme, everywhere) });
    yield;
  }
  return words;
}

interface Everywhere {
  readonly papers: number;
  /** Papers with a phrase, those counted less where its words stand apart. */
  readonly having: (phrase: string, words: readonly string[]) => Having;
}

interface Having {
  /** Of all themes. */
  readonly papers: number;
  /** The theme with the largest share of its papers, that share, and the largest of all others. */
  readonly home: ThemeTally | undefined;
  readonly share: number;
  readonly next: number;
}

function countEverywhere(tallies: readonly ThemeTally[], papers: number): Everywhere {
  const counts = new Map<string, Having>();
  const having = (phrase: string, words: readonly string[]): Having => {
    const known = counts.get(phrase);
    if (known !== undefined) return known;
    const count = countIn(tallies, phrase, words);
    counts.set(phrase, count);
    return count;
  };
  return { papers, having };
}

function countIn(tallies: readonly ThemeTally[], phrase: string, words: readonly string[]): Having {
  let all: Having = { papers: 0, home: undefined, share: 0, next: 0 };
  for (const tally of tallies) {
    const count = countHaving(tally, phrase, words);
    if (count === 0) continue;
    const papers = all.papers + count;
    const share = count / (tally.papers + fewPapers);
    all =
      share > all.share
        ? { papers, home: tally, share, next: all.share }
        : { ...all, papers, next: Math.max(all.next, share) };
  }
  return all;
}

/** From 1 for a name that is the theme's own down to the least for one that another theme has much more often. */
function againstNeighbour(own: number): number {
  return Math.max(leastForNeighbour, Math.min(1, sharedByNeighbour * (1 + Math.log(own))));
}

function total(papers: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of papers.values()) sum += count;
  return sum;
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.phrase < b.phrase ? -1 : 1);
}

function scoreName(candidate: Candidate, { theme, most }: Whole, everywhere: Everywhere): Scored {
  const { phrase, words, inTitles, inKeywords } = candidate;
  const inTexts = papersHaving(theme, phrase, words);
  if (words.length === 1 && isGeneric(phrase)) return { ...candidate, inTexts, own: 0, score: 0 };
  const textWeight = theme.stems === undefined ? 1 : 2;
  let covered = 0;
  // Whoever has it in the title has it in the text.
  for (const [paper, count] of inTexts)
    covered += centrality(paper, theme) * (titleWeight(candidate, paper) + textWeight * count);
  const rarity = Math.min(1, Math.max(...words.map(rarityOf)) / rareEnough);
  const odds = Math.min(oddsEnough, logOdds(phrase, words, { here: total(inTexts), theme, everywhere }));
  const phraseIs = (theme.having.get(phrase)?.papers.length ?? 0) > 1 ? phraseWorth : chancePhraseWorth;
  const worth =
    (words.length > 1 ? phraseIs : wordWorth(candidate, theme.papers)) *
    sharedWorth(inTitles.size - inKeywords.size, inTexts.size, theme.papers);
  const { home, share, next } = everywhere.having(phrase, words);
  const here = total(inTexts) / (theme.papers + fewPapers);
  const smallest = 0.1 / (theme.papers + fewPapers);
  const own = (here + smallest) / ((home === theme ? next : share) + smallest);
  const score = (covered / most) * odds * rarity * worth * againstNeighbour(own);
  return { ...candidate, inTexts, own: odds < oddsToTell ? 0 : own, score };
}

/** The sample is sorted: the most central paper counts twice as much as the last. */
function centrality(paper: number, { papers }: ThemeTally): number {
  return 1 - paper / (2 * papers);
}

interface Whole {
  readonly theme: ThemeTally;
  /** What a name covers that all papers have in title and text. */
  readonly most: number;
}

function mostCovered(theme: ThemeTally): number {
  let most = 0;
  for (let paper = 0; paper < theme.papers; paper += 1)
    most += (1 + (theme.stems === undefined ? 1 : 2)) * centrality(paper, theme);
  return most;
}

function titleWeight({ inTitles, inKeywords }: Candidate, paper: number): number {
  if (inKeywords.has(paper)) return keywordWorth;
  return inTitles.has(paper) ? 1 : 0;
}

/** A word that few titles of many have hardly names a theme alone. */
function wordWorth({ inTitles }: Candidate, papers: number): number {
  return papers < manyPapers ? 1 : Math.min(1, inTitles.size / (papers * enoughTitles));
}

function sharedWorth(titles: number, texts: number, papers: number): number {
  if (papers < 3) return 1;
  return (titles < 2 ? oneTitleWorth : 1) * (texts === 1 ? onePaperWorth : 1);
}

/** Share among the theme's papers against share among all others, both smoothed: the one by what papers in general have. */
function logOdds(
  phrase: string,
  words: readonly string[],
  { here, theme, everywhere }: { readonly here: number; readonly theme: ThemeTally; readonly everywhere: Everywhere },
): number {
  const general = Math.min(...words.map((word) => backgroundOf(word).share)) / words.length;
  const share = (here + 0.1) / (theme.papers + 1);
  const elsewhere = everywhere.having(phrase, words).papers - here + 8 * general + 0.1;
  return Math.max(0, Math.log(share / (elsewhere / (everywhere.papers - theme.papers + 8))));
}

function* strongTerms(theme: ThemeTally, everywhere: Everywhere): Generator<void, string[], void> {
  const scored: { readonly term: string; readonly score: number }[] = [];
  let looked = 0;
  for (const [term, { papers }] of theme.having) {
    const size = papers.length;
    looked += 1;
    if (looked % termsPerStep === 0) yield;
    if (term.includes(' ') || emptyWords.has(term) || (size < 2 && theme.papers > 1)) continue;
    if (!isLongEnough(term) || term.endsWith('ly') || backgroundOf(term).use === 'verb') continue;
    const here = countHaving(theme, term, [term]);
    const odds = logOdds(term, [term], { here, theme, everywhere });
    scored.push({ term, score: (size / theme.papers) * odds * rarityOf(term) });
  }
  scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const best = scored.slice(0, mostTerms).filter(({ score }) => score > 0);
  return best.map(({ term }) => usualForm(theme, term));
}

/** A single word as the texts of a theme write it most often, in lower case. */
function usualForm({ having }: ThemeTally, term: string): string {
  const counts = new Map<string, number>();
  for (const { surface, count } of having.get(term)?.written ?? []) {
    const lower = surface.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + count);
  }
  return mostFrequent(counts) ?? term;
}

/** The most frequent one; ties go to the shorter, then to the first in the alphabet. */
export function mostFrequent(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  const sorted = [...(counts ?? [])].sort(([a, ofA], [b, ofB]) => ofB - ofA || a.length - b.length || (a < b ? -1 : 1));
  return sorted[0]?.[0];
}
