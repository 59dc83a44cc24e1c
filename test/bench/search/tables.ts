import type { QueryKind } from '../../support/searchCorpus.ts';
import { knownItems } from '../../support/searchCorpus.ts';
import type { ChangeTimes, KindResult, QueryTimes, WorkerResult } from './benchMessages.ts';
import { queryKinds } from './benchMessages.ts';
import type { BenchOptions } from './benchOptions.ts';
import { benchPapers } from './benchPapers.ts';
import type { ProcessOutcome } from './benchProcess.ts';
import { mean, mrr, percentiles, quantile, recallAtTen, short, spread } from '../../support/statistics.ts';

/** What is printed as equal is equal. */
const visible = 0.0005;

/** What is known of one engine at one size. */
export interface EngineReport {
  readonly name: string;
  readonly trouble: string | undefined;
  readonly build: { readonly times: readonly number[]; readonly megabytes: number } | undefined;
  readonly kinds: ReadonlyMap<QueryKind, KindResult>;
  readonly changes: ChangeTimes | undefined;
}

/** The messages of one process, sorted out. */
export function engineReport(name: string, { messages, trouble }: ProcessOutcome): EngineReport {
  const kinds = new Map<QueryKind, KindResult>();
  let build: EngineReport['build'];
  let changes: ChangeTimes | undefined;
  for (const message of messages) {
    if (message.kind === 'built') build = message;
    if (message.kind === 'answered') kinds.set(message.result.kind, message.result);
    if (message.kind === 'changed') changes = message.times;
  }
  return { name, trouble, build, kinds, changes };
}

/** Builds, memory and changes; then how well and how fast each kind of query is answered. */
export function printEngines(reports: readonly EngineReport[]): void {
  print([
    ['engine', 'build s', 'MB above the papers', 'add ms', 'replace ms', 'remove ms', 'trouble'],
    ...reports.map(({ name, build, changes, trouble }) => [
      name,
      build === undefined ? 'not built' : spread(build.times, 1000),
      build === undefined ? '-' : short(build.megabytes),
      spread(changes?.add ?? []),
      spread(changes?.replace ?? []),
      spread(changes?.remove ?? []),
      trouble ?? '',
    ]),
  ]);
  console.log('Known items: mean reciprocal rank / recall among the first 10 (of how many queries, where not all)');
  printKinds(reports, ({ asked, ranks }) => {
    if (ranks.length === 0) return '-';
    const found = `${mrr(ranks).toFixed(3)}/${recallAtTen(ranks).toFixed(2)}`;
    return ranks.length < asked ? `${found} (${ranks.length})` : found;
  });
  console.log('Milliseconds of a query: p50/p95/p99 (of how many queries, where not all)');
  printKinds(reports, ({ asked, times }) =>
    times.length > 0 && times.length < asked ? `${percentiles(times)} (${times.length})` : percentiles(times),
  );
  console.log('Milliseconds of a query on the processor, mean: other programs on the machine do not count');
  printKinds(reports, ({ processor }) => short(mean(processor)));
}

function printKinds(reports: readonly EngineReport[], cell: (result: KindResult) => string): void {
  print([
    ['engine', ...queryKinds],
    ...reports.map(({ name, kinds }) => [
      name,
      ...queryKinds.map((kind) => {
        const result = kinds.get(kind);
        return result === undefined ? '-' : cell(result);
      }),
    ]),
  ]);
}

/**
 * Where another engine finds more than ours, and, if asked for, by which queries. Over the queries that both answered:
 * a slow engine answers only the first ones.
 */
export function printComparison(reports: readonly EngineReport[], options: BenchOptions, size: number): void {
  const [ours, ...peers] = reports;
  if (ours === undefined || peers.length === 0) return;
  for (const kind of queryKinds) {
    const own = ours.kinds.get(kind)?.ranks ?? [];
    for (const peer of peers) {
      const other = peer.kinds.get(kind)?.ranks ?? [];
      const both = Math.min(own.length, other.length);
      const [a, b] = [own.slice(0, both), other.slice(0, both)];
      if (both === 0 || mrr(b) - mrr(a) < visible) continue;
      console.log(
        `${kind}: ${peer.name} ${mrr(b).toFixed(3)} above ${ours.name} ${mrr(a).toFixed(3)} (${both} queries)`,
      );
    }
    if (options.failures > 0) printFailures(kind, ours, peers, { options, size });
  }
}

function printFailures(
  kind: QueryKind,
  ours: EngineReport,
  peers: readonly EngineReport[],
  { options, size }: { readonly options: BenchOptions; readonly size: number },
): void {
  const papers = benchPapers(options.corpus, size);
  const titles = new Map(papers.map(({ key, title }) => [key, title]));
  const worse = knownItems(papers, kind, options.queries).flatMap(({ query, key }, at) => {
    const own = ours.kinds.get(kind)?.ranks[at];
    const others = peers.map(({ name, kinds }) => ({ name, rank: kinds.get(kind)?.ranks[at] ?? 0 }));
    const better = others.filter(({ rank }) => rank > 0 && (own === 0 || (own ?? 0) > rank));
    if (own === undefined || own === 1 || better.length === 0) return [];
    const how = better.map(({ name, rank }) => `${name} ${rank}`).join(', ');
    return [
      `  ${kind} ${JSON.stringify(query)} for ${JSON.stringify(titles.get(key))}: ${own === 0 ? 'not found' : own}; ${how}`,
    ];
  });
  for (const line of worse.slice(0, options.failures)) console.log(line);
}

/** VS Code's filter for some of the keystrokes, and our times for the same ones. */
export interface FilterResult {
  readonly name: string;
  readonly result: QueryTimes;
  readonly ours: QueryTimes;
}

/** Our engine behind its worker, beside VS Code's filter for the same keystrokes. */
export function printWorker(
  { buildMs, foundMs, buildProcessorMs, papers, stall, megabytesRead, parseMs, keystrokes, warmMs }: WorkerResult,
  filters: readonly FilterResult[],
): void {
  console.log(
    `Worker: ${papers} papers of ${short(megabytesRead)} MB .bib are found after ${short(foundMs / 1000)} s, and have their themes after ${short(buildMs / 1000)} s, ${short(buildProcessorMs / 1000)} s on the processor (` +
      `parsing alone takes ${short(parseMs / 1000)} s in one thread); the asking thread stood still for ${short(stall.host)} ms at most (an idle thread meanwhile for ${short(stall.idle)} ms)`,
  );
  console.log(
    warmMs === undefined
      ? 'Warm start: no index was kept, or it gave no answer'
      : `Warm start to the first answer: ${spread(warmMs)} ms`,
  );
  print([
    [
      'keystroke to ranked rows',
      'keystrokes',
      'p50/p95/p99 ms',
      'on the processor, mean',
      'ours, the same keystrokes',
      'ratio: p50, p99, processor',
    ],
    ['paperside, in the host', ...timeCells(keystrokes), '', ''],
    ...filters.map(({ name, result, ours }) => {
      const ratios = [
        quantile(result.times, 0.5) / quantile(ours.times, 0.5),
        quantile(result.times, 0.99) / quantile(ours.times, 0.99),
        mean(result.processor) / mean(ours.processor),
      ];
      const cells = ratios.map((ratio) => `${short(ratio)}x`);
      return [name, ...timeCells(result), percentiles(ours.times), cells.join(', ')];
    }),
  ]);
}

function timeCells({ times, processor }: QueryTimes): readonly string[] {
  return [String(times.length), percentiles(times), short(mean(processor))];
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  }
}
