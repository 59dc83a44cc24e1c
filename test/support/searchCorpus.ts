import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import type { Paper } from '../../src/core/paper.ts';
import { stopWords } from '../../src/core/search/stopWords.ts';
import { generatedKey } from '../../src/core/library/citationKey.ts';
import { seeded } from './seeded.ts';

const corpusFile = join(import.meta.dirname, '../../../shared/corpus/papers.jsonl.gz');

type CorpusRow = Partial<Paper> & { readonly title: string };

/** The shared corpus of real papers, shuffled with a fixed seed; `undefined` on a machine that does not have it. */
export function realPapers(): readonly Paper[] | undefined {
  return existsSync(corpusFile) ? corpusPapersOf(corpusFile) : undefined;
}

/** Papers of a JSON Lines file, gzipped or not, shuffled with a fixed seed, their keys distinct. Throws when it cannot. */
export function corpusPapersOf(file: string): readonly Paper[] {
  const bytes = readFileSync(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
  const random = seeded(7);
  const rows = lines.map((line) => ({ row: readRow(line), at: random() }));
  const seen = new Set<string>();
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({ row }, line) => paperOf(row, line))
    .filter(({ key }) => !seen.has(key) && seen.add(key));
}

function readRow(line: string): CorpusRow {
  const row: unknown = JSON.parse(line);
  if (!isRow(row)) throw new Error('The corpus has a line without a title.');
  return row;
}

function isRow(row: unknown): row is CorpusRow {
  return typeof row === 'object' && row !== null && 'title' in row && typeof row.title === 'string';
}

function paperOf(row: CorpusRow, line: number): Paper {
  const start = { line: line * 4, character: 0 };
  const range = { start, end: { line: line * 4 + 2, character: 0 } };
  return {
    key: generatedKey(row.title),
    aliases: [],
    title: row.title,
    abstract: row.abstract ?? '',
    authors: row.authors ?? [],
    year: row.year,
    venue: row.venue,
    doi: row.doi,
    url: row.url,
    keywords: row.keywords ?? [],
    sources: [{ uri: 'file:///corpus.txt', range }],
  };
}

/** A query that was made from one paper and should find it. */
export interface KnownItem {
  readonly query: string;
  readonly key: string;
}

export type QueryKind = 'typing' | 'typing12' | 'words' | 'author' | 'typo' | 'phrase';

/**
 * Known-item queries as in the project's measurements: prefixes of 1 to 20 characters of a title (`typing12`: 12 to
 * 20), 2 to 4 content words of a title in any order, surname and year, 3 title words with a typo in each, and 6 words
 * in a row of an abstract.
 */
export function knownItems(papers: readonly Paper[], kind: QueryKind, count: number): readonly KnownItem[] {
  const random = seeded(100 + kind.length);
  const items: KnownItem[] = [];
  for (let tries = 0; items.length < count && tries < count * 20; tries += 1) {
    const paper = papers[Math.trunc(random() * papers.length)];
    const query = paper === undefined ? undefined : queryFor(paper, kind, random);
    if (paper !== undefined && query !== undefined) items.push({ query, key: paper.key });
  }
  return items;
}

function queryFor(paper: Paper, kind: QueryKind, random: () => number): string | undefined {
  if (kind === 'typing') return paper.title.slice(0, 1 + Math.trunc(random() * 20));
  if (kind === 'typing12') return paper.title.slice(0, 12 + Math.trunc(random() * 9));
  if (kind === 'author') {
    const surname = paper.authors[0]?.split(' ').at(-1);
    return surname === undefined || paper.year === undefined ? undefined : `${surname} ${String(paper.year)}`;
  }
  if (kind === 'phrase') {
    const words = paper.abstract.split(/\s+/);
    if (words.length < 20) return undefined;
    const from = Math.trunc(random() * (words.length - 6));
    return words.slice(from, from + 6).join(' ');
  }
  const content = (paper.title.match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter((word) => !stopWords.has(word.toLowerCase()));
  const words = content.map((word) => ({ word, at: random() }));
  const shuffled = words.sort((a, b) => a.at - b.at).map(({ word }) => word);
  if (kind === 'words')
    return shuffled.length < 2 ? undefined : shuffled.slice(0, 2 + Math.trunc(random() * 3)).join(' ');
  if (shuffled.length < 3) return undefined;
  return shuffled
    .slice(0, 3)
    .map((word) => withTypo(word, random))
    .join(' ');
}

/** One letter dropped, doubled, replaced or swapped with the next one, never the first. */
function withTypo(word: string, random: () => number): string {
  const at = 1 + Math.trunc(random() * (word.length - 2));
  const kind = Math.trunc(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  if (kind === 2) return `${word.slice(0, at)}q${word.slice(at + 1)}`;
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** Mean reciprocal rank of the known items among the first 20 hits. */
export function meanReciprocalRank(
  items: readonly KnownItem[],
  search: (query: string) => readonly { readonly key: string }[],
): number {
  let sum = 0;
  for (const { query, key } of items) {
    const rank = search(query).findIndex((hit) => hit.key === key);
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  return items.length === 0 ? 0 : sum / items.length;
}
