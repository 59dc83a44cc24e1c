import { Cyrb53 } from '../text/cyrb53.ts';

/** Maps a text to at least `hashLength` characters of `hashAlphabet`; equal texts give equal hashes. */
export type ContentHash = (text: string) => string;

/** Lower-case letters and digits without the look-alikes 0/o and 1/l. */
export const hashAlphabet = '23456789abcdefghijkmnpqrstuvwxyz';

/** Characters that `contentHash` gives: 50 bits. */
export const hashLength = 10;

/**
 * A stable, not cryptographic hash of the UTF-16 units of a text: cyrb53 by bryc (public domain), its two 32-bit halves
 * written as five characters each. It is part of citation keys that people have cited: it must never change.
 */
export function contentHash(text: string): string {
  const hash = new Cyrb53();
  hash.add(text);
  const [first, second] = hash.halves();
  return fiveCharacters(second) + fiveCharacters(first);
}

/** The upper 25 of 32 bits. */
function fiveCharacters(bits: number): string {
  let text = '';
  for (let shift = 27; shift >= 7; shift -= 5) text += hashAlphabet.charAt((bits >>> shift) & 31);
  return text;
}
