import type { PaperText } from './paperText.ts';
import type { Scored, ThemeWords } from './themeWords.ts';
import { mostFrequent, themeWordsOf } from './themeWords.ts';
import { titleCase } from './titleCase.ts';
import { isUnspaced, tokensOf } from './tokenise.ts';

/** What a theme is called and the words that make it. */
export interface Label {
  readonly label: string;
  readonly terms: readonly string[];
}

/** Words of a label, "and" not counted. */
const mostWords = 3;
/** A phrase that stands in this share of the papers needs no second name beside it. */
const enoughAlone = 0.6;
/** A second name worth less than this share of the first is left out. */
const leastSecond = 0.25;
/** A single word nearly always gets a second one: alone it says too little. */
const leastBesideWord = 0.12;
/** What a name is worth whose word already stands in the label of another theme. */
const repeated = 0.3;
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
  const words = yield* themeWordsOf(themes);
  const labels = words.map((_, at) => kept[at] ?? '');
  const said = new Set(termsOf(saidAlready));
  const usedWords = new Set(labels.flatMap(termsOf));
  const usedLabels = new Set([...taken, ...labels].map((label) => label.toLowerCase()));
  for (const at of surestFirst(words)) {
    const theme = words[at];
    if (theme === undefined || kept[at] !== undefined) continue;
    const names = discounted(theme.names, { usedWords, said });
    const label = composed(theme, names, usedLabels) ?? unused(titleFallback(themes[at] ?? []), usedLabels);
    labels[at] = label.text;
    usedLabels.add(label.text.toLowerCase());
    for (const word of label.words) usedWords.add(word);
    yield;
  }
  return words.map(({ terms }, at) => ({ label: labels[at] ?? '', terms }));
}

function termsOf(label: string): string[] {
  return tokensOf(label).map(({ term }) => term);
}

/** The themes whose best name is best choose first. */
function surestFirst(words: readonly ThemeWords[]): number[] {
  const best = words.map(({ names }) => names[0]?.score ?? 0);
  return [...best.keys()].sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0) || a - b);
}

function discounted(
  names: readonly Scored[],
  { usedWords, said }: { readonly usedWords: ReadonlySet<string>; readonly said: ReadonlySet<string> },
): Scored[] {
  return names
    .filter(({ words }) => !words.some((word) => said.has(word)))
    .slice(0, mostNames)
    .map((name) => (name.words.some((word) => usedWords.has(word)) ? repeatedName(name) : name))
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
}

function repeatedName(name: Scored): Scored {
  return { ...name, score: name.score * repeated };
}

interface Composed {
  readonly text: string;
  readonly words: readonly string[];
}

/** The best free label of a theme: the best name, with a second one where the first leaves much of the theme out. */
function composed(theme: ThemeWords, names: readonly Scored[], usedLabels: ReadonlySet<string>): Composed | undefined {
  for (const first of names) {
    const second = secondFor(first, names, theme.papers);
    const both = second === undefined ? [first] : [first, second];
    for (const chosen of [both.sort((a, b) => b.words.length - a.words.length), [first]]) {
      const text = joined(chosen.map(({ surfaces }) => titleCase(mostFrequent(surfaces) ?? '')));
      if (!usedLabels.has(text.toLowerCase())) return { text, words: chosen.flatMap(({ words }) => words) };
    }
  }
  return undefined;
}

function secondFor(first: Scored, names: readonly Scored[], papers: number): Scored | undefined {
  if (first.words.length === mostWords) return undefined;
  if (first.words.length > 1 && first.inTexts.size >= papers * enoughAlone) return undefined;
  let best: { readonly name: Scored; readonly worth: number } | undefined;
  for (const name of names) {
    if (name.words.length + first.words.length > mostWords || name.words.some((word) => alike(word, first.words)))
      continue;
    const added = [...name.inTexts.keys()].filter((paper) => !first.inTexts.has(paper)).length / name.inTexts.size;
    const worth = name.score * (1 + added / 2);
    if (
      name.score >= first.score * (first.words.length > 1 ? leastSecond : leastBesideWord) &&
      worth > (best?.worth ?? 0)
    )
      best = { name, worth };
  }
  return best?.name;
}

/** Whether a word is one of the others or of the same stem (`harm`, `harmful`). */
function alike(word: string, others: readonly string[]): boolean {
  return others.some((other) => other.startsWith(word.slice(0, 5)) || word.startsWith(other.slice(0, 5)));
}

function joined([first = '', second]: readonly string[]): string {
  if (second === undefined) return first;
  return isUnspaced(first + second) ? `${first} · ${second}` : `${first} and ${second}`;
}

/** Where no word of the titles makes a name: the beginning of the most central title. */
function titleFallback(papers: readonly PaperText[]): string {
  for (const { title } of papers) {
    const words = title.match(/[\p{L}\p{N}][^\s:;,.!?()[\]{}<>]*/gu) ?? [];
    if (words.length > 0) return titleCase(words.slice(0, mostWords).join(' ').slice(0, 60));
  }
  return 'Untitled';
}

function unused(text: string, usedLabels: ReadonlySet<string>): Composed {
  let free = text;
  for (let number = 2; usedLabels.has(free.toLowerCase()); number += 1) free = `${text} ${String(number)}`;
  return { text: free, words: [] };
}
