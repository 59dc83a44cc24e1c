// How long a writer waits for what is offered at a citation. Run: npm run bench:citations [-- most papers]
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pandocSyntax } from '../../src/core/citations/pandoc/pandocSyntax.ts';
import type { Paper } from '../../src/core/paper.ts';
import { startWorkerEngine } from '../../src/engine/node/startWorkerEngine.ts';
import type { PaperEngine } from '../../src/engine/paperEngine.ts';
import { inventedPapers } from '../support/inventedPapers.ts';
import { paperWriters } from '../support/paperWriters.ts';
import { quantile, short } from '../support/statistics.ts';
import { checkTimes, citingText } from './citations/checkTimes.ts';
import type { Took } from './citations/stopwatch.ts';
import { completionTimes, hoverTimes } from './citations/writingTimes.ts';
import { buildEngineWorker } from './engineWorker.ts';

const most = Number(process.argv[2] ?? 100_000);
const sizes = [28, 10_000, 100_000].filter((size) => size <= most);
const papersPerFile = 5_000;
const words = 10_000;
const citations = 300;
/** Papers that are typed, twelve questions each. */
const typedPapers = 30;
const checks = 20;

async function load(engine: PaperEngine, papers: readonly Paper[]): Promise<void> {
  for (let from = 0; from < papers.length; from += papersPerFile) {
    const text = paperWriters['bibtex']?.(papers.slice(from, from + papersPerFile)) ?? '';
    const more = from + papersPerFile < papers.length;
    await engine.update([{ kind: 'text', uri: `file:///bench/${from}.bib`, text }], { more });
  }
}

/** One line of the table; `aim` is what p95 should stay below, in milliseconds. Other work of the machine counts on the clock only. */
function print(size: number, name: string, times: readonly Took[], aim: number): void {
  const columns = [times.map(({ clock }) => clock), times.map(({ processor }) => processor)];
  const cells = columns.flatMap((column) => [0.5, 0.95].map((share) => short(quantile(column, share)).padStart(8)));
  const verdicts = columns.map((column) => quantile(column, 0.95) < aim);
  const verdict = verdicts[0] === true ? '' : verdicts[1] === true ? '  missed on the clock' : '  MISSED';
  console.log(`${String(size).padStart(7)}  ${name.padEnd(34)}${cells.join('')}  ${String(aim).padStart(4)}${verdict}`);
}

function fail(error: Error): never {
  throw error;
}

async function measure(size: number, script: string): Promise<void> {
  const papers = inventedPapers(size);
  const engine = startWorkerEngine(script, fail);
  await load(engine, papers);
  const text = citingText(
    papers.map(({ key }) => key),
    words,
    citations,
  );
  await completionTimes(engine, text, papers, 3);
  print(size, 'completion', await completionTimes(engine, text, papers, typedPapers), 50);
  const scan = pandocSyntax.scan(text);
  await hoverTimes(engine, scan);
  const { known, unknown } = await hoverTimes(engine, scan);
  print(size, 'hover', known, 20);
  print(size, 'hover on an unknown key', unknown, 20);
  const { opened, written } = await checkTimes(engine, text, checks);
  print(size, 'checks of a document just opened', opened, 100);
  print(size, 'checks while one writes on', written, 100);
  engine.dispose();
}

const [cpu] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
);
console.log(`A document of ${words} words with ${citations} citations; milliseconds, through the worker.\n`);
console.log(` papers  ${'what'.padEnd(34)}     p50     p95 cpu p50 cpu p95   aim`);
const folder = mkdtempSync(join(tmpdir(), 'paperside-bench-'));
try {
  const script = await buildEngineWorker(folder);
  for (const size of sizes) await measure(size, script);
} finally {
  rmSync(folder, { recursive: true });
}
