import { contentHash } from '../library/contentHash.ts';

/** Characters of the hash in a name: 40 bits. */
const hashCharacters = 8;
const maxSlug = 60;

const simpleKey = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** The end that names with a hash have: a key that looks like one gets a hash too, so the two can never meet. */
const hashEnd = /-[a-z0-9]{8}$/;
const device = /^(?:con|prn|aux|nul|clock|conin|conout|com\d|lpt\d)$/;

/**
 * The file name of the note about the paper with this key: safe on every file system, and different for different keys
 * (also those that differ only in case, as file systems may not tell them apart). A plain lower-case key gives
 * `<key>.md`, every other a slug of it and a hash: `dblp-conf-nips-vaswani17-7k2qdm3x.md`. Keys that are the same text
 * in another Unicode normalisation share a name. The mapping must never change: notes are found by it.
 */
export function noteFileName(key: string): string {
  const normal = key.normalize('NFC');
  const simple = simpleKey.test(normal) && normal.length <= 80 && !device.test(normal) && !hashEnd.test(normal);
  return simple ? `${normal}.md` : `${slugOf(normal)}-${contentHash(normal).slice(0, hashCharacters)}.md`;
}

/** `[a-z0-9]` words joined by single hyphens, at most 60 characters; `note` when nothing is left. */
function slugOf(key: string): string {
  const ascii = key
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  return ascii.slice(0, maxSlug).replace(/-+$/, '') || 'note';
}
