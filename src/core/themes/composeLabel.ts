import type { Scored } from './themeWords.ts';
import { mostFrequent } from './themeWords.ts';
import { titleCase } from './titleCase.ts';
import { isUnspaced } from './tokenise.ts';

/** Words of a label, "and" not counted. */
const mostWords = 3;
/** A phrase that stands in this share of the papers needs no second name beside it: of many papers, and of a few. */
const enoughOfMany = 0.2;
const enoughOfFew = 0.5;
/** So many papers are many. */
const many = 20;
/** A phrase is taken for its own word ("Semantic Segmentation" for "Segmentation") if it is worth this share of it. */
const leastPhrase = 0.4;
/** A longer phrase is taken for a shorter one that it holds if it stands in this share of its papers. */
const leastLonger = 0.6;
/** A single word that this share of the titles has needs no second one. */
const enoughTitles = 0.4;
/** A second name worth less than this share of the first is left out: beside a phrase, and beside a single word. */
const leastSecond = 0.25;
const leastBesideWord = 0.12;
/** A plural is shown where titles have it this often against the most frequent form. */
const leastPlural = 0.3;

/** A label with the folded words of its names. */
export interface Composed {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * The best label that is not `used` (lower case) for a theme of `papers` papers with these names, best first: one phrase
 * where it says enough, else two names joined by "and". `undefined` when there is none.
 */
export function composeLabel(
  names: readonly Scored[],
  papers: number,
  used: ReadonlySet<string>,
): Composed | undefined {
  for (const best of names) {
    const first = phraseFor(best, names, papers);
    if (isBegun(first) && first !== names.at(-1)) continue;
    const second = secondFor(first, names, papers);
    const both = second === undefined ? [first] : [first, second].sort((a, b) => b.words.length - a.words.length);
    for (const chosen of [both, [first], [best]]) {
      const text = joined(chosen.map(({ surfaces }) => titleCase(surfaceOf(surfaces))));
      if (!used.has(text.toLowerCase())) return { text, words: chosen.flatMap(({ words }) => words) };
    }
  }
  return undefined;
}

/** Whether titles have a single word only before another: "animal" of "animal behavior". */
function isBegun({ words, ends }: Scored): boolean {
  return words.length === 1 && ends === 0;
}

/** The phrase that says a name better: a single word in the phrase it mostly stands in, a phrase in a longer one. */
function phraseFor(name: Scored, names: readonly Scored[], papers: number): Scored {
  const longer = names.filter(
    (other) => other.words.length > name.words.length && name.words.every((word) => other.words.includes(word)),
  );
  const best =
    name.words.length > 1
      ? longer.find((other) => other.inTexts.size >= Math.max(2, name.inTexts.size * leastLonger))
      : longer.find((other) => isBegun(name) || other.score >= name.score * leastPhrase);
  const standsWell = name.words.length === 1 && name.inTitles.size >= papers * enoughTitles && papers >= many;
  if (best === undefined || (standsWell && !isBegun(name))) return name;
  // Of two phrases in the same papers the longer one: "unmanned aerial vehicle", not "aerial vehicle".
  return name.words.length > 1 ? best : phraseFor(best, names, papers);
}

function secondFor(first: Scored, names: readonly Scored[], papers: number): Scored | undefined {
  const { words, inTexts, inTitles, score } = first;
  if (words.length === mostWords) return undefined;
  const enough = papers >= many ? enoughOfMany : enoughOfFew;
  if (words.length > 1 ? inTexts.size >= papers * enough : inTitles.size >= papers * enoughTitles && papers >= many)
    return undefined;
  const least = score * (words.length > 1 ? leastSecond : leastBesideWord);
  let best: { readonly name: Scored; readonly worth: number } | undefined;
  for (const name of names) {
    if (isBegun(name)) continue;
    if (name.words.length + words.length > mostWords || name.words.some((word) => alike(word, words))) continue;
    const added = [...name.inTexts.keys()].filter((paper) => !inTexts.has(paper)).length / name.inTexts.size;
    const worth = name.score * (1 + added / 2);
    if (name.score >= least && worth > (best?.worth ?? 0)) best = { name, worth };
  }
  return best?.name;
}

/** Whether a word is one of the others or of the same stem (`harm`, `harmful`). */
function alike(word: string, others: readonly string[]): boolean {
  return others.some((other) => other.startsWith(word.slice(0, 5)) || word.startsWith(other.slice(0, 5)));
}

/** As titles write it most often; in the plural where that is common, for a theme is about more than one. */
function surfaceOf(surfaces: ReadonlyMap<string, number>): string {
  const usual = mostFrequent(surfaces) ?? '';
  const plurals = new Map([...surfaces].filter(([surface]) => /[^su]s$/.test(surface)));
  const plural = mostFrequent(plurals);
  if (plural === undefined || (plurals.get(plural) ?? 0) < (surfaces.get(usual) ?? 0) * leastPlural) return usual;
  return plural;
}

function joined([first = '', second]: readonly string[]): string {
  if (second === undefined) return first;
  return isUnspaced(first + second) ? `${first} · ${second}` : `${first} and ${second}`;
}
