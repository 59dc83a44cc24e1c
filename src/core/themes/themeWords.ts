import type { Candidate } from './candidates.ts';
import type { PaperText } from './paperText.ts';
import { backgroundOf, rarityOf } from './background.ts';
import { candidatesOf } from './candidates.ts';
import { emptyWords } from './functionWords.ts';
import { isContent, tokensOf } from './tokenise.ts';

/** A candidate with what it is worth for one theme. */
export interface Scored extends Candidate {
  readonly score: number;
  /** Papers of the theme's sample with it in title or abstract. */
  readonly inTexts: ReadonlySet<number>;
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
const phraseWorth = 1.8;
/** What a name is worth that only one title has. */
const onceWorth = 0.6;
/** Beyond these a word is not better for being rarer or for being rarer elsewhere: how many papers have it decides. */
const rareEnough = 0.55;
const oddsEnough = 2.5;
/** A word that more papers than this have says too little by itself ("image", "control"). */
const mostShareAlone = 0.09;
const papersPerStep = 32;
const mostWords = 3;

interface Tally {
  readonly papers: number;
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** Papers (positions) in which a candidate of any theme, or a single word, stands. */
  readonly inTexts: Map<string, Set<number>>;
  /** How texts write a single word most often, in lower case. */
  readonly surfaces: Map<string, Map<string, number>>;
}

/**
 * Scores words and phrases for each theme (a list of its most central papers): how many of its papers have it, title
 * counted twice, times the log odds against the other themes, times its rarity in papers in general.
 */
export function* themeWordsOf(themes: readonly (readonly PaperText[])[]): Generator<void, readonly ThemeWords[], void> {
  const candidates = themes.map(candidatesOf);
  yield;
  const phrases = new Set(candidates.flatMap((ofTheme) => [...ofTheme.keys()]));
  const tallies: Tally[] = [];
  for (const [at, papers] of themes.entries()) {
    tallies.push(yield* tally(papers, candidates[at] ?? new Map(), phrases));
  }
  const all = new Map<string, number>();
  for (const { inTexts } of tallies) {
    for (const [phrase, papers] of inTexts) all.set(phrase, (all.get(phrase) ?? 0) + papers.size);
  }
  yield;
  const allPapers = tallies.reduce((sum, { papers }) => sum + papers, 0);
  const words: ThemeWords[] = [];
  for (const one of tallies) {
    words.push(scoreTheme(one, (phrase) => ({ papers: allPapers, having: all.get(phrase) ?? 0 })));
    yield;
  }
  return words;
}

function* tally(
  papers: readonly PaperText[],
  candidates: ReadonlyMap<string, Candidate>,
  phrases: ReadonlySet<string>,
): Generator<void, Tally, void> {
  const inTexts = new Map<string, Set<number>>();
  const surfaces = new Map<string, Map<string, number>>();
  for (const [paper, { title, abstract }] of papers.entries()) {
    for (const text of [title, abstract]) tallyText(text, paper, { inTexts, surfaces, phrases });
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  return { papers: papers.length, candidates, inTexts, surfaces };
}

function tallyText(
  text: string,
  paper: number,
  { inTexts, surfaces, phrases }: Pick<Tally, 'inTexts' | 'surfaces'> & { readonly phrases: ReadonlySet<string> },
): void {
  const tokens = tokensOf(text);
  for (const [at, { term, surface }] of tokens.entries()) {
    if (!isContent(term)) continue;
    add(inTexts, term, paper);
    const ways = surfaces.get(term) ?? new Map<string, number>();
    surfaces.set(term, ways.set(surface.toLowerCase(), (ways.get(surface.toLowerCase()) ?? 0) + 1));
    let phrase = term;
    for (let next = at + 1; next < at + mostWords && tokens[next]?.joined === true; next += 1) {
      phrase += ` ${tokens[next]?.term ?? ''}`;
      if (phrases.has(phrase)) add(inTexts, phrase, paper);
    }
  }
}

function add(sets: Map<string, Set<number>>, key: string, value: number): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

type Everywhere = (phrase: string) => { readonly papers: number; readonly having: number };

function scoreTheme(theme: Tally, everywhere: Everywhere): ThemeWords {
  const names = [...theme.candidates.values()]
    .map((candidate): Scored => {
      const inTexts = theme.inTexts.get(candidate.phrase) ?? candidate.inTitles;
      return { ...candidate, inTexts, score: scoreName(candidate, inTexts, { theme, everywhere }) };
    })
    .filter(({ score }) => score > 0);
  return { papers: theme.papers, names: names.sort(byScore), terms: strongTerms(theme, everywhere) };
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.phrase < b.phrase ? -1 : 1);
}

function scoreName(
  { phrase, words, inTitles }: Candidate,
  inTexts: ReadonlySet<number>,
  { theme, everywhere }: { readonly theme: Tally; readonly everywhere: Everywhere },
): number {
  if (words.length === 1 && backgroundOf(phrase).share > mostShareAlone) return 0;
  const coverage = (inTitles.size + inTexts.size) / (2 * theme.papers);
  const rarity = Math.min(1, Math.max(...words.map(rarityOf)) / rareEnough);
  const odds = Math.min(oddsEnough, logOdds(phrase, words, { inTexts: inTexts.size, theme, everywhere }));
  const worth = (words.length > 1 ? phraseWorth : 1) * (inTitles.size === 1 && theme.papers > 1 ? onceWorth : 1);
  return coverage * odds * rarity * worth;
}

/** Share among the theme's papers against share among all others, both smoothed: the one by what papers in general have. */
function logOdds(
  phrase: string,
  words: readonly string[],
  { inTexts, theme, everywhere }: { readonly inTexts: number; readonly theme: Tally; readonly everywhere: Everywhere },
): number {
  const { papers, having } = everywhere(phrase);
  const general = Math.min(...words.map((word) => backgroundOf(word).share)) / words.length;
  const here = (inTexts + 0.1) / (theme.papers + 1);
  const elsewhere = (having - inTexts + 8 * general + 0.1) / (papers - theme.papers + 8);
  return Math.max(0, Math.log(here / elsewhere));
}

function strongTerms(theme: Tally, everywhere: Everywhere): string[] {
  const scored: { readonly term: string; readonly score: number }[] = [];
  for (const [term, papers] of theme.inTexts) {
    if (term.includes(' ') || emptyWords.has(term) || (papers.size < 2 && theme.papers > 1)) continue;
    if (term.length < 3 || term.endsWith('ly') || backgroundOf(term).use === 'verb') continue;
    const odds = logOdds(term, [term], { inTexts: papers.size, theme, everywhere });
    scored.push({ term, score: (papers.size / theme.papers) * odds * rarityOf(term) });
  }
  scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const best = scored.slice(0, mostTerms).filter(({ score }) => score > 0);
  return best.map(({ term }) => mostFrequent(theme.surfaces.get(term)) ?? term);
}

/** The most frequent one; ties go to the shorter, then to the first in the alphabet. */
export function mostFrequent(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  const sorted = [...(counts ?? [])].sort(([a, ofA], [b, ofB]) => ofB - ofA || a.length - b.length || (a < b ? -1 : 1));
  return sorted[0]?.[0];
}
