import { markWords, type PaperMarks } from '../../core/marks/paperMarks.ts';
import { byline } from '../../core/text/byline.ts';
import { shorten } from '../../core/text/plainText.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { sourceName } from './revealSource.ts';

const maxAbstract = 1_000;
const shownSources = 5;

/** What a row of a tree says when the pointer rests on it. A plain string: VS Code would give Markdown in it a meaning. */
export function paperTooltip(paper: PaperDetails, marks: PaperMarks): string {
  const [state = '', ...others] = markWords(marks);
  const said = [state.charAt(0).toUpperCase() + state.slice(1), ...others].join(', ');
  const head = [paper.title, byline(paper), `@${paper.key} · ${said}`];
  const parts = [...head, shorten(paper.abstract, maxAbstract), sourcesOf(paper)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function sourcesOf({ sources }: PaperDetails): string {
  const names = sources.slice(0, shownSources).map(sourceName);
  const rest = sources.length - names.length;
  return `From ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
