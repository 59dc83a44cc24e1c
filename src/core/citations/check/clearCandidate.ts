import { editsBetween } from '../../search/editDistance.ts';

/** So many slips of the pen are still clearly the same key. */
const mostSlips = 3;

/** Whether the first of the keys that may be meant instead of an unknown one is clearly the one. */
export function isClearCandidate(key: string, [first, second]: readonly string[]): boolean {
  if (first === undefined) return false;
  const slips = slipsTo(key, first);
  if (second === undefined) return slips !== undefined;
  const others = slipsTo(key, second);
  return slips !== undefined && (others === undefined || slips < others);
}

function slipsTo(key: string, other: string): number | undefined {
  return editsBetween(key.toLowerCase(), other.toLowerCase(), mostSlips);
}
