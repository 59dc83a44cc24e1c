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

/** `201 – 400`: which papers of its group a stretch has. */
export function stretchName({ from, to }: StretchNode): string {
  return `${(from + 1).toLocaleString('en')} – ${to.toLocaleString('en')}`;
}

/** From where to where a stretch goes, in the order that its papers have: titles or years; `''` in other orders. */
export function stretchEnds({ parent, stretch: { first, last } }: StretchNode): string {
  const { sort } = parent.view;
  if (sort !== 'title' && sort !== 'year') return '';
  const endOf = sort === 'title' ? titleOf : yearOf;
  const ends = [...new Set([endOf(first), endOf(last)])];
  return ends.join(' – ');
}

function titleOf({ title }: PaperRow): string {
  return shorten(singleLine(title), maxTitlePart) || 'Untitled';
}

function yearOf({ year }: PaperRow): string {
  return year === undefined ? 'No Year' : String(year);
}

/** The ends of a stretch in full, for a tooltip. */
export function stretchTooltip(node: StretchNode): string {
  const { first, last } = node.stretch;
  return `Papers ${stretchName(node)}\n\nFrom ${nameOf(first)}\n\nto ${nameOf(last)}`;
}

function nameOf(row: PaperRow): string {
  return [singleLine(row.title), byline(row)].filter((part) => part !== '').join(' · ');
}
