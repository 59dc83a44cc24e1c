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
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return fiveCharacters(h2) + fiveCharacters(h1);
}

/** The upper 25 of 32 bits. */
function fiveCharacters(bits: number): string {
  let text = '';
  for (let shift = 27; shift >= 7; shift -= 5) text += hashAlphabet.charAt((bits >>> shift) & 31);
  return text;
}
