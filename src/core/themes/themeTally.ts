import type { PaperText } from './paperText.ts';
import { backgroundOf } from './background.ts';
import { isContent } from './form.ts';
import { tokensOf } from './tokenise.ts';
import { wordStem } from './wordStem.ts';

/** Which papers of a theme (positions in its sample) have which words. */
export interface ThemeTally {
  readonly papers: number;
  /** Papers with a single word, or with a phrase of the titles of any theme, in title or abstract. */
  readonly having: ReadonlyMap<string, ReadonlySet<number>>;
  /** How its texts write a single word, in lower case. */
  readonly surfaces: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Stems of the words of each paper; `undefined` in a large library, where exact words are frequent enough. */
  readonly stems: readonly ReadonlySet<string>[] | undefined;
}

/** How much a paper counts that has the words of a phrase, but apart or in other forms. */
const apart = 0.5;
const papersPerStep = 8;
const mostWords = 3;
/** A word that more papers than this have says too little by itself ("image", "control"). */
const mostShareAlone = 0.09;

/** Whether a word is too common in papers in general to mean something by itself. */
export function isGeneric(word: string): boolean {
  return backgroundOf(word).share > mostShareAlone;
}

/** Counts the words of the papers of a theme, and those of the phrases that stand in them. Yields every 8 papers. */
export function* tallyTheme(
  papers: readonly PaperText[],
  phrases: ReadonlySet<string>,
  isSmall: boolean,
): Generator<void, ThemeTally, void> {
  const having = new Map<string, Set<number>>();
  const surfaces = new Map<string, Map<string, number>>();
  const stems: Set<string>[] = [];
  for (const [paper, { title, abstract, keywords = [] }] of papers.entries()) {
    const ofPaper = new Set<string>();
    for (const text of [title, abstract, ...keywords]) tallyText(text, paper, { having, surfaces, phrases });
    if (isSmall) addStems([title, abstract, ...keywords].join(' ; '), ofPaper);
    stems.push(ofPaper);
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  return { papers: papers.length, having, surfaces, stems: isSmall ? stems : undefined };
}

interface Counting {
  readonly having: Map<string, Set<number>>;
  readonly surfaces: Map<string, Map<string, number>>;
  readonly phrases: ReadonlySet<string>;
}

function tallyText(text: string, paper: number, { having, surfaces, phrases }: Counting): void {
  const tokens = tokensOf(text);
  for (const [at, { term, surface }] of tokens.entries()) {
    if (!isContent(term)) continue;
    add(having, term, paper);
    const lower = surface.toLowerCase();
    const ways = surfaces.get(term) ?? new Map<string, number>();
    surfaces.set(term, ways.set(lower, (ways.get(lower) ?? 0) + 1));
    let phrase = term;
    for (let next = at + 1; next < at + mostWords && tokens[next]?.joined === true; next += 1) {
      phrase += ` ${tokens[next]?.term ?? ''}`;
      if (phrases.has(phrase)) add(having, phrase, paper);
    }
  }
}

function add(sets: Map<string, Set<number>>, key: string, value: number): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

/** Stems of words met lately: each name is looked up in every theme. Never changes a result. */
const knownStems = new Map<string, string>();
const mostStems = 20_000;

function stemOf(word: string): string {
  const known = knownStems.get(word);
  if (known !== undefined) return known;
  if (knownStems.size >= mostStems) knownStems.clear();
  const stem = wordStem(word);
  knownStems.set(word, stem);
  return stem;
}

function addStems(text: string, stems: Set<string>): void {
  for (const { term, parts } of tokensOf(text)) {
    stems.add(stemOf(term));
    for (const part of parts) stems.add(stemOf(part));
  }
}

/** The papers that have a word or phrase, each with how much it counts (1, or less where the words stand apart). */
export function papersHaving(
  { having, stems }: ThemeTally,
  phrase: string,
  words: readonly string[],
): ReadonlyMap<number, number> {
  const exact = having.get(phrase);
  const papers = new Map<number, number>();
  for (const paper of exact ?? []) papers.set(paper, 1);
  if (stems === undefined || (words.length > 1 && words.some(isGeneric))) return papers;
  const wanted = words.map(stemOf);
  for (const [paper, ofPaper] of stems.entries()) {
    if (papers.has(paper) || !wanted.every((stem) => ofPaper.has(stem))) continue;
    papers.set(paper, words.length > 1 ? apart : 1);
  }
  return papers;
}

/** How many papers have a word or phrase, as `papersHaving` counts them. */
export function countHaving(tally: ThemeTally, phrase: string, words: readonly string[]): number {
  if (tally.stems === undefined) return tally.having.get(phrase)?.size ?? 0;
  let sum = 0;
  for (const count of papersHaving(tally, phrase, words).values()) sum += count;
  return sum;
}
