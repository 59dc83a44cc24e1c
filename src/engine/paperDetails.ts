import type { Paper } from '../core/paper.ts';
import type { Theme } from '../core/themes/theme.ts';
import type { PaperDetails } from './paperEngine.ts';

/** What is told of a paper comes from these. */
interface DetailSources {
  get(key: string): Paper | undefined;
  themes(): readonly Theme[];
  /** Ids of the themes of a paper, strongest first. */
  themesOf(key: string): readonly string[];
}

/** A paper with the names of its themes and of the other versions of its work. */
export function detailsOf(paper: Paper, sources: DetailSources): PaperDetails {
  const labels = new Map(sources.themes().map(({ id, label }) => [id, label]));
  const versions = (paper.versions ?? []).map((key) => sources.get(key)).filter((version) => version !== undefined);
  return {
    ...paper,
    themes: sources.themesOf(paper.key).map((id) => ({ id, label: labels.get(id) ?? id })),
    otherVersions: versions.map(({ key, venue, year }) => ({ key, venue, year })),
  };
}
