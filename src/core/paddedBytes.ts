/** A blank: bytes of text are padded with it. */
export const blank = 0x20;

/** Pieces one after the other, and `fill` up to a multiple of eight bytes. */
export function paddedBytes(pieces: readonly Uint8Array[], fill = 0): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const all = new Uint8Array(Math.ceil(length / 8) * 8).fill(fill, length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
