import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Paper } from '../../src/core/paper.ts';
import type { ThemeModel } from '../../src/core/themes/theme.ts';

const shared = join(import.meta.dirname, '../../../shared');
const corpusFile = join(shared, 'corpus/papers.jsonl.gz');
const dailyFile = join(shared, 'workspace/daily-papers.txt');

/** A paper of nothing but what themes are made of. */
export function themePaper(key: string, title: string, abstract = ''): Paper {
  const start = { line: 0, character: 0 };
  const sources: Paper['sources'] = [{ uri: 'file:///papers.txt', range: { start, end: start } }];
  return { key, aliases: [], title, abstract, authors: [], keywords: [], sources };
}

/** Tells a model of a change and lets it finish; gives the papers after it. */
export function updateThemes(
  model: ThemeModel,
  before: readonly Paper[],
  { add = [], remove = [] }: { readonly add?: readonly Paper[]; readonly remove?: readonly string[] },
): readonly Paper[] {
  const known = new Map(before.map((paper) => [paper.key, paper]));
  const removed = remove.flatMap((key) => known.get(key) ?? []);
  for (const key of remove) known.delete(key);
  const changed = add.filter(({ key }) => known.has(key));
  const added = add.filter(({ key }) => !known.has(key));
  for (const paper of add) known.set(paper.key, paper);
  const papers = [...known.values()];
  const work = model.update({ added, changed, removed }, papers);
  while (work.next().done !== true);
  return papers;
}

/** The 28 papers of the shared daily list; `undefined` on a machine without it. */
export function dailyPapers(): readonly Paper[] | undefined {
  if (!existsSync(dailyFile)) return undefined;
  const lines = readFileSync(dailyFile, 'utf8').split(/\r?\n/).slice(11);
  const texts = lines.filter((line) => line.trim() !== '');
  return Array.from({ length: Math.floor(texts.length / 2) }, (_, at) =>
    themePaper(`paper-${String(at).padStart(2, '0')}`, texts[2 * at] ?? '', texts[2 * at + 1] ?? ''),
  );
}

/** A paper of the shared corpus with where it was published; `area` only for IJCAI and AAAI. */
export interface CorpusPaper extends Paper {
  readonly venue: string;
  readonly area: string | undefined;
}

const catchAll = new Set(['Research Papers', 'Exhibits', 'Machine Learning Applications', 'Domain(s) Of Application']);
const sameArea: ReadonlyMap<string, string> = new Map([
  ['Multiagent Systems', 'Agent-based and Multi-agent Systems'],
  ['Data Mining and Knowledge Management', 'Data Mining'],
  ['Knowledge Representation And Reasoning', 'Knowledge Representation and Reasoning'],
  ['Speech & Natural Language Processing', 'Natural Language Processing'],
  ['Speech and Natural Language Processing', 'Natural Language Processing'],
]);

/** The shared corpus in the order of its file; `undefined` on a machine without it. */
export function corpusPapers(): readonly CorpusPaper[] | undefined {
  if (!existsSync(corpusFile)) return undefined;
  const lines = gunzipSync(readFileSync(corpusFile)).toString('utf8').trim().split('\n');
  return lines.map((line, at) => {
    const row: unknown = JSON.parse(line);
    if (typeof row !== 'object' || row === null) throw new Error('The shared corpus has a line that is no object.');
    const field = (name: string): string => {
      const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1];
      return typeof value === 'string' ? value : '';
    };
    const paper = themePaper(`paper-${String(at).padStart(5, '0')}`, field('title'), field('abstract'));
    return Object.assign(paper, { venue: field('venue'), area: areaOf(field('venue'), field('area')) });
  });
}

function areaOf(venue: string, written: string): string | undefined {
  if (venue !== 'IJCAI' && venue !== 'AAAI') return undefined;
  const bare = (written.split('->')[0] ?? '').trim().replace(/ [IVX]+$/, '');
  const area = sameArea.get(bare) ?? bare;
  return area === '' || catchAll.has(area) ? undefined : area;
}

const fields: ReadonlyMap<string, string> = new Map(
  Object.entries({
    robotics: 'ICRA IROS RSS CORL',
    vision: 'CVPR ECCV ICCV WACV',
    language: 'ACL NAACL COLING',
    statistics: 'COLT ALT AISTATS UAI',
  }).flatMap(([field, venues]) => venues.split(' ').map((venue): [string, string] => [venue, field])),
);

/** The field a venue stands for, a coarse truth for all of the corpus; `undefined` for venues of many fields. */
export function fieldOf({ venue }: CorpusPaper): string | undefined {
  return fields.get(venue);
}

/** How well groups agree with a truth. */
export interface Agreement {
  /** Normalised mutual information (arithmetic mean), 0 to 1. */
  readonly nmi: number;
  /** Adjusted Rand index, 0 for chance. */
  readonly ari: number;
  /** Share of papers that are of the most frequent class of their group. */
  readonly purity: number;
}

/** Compares two labellings of the same papers. */
export function agreement(truth: readonly string[], groups: readonly string[]): Agreement {
  const count = truth.length;
  const rows = tally(truth);
  const columns = tally(groups);
  const cells = tally(truth.map((label, at) => `${label}\n${groups[at] ?? ''}`));
  const best = new Map<string, number>();
  let information = 0;
  let pairs = 0;
  for (const [cell, size] of cells) {
    const [row = '', column = ''] = cell.split('\n');
    information += (size / count) * Math.log((size * count) / ((rows.get(row) ?? 1) * (columns.get(column) ?? 1)));
    pairs += choose2(size);
    best.set(column, Math.max(best.get(column) ?? 0, size));
  }
  const rowPairs = sum([...rows.values()].map(choose2));
  const columnPairs = sum([...columns.values()].map(choose2));
  const expected = (rowPairs * columnPairs) / choose2(count);
  return {
    nmi: (2 * information) / (entropy(rows, count) + entropy(columns, count)),
    ari: (pairs - expected) / ((rowPairs + columnPairs) / 2 - expected),
    purity: sum([...best.values()]) / count,
  };
}

function tally(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function entropy(counts: ReadonlyMap<string, number>, total: number): number {
  return -sum([...counts.values()].map((count) => (count / total) * Math.log(count / total)));
}

function choose2(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
