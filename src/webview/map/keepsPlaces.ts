import type { ThemeMap } from '../../core/themeMap/themeMap.ts';

/** Whether a paper of both maps stands where it stood: if none does, the map was made anew, and what was seen is gone. */
export function keepsPlaces(before: ThemeMap, after: ThemeMap): boolean {
  const stood = new Map(before.keys.map((key, dot) => [key, dot]));
  return after.keys.some((key, dot) => {
    const was = stood.get(key);
    return (
      was !== undefined &&
      before.places[was * 2] === after.places[dot * 2] &&
      before.places[was * 2 + 1] === after.places[dot * 2 + 1]
    );
  });
}
