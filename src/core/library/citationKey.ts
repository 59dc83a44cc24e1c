import type { ContentHash } from './contentHash.ts';
import { contentHash } from './contentHash.ts';
import { titleKey } from './paperIdentity.ts';
import { titleSlug } from './titleSlug.ts';

/** Characters of the hash in a key as people see it. */
const shortHash = 5;

/**
 * The key of a paper that has none: `amadeusgpt-7k2qd`, a slug of the title and five characters of the hash of its
 * normalised form. A function of the title alone, so that other papers, files, order and sessions never change it.
 * ASCII; starts with a letter or digit; single hyphens between letters and digits: Pandoc reads it without braces.
 */
export function generatedKey(title: string, hash: ContentHash = contentHash): string {
  return `${titleSlug(title)}-${hash(titleKey(title)).slice(0, shortHash)}`;
}

/**
 * What a paper is called when several works claim the `generatedKey` of its title, or a file's key is the same: the
 * slug with the whole hash of the title; then, for works of equal titles, with the whole hash of title and
 * `discriminator` (DOI, arXiv id, year and author).
 */
export function longerKeys(
  title: string,
  discriminator: string,
  hash: ContentHash = contentHash,
): readonly [string, string] {
  const slug = titleSlug(title);
  const normal = titleKey(title);
  return [`${slug}-${hash(normal)}`, `${slug}-${hash(`${normal}\n${discriminator}`)}`];
}
