import type { KeyMatch } from '../pandoc/citationKey.ts';

/** No key is longer; the bound keeps a text of nothing but `@{` linear. */
const bare = /[A-Za-z0-9_](?:[A-Za-z0-9_:.#$%&\-+?~/]{0,1000}[A-Za-z0-9_])?/y;
const braced = /\{([A-Za-z0-9_:.#$%&\-+?~/]{1,1000})\}/y;

/**
 * Reads the key after the `@` at `at` as MyST does: ASCII letters, digits and `_`, with any punctuation of keys between
 * them, several signs in a row included; in braces it may also end in one.
 */
export function matchMystKey(text: string, at: number): KeyMatch | undefined {
  const start = at + 1;
  braced.lastIndex = start;
  const inBraces = braced.exec(text)?.[1];
  if (inBraces !== undefined) {
    const keyEnd = start + 1 + inBraces.length;
    return { key: inBraces, keyStart: start + 1, keyEnd, end: keyEnd + 1 };
  }
  bare.lastIndex = start;
  const key = bare.exec(text)?.[0];
  return key === undefined ? undefined : { key, keyStart: start, keyEnd: start + key.length, end: start + key.length };
}
