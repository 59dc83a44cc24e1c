import { DotGrid } from './dotGrid.ts';

const rounds = 24;
const dotsPerStep = 1_000;

/**
 * Moves dots (x and y by turns, changed in place) that stand nearer than `apart` away from each other, so that each can
 * be seen and pointed at. Dots at the same place part by their numbers.
 */
export function* spreadOut(places: Float32Array, apart: number): Generator<void, void, void> {
  for (let round = 0; round < rounds; round += 1) {
    const grid = new DotGrid(places, apart);
    yield;
    let moved = 0;
    for (let dot = 0; dot * 2 < places.length; dot += 1) {
      if (dot % dotsPerStep === dotsPerStep - 1) yield;
      grid.near(places[dot * 2] ?? 0, places[dot * 2 + 1] ?? 0, apart, (other) => {
        if (other > dot) moved += part(places, dot, other, apart);
      });
    }
    if (moved === 0) break;
  }
}

/** Moves two dots half of what they are too near, each; gives how many were: 1 or 0. */
function part(places: Float32Array, one: number, other: number, apart: number): number {
  const dx = (places[one * 2] ?? 0) - (places[other * 2] ?? 0);
  const dy = (places[one * 2 + 1] ?? 0) - (places[other * 2 + 1] ?? 0);
  const distance = Math.hypot(dx, dy);
  if (distance >= apart * 0.99) return 0;
  const move = (apart - distance) / 2;
  const isSame = distance < apart / 1_000;
  const angle = one * 2.4 + other;
  const mx = move * (isSame ? Math.cos(angle) : dx / distance);
  const my = move * (isSame ? Math.sin(angle) : dy / distance);
  places[one * 2] = (places[one * 2] ?? 0) + mx;
  places[one * 2 + 1] = (places[one * 2 + 1] ?? 0) + my;
  places[other * 2] = (places[other * 2] ?? 0) - mx;
  places[other * 2 + 1] = (places[other * 2 + 1] ?? 0) - my;
  return 1;
}
