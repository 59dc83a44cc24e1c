import type { PersonName } from '../../personName.ts';
import { cleanLine, escapeTex } from '../texText.ts';

const lowerFirst = /^\P{L}*\p{Ll}/u;
/** A part that would be cut: at commas, at `and`, or taken for BibLaTeX's `family=…`. */
const divided = /,|=|(?:^|\s)and(?:\s|$)/i;

/** Names as a BibTeX value, joined by `and`; names without any letter or sign are left out. */
export function namesTex(names: readonly PersonName[]): string {
  return names
    .map(nameTex)
    .filter((name) => name !== '')
    .join(' and ');
}

/**
 * A name so that BibTeX, Biber and pandoc read its parts: `Ada Stone`, `van der Berg, Jan`, `King, Jr., Martin`. A body
 * stands in braces. A particle that begins with a capital is a part of the family name, for BibTeX knows no such.
 */
function nameTex(name: PersonName): string {
  if ('literal' in name) return whole(cleanLine(name.literal));
  const [given, particle, family, suffix] = [name.given, name.particle, name.family, name.suffix].map((part) =>
    cleanLine(part ?? ''),
  );
  if (family === undefined || family === '') return whole([given, particle, suffix].filter(Boolean).join(' '));
  const last = [particleTex(particle ?? ''), familyTex(family)].filter((part) => part !== '').join(' ');
  const first = partTex(given ?? '');
  if (suffix !== undefined && suffix !== '') return `${last}, ${partTex(suffix)}, ${first}`.trimEnd();
  if (first === '') return family.includes(' ') || particle !== '' ? whole([particle, family].join(' ').trim()) : last;
  const isSimple = particle === '' && !/\s/.test(family) && !hasSmallWord(family) && !hasSmallWord(given ?? '');
  return isSimple ? `${first} ${last}` : `${last}, ${first}`;
}

/** In braces: one word, whatever stands in it. An empty group keeps its first letter from being read as an accent. */
function whole(text: string): string {
  const tex = escapeTex(text);
  return tex === '' ? '' : `{${tex.startsWith('\\') ? '{}' : ''}${tex}}`;
}

function partTex(text: string): string {
  return divided.test(text) ? whole(text) : escapeTex(text);
}

/** Words in small letters before the last one would be a particle, which they are not. */
function familyTex(family: string): string {
  const isDivided = divided.test(family) || hasSmallWord(family.split(' ').slice(0, -1).join(' '));
  return isDivided ? whole(family) : escapeTex(family);
}

function particleTex(particle: string): string {
  return divided.test(particle) ? whole(particle) : escapeTex(particle);
}

function hasSmallWord(text: string): boolean {
  return text.split(' ').some((word) => lowerFirst.test(word));
}
