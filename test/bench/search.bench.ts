// Search side by side with what people would use instead. Run: npm run bench:search -- --help
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperWriters } from '../support/paperWriters.ts';
import { buildEngineWorker } from './engineWorker.ts';
import { printAims } from './search/aims.ts';
import type { BenchMessage, BenchTask, QueryTimes } from './search/benchMessages.ts';
import type { BenchOptions } from './search/benchOptions.ts';
import { benchOptions, usage } from './search/benchOptions.ts';
import { benchPapers, describeCorpus } from './search/benchPapers.ts';
import { runTask } from './search/benchProcess.ts';
import { engineList } from './search/engineList.ts';
import type { EngineReport, FilterResult } from './search/tables.ts';
import { engineReport, printComparison, printEngines, printWorker } from './search/tables.ts';

const papersPerFile = 5000;
/** A single query of a slow engine may take as long as this. */
const slowestQuerySeconds = 60;

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
}

/** Where somebody waits for it. */
function progress(text: string): void {
  if (process.stderr.isTTY) console.error(`... ${text}`);
}

function printHead({ sizes, corpus, engines, queries }: BenchOptions): void {
  const [cpu] = cpus();
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown'}, ${process.platform}, load ${load()}`,
  );
  console.log(`Papers: ${describeCorpus(corpus, Math.max(...sizes))}`);
  console.log(`${queries} known-item queries of each kind; each engine in a process of its own, one after the other`);
  for (const { name, settings } of engineList) if (engines.includes(name)) console.log(`  ${name}: ${settings}`);
}

async function measureEngines(size: number, options: BenchOptions): Promise<readonly EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const name of options.engines) {
    progress(`${size} papers, ${name}`);
    const silence = Math.max(options.buildSeconds, options.answerSeconds(size) + slowestQuerySeconds);
    reports.push(engineReport(name, await runTask(taskOf('engine', name, size, options), silence)));
  }
  return reports;
}

function taskOf(work: BenchTask['work'], engine: string, size: number, options: BenchOptions): BenchTask {
  const { corpus, queries, sessions } = options;
  return { work, engine, size, corpus, queries, sessions, answerSeconds: options.answerSeconds(size) };
}

async function measureWorkers(ours: EngineReport, size: number, options: BenchOptions, folder: string): Promise<void> {
  const script = await buildEngineWorker(folder);
  const files = writeFiles(size, options, folder);
  const task = { ...taskOf('worker', 'paperside', size, options), script, files };
  progress(`${size} papers, worker`);
  const { messages, trouble } = await runTask(task, options.buildSeconds * 2);
  const result = messages.find((message) => message.kind === 'worker')?.result;
  for (const file of files) rmSync(file);
  if (result === undefined) {
    console.log(`Worker: ${trouble ?? 'no result'}`);
    printAims(size, ours, undefined, undefined);
    return;
  }
  const filters: FilterResult[] = [];
  for (const [engine, name] of [
    ['vscodeHeads', "VS Code's filter, no abstracts"],
    ['vscode', "VS Code's filter, with abstracts"],
  ] as const) {
    progress(`${size} papers, ${name}`);
    const answer = await runTask(taskOf('keystrokes', engine, size, options), options.buildSeconds);
    const found = answer.messages.find((message) => message.kind === 'keystrokes');
    if (found !== undefined) filters.push(filterResult(name, found, result.keystrokes));
  }
  printWorker(result, filters);
  printAims(size, ours, result, filters[0]);
}

function filterResult(
  name: string,
  { places, result }: Extract<BenchMessage, { kind: 'keystrokes' }>,
  { times, processor }: QueryTimes,
): FilterResult {
  const same = (all: readonly number[]): readonly number[] => places.flatMap((place) => all[place] ?? []);
  return { name, result, ours: { times: same(times), processor: same(processor) } };
}

/** The papers as BibTeX, in files that a message to the engine can hold. */
function writeFiles(size: number, { corpus }: BenchOptions, folder: string): readonly string[] {
  const papers = benchPapers(corpus, size);
  const files: string[] = [];
  for (let from = 0; from < papers.length; from += papersPerFile) {
    const file = join(folder, `papers-${size}-${files.length}.bib`);
    writeFileSync(file, paperWriters['bibtex']?.(papers.slice(from, from + papersPerFile)) ?? '');
    files.push(file);
  }
  return files;
}

async function run(options: BenchOptions): Promise<void> {
  printHead(options);
  const folder = mkdtempSync(join(tmpdir(), 'paperside-bench-'));
  try {
    for (const size of options.sizes) {
      console.log(`\n${size} papers, load ${load()}`);
      const reports = await measureEngines(size, options);
      printEngines(reports);
      printComparison(reports, options, size);
      const ours = reports.find(({ name }) => name === 'paperside');
      if (ours !== undefined) await measureWorkers(ours, size, options, folder);
    }
    console.log(`\nload ${load()}, ${Math.round(performance.now() / 1000)} s in all`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv.includes('--help')) {
  console.log(usage);
} else {
  try {
    await run(benchOptions(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
