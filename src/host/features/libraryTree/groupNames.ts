import { byline } from '../../../core/text/byline.ts';
import { shorten, singleLine } from '../../../core/text/plainText.ts';
import type { GroupBy, PaperRow } from '../../../engine/paperEngine.ts';
import type { GroupNode, StretchNode } from './treeNodes.ts';

const maxTitlePart = 24;

/** `no papers`, `1 paper`, `1,200 papers`. */
export function countOf(papers: number): string {
  return papers === 0 ? 'no papers' : papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`;
}

const kinds: Readonly<Record<GroupBy, string>> = {
  theme: 'Theme',
  year: 'Year',
  author: 'Author',
  venue: 'Venue',
  source: 'Paper file',
  state: 'Reading state',
};

/** For a screen reader: what kind of group it is, its name, and how many papers it has. */
export function spokenGroup({ view, group, parent }: GroupNode, name: string): string {
  const kind = view.by === 'author' && group.divided ? 'Authors' : kinds[view.by];
  const within = view.by === 'theme' && parent !== undefined ? ` within ${singleLine(parent.group.label)}` : '';
  return `${kind} ${name}${within}, ${countOf(group.count)}`;
}

/** What a stretch of a large group holds, by the order in it: titles, years, authors, else numbers of rows. */
export function stretchName({ parent, from, to, stretch }: StretchNode): string {
  const { sort = 'relevance' } = parent.view;
  const numbers = `${(from + 1).toLocaleString('en')} – ${to.toLocaleString('en')}`;
  if (sort !== 'title' && sort !== 'year') return numbers;
  const endOf = sort === 'title' ? titleOf : yearOf;
  const [first, last] = [endOf(stretch.first), endOf(stretch.last)];
  // Years span stretches: the numbers tell those of the same year apart.
  if (sort === 'year') return `${first === last ? first : `${first} – ${last}`} (${numbers})`;
  return first === last ? `${first} (${numbers})` : `${first} – ${last}`;
}

function titleOf({ title }: PaperRow): string {
  return shorten(singleLine(title), maxTitlePart) || 'Untitled';
}

function yearOf({ year }: PaperRow): string {
  return year === undefined ? 'No Year' : String(year);
}

/** The ends of a stretch in full, for a tooltip. */
export function stretchTooltip({ from, to, stretch: { first, last } }: StretchNode): string {
  return `Papers ${(from + 1).toLocaleString('en')} to ${to.toLocaleString('en')}\n\nFrom ${nameOf(first)}\n\nto ${nameOf(last)}`;
}

function nameOf(row: PaperRow): string {
  return [singleLine(row.title), byline(row)].filter((part) => part !== '').join(' · ');
}
