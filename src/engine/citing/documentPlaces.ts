import type { CitedPlaces } from '../../core/citations/citedPlaces.ts';
import type { Range } from '../../core/text/position.ts';
import { ownText } from '../ownText.ts';
import type { DocumentPlace } from '../paperEngine.ts';

/** Numbers of one cluster: its range, the lengths in bytes of its three texts, how many keys follow. */
const clusterNumbers = 8;
/** Numbers of one key: which one, its range. */
const keyNumbers = 5;

/**
 * The places of one document, packed: as many bytes as the sentences have, so that a large workspace costs little, and
 * nothing that keeps the text of the document in memory.
 */
export class DocumentPlaces {
  /** What the document cites, each key once, in its order. */
  readonly keys: readonly string[];
  /** By the number of a key: how often it is cited. */
  readonly #counts: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #texts: Uint8Array;

  constructor(clusters: readonly CitedPlaces[]) {
    const keys = new Map<string, number>();
    const counts: number[] = [];
    const numbers: number[] = [];
    const texts: string[] = [];
    const encoder = new TextEncoder();
    for (const { range, before, citation, after, keys: cited } of clusters) {
      const lengths = [before, citation, after].map((text) => encoder.encode(text).length);
      numbers.push(...numbersOf(range), ...lengths, cited.length);
      for (const { key, range: keyRange } of cited) {
        const number = keys.get(key) ?? keys.size;
        if (number === keys.size) keys.set(ownText(key), number);
        counts[number] = (counts[number] ?? 0) + 1;
        numbers.push(number, ...numbersOf(keyRange));
      }
      texts.push(before, citation, after);
    }
    this.keys = [...keys.keys()];
    this.#counts = Uint32Array.from(counts);
    this.#numbers = Uint32Array.from(numbers);
    this.#texts = encoder.encode(texts.join(''));
  }

  /** How often one of these keys is cited. */
  count(keys: ReadonlySet<string>): number {
    return this.keys.reduce((sum, key, number) => sum + (keys.has(key) ? (this.#counts[number] ?? 0) : 0), 0);
  }

  /** The first `most` places that cite one of these keys, in the order of the document. */
  places(uri: string, keys: ReadonlySet<string>, most: number): readonly DocumentPlace[] {
    const places: DocumentPlace[] = [];
    for (const found of this.#find(keys)) {
      if (places.length === most) break;
      places.push({ uri, ...this.#placeAt(found) });
    }
    return places;
  }

  *#find(
    keys: ReadonlySet<string>,
  ): Generator<{ readonly cluster: number; readonly item: number; readonly text: number }> {
    const sought = new Set(this.keys.flatMap((key, number) => (keys.has(key) ? number : [])));
    let text = 0;
    for (let cluster = 0; cluster < this.#numbers.length;) {
      const items = this.#at(cluster + clusterNumbers - 1);
      const first = cluster + clusterNumbers;
      for (let item = first; item < first + items * keyNumbers; item += keyNumbers) {
        if (sought.has(this.#at(item))) yield { cluster, item, text };
      }
      text += this.#at(cluster + 4) + this.#at(cluster + 5) + this.#at(cluster + 6);
      cluster = first + items * keyNumbers;
    }
  }

  #placeAt({
    cluster,
    item,
    text,
  }: {
    readonly cluster: number;
    readonly item: number;
    readonly text: number;
  }): Omit<DocumentPlace, 'uri'> {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const citation = text + this.#at(cluster + 4);
    const after = citation + this.#at(cluster + 5);
    const end = after + this.#at(cluster + 6);
    const textOf = (from: number, to: number): string => decoder.decode(this.#texts.subarray(from, to));
    return {
      key: this.keys[this.#at(item)] ?? '',
      range: this.#rangeAt(cluster),
      keyRange: this.#rangeAt(item + 1),
      before: textOf(text, citation),
      citation: textOf(citation, after),
      after: textOf(after, end),
    };
  }

  #rangeAt(at: number): Range {
    return {
      start: { line: this.#at(at), character: this.#at(at + 1) },
      end: { line: this.#at(at + 2), character: this.#at(at + 3) },
    };
  }

  #at(index: number): number {
    return this.#numbers[index] ?? 0;
  }
}

function numbersOf({ start, end }: Range): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}
