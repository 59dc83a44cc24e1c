import type { Scored } from './themeWords.ts';
import { mostFrequent } from './themeWords.ts';
import { titleCase } from './titleCase.ts';
import { isUnspaced } from './unspaced.ts';
import { isSameWord } from './wordStem.ts';

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
/** And in this share of the titles. */
const leastUsual = 0.4;
/** A single word that this share of the titles has needs no second one. */
const enoughTitles = 0.4;
/**
 * What a second name must be worth against the first, how much it must be the theme's own, and the share of the papers that
 * it must add: beside a phrase, and beside a single word, which says little.
 */
const besidePhrase = { score: 0.25, own: 1, added: 0.08 };
const besideWord = { score: 0.12, own: 0.5, added: 0 };
/** A theme of so many papers is not named after one of its titles. */
const leastToShare = 6;
/** A name stands in two titles and this share of the papers, or in fewer titles but more of the papers. */
const leastShare = 0.03;
const leastTexts = 0.3;
const longestAcronym = 5;
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
  const shared = names.filter((name) => isShared(name, papers));
  for (const best of [...shared, ...names]) {
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

/** Whether a name is of the theme, not of one of its papers. */
function isShared({ inTitles, inTexts }: Scored, papers: number): boolean {
  if (papers < leastToShare) return true;
  return inTexts.size >= papers * (inTitles.size > 1 ? leastShare : leastTexts);
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
      ? longer.find(
          (other) => other.inTexts.size >= Math.max(2, name.inTexts.size * leastLonger) && isUsual(other, name),
        )
      : longer.find((other) => isBegun(name) || isBetter(other, name, papers));
  const standsWell = name.words.length === 1 && name.inTitles.size >= papers * enoughTitles && papers >= many;
  if (best === undefined || (standsWell && !isBegun(name))) return name;
  // Of two phrases in the same papers the longer one: "unmanned aerial vehicle", not "aerial vehicle".
  return name.words.length > 1 ? best : phraseFor(best, names, papers);
}

function isBetter(phrase: Scored, word: Scored, papers: number): boolean {
  return phrase.inTitles.size > 0 && phrase.score >= word.score * leastPhrase && isShared(phrase, papers);
}

/** Whether titles have a longer name about as often as the shorter one. */
function isUsual(longer: Scored, shorter: Scored): boolean {
  const titles = shorter.inTitles.size;
  return longer.inTitles.size > 0 && longer.inTitles.size >= Math.max(Math.min(2, titles), titles * leastUsual);
}

function secondFor(first: Scored, names: readonly Scored[], papers: number): Scored | undefined {
  const { words, inTexts, inTitles, score } = first;
  if (words.length === mostWords) return undefined;
  const enough = papers >= many ? enoughOfMany : enoughOfFew;
  if (words.length > 1 ? inTexts.size >= papers * enough : inTitles.size >= papers * enoughTitles && papers >= many)
    return undefined;
  const least = words.length > 1 ? besidePhrase : besideWord;
  let best: { readonly name: Scored; readonly worth: number } | undefined;
  for (const name of names) {
    if (isBegun(name) || name.own < least.own || !isShared(name, papers)) continue;
    if (name.words.length + words.length > mostWords || repeats(name.words, words)) continue;
    const added = [...name.inTexts.keys()].filter((paper) => !inTexts.has(paper)).length;
    const worth = name.score * (1 + added / name.inTexts.size / 2);
    if (added < papers * least.added) continue;
    if (name.score >= score * least.score && worth > (best?.worth ?? 0)) best = { name, worth };
  }
  return best?.name;
}

/** Whether two names share a word, or one is short for the other: "UAV" for "aerial vehicle". */
function repeats(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.some((word) => other.some((another) => isSameWord(word, another))) ||
    isShortFor(one.join(' '), other) ||
    isShortFor(other.join(' '), one)
  );
}

/** Whether a word is made of the first letters of others. */
export function isShortFor(word: string, words: readonly string[]): boolean {
  return words.length > 1 && word.length <= longestAcronym && word.includes(words.map(([initial]) => initial).join(''));
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
