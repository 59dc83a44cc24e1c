import type { PersonName } from '../personName.ts';
import { decodeTex, isPlainText } from './decodeTex.ts';
import { closingBraces } from './texBraces.ts';
import { extendedName } from './texExtendedName.ts';
import { texNameWords, type TexNameParts } from './texNameWords.ts';

const simpleLower = /^[a-z]/;
const simpleUpper = /^[A-Z]/;
const lowerLetter = /^\P{L}*\p{Ll}/u;

/**
 * The names of a BibTeX or BibLaTeX author or editor value, by BibTeX's rules (N. Markey, "Tame the BeaST", 11): `First
 * von Last`, `von Last, First`, `von Last, Jr, First`; von words begin with a small letter. A name all in braces is a
 * body: `literal`. BibLaTeX's `family=…, given=…` is read too. Empty names and an `others` or `et al.` at the end are left
 * out. A suffix is one only between commas, as in BibTeX: `John Smith Jr.` has the family name `Jr.`.
 */
export function parseTexNames(value: string): readonly PersonName[] {
  if (value === '') return [];
  const lists = texNameWords(value);
  const last = lists.at(-1);
  const names: PersonName[] = [];
  const text = isPlainText(value) ? joined : decoded;
  const mayBeExtended = value.includes('=');
  for (const parts of last !== undefined && isOthers(last) ? lists.slice(0, -1) : lists) {
    const name = (mayBeExtended ? extendedName(parts) : undefined) ?? nameOf(parts, text);
    if (name !== undefined) names.push(name);
  }
  return names;
}

function isOthers(parts: TexNameParts): boolean {
  return parts.length === 1 && /^(?:others|et al\.?)$/i.test(parts[0]?.join(' ') ?? '');
}

function nameOf(parts: TexNameParts, text: TextOf): PersonName | undefined {
  const [first = [], second = [], ...rest] = parts;
  if (parts.length === 1) {
    const [word = ''] = first;
    if (first.length === 1 && isBraced(word)) return literalOf(word);
    const vonStart = first.slice(0, -1).findIndex(isLower);
    const givenEnd = vonStart < 0 ? first.length - 1 : vonStart;
    return personName({ given: first.slice(0, givenEnd), ...vonLast(first.slice(givenEnd)) }, text);
  }
  // `{Body}, ` is that body. Beyond two commas BibTeX takes commas for white space.
  const given = rest.length === 0 ? second : rest.flat();
  const suffix = rest.length === 0 ? [] : second;
  const [word = ''] = first;
  if (first.length === 1 && given.length + suffix.length === 0 && isBraced(word)) return literalOf(word);
  return personName({ given, suffix, ...vonLast(first) }, text);
}

/** Everything up to the last small word is the particle, but the last word is always the name. */
function vonLast(words: readonly string[]): { readonly von: readonly string[]; readonly family: readonly string[] } {
  const vonEnd = words.slice(0, -1).findLastIndex(isLower) + 1;
  return { von: words.slice(0, vonEnd), family: words.slice(vonEnd) };
}

interface RawName {
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly von: readonly string[];
  readonly suffix?: readonly string[];
}

function personName(raw: RawName, text: TextOf): PersonName | undefined {
  const family = text(raw.family);
  const given = text(raw.given);
  const particle = text(raw.von);
  const suffix = text(raw.suffix ?? []);
  if (family === '') {
    // `, John`: what there is, is the name.
    const only = [given, particle, suffix].filter((part) => part !== '').join(' ');
    return only === '' ? undefined : { family: only };
  }
  // Most names have nothing else. Spreading is slow, and authors are the most numerous values of a file.
  if (particle === '' && suffix === '') return given === '' ? { family } : { family, given };
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== '' && { particle }),
    ...(suffix !== '' && { suffix }),
  };
}

function literalOf(word: string): PersonName | undefined {
  const literal = decodeTex(word);
  return literal === '' ? undefined : { literal };
}

/** The text of some words. */
type TextOf = (words: readonly string[]) => string;

function decoded(words: readonly string[]): string {
  return words.length === 0 ? '' : decodeTex(words.join(' '));
}

/** Of words without TeX. */
function joined(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : words.join(' ');
}

/** Whether one pair of braces holds all of a word; `{\"U}` is a letter. */
function isBraced(word: string): boolean {
  return word.startsWith('{') && word[1] !== '\\' && closingBraces(word)[0] === word.length - 1;
}

/** Small by the first letter outside braces, or of an accent or letter command (`{\"u}`, `{\o}`). */
function isLower(word: string): boolean {
  if (simpleLower.test(word)) return true;
  if (simpleUpper.test(word)) return false;
  return lowerLetter.test(decodeTex(withoutGroups(word)));
}

/** A word without its `{…}`, but with what TeX calls special characters: `{\…}`. */
function withoutGroups(word: string): string {
  if (!word.includes('{')) return word;
  const closing = closingBraces(word);
  let kept = '';
  for (let i = 0; i < word.length; i += 1) {
    const close = closing[i] ?? 0;
    if (
      close > 0 &&
      word[i + 1] !== '\\' &&
      word[i - 1] !== '\\' &&
      !/\\[^a-zA-Z]$|\\[a-zA-Z]{1,30}$/.test(word.slice(Math.max(0, i - 32), i))
    )
      i = close;
    else kept += word.charAt(i);
  }
  return kept;
}
