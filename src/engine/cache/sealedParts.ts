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

/**
 * Two 32-bit sums, of the words at even and at odd places, in the manner of cyrb53. Every step can be undone, so any one
 * changed word changes its sum; lost and swapped words nearly always do.
 */
export class Checksum {
  #even = 0xdeadbeef;
  #odd = 0x41c6ce57;

  get value(): readonly [number, number] {
    return [this.#even >>> 0, this.#odd >>> 0];
  }

  /** The length must be a multiple of eight bytes. */
  add({ buffer, byteOffset, byteLength }: Uint8Array): void {
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    let even = this.#even;
    let odd = this.#odd;
    for (let at = 0; at < words.length; at += 2) {
      even = Math.imul(even ^ (words[at] ?? 0), 2654435761);
      even ^= even >>> 15;
      odd = Math.imul(odd ^ (words[at + 1] ?? 0), 1597334677);
      odd ^= odd >>> 13;
    }
    this.#even = even;
    this.#odd = odd;
  }
}

function sumOfText(text: string): readonly [number, number] {
  const units = Uint32Array.from(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  const sum = new Checksum();
  sum.add(new Uint8Array(units.buffer));
  return sum.value;
}
