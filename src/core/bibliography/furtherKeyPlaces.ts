import type { OffsetRange } from '../citations/citation.ts';
import { byStart } from '../citations/offsetRanges.ts';
import { referringFields } from './bibtexFile.ts';
import { scanBibtex } from './bibtexScan.ts';

const referring = new RegExp(
  String.raw`(?<![\w-])(?:${referringFields.join('|')})\s{0,20}=\s{0,20}[{"]([^{}"]{1,4000})[}"]`,
  'gi',
);
/** Of an item of CSL JSON: what may hold its key. */
const keyMembers = /"(?:id|citation-key|citekey)"\s{0,20}:\s{0,20}"([^"\\\r\n]{1,1000})"/g;

/**
 * Where a bibliography file names the entry of this key besides the place of the key itself: `crossref` and its kin in
 * BibTeX (whose keys BibTeX reads in any case), the other members of an item of CSL JSON that hold it. Total; linear.
 */
export function furtherKeyPlaces(fileName: string, text: string, key: string): readonly OffsetRange[] {
  if (/\.(?:bib|bibtex)$/i.test(fileName)) return inBibtex(text, key);
  return /\.json$/i.test(fileName) ? placesOf(keyMembers, text, (value) => value === key) : [];
}

function inBibtex(text: string, key: string): readonly OffsetRange[] {
  const folded = key.toLowerCase();
  const isKey = (name: string): boolean => name.toLowerCase() === folded;
  return scanBibtex(text).flatMap(({ start, end, fields }) => {
    if (!referringFields.some((name) => fields.has(name))) return [];
    const places = placesOf(referring, text.slice(start, end), isKey);
    return places.map((place) => ({ start: place.start + start, end: place.end + start }));
  });
}

/** The parts between commas that are the key, in the values that a pattern takes at its end. */
function placesOf(pattern: RegExp, text: string, isKey: (name: string) => boolean): readonly OffsetRange[] {
  const found: OffsetRange[] = [];
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(pattern)) {
    let at = index + whole.length - 1 - value.length;
    for (const part of value.split(',')) {
      const name = part.trim();
      const start = at + part.length - part.trimStart().length;
      if (isKey(name)) found.push({ start, end: start + name.length });
      at += part.length + 1;
    }
  }
  return found.sort(byStart);
}
