import type { Candidate } from './candidates.ts';
import type { PaperText } from './paperText.ts';
import { addPhrases, newPhraseTree } from './phraseTree.ts';
import type { ThemeTally, ThemeWord } from './themeTally.ts';
import { backgroundOf, isVerb, rarityOf } from './background.ts';
import { candidatesOf } from './candidates.ts';
import { emptyWords } from './functionWords.ts';
import { countApart, Everywhere, fewPapers, isGeneric, papersIn, type Spread } from './everywhere.ts';
import { tallyThemes } from './themeTally.ts';
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
  const phrases = newPhraseTree();
  for (const ofTheme of themes) {
    const ofThis = yield* candidatesOf(ofTheme, isSmall);
    candidates.push(ofThis);
    yield;
    addPhrases(phrases, ofThis.values());
  }
  const everywhere = new Everywhere(yield* tallyThemes(themes, phrases, isSmall));
  const words: ThemeWords[] = [];
  for (const [at, theme] of everywhere.tally.themes.entries()) {
    const names: Scored[] = [];
    const textWeight = isSmall ? 2 : 1;
    const most = mostCovered(theme, textWeight);
    let scoredSoFar = 0;
    for (const candidate of (candidates[at] ?? new Map<string, Candidate>()).values()) {
      const scored = isTooGeneric(candidate)
        ? undefined
        : scoreName(candidate, { theme, most, textWeight }, everywhere);
      if (scored !== undefined && scored.score > 0) names.push(scored);
      scoredSoFar += 1;
      if (scoredSoFar % 32 === 0) yield;
    }
    words.push({ papers: theme.papers, names: names.sort(byScore), terms: yield* strongTerms(theme, everywhere) });
    yield;
  }
  return words;
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

function isTooGeneric({ phrase, words }: Candidate): boolean {
  return words.length === 1 && isGeneric(phrase);
}

function scoreName(candidate: Candidate, { theme, most, textWeight }: Whole, everywhere: Everywhere): Scored {
  const { phrase, words, inTitles, inKeywords } = candidate;
  const spread = everywhere.spreadOf(phrase, words);
  const inTexts = papersIn(spread, theme);
  let covered = 0;
  // Whoever has it in the title has it in the text.
  for (const [paper, count] of inTexts)
    covered += centrality(paper, theme) * (titleWeight(candidate, paper) + textWeight * count);
  const rarity = Math.min(1, Math.max(...words.map(rarityOf)) / rareEnough);
  const here = total(inTexts);
  const odds = Math.min(oddsEnough, logOdds(words, { spread, theme, papers: everywhere.tally.papers, here }));
  const phraseIs = inTexts.size - countApart(spread, theme) / spread.apartWorth > 1 ? phraseWorth : chancePhraseWorth;
  const worth =
    (words.length > 1 ? phraseIs : wordWorth(candidate, theme.papers)) *
    sharedWorth(inTitles.size - inKeywords.size, inTexts.size, theme.papers);
  const { home, share, next } = spread;
  const smallest = 0.1 / (theme.papers + fewPapers);
  const own = (here / (theme.papers + fewPapers) + smallest) / ((home === theme.number ? next : share) + smallest);
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
  /** What the text counts beside the title. */
  readonly textWeight: number;
}

function mostCovered(theme: ThemeTally, textWeight: number): number {
  let most = 0;
  for (let paper = 0; paper < theme.papers; paper += 1) most += (1 + textWeight) * centrality(paper, theme);
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
function logOdds(words: readonly string[], { spread, theme, papers, here }: Where): number {
  let general = 1;
  for (let at = 0; at < words.length; at += 1) general = Math.min(general, backgroundOf(words[at] ?? '').share);
  general /= words.length;
  const share = (here + 0.1) / (theme.papers + 1);
  const elsewhere = spread.papers - here + 8 * general + 0.1;
  return Math.max(0, Math.log(share / (elsewhere / (papers - theme.papers + 8))));
}

interface Where {
  readonly spread: Spread;
  readonly theme: ThemeTally;
  /** Of all themes. */
  readonly papers: number;
  /** How many papers of the theme have it. */
  readonly here: number;
}

function* strongTerms(theme: ThemeTally, everywhere: Everywhere): Generator<void, string[], void> {
  const scored: { readonly word: ThemeWord; readonly score: number }[] = [];
  let looked = 0;
  for (const word of theme.words) {
    looked += 1;
    if (looked % termsPerStep === 0) yield;
    const { term, papers } = word;
    if (emptyWords.has(term) || (papers < 2 && theme.papers > 1)) continue;
    if (!isLongEnough(term) || term.endsWith('ly') || isVerb(term)) continue;
    const spread = everywhere.spreadOf(term, [term]);
    const here = papers + countApart(spread, theme);
    const odds = logOdds([term], { spread, theme, papers: everywhere.tally.papers, here });
    scored.push({ word, score: (papers / theme.papers) * odds * rarityOf(term) });
  }
  scored.sort((a, b) => b.score - a.score || (a.word.term < b.word.term ? -1 : 1));
  const best = scored.slice(0, mostTerms).filter(({ score }) => score > 0);
  return best.map(({ word }) => usualForm(word));
}

/** A single word as the texts of the theme write it most often, in lower case. */
function usualForm({ term, written }: ThemeWord): string {
  const counts = new Map<string, number>();
  for (const { surface, count } of written) {
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
