import { createThemes } from '../../../src/core/themes/fileThemes.ts';
import { otherId } from '../../../src/core/themes/themeIds.ts';
import { MapModel } from '../../../src/core/themeMap/mapModel.ts';
import type { ThemeMap } from '../../../src/core/themeMap/themeMap.ts';
import type { Paper } from '../../../src/core/paper.ts';

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
    themes: shown.map(({ id, label, keys }) => ({ id, label, count: keys.length, isRest: id === otherId })),
  };
}

function finish(work: Generator<void, void, void>): void {
  while (work.next().done !== true);
}
