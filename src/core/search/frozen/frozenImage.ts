import type { FrozenData } from './frozenIndex.ts';
import { tokensVersion } from '../paperTokens.ts';
import { fieldCount, searchFields } from '../searchFields.ts';

/** Of this layout. */
const layoutVersion = 1;

/** A number that differs when another version would index the same papers otherwise. */
function indexVersion(): number {
  let version = 0;
  for (const unit of JSON.stringify([layoutVersion, tokensVersion, searchFields.map(({ name }) => name)])) {
    version = Math.imul(version ^ (unit.codePointAt(0) ?? 0), 2654435761);
  }
  return version >>> 0;
}

const names = ['shared', 'offsets', 'papers', 'counts', 'tokenOffsets', 'tokens', 'prints', 'years', 'flags'] as const;
const headLength = names.length + 3;
const separator = '\n';

type Arrays = Pick<FrozenData, (typeof names)[number]>;

/**
 * The index as bytes, in pieces: a head of 32-bit numbers (version, lengths), then each array, then terms and keys as
 * UTF-16 units, each piece padded to eight bytes. In the byte order of this machine. `undefined` when a key or a term
 * cannot be written so.
 */
export function writeFrozen(frozen: FrozenData): readonly Uint8Array[] | undefined {
  const terms = unitsOf(frozen.terms);
  const keys = unitsOf(frozen.keys);
  if (terms === undefined || keys === undefined) return undefined;
  const head = Uint32Array.from([
    indexVersion(),
    ...names.map((name) => frozen[name].length),
    terms.length,
    keys.length,
  ]);
  return [head, ...names.map((name) => frozen[name]), terms, keys].map(padded);
}

/** Reads what `writeFrozen` wrote, without copying arrays; `undefined` for anything else, an older version above all. */
export function readFrozen(bytes: ArrayBuffer): FrozenData | undefined {
  if (bytes.byteLength < headLength * 4) return undefined;
  const head = new Uint32Array(bytes, 0, headLength);
  if (head[0] !== indexVersion()) return undefined;
  const reader = new PieceReader(bytes, paddedLength(headLength * 4));
  const [, ...lengths] = head;
  const length = (index: number): number => lengths[index] ?? 0;
  const arrays: Arrays = {
    shared: reader.take(Uint8Array, length(0)),
    offsets: reader.take(Uint32Array, length(1)),
    papers: reader.take(Uint32Array, length(2)),
    counts: reader.take(Uint8Array, length(3)),
    tokenOffsets: reader.take(Uint32Array, length(4)),
    tokens: reader.take(Uint32Array, length(5)),
    prints: reader.take(Uint32Array, length(6)),
    years: reader.take(Int16Array, length(7)),
    flags: reader.take(Uint8Array, length(8)),
  };
  const terms = textsOf(reader.take(Uint16Array, length(9)));
  const keys = textsOf(reader.take(Uint16Array, length(10)));
  return reader.isAtEnd && fits(arrays, terms.length, keys.length) ? { ...arrays, terms, keys } : undefined;
}

function fits(arrays: Arrays, terms: number, keys: number): boolean {
  return (
    arrays.shared.length === terms &&
    arrays.offsets.length === terms * fieldCount + 1 &&
    rises(arrays.offsets) &&
    arrays.offsets.at(-1) === arrays.papers.length &&
    arrays.counts.length === arrays.papers.length &&
    arrays.tokenOffsets.length === keys * fieldCount + 1 &&
    rises(arrays.tokenOffsets) &&
    arrays.tokenOffsets.at(-1) === arrays.tokens.length &&
    arrays.prints.length === keys * 2 &&
    arrays.years.length === keys &&
    arrays.flags.length === keys
  );
}

/** Whatever else a file holds, no part of it is then read for ever. */
function rises(offsets: Uint32Array): boolean {
  for (let at = 1; at < offsets.length; at += 1) if ((offsets[at] ?? 0) < (offsets[at - 1] ?? 0)) return false;
  return true;
}

interface ArrayKind<A> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): A;
  new (buffer: ArrayBuffer, offset: number, length: number): A;
}

class PieceReader {
  readonly #bytes: ArrayBuffer;
  #at: number;
  #isShort = false;

  constructor(bytes: ArrayBuffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Whether all pieces were there, and nothing else. */
  get isAtEnd(): boolean {
    return !this.#isShort && this.#at === this.#bytes.byteLength;
  }

  /** The next piece; an empty one when there is not so much left. */
  take<A>(kind: ArrayKind<A>, length: number): A {
    const start = this.#at;
    this.#at += paddedLength(length * kind.BYTES_PER_ELEMENT);
    this.#isShort ||= this.#at > this.#bytes.byteLength;
    return this.#isShort ? new kind(0) : new kind(this.#bytes, start, length);
  }
}

function paddedLength(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function padded({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  if (byteLength % 8 === 0) return bytes;
  const whole = new Uint8Array(paddedLength(byteLength));
  whole.set(bytes);
  return whole;
}

/** Texts one after the other; `undefined` when one holds the separator. */
function unitsOf(texts: readonly string[]): Uint16Array | undefined {
  if (texts.some((text) => text.includes(separator))) return undefined;
  const all = texts.map((text) => text + separator).join('');
  const units = new Uint16Array(all.length);
  for (let at = 0; at < all.length; at += 1) units[at] = all.charCodeAt(at);
  return units;
}

function textsOf(units: Uint16Array): readonly string[] {
  const atOnce = 8_192;
  let all = '';
  for (let at = 0; at < units.length; at += atOnce) all += textOf(units.subarray(at, at + atOnce));
  const texts = all.split(separator);
  texts.pop();
  return texts;
}

/** Without spreading the units into arguments one by one, which takes longer. */
function textOf(units: Uint16Array): string {
  const text: unknown = Reflect.apply(String.fromCharCode, undefined, units);
  return typeof text === 'string' ? text : '';
}
