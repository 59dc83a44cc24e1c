import { parsePlainName } from '../names/parsePlainName.ts';
import type { PersonName } from '../personName.ts';

/** `J.`, `J.-P.`, `JP`: what stands behind a family name in tables of Scopus and PubMed. */
const initials = /^(?:\p{Lu}\.?[-\s]?){1,4}$/u;
const others = /^(?:(?:and|&)\s)?(?:et\s+al\.?|others|\.\.\.|…)$/i;
/** `Smith JA`: two letters at most, so that a family name in capitals is one. */
const familyInitials = /^(?:\p{Ll}[\p{L}'’]{0,5} ){0,3}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)* \p{Lu}{1,3}$/u;

/**
 * The names in one text: between `;` or `|`, in a list of Python (`['A B', 'C D']`), around "and", or between commas.
 * Commas alone are between `Family, Given` when every second piece is initials, or when each part between "and" has one;
 * else each piece is a name. What stands for names left out ("et al.") is none. Total and linear.
 */
export function authorCell(cell: string): readonly PersonName[] {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  const names = namesOf(text)
    .map((name) => name.trim())
    .map((name) => name.replace(/ ?\(\d{5,}\)$/, '').replace(/ et al\.?$/i, ''))
    .filter((name) => name !== '' && !others.test(name));
  const isTurned = names.length > 1 && names.every((name) => familyInitials.test(name.replace(/\.$/, '')));
  return names.map((name) => parsePlainName(isTurned ? turned(name.replace(/\.$/, '')) : dotted(name)));
}

/** `Smith JA` is `Smith, JA`. */
function turned(name: string): string {
  const at = name.lastIndexOf(' ');
  return `${name.slice(0, at)}, ${name.slice(at + 1)}`;
}

/** `Smith J.-A.` is `Smith, J.-A.`. */
function dotted(name: string): string {
  return name.replace(/^(\p{Lu}[\p{L}'’-]+) ((?:\p{Lu}\.-?)+)$/u, '$1, $2');
}

function namesOf(text: string): readonly string[] {
  if (text.startsWith('[') && text.endsWith(']')) {
    const quoted = [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
    if (quoted.length > 0) return quoted;
  }
  if (text.includes(';')) return text.split(';');
  if (text.includes('|')) return text.split('|');
  const parts = text.split(/,? (?:and|&) /i);
  if (parts.length === 1) return splitCommas(text);
  const isTurned = parts.every((part) => part.split(',').length === 2 || others.test(part.trim()));
  return isTurned ? parts : parts.flatMap(splitCommas);
}

function splitCommas(text: string): readonly string[] {
  const pieces = text.split(/, ?/);
  if (pieces.length === 1) return pieces;
  const seconds = pieces.filter((_, index) => index % 2 === 1);
  if (pieces.length % 2 === 0 && seconds.every((piece) => initials.test(piece))) {
    return seconds.map((piece, index) => `${pieces[index * 2] ?? ''}, ${piece}`);
  }
  // One comma between single words: a name the other way round.
  return pieces.length === 2 && !(pieces[0] ?? '').includes(' ') ? [text] : pieces;
}
