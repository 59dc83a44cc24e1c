import type { PaperRow } from '../paperEngine.ts';
import { paddedBytes } from '../../core/paddedBytes.ts';

/** Rows between two yields. */
const atOnce = 500;

/**
 * Writes what rows show, as bytes in pieces of whole words: how many there are, where each ends, then each as JSON.
 * A paper that has gone since it was indexed has no row.
 */
export function* writeRows(
  count: number,
  rowAt: (index: number) => PaperRow | undefined,
): Generator<void, readonly Uint8Array[], void> {
  const encoder = new TextEncoder();
  const ends = new Uint32Array(count + 1 + ((count + 1) % 2));
  ends[0] = count;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let from = 0; from < count; from += atOnce) {
    let text = '';
    const lengths: number[] = [];
    for (let index = from; index < Math.min(count, from + atOnce); index += 1) {
      const json = textOf(rowAt(index));
      text += json;
      lengths.push(isAscii(json) ? json.length : encoder.encode(json).length);
    }
    for (const [offset, bytes] of lengths.entries()) {
      length += bytes;
      ends[1 + from + offset] = length;
    }
    pieces.push(encoder.encode(text));
    yield;
  }
  return [new Uint8Array(ends.buffer), paddedBytes(pieces)];
}

function isAscii(text: string): boolean {
  return /^[^\u0080-\uFFFF]*$/.test(text);
}

/** Rows of an earlier session; each is read when it is asked for. */
export class CachedRows {
  readonly #ends: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();

  /** `bytes` as `writeRows` wrote them. */
  constructor(bytes: ArrayBuffer) {
    const [count = 0] = new Uint32Array(bytes, 0, Math.min(1, Math.trunc(bytes.byteLength / 4)));
    const words = count + 1 + ((count + 1) % 2);
    const isWhole = words * 4 <= bytes.byteLength;
    this.#ends = isWhole ? new Uint32Array(bytes, 4, count) : new Uint32Array(0);
    this.#bytes = isWhole ? new Uint8Array(bytes, words * 4) : new Uint8Array(0);
  }

  get count(): number {
    return this.#ends.length;
  }

  /** The row of the paper `key`; `undefined` when there is none. */
  row(index: number, key: string): PaperRow | undefined {
    const end = this.#ends[index];
    if (end === undefined) return undefined;
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    return parseRow(key, this.#decoder.decode(this.#bytes.subarray(start, end)));
  }
}

function textOf(row: PaperRow | undefined): string {
  if (row === undefined) return 'null';
  const { title, authors, year, venue, source } = row;
  const { uri, range } = source;
  const { start, end } = range;
  const place = [start.line, start.character, end.line, end.character];
  return JSON.stringify([title, authors, year ?? null, venue ?? null, uri, place]);
}

function parseRow(key: string, text: string): PaperRow | undefined {
  const row = parseJson(text);
  if (!isList(row)) return undefined;
  const [title, authors, year, venue, uri, place] = row;
  if (typeof title !== 'string' || typeof uri !== 'string') return undefined;
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = allOf(place, (one) => typeof one === 'number');
  return {
    key,
    title,
    authors: allOf(authors, (one) => typeof one === 'string'),
    year: typeof year === 'number' ? year : undefined,
    venue: typeof venue === 'string' ? venue : undefined,
    // Known when the papers themselves are there.
    themes: [],
    source: { uri, range: { start: { line, character }, end: { line: endLine, character: endCharacter } } },
  };
}

function allOf<T>(list: unknown, is: (one: unknown) => one is T): readonly T[] {
  return isList(list) ? list.filter(is) : [];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
