import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PersonName } from '../../personName.ts';

/** `J.`, `J.-P.`, `JP`: what stands behind a family name in tables of Scopus. */
const initials = /^(?:\p{Lu}\.?[-\s]?){1,4}$/u;

/**
 * The names of a cell: between `;` or `|`, in a list of Python (`['A B', 'C D']`), around "and", or between commas. Commas
 * alone are between `Family, Given` when every second piece is initials; else each piece is a name.
 */
export function csvAuthors(cell: string): readonly PersonName[] {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  return namesOf(text)
    .map((name) => name.replace(/\s*\(\d{5,}\)$/, '').trim())
    .filter((name) => name !== '' && !/^(?:et al\.?|others)$/i.test(name))
    .map((name) => parsePlainName(name.replace(/^(\p{Lu}[\p{L}'’-]+) ((?:\p{Lu}\.-?)+)$/u, '$1, $2')));
}

function namesOf(text: string): readonly string[] {
  if (/^\[.*\]$/.test(text)) {
    const quoted = [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
    if (quoted.length > 0) return quoted;
  }
  if (text.includes(';')) return text.split(';');
  if (text.includes('|')) return text.split('|');
  if (/ and /i.test(text)) return text.split(/,? and /i).flatMap((part) => splitCommas(part));
  return splitCommas(text);
}

function splitCommas(text: string): readonly string[] {
  const pieces = text.split(/,\s*/);
  if (pieces.length === 1) return pieces;
  const seconds = pieces.filter((_, index) => index % 2 === 1);
  if (pieces.length % 2 === 0 && seconds.every((piece) => initials.test(piece))) {
    return seconds.map((piece, index) => `${pieces[index * 2] ?? ''}, ${piece}`);
  }
  // One comma between single words: a name the other way round.
  return pieces.length === 2 && !(pieces[0] ?? '').includes(' ') ? [text] : pieces;
}
