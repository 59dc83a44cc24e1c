import type { Paper } from '../../../src/core/paper.ts';
import type { ThemeModel } from '../../../src/core/themes/theme.ts';
import { createThemeModel } from '../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../support/themeCorpus.ts';

/** Trials for one paper added, removed and edited. */
const trials = 20;

/** Prints which share of the other papers change theme when one paper changes, and when the library grows by a quarter. */
export function printStability(papers: readonly Paper[]): void {
  const base = papers.slice(0, Math.floor((papers.length * 4) / 5));
  const model = createThemeModel();
  let now = updateThemes(model, [], { add: base });
  const start = places(model, base);
  const worst = { added: 0, edited: 0, removed: 0 };
  for (const [at, extra] of papers.slice(base.length, base.length + trials).entries()) {
    now = updateThemes(model, now, { add: [extra] });
    worst.added = Math.max(worst.added, moved(model, base, start, ''));
    now = updateThemes(model, now, { add: [themePaper(extra.key, base[at * 3]?.title ?? '', extra.abstract)] });
    worst.edited = Math.max(worst.edited, moved(model, base, start, ''));
    now = updateThemes(model, now, { remove: [extra.key] });
    const gone = base[at * 2]?.key ?? '';
    now = updateThemes(model, now, { remove: [gone] });
    worst.removed = Math.max(worst.removed, moved(model, base, start, gone));
    now = updateThemes(model, now, { add: base.filter(({ key }) => key === gone) });
  }
  updateThemes(model, now, { add: papers.slice(base.length) });
  const shown = Object.entries(worst).map(([what, share]) => `${what} ${percent(share)}`);
  console.log(
    `${String(base.length)} papers, share of the others that move (worst of ${String(trials)}): ${shown.join(', ')}; ` +
      `after growing by a quarter ${percent(moved(model, base, start, ''))}`,
  );
}

function places(model: ThemeModel, papers: readonly Paper[]): ReadonlyMap<string, string> {
  return new Map(papers.map(({ key }) => [key, model.themesOf(key).join()]));
}

function moved(
  model: ThemeModel,
  papers: readonly Paper[],
  before: ReadonlyMap<string, string>,
  without: string,
): number {
  const others = papers.filter(({ key }) => key !== without && model.themesOf(key).join() !== before.get(key));
  return others.length / papers.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
