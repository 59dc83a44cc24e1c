/**
 * Parts of bytes in one file that tells when it is not what was written: a head with a mark, a stamp of who may read it,
 * and of each part its length and a checksum. All parts begin at multiples of eight bytes.
 */

/** `PSC1` in the byte order of the machine: a file of another one is not read. */
const mark = 0x50534331;
const numbersBefore = 4;
const numbersOfPart = 3;
/** More parts are not what we wrote. */
const maxParts = 8;

/** Length in bytes, and checksum. */
export interface PartSeal {
  readonly length: number;
  readonly checksum: readonly [number, number];
}

/** What stands in the head of a file. */
export interface SealedHead {
  /** Bytes of the head itself: the parts follow it. */
  readonly length: number;
  readonly parts: readonly PartSeal[];
}

/** Bytes of the head of a file with the most parts. */
export const mostHeadBytes = headBytes(maxParts);

function headBytes(parts: number): number {
  return Math.ceil(((numbersBefore + parts * numbersOfPart) * 4) / 8) * 8;
}

export function writeSealedHead(stamp: string, parts: readonly PartSeal[]): Uint8Array {
  const head = new Uint32Array(headBytes(parts.length) / 4);
  head.set([mark, ...sumOfText(stamp), parts.length]);
  for (const [index, { length, checksum }] of parts.entries()) {
    head.set([length, ...checksum], numbersBefore + index * numbersOfPart);
  }
  return new Uint8Array(head.buffer);
}

/** Reads a head from the first `mostHeadBytes` of a file (or all of it); `undefined` when it is not ours or not for `stamp`. */
export function readSealedHead(stamp: string, start: ArrayBuffer): SealedHead | undefined {
  const numbers = new Uint32Array(start, 0, Math.trunc(start.byteLength / 4));
  const [found, first, second, count = 0] = numbers;
  const [wantedFirst, wantedSecond] = sumOfText(stamp);
  if (found !== mark || first !== wantedFirst || second !== wantedSecond || count > maxParts) return undefined;
  const length = headBytes(count);
  if (start.byteLength < length) return undefined;
  const parts = Array.from({ length: count }, (_, index): PartSeal => {
    const at = numbersBefore + index * numbersOfPart;
    return { length: numbers[at] ?? 0, checksum: [numbers[at + 1] ?? 0, numbers[at + 2] ?? 0] };
  });
  return { length, parts };
}

/** Whether a part is what was written. */
export function isWhole({ length, checksum }: PartSeal, bytes: ArrayBuffer): boolean {
  if (bytes.byteLength !== length) return false;
  const sum = new Checksum();
  sum.add(new Uint8Array(bytes));
  const [first, second] = sum.value;
  return first === checksum[0] && second === checksum[1];
}

/** Two 32-bit sums over words, in the manner of cyrb53: any changed, lost or swapped word changes them. */
export class Checksum {
  #first = 0xdeadbeef;
  #second = 0x41c6ce57;

  get value(): readonly [number, number] {
    return [this.#first >>> 0, this.#second >>> 0];
  }

  /** The length must be a multiple of four bytes. */
  add({ buffer, byteOffset, byteLength }: Uint8Array): void {
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    let first = this.#first;
    let second = this.#second;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      first = Math.imul(first ^ word, 2654435761);
      first ^= first >>> 15;
      second = Math.imul(second ^ word, 1597334677);
      second ^= second >>> 13;
    }
    this.#first = first;
    this.#second = second;
  }
}

function sumOfText(text: string): readonly [number, number] {
  const units = Uint32Array.from(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  const sum = new Checksum();
  sum.add(new Uint8Array(units.buffer));
  return sum.value;
}
