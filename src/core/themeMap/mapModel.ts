import type { PaperText } from '../themes/paperText.ts';
import { printOf, type KeptMap, type KeptPaper } from './keptMap.ts';
import { makeBase, mostInBase, restoreBase, type MapBase } from './mapBase.ts';
import { PlacesByBase } from './placeByBase.ts';

/** Papers that must have come or gone before the map is made anew; from 32 papers on it is a quarter of them. */
const leastChurn = 8;
const papersPerStep = 32;

interface Placed {
  readonly paper: PaperText;
  readonly place: readonly [number, number];
}

/**
 * Where papers stand on the map: near those with the same words. Once made it is frozen: a paper that comes or changes is
 * placed by its own text, and nothing that happens to a paper moves another. It is made anew when a quarter of the
 * papers came or went since, from where they stood.
 */
export class MapModel {
  #base: MapBase | undefined;
  /** Made with the base. */
  #places: PlacesByBase | undefined;
  #placed: ReadonlyMap<string, Placed> = new Map();
  /** Of an earlier session, until the first papers come. */
  #kept: KeptMap | undefined;
  /** Something stands elsewhere than when it was last kept. */
  #isOther = false;

  /** Goes on with the map of an earlier session. */
  constructor(kept?: KeptMap) {
    this.#kept = kept;
  }

  /**
   * Follows the library. `groupOf` gives the number of a paper's theme; it matters only when the map is made. A generator
   * so that the caller can breathe: each step takes a few milliseconds.
   */
  *follow(papers: readonly PaperText[], groupOf: (key: string) => number): Generator<void, void, void> {
    if (this.#kept !== undefined && papers.length > 0) yield* this.#restore(papers, this.#kept);
    if (this.#isDue(papers)) yield* this.#make(papers, groupOf);
    const placed = new Map<string, Placed>();
    let kept = 0;
    for (const [at, paper] of papers.entries()) {
      const { key, title, abstract } = paper;
      const before = this.#placed.get(key);
      const isSame = before !== undefined && before.paper.title === title && before.paper.abstract === abstract;
      if (isSame) kept += 1;
      const place = isSame ? before.place : this.#places?.of(paper);
      placed.set(key, { paper: { key, title, abstract }, place: place ?? [0, 0] });
      if (at % papersPerStep === papersPerStep - 1) yield;
    }
    this.#isOther ||= kept < placed.size || kept < this.#placed.size;
    this.#placed = placed;
  }

  /** What a later session needs to go on; `undefined` when it is what was asked for last. */
  toKeep(): KeptMap | undefined {
    if (!this.#isOther || this.#base === undefined) return undefined;
    this.#isOther = false;
    const { unit, numbers } = this.#base;
    const papers = [...this.#placed].map(
      ([
        key,
        {
          paper,
          place: [x, y],
        },
      ]) => {
        return { key, x, y, print: printOf(paper), isBase: numbers.has(key) };
      },
    );
    return { unit, papers };
  }

  /** x and y of a paper; `undefined` of one that `follow` did not see. */
  placeOf(key: string): readonly [number, number] | undefined {
    return this.#placed.get(key)?.place;
  }

  #isDue(papers: readonly PaperText[]): boolean {
    if (this.#base === undefined) return papers.length > 0;
    const { numbers } = this.#base;
    const stayed = papers.reduce((count, { key }) => count + (numbers.has(key) ? 1 : 0), 0);
    // A sample stands for the others, too.
    const share = papers.length > mostInBase ? numbers.size / papers.length : 1;
    const came = Math.max(0, papers.length * share - stayed);
    return came + numbers.size - stayed >= Math.max(leastChurn, numbers.size / 4);
  }

  /** Papers that read as they did stand where they stood. */
  *#restore(papers: readonly PaperText[], kept: KeptMap): Generator<void, void, void> {
    this.#kept = undefined;
    const before = new Map(kept.papers.map((one) => [one.key, one]));
    const stayed: { readonly paper: PaperText; readonly was: KeptPaper }[] = [];
    for (const [at, { key, title, abstract }] of papers.entries()) {
      const was = before.get(key);
      if (was !== undefined && was.print === printOf({ title, abstract }))
        stayed.push({ paper: { key, title, abstract }, was });
      if (at % papersPerStep === papersPerStep - 1) yield;
    }
    const base = stayed.filter(({ was }) => was.isBase).sort((a, b) => (a.was.key < b.was.key ? -1 : 1));
    if (base.length === 0) return;
    const places = Float32Array.from(base.flatMap(({ was: { x, y } }) => [x, y]));
    this.#base = yield* restoreBase(
      base.map(({ paper }) => paper),
      places,
      kept.unit,
    );
    this.#places = new PlacesByBase(this.#base);
    this.#placed = new Map(stayed.map(({ paper, was: { x, y } }) => [paper.key, { paper, place: [x, y] }]));
  }

  *#make(papers: readonly PaperText[], groupOf: (key: string) => number): Generator<void, void, void> {
    const sorted = papers
      .map(({ key, title, abstract }) => ({ key, title, abstract }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    yield;
    const sample = strided(sorted, mostInBase);
    const known = sample.filter(({ key }) => this.#placed.has(key)).length;
    const [base, places] = [this.#base, this.#places];
    const isLike = base !== undefined && places !== undefined && known * 2 >= sample.length;
    this.#base = yield* makeBase({
      papers: sample,
      groupOf: Int32Array.from(sample, ({ key }) => groupOf(key)),
      before: isLike
        ? { unit: base.unit, placeOf: (paper) => this.#placed.get(paper.key)?.place ?? places.of(paper) }
        : undefined,
    });
    this.#places = new PlacesByBase(this.#base);
    this.#placed = new Map();
  }
}

/** At most `most` of them, evenly spread. */
function strided<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]).flatMap(
    (item) => item ?? [],
  );
}
