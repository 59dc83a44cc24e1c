import type { PersonName } from '../personName.ts';

const particles = new Set(
  "von van der den de del della di da dos du la le el al bin ibn ter ten zu zur af av auf y d' l' d’ l’".split(' '),
);
const suffix = /^(?:jr\.?|sr\.?|i{2,3}|iv|2nd|3rd)$/i;
/** Words that only bodies have in their names. */
const body =
  /(?:^| )(?:of|for|and|the|&|team|group|consortium|collaboration|network|committee|commission|society|association|agency|ministry|department|foundation|institute?|cent(?:er|re)|laborator(?:y|ies)|labs?|universit\p{L}{1,4}|organi[sz]ation|inc\.?|ltd\.?|gmbh)(?= |$)/iu;

/**
 * A name as reference managers write it: `Family, Given`, `Family, Given, Jr.`, `van den Berg, Jan`, or `Given Family`.
 * Particles in lower case before the family name, or behind the given ones, are particles. A name of one word, or without
 * a comma and longer than five words, or with nothing behind its comma, or of a body (`Gemini Team`) is taken as it is.
 */
export function parsePlainName(text: string): PersonName {
  const name = text.replace(/\s+/g, ' ').trim();
  const [family = '', given = '', third = ''] = name.split(/ ?, ?/);
  if (given === '' && third === '') return name.includes(',') ? { literal: family || name } : unseparated(name);
  if (family === '') return unseparated(given || third);
  // `Ramakrishnan, IV`: without given names these are initials.
  if (third === '') return /^[js]r\.?$/i.test(given) ? withSuffix(family, given) : person(family, given, '');
  if (suffix.test(given)) return person(family, third, given);
  return person(family, given, third);
}

/** `Martin Luther King, Jr.` */
function withSuffix(name: string, suffixText: string): PersonName {
  const parts = unseparated(name);
  return 'literal' in parts ? { literal: `${name}, ${suffixText}` } : { ...parts, suffix: suffixText };
}

function unseparated(name: string): PersonName {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5 || body.test(name)) return { literal: name };
  const end = suffix.test(words.at(-1) ?? '') && words.length > 2 ? words.length - 1 : words.length;
  let start = end - 1;
  while (start > 1 && particles.has(words[start - 1] ?? '')) start -= 1;
  return person(words.slice(start, end).join(' '), words.slice(0, start).join(' '), words.slice(end).join(' '));
}

function person(family: string, given: string, suffixText: string): PersonName {
  const words = family.split(' ');
  let leading = 0;
  while (leading < words.length - 1 && particles.has(words[leading] ?? '')) leading += 1;
  const { first, last } = givenParts(given, suffixText === '');
  const trailing = leading === 0 ? particlesAtEnd(first) : 0;
  const particle = [...words.slice(0, leading), ...first.slice(first.length - trailing)].join(' ');
  const givenText = first.slice(0, first.length - trailing).join(' ');
  const suffixed = suffixText || last;
  return {
    family: words.slice(leading).join(' '),
    ...(givenText === '' ? {} : { given: givenText }),
    ...(particle === '' ? {} : { particle }),
    ...(suffixed === '' ? {} : { suffix: suffixed }),
  };
}

/** PubMed writes `King, Martin Luther Jr`. */
function givenParts(
  given: string,
  mayHaveSuffix: boolean,
): { readonly first: readonly string[]; readonly last: string } {
  const words = given.split(' ');
  const last = words.at(-1) ?? '';
  const isSuffixed = mayHaveSuffix && words.length > 1 && suffix.test(last);
  return isSuffixed ? { first: words.slice(0, -1), last } : { first: words, last: '' };
}

/** How many of the last words are particles; the first word never is. */
function particlesAtEnd(words: readonly string[]): number {
  let count = 0;
  while (count < words.length - 1 && particles.has(words[words.length - 1 - count] ?? '')) count += 1;
  return count;
}
