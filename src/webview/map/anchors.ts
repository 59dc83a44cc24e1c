import type { ThemeMap } from '../../core/themeMap/themeMap.ts';

/** Where the name of a theme stands on the map, and how many of its papers are to be seen. */
export interface Anchor {
  /** Position in the map's themes. */
  readonly theme: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** A part of the map. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Dots in groups: the themes of a map, or their parts. */
type Grouped = Pick<ThemeMap, 'places' | 'themeOf' | 'themes'>;

const cells = 20;

/** For each theme with papers in the part seen: the middle of where most of them stand. The most papers first. */
export function anchorsIn({ places, themeOf, themes }: Grouped, part: Part): readonly Anchor[] {
  const cell = Math.max(part.right - part.left, part.bottom - part.top) / cells || 1;
  const crowds = themes.map(() => new Map<number, { x: number; y: number; count: number }>());
  const counts = themes.map(() => 0);
  for (const [dot, theme] of themeOf.entries()) {
    const [x, y] = [places[dot * 2] ?? 0, places[dot * 2 + 1] ?? 0];
    if (x < part.left || x > part.right || y < part.top || y > part.bottom) continue;
    counts[theme] = (counts[theme] ?? 0) + 1;
    const at = Math.floor((y - part.top) / cell) * (cells + 1) + Math.floor((x - part.left) / cell);
    const crowd = crowds[theme]?.get(at) ?? { x: 0, y: 0, count: 0 };
    crowds[theme]?.set(at, { x: crowd.x + x, y: crowd.y + y, count: crowd.count + 1 });
  }
  return crowds
    .flatMap((ofTheme, theme): readonly Anchor[] => {
      const middle = middleOf(ofTheme);
      return middle === undefined || themes[theme]?.isRest === true
        ? []
        : [{ theme, x: middle[0], y: middle[1], count: counts[theme] ?? 0 }];
    })
    .sort((a, b) => b.count - a.count || a.theme - b.theme);
}

type Crowds = ReadonlyMap<number, { readonly x: number; readonly y: number; readonly count: number }>;

/** Of the cell that has most dots together with those around it. */
function middleOf(crowds: Crowds): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let most = 0;
  for (const at of crowds.keys()) {
    let [x, y, count] = [0, 0, 0];
    for (const row of [-1, 0, 1]) {
      for (const column of [-1, 0, 1]) {
        const crowd = crowds.get(at + row * (cells + 1) + column);
        if (crowd === undefined) continue;
        [x, y, count] = [x + crowd.x, y + crowd.y, count + crowd.count];
      }
    }
    if (count > most) [best, most] = [[x / count, y / count], count];
  }
  return best;
}

/** The parts of a map's themes, as if they were themes; what is in none is the rest. */
export function partsOf({ places, parts, partOf }: ThemeMap): Grouped {
  const themes = parts.map(({ id, label }) => ({ id, label, count: 0, isRest: false }));
  return { places, themeOf: partOf, themes: [...themes, { id: '', label: '', count: 0, isRest: true }] };
}
