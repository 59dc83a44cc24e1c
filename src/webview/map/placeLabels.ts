import type { Size } from './camera.ts';

/** A name that wants to stand at a place, its middle in pixels. */
export interface Wish extends Size {
  readonly x: number;
  readonly y: number;
}

/** Pixels between two names, and between a name and the rim. */
const gap = 4;

/** Lifts in heights of the name, shifts in its widths: near places first. */
const lifts = [0, -0.7, 0.7, -1.2, 1.2, -1.8, 1.8];
const shifts = [0, -0.3, 0.3, -0.6, 0.6];
const ways = lifts.flatMap((lift) => shifts.map((shift) => ({ lift, shift })));

/**
 * Where names can stand so that none covers another, in the order of the wishes; `undefined` for one that has no room.
 * A name may stand a little above or below its place, and is moved in from the rim; where it can, it covers nothing of
 * what it is to `spare`.
 */
export function placeLabels(
  wishes: readonly Wish[],
  size: Size,
  spare: readonly Wish[] = [],
): readonly (readonly [number, number] | undefined)[] {
  const standing: Wish[] = [];
  return wishes.map((wish) => {
    const { width, height } = wish;
    if (width + 2 * gap > size.width || height + 2 * gap > size.height) return undefined;
    const free = ways
      .map(({ lift, shift }) => ({
        x: clamped(wish.x + shift * width, width / 2 + gap, size.width - width / 2 - gap),
        y: clamped(wish.y + lift * height, height / 2 + gap, size.height - height / 2 - gap),
        width,
        height,
      }))
      .filter((place) => !standing.some((other) => overlaps(place, other)));
    const place = free.find((one) => !spare.some((other) => overlaps(one, other))) ?? free[0];
    if (place === undefined) return undefined;
    standing.push(place);
    return [place.x, place.y];
  });
}

function overlaps(a: Wish, b: Wish): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 * gap && Math.abs(a.y - b.y) * 2 < a.height + b.height + 2 * gap
  );
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
