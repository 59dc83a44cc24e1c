import type { PaperText } from '../themes/paperText.ts';
import { vectorOf } from '../themes/vectors.ts';
import { boundsOf, DotGrid } from './dotGrid.ts';
import type { MapBase } from './mapBase.ts';
import { chanceOf, rimPlace } from './rimPlace.ts';

/** Papers of the base that say where a paper belongs. */
const guides = 6;
/** A free place is so far from every dot of the base: as much as the gaps between dots that stand close. */
const free = 0.5;
const tries = 400;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Places papers by a base and their own text alone: none of them moves another. */
export class PlacesByBase {
  readonly #base: MapBase;
  readonly #grid: DotGrid;
  readonly #bounds: ReturnType<typeof boundsOf>;

  constructor(base: MapBase) {
    this.#base = base;
    this.#grid = new DotGrid(base.places, 1);
    this.#bounds = boundsOf(base.places);
  }

  /** x and y. A paper that reads as it did in the base stands where it stood. */
  of(paper: PaperText): readonly [number, number] {
    const own = this.#base.numbers.get(paper.key);
    const known = own === undefined ? undefined : this.#base.papers[own];
    if (own !== undefined && known?.title === paper.title && known.abstract === paper.abstract)
      return this.#placeOf(own);
    const { terms, values } = vectorOf(paper, this.#base.vocabulary);
    const found = this.#base.near.of(terms, values, { most: guides, self: -1 });
    if (found.length === 0) return rimPlace(paper.key, this.#bounds);
    return this.#freePlace(this.#placeOf(this.#middle(found)), paper.key);
  }

  #placeOf(dot: number): readonly [number, number] {
    return [this.#base.places[dot * 2] ?? 0, this.#base.places[dot * 2 + 1] ?? 0];
  }

  /** The one that is least far from the others, the nearer ones counting more: a mean may lie where there is nothing. */
  #middle(found: ReturnType<MapBase['near']['of']>): number {
    let best = found[0]?.paper ?? 0;
    let least = Infinity;
    for (const { paper, nearness } of found) {
      const [x, y] = this.#placeOf(paper);
      let far = 0;
      for (const other of found) {
        const [ox, oy] = this.#placeOf(other.paper);
        far += other.nearness ** 2 * Math.hypot(x - ox, y - oy);
      }
      const cost = far / nearness;
      if (cost < least) [best, least] = [paper, cost];
    }
    return best;
  }

  /** Outwards in a spiral from a place, begun by the key. */
  #freePlace([x, y]: readonly [number, number], key: string): readonly [number, number] {
    const [turn, out] = chanceOf(key);
    for (let at = 0; at < tries; at += 1) {
      const angle = turn * 2 * Math.PI + at * goldenAngle;
      const reach = 0.5 * Math.sqrt(at + 1 + out);
      const place = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach] as const;
      if (this.#grid.nearest(place[0], place[1], free) === undefined) return place;
    }
    return [x + Math.cos(turn * 2 * Math.PI) * out, y + Math.sin(turn * 2 * Math.PI) * out];
  }
}
