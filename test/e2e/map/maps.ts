import { createThemes } from '../../../src/core/themes/fileThemes.ts';
import { otherId } from '../../../src/core/themes/themeIds.ts';
import { MapModel } from '../../../src/core/themeMap/mapModel.ts';
import type { ThemeMap } from '../../../src/core/themeMap/themeMap.ts';
import type { Paper } from '../../../src/core/paper.ts';

/** Two themes far from each other, and a paper of none in the middle. */
export const twoThemes: ThemeMap = {
  keys: ['otter1', 'otter2', 'otter3', 'bread1', 'bread2', 'alone'],
  places: Float32Array.from([0, 0, 1, 0, 0, 1, 10, 6, 9, 6, 5, 3]),
  themeOf: Uint32Array.from([0, 0, 0, 1, 1, 2]),
  themes: [
    { id: 'otters', label: 'Sea Otters', count: 3, isRest: false },
    { id: 'bread', label: 'Sourdough', count: 2, isRest: false },
    { id: 'other', label: 'Other', count: 1, isRest: true },
  ],
  parts: [{ id: 'otters-asleep', label: 'Otters Asleep', theme: 0 }],
  // The first two of the otters.
  partOf: Uint32Array.from([0, 0, 1, 1, 1, 1]),
};

/** The map of papers, as the engine draws it. */
export function mapOf(papers: readonly Paper[]): ThemeMap {
  const themes = createThemes();
  finish(themes.update({ added: papers, changed: [], removed: [] }, papers));
  const shown = themes.themes();
  const numbers = new Map(shown.map(({ id }, number) => [id, number]));
  const themeOf = new Map(papers.map(({ key }) => [key, numbers.get(themes.themesOf(key)[0] ?? otherId) ?? 0]));
  const model = new MapModel();
  finish(model.follow(papers, (key) => themeOf.get(key) ?? -1));
  return {
    keys: papers.map(({ key }) => key),
    places: Float32Array.from(papers.flatMap(({ key }) => model.placeOf(key) ?? [0, 0])),
    themeOf: Uint32Array.from(papers, ({ key }) => themeOf.get(key) ?? 0),
    parts: [],
    partOf: new Uint32Array(papers.length),
    themes: shown.map(({ id, label, keys }) => ({ id, label, count: keys.length, isRest: id === otherId })),
  };
}

function finish(work: Generator<void, void, void>): void {
  while (work.next().done !== true);
}
