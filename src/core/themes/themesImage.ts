import type { Centroids } from './centroids.ts';
import type { Frozen, FrozenParts, Place } from './frozen.ts';
import { ImageReader } from './imageReader.ts';
import { paddedBytes } from '../paddedBytes.ts';

/** Papers in one line. */
const atOnce = 2_000;

/** Themes as text and numbers. */
export interface ThemesImage {
  /** Lines of JSON: a head, then keys and prints of papers. */
  readonly lines: readonly string[];
  /** Of four bytes each, a whole multiple of eight bytes. */
  readonly numbers: Uint8Array;
}

/** What stands in the first line of the text part. */
export interface ImageHead {
  readonly names: Frozen['names'];
  readonly order: readonly number[];
  /** Words of the vocabulary, separated by line breaks; `undefined` where there is none. */
  readonly words: string | undefined;
  /** Papers of the vocabulary. */
  readonly papers: number;
  readonly groups: number;
  readonly parts: readonly { readonly group: number; readonly words: number; readonly names: Frozen['names'] }[];
  readonly places: number;
}

/** Writes themes as what can be kept. */
export function* writeThemes(frozen: Frozen): Generator<void, ThemesImage, void> {
  const lines = [JSON.stringify(headOf(frozen))];
  const numbers = numbersOf(frozen);
  yield;
  const places = [...frozen.places];
  for (let from = 0; from < places.length; from += atOnce) {
    const some = places.slice(from, from + atOnce);
    lines.push(JSON.stringify(some.map(([key, { print }]) => [key, print])));
    numbers.push(placeNumbers(some.map(([, place]) => place)));
    yield;
  }
  return { lines, numbers: paddedBytes(numbers) };
}

function headOf({ names, order, words, parts, places }: Frozen): ImageHead {
  return {
    names,
    order,
    words: words === undefined ? undefined : [...words.vocabulary.numbers.keys()].join('\n'),
    papers: words?.vocabulary.papers ?? 0,
    groups: words?.centroids.groups ?? 0,
    parts: [...parts].map(([group, part]) => ({ group, words: part.lens.factors.length, names: part.names })),
    places: places.size,
  };
}

function numbersOf({ words, parts }: Frozen): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const add = ({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array): void => {
    pieces.push(new Uint8Array(buffer, byteOffset, byteLength));
  };
  if (words !== undefined) {
    add(words.vocabulary.weights);
    add(words.centroids.matrix);
  }
  for (const { lens, centroids } of parts.values()) {
    add(Uint32Array.from(lens.numbers.keys()));
    add(lens.factors);
    add(centroids.matrix);
  }
  return pieces;
}

function placeNumbers(places: readonly Place[]): Uint8Array {
  const numbers = Float32Array.from(places.flatMap(({ group, part, nearness }) => [group, part, nearness]));
  return new Uint8Array(numbers.buffer);
}

/** Themes that `writeThemes` wrote; `undefined` for anything else. */
export function readThemes(lines: readonly string[], numbers: ArrayBuffer): Frozen | undefined {
  const reader = new ImageReader(lines, numbers);
  const { head } = reader;
  if (head === undefined) return undefined;
  const words = head.words === undefined ? undefined : wordsOf(reader, head, head.words.split('\n'));
  const parts = new Map(head.parts.map((part): [number, FrozenParts] => [part.group, partsOf(reader, part)]));
  const places = reader.places();
  if (places === undefined || !reader.isAtEnd()) return undefined;
  return { names: head.names, order: head.order, words, parts, places };
}

function wordsOf(reader: ImageReader, { papers, groups }: ImageHead, terms: readonly string[]): Frozen['words'] {
  const weights = reader.floats(terms.length);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  return { vocabulary: { numbers, weights, papers }, centroids: readCentroids(reader, terms.length, groups) };
}

function partsOf(reader: ImageReader, { words, names }: ImageHead['parts'][number]): FrozenParts {
  const numbers = new Map([...reader.integers(words)].map((number, at) => [number, at]));
  const factors = reader.floats(words);
  return { lens: { numbers, factors }, centroids: readCentroids(reader, words, names.length), names };
}

/** The lengths are not kept: only who makes themes anew needs them, and works them out. */
function readCentroids(reader: ImageReader, words: number, groups: number): Centroids {
  return { groups, matrix: reader.floats(words * groups), lengths: new Float64Array(groups) };
}
