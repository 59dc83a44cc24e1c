import type { QueryKind } from '../../support/searchCorpus.ts';
import { mean, mrr, quantile, recallAtTen, short } from '../../support/statistics.ts';
import type { WorkerResult } from './benchMessages.ts';
import type { EngineReport, FilterResult } from './tables.ts';

/** Mean reciprocal rank and recall among the first ten that are aimed at, at 10,000 papers. */
const quality: readonly (readonly [QueryKind, number, number])[] = [
  ['typing12', 0.85, 0.95],
  ['words', 0.93, 0.98],
  ['author', 0.75, 0.93],
  ['typo', 0.93, 0.99],
  ['phrase', 0.9, 0.98],
];

interface Aims {
  readonly keystrokeMs: number;
  readonly buildSeconds: number;
  readonly megabytes: number;
}

/** By the number of papers; memory is 90 MB for 10,000, and 15 MB for each 10,000 where there are more. */
const aims: ReadonlyMap<number, Aims> = new Map([
  [10_000, { keystrokeMs: 8, buildSeconds: 3, megabytes: 90 }],
  [100_000, { keystrokeMs: 16, buildSeconds: 15, megabytes: 150 }],
]);

const stallMs = 20;
const warmSeconds = 0.5;
const changeMs = 2;
const timesFaster = 10;

/** What the search is to reach, and what it reaches; `filter` is VS Code's. */
export function printAims(
  size: number,
  ours: EngineReport,
  worker: WorkerResult | undefined,
  filter: FilterResult | undefined,
): void {
  const aim = aims.get(size);
  if (aim === undefined) return;
  console.log('Aims');
  if (size === 10_000) {
    for (const [kind, rank, recall] of quality) {
      const ranks = ours.kinds.get(kind)?.ranks ?? [];
      const measured = `${mrr(ranks).toFixed(3)}/${recallAtTen(ranks).toFixed(3)}`;
      line(`${kind}, ranks/recall`, measured, `${rank}/${recall}`, mrr(ranks) >= rank && recallAtTen(ranks) >= recall);
    }
  }
  const { changes, build } = ours;
  const slowest = Math.max(...[changes?.add, changes?.replace, changes?.remove].map((all) => quantile(all ?? [], 0.5)));
  most('index of the papers, MB', build?.megabytes, aim.megabytes);
  most('slowest change of one paper (median), ms', slowest, changeMs);
  if (worker === undefined) return;
  const { keystrokes, foundMs, stall, warmMs } = worker;
  most('keystroke to rows (p99), ms', quantile(keystrokes.times, 0.99), aim.keystrokeMs);
  most('cold start in the worker until all papers are found, s', foundMs / 1000, aim.buildSeconds);
  most('longest stall of the asking thread, ms', stall.host, stallMs);
  if (size < 100_000) return;
  if (filter !== undefined) {
    const { result, ours: same } = filter;
    const faster = quantile(result.times, 0.99) / quantile(same.times, 0.99);
    line("times faster than VS Code's filter (p99)", short(faster), `${timesFaster} at least`, faster >= timesFaster);
    const less = mean(result.processor) / mean(same.processor);
    line('times less on the processor (mean)', short(less), `${timesFaster} at least`, less >= timesFaster);
  }
  most(
    'warm start to the first answer, s',
    warmMs === undefined ? undefined : quantile(warmMs, 0.5) / 1000,
    warmSeconds,
  );
}

function most(what: string, measured: number | undefined, limit: number): void {
  line(what, short(measured ?? Number.NaN), `${limit} at most`, (measured ?? Number.NaN) <= limit);
}

function line(what: string, measured: string, aim: string, isReached: boolean): void {
  console.log(`  ${isReached ? 'yes' : 'NO '}  ${what}: ${measured} (${aim})`);
}
