import { Cyrb53 } from '../text/cyrb53.ts';
import type { boundsOf } from './dotGrid.ts';

const whole = 2 ** 32;

/** Two numbers from 0 to before 1 that belong to a key: the same every time, and different for different keys. */
export function chanceOf(key: string): readonly [number, number] {
  const hash = new Cyrb53();
  hash.add(key);
  const [first, second] = hash.halves();
  return [first / whole, second / whole];
}

/** A place outside the bounds of what belongs together, by the key alone. */
export function rimPlace(
  key: string,
  { left, top, width, height }: ReturnType<typeof boundsOf>,
): readonly [number, number] {
  const [turn, out] = chanceOf(key);
  const angle = turn * 2 * Math.PI;
  const least = Math.max(width, height) * 0.1 || 1;
  const reach = 1.05 + 0.1 * out;
  return [
    left + width / 2 + Math.cos(angle) * reach * (Math.SQRT1_2 * width + least),
    top + height / 2 + Math.sin(angle) * reach * (Math.SQRT1_2 * height + least),
  ];
}
