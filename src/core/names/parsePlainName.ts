import type { PersonName } from '../personName.ts';

const particles = new Set(
  'von van der den de del della di da dos du la le el al bin ibn ter ten zu zur af av auf y'.split(' '),
);
const suffix = /^(?:jr\.?|sr\.?|i{2,3}|iv|2nd|3rd)$/i;

/**
 * A name as reference managers write it: `Family, Given`, `Family, Given, Jr.`, `van den Berg, Jan`, or `Given Family`.
 * Particles in lower case before the family name, or behind the given ones, are particles. A name of one word, or without
 * a comma and longer than five words, is taken as it is.
 */
export function parsePlainName(text: string): PersonName {
  const name = text.replace(/\s+/g, ' ').trim();
  const [family = '', given = '', third = ''] = name.split(/\s*,\s*/);
  if (given === '' && third === '') return unseparated(family);
  if (suffix.test(given) && third !== '') return person(family, third, given);
  return person(family, given, third);
}

function unseparated(name: string): PersonName {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5) return { literal: name };
  const end = suffix.test(words.at(-1) ?? '') && words.length > 2 ? words.length - 1 : words.length;
  let start = end - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return person(words.slice(start, end).join(' '), words.slice(0, start).join(' '), words.slice(end).join(' '));
}

function person(family: string, given: string, suffixText: string): PersonName {
  const words = family.split(' ');
  let leading = 0;
  while (leading < words.length - 1 && isParticle(words[leading] ?? '')) leading += 1;
  const givens = given.split(' ');
  let trailing = givens.length;
  while (leading === 0 && trailing > 1 && isParticle(givens[trailing - 1] ?? '')) trailing -= 1;
  const particle = [...words.slice(0, leading), ...givens.slice(trailing)].join(' ');
  const first = givens.slice(0, trailing).join(' ');
  return {
    family: words.slice(leading).join(' '),
    ...(first === '' ? {} : { given: first }),
    ...(particle === '' ? {} : { particle }),
    ...(suffixText === '' ? {} : { suffix: suffixText }),
  };
}

function isParticle(word: string): boolean {
  return particles.has(word) || (/^\p{Ll}/u.test(word) && word.length <= 4 && /^(?:d|l|t)['’]$/.test(word));
}
