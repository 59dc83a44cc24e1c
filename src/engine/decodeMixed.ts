const lowestContinuation = 0x80;
const highestContinuation = 0xbf;

/**
 * Decodes bytes that are UTF-8 but for some: a byte that is in no valid sequence is read as Windows-1252, which is what a
 * line pasted from another file mostly is. A sequence that the end of the bytes cuts off becomes U+FFFD: nothing tells
 * what it was. Also gives the offset in the text of the first such place; `undefined` when all is valid. Linear.
 */
export function decodeMixed(bytes: Uint8Array): { readonly text: string; readonly firstOdd: number | undefined } {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const windows1252 = new TextDecoder('windows-1252');
  const pieces: string[] = [];
  let firstOdd: number | undefined;
  let length = 0;
  let start = 0;
  function push(piece: string): void {
    pieces.push(piece);
    length += piece.length;
  }
  for (let at = 0; at < bytes.length;) {
    const size = sequenceSize(bytes, at);
    if (size > 0) {
      at += size;
      continue;
    }
    push(utf8.decode(bytes.subarray(start, at)));
    firstOdd ??= length;
    const isCut = size < 0;
    push(isCut ? '\uFFFD' : windows1252.decode(bytes.subarray(at, at + 1)));
    at = isCut ? bytes.length : at + 1;
    start = at;
  }
  push(utf8.decode(bytes.subarray(start)));
  return { text: pieces.join('').replace(/^\uFEFF/, ''), firstOdd };
}

/** Bytes of the UTF-8 sequence at `at`; 0 when it is none, -1 when it would be one but for the end of the bytes. */
function sequenceSize(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let next = 1; next < size; next += 1) {
    const byte = bytes[at + next];
    if (byte === undefined) return -1;
    const low = next === 1 ? (lowestSecond.get(lead) ?? lowestContinuation) : lowestContinuation;
    const high = next === 1 ? (highestSecond.get(lead) ?? highestContinuation) : highestContinuation;
    if (byte < low || byte > high) return 0;
  }
  return size;
}

/** Second bytes that would be overlong forms, surrogates or beyond Unicode are out (Unicode, table 3-7). */
const lowestSecond: ReadonlyMap<number, number> = new Map([
  [0xe0, 0xa0],
  [0xf0, 0x90],
]);
const highestSecond: ReadonlyMap<number, number> = new Map([
  [0xed, 0x9f],
  [0xf4, 0x8f],
]);
