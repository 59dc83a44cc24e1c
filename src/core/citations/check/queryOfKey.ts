/** What to search for a paper that somebody called so: the words, names and numbers in a key. */
export function queryOfKey(key: string): string {
  return key
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L}\p{M}*)(?=\p{N})|(\p{N})(?=\p{L}{2})/gu, '$& ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
