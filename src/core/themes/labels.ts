import type { PaperText } from './paperText.ts';
import type { Scored, ThemeWords } from './themeWords.ts';
import { type Composed, composeLabel, isShortFor } from './composeLabel.ts';
import { themeWordsOf } from './themeWords.ts';
import { rarityOf } from './background.ts';
import { titleCase } from './titleCase.ts';
import { tokensOf } from './tokenise.ts';
import { isSameWord } from './wordStem.ts';

/** What a theme is called and the words that make it. */
export interface Label {
  readonly label: string;
  readonly terms: readonly string[];
}

/** Words of a label that is made of a title. */
const mostWords = 3;
/** What a name is worth whose word already stands in the label of another theme. */
const repeated = 0.3;
/** The same where only its commoner words do. */
const partlyRepeated = 0.8;
/** Names of a theme that are looked at. */
const mostNames = 60;

/** What else labels must keep to. */
export interface LabelRules {
  /** The label of a theme that has one already. */
  readonly kept?: readonly (string | undefined)[];
  /** Words that stand above all the labels: none repeats them. */
  readonly saidAlready?: string | undefined;
}

/**
 * Labels for themes, each given by its most central papers: one phrase of their titles, or two names joined by "and".
 * No two are alike, whatever the case; `taken` are labels that no theme may have.
 */
export function* labelThemes(
  themes: readonly (readonly PaperText[])[],
  taken: readonly string[],
  { kept = [], saidAlready = '' }: LabelRules = {},
): Generator<void, readonly Label[], void> {
  // Parts of a theme are of a large library.
  const words = yield* themeWordsOf(themes, saidAlready !== '');
  const labels = words.map((_, at) => kept[at] ?? '');
  const said = { words: wordsOf(saidAlready), names: saidAlready.split(/ (?:and|·) /).map(termsOf) };
  const usedWords = new Set(labels.flatMap(termsOf));
  const usedLabels = new Set([...taken, ...labels].map((label) => label.toLowerCase()));
  for (const at of surestFirst(words)) {
    const theme = words[at];
    if (theme === undefined || kept[at] !== undefined) continue;
    const names = discounted(theme.names, { usedWords, said });
    const label = composeLabel(names, theme.papers, usedLabels) ?? unused(titleFallback(themes[at] ?? []), usedLabels);
    labels[at] = label.text;
    usedLabels.add(label.text.toLowerCase());
    for (const word of label.words) usedWords.add(word);
    yield;
  }
  return words.map(({ terms }, at) => ({ label: labels[at] ?? '', terms }));
}

/** The words of a label, compounds by their parts, too. */
function wordsOf(label: string): string[] {
  return tokensOf(label).flatMap(({ term, parts }) => parts.concat(term));
}

function termsOf(label: string): string[] {
  return tokensOf(label).map(({ term }) => term);
}

/** The themes whose best name is best choose first. */
function surestFirst(words: readonly ThemeWords[]): number[] {
  const best = words.map(({ names }) => names[0]?.score ?? 0);
  return [...best.keys()].sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0) || a - b);
}

/** The words that stand above the labels, and the names that they make. */
interface Said {
  readonly words: readonly string[];
  readonly names: readonly (readonly string[])[];
}

function isSaid(word: string, { words, names }: Said): boolean {
  return words.some((other) => isSameWord(word, other)) || names.some((name) => isShortFor(word, name));
}

function discounted(
  names: readonly Scored[],
  { usedWords, said }: { readonly usedWords: ReadonlySet<string>; readonly said: Said },
): Scored[] {
  return names
    .filter(({ words }) => !words.some((word) => isSaid(word, said)))
    .slice(0, mostNames)
    .map((name) => worthLess(name, newness(name, usedWords)))
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
}

function worthLess(name: Scored, factor: number): Scored {
  return factor === 1 ? name : { ...name, score: name.score * factor };
}

/** "Text-to-Image Generation" says something new beside "Video Generation", "Generation of Videos" does not. */
function newness({ words }: Scored, usedWords: ReadonlySet<string>): number {
  if (!words.some((word) => usedWords.has(word))) return 1;
  const [rarest = ''] = words.toSorted((a, b) => rarityOf(b) - rarityOf(a));
  return usedWords.has(rarest) ? repeated : partlyRepeated;
}

/** Where no word of the titles makes a name: the beginning of the most central title. */
function titleFallback(papers: readonly PaperText[]): string {
  for (const { title } of papers) {
    const words = title.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
    if (words.length > 0) return titleCase(words.slice(0, mostWords).join(' ').slice(0, 60));
  }
  return 'Untitled';
}

function unused(text: string, usedLabels: ReadonlySet<string>): Composed {
  let free = text;
  for (let number = 2; usedLabels.has(free.toLowerCase()); number += 1) free = `${text} ${String(number)}`;
  return { text: free, words: [] };
}
