// Build and answer times of the search and how well it finds known papers. Run: node test/bench/search.bench.ts [papers ...]
import type { Paper } from '../../src/core/paper.ts';
import type { QueryKind } from '../support/searchCorpus.ts';
import { createPaperSearch } from '../../src/core/search/miniSearchIndex.ts';
import { bestExcerpt } from '../../src/core/search/excerpt.ts';
import { generatedPapers, knownItems, meanReciprocalRank, realPapers } from '../support/searchCorpus.ts';

const kinds: readonly QueryKind[] = ['typing', 'typing12', 'words', 'author', 'typo', 'phrase'];
const queriesPerKind = 100;
const limit = 20;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))] ?? 0;
}

function summary(times: readonly number[]): Record<string, string> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => percentile(sorted, share).toFixed(2);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function measure(queries: readonly string[], answer: (query: string) => unknown): Record<string, string> {
  return summary(
    queries.map((query) => {
      const start = performance.now();
      answer(query);
      return performance.now() - start;
    }),
  );
}

function build(papers: readonly Paper[]): ReturnType<typeof createPaperSearch> {
  const search = createPaperSearch();
  const steps: number[] = [];
  const work = search.update({ added: papers, changed: [], removed: [] });
  const start = performance.now();
  for (let at = performance.now(); work.next().done !== true; at = performance.now())
    steps.push(performance.now() - at);
  const total = performance.now() - start;
  console.log(`build ${total.toFixed(0)} ms in ${String(steps.length)} steps`, summary(steps));
  return search;
}

function run(papers: readonly Paper[]): void {
  console.log(`\n${String(papers.length)} papers`);
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const search = build(papers);
  globalThis.gc?.();
  console.log(`heap ${((process.memoryUsage().heapUsed - heap) / 1e6).toFixed(1)} MB`);
  const rows: Record<string, Record<string, string>> = {};
  const find = (query: string): readonly { readonly key: string }[] => search.search(query, limit);
  for (const kind of kinds) {
    const items = knownItems(papers, kind, queriesPerKind);
    for (const { query } of items.slice(0, 20)) find(query);
    const times = measure(
      items.map(({ query }) => query),
      find,
    );
    rows[kind] = { ...times, MRR: meanReciprocalRank(items, find).toFixed(3) };
  }
  const keystrokes = knownItems(papers, 'typing12', 20).flatMap(({ key }) => {
    const title = papers.find((paper) => paper.key === key)?.title ?? '';
    return Array.from({ length: Math.min(20, title.length) }, (_, at) => title.slice(0, at + 1));
  });
  rows['session'] = measure(keystrokes, find);
  const abstracts = papers.slice(0, limit);
  rows['excerpts x20'] = measure(
    knownItems(papers, 'words', 50).map(({ query }) => query),
    (query) => abstracts.forEach((paper) => bestExcerpt(paper.abstract, query)),
  );
  const one = papers.slice(0, 50);
  rows['remove one'] = summary(timed(one, (paper) => [...search.update({ added: [], changed: [], removed: [paper] })]));
  rows['add one'] = summary(timed(one, (paper) => [...search.update({ added: [paper], changed: [], removed: [] })]));
  console.table(rows);
}

function timed(papers: readonly Paper[], act: (paper: Paper) => unknown): readonly number[] {
  return papers.map((paper) => {
    const start = performance.now();
    act(paper);
    return performance.now() - start;
  });
}

const real = realPapers();
console.log(real === undefined ? 'No ../shared/corpus here: made-up papers.' : 'Papers of ../shared/corpus.');
const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
for (const size of asked.length > 0 ? asked : [28, 1000, 8786]) run((real ?? generatedPapers(size)).slice(0, size));
