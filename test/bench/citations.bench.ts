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

/** One line of the table; `aim` is what p95 should stay below, in milliseconds. */
function print(size: number, name: string, times: readonly number[], aim: number): void {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const verdict = p95 < aim ? '' : '  MISSED';
  const cells = [String(size).padStart(7), name.padEnd(34), short(p50).padStart(7), short(p95).padStart(7)];
  console.log(`${cells.join('  ')}  ${String(aim).padStart(4)}${verdict}`);
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
console.log(` papers  ${'what'.padEnd(34)}      p50      p95   aim`);
const folder = mkdtempSync(join(tmpdir(), 'paperside-bench-'));
try {
  const script = await buildEngineWorker(folder);
  for (const size of sizes) await measure(size, script);
} finally {
  rmSync(folder, { recursive: true });
}
