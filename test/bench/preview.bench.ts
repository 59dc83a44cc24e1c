// What formatted citations add to the preview of a document. Run: npm run bench:preview [-- runs]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { CitedCluster, FormattedDocument } from '../../src/core/csl/formatRequest.ts';
import type { ShippedStyle } from '../../src/core/csl/shippedCsl.ts';
import type { PreviewAnswer } from '../../src/core/preview/previewAnswer.ts';
import { citationsIn, extendPreview } from '../../src/core/preview/previewPlugin.ts';
import { startWorkerEngine } from '../../src/engine/node/startWorkerEngine.ts';
import type { PaperEngine } from '../../src/engine/paperEngine.ts';
import { inventedPapers } from '../support/inventedPapers.ts';
import { paperWriters } from '../support/paperWriters.ts';
import { repositoryRoot } from '../support/repositoryRoot.ts';
import { quantile, short } from '../support/statistics.ts';
import { citingText } from './citations/checkTimes.ts';
import { buildEngineWorker } from './engineWorker.ts';

const runs = Number(process.argv[2] ?? 30);
const words = 10_000;
const citations = 300;
const styles: readonly ShippedStyle[] = ['apa', 'chicago-author-date', 'chicago-note-bibliography', 'ieee', 'nature'];
const works = 200;
const papers = inventedPapers(1_000);
const cited = papers.slice(0, works).map(({ key }) => key);

/** A file of the extension: citeproc is what `npm run build` made. */
function fileOf(path: string): string {
  const file = join(repositoryRoot, path);
  if (!existsSync(file)) throw new Error(`${path} is not there: run "npm run build" first.`);
  return readFileSync(file, 'utf8');
}

async function format(
  engine: PaperEngine,
  style: ShippedStyle,
  clusters: readonly CitedCluster[],
): Promise<FormattedDocument> {
  for (;;) {
    const request = { style: { shipped: style }, language: '', citations: clusters, listed: [] };
    const answer = await engine.formatCitations(request);
    if (answer.kind === 'formatted') return answer;
    if (answer.kind === 'failed') throw new Error(answer.message);
    await engine.provideCslFiles(answer.files.map((path) => ({ path, text: fileOf(path) })));
  }
}

async function search(engine: PaperEngine): Promise<number> {
  const start = performance.now();
  await engine.search({ query: 'sparse retrieval', limit: 20 });
  return performance.now() - start;
}

function shown({ citations: texts, references, inNotes }: FormattedDocument): PreviewAnswer {
  const abstract = 'An abstract says what a paper is about. '.repeat(30);
  return {
    citations: texts.map((text) => ({ ...text, works: [0] })),
    references: references.map((one) => ({ ...one, card: { title: 'A Title', byline: 'Doe, 2020', abstract } })),
    inNotes,
    marksUnknown: true,
    title: '',
    isListSuppressed: false,
    problems: [],
  };
}

function print(name: string, times: readonly number[], aim: string): void {
  const cells = [0.5, 0.95, 1].map((share) => short(quantile(times, share)).padStart(8));
  console.log(`${name.padEnd(60)}${cells.join('')}  ${aim}`);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function measure(engine: PaperEngine, style: ShippedStyle): Promise<void> {
  const text = citingText(cited, words, citations);
  const plain = new MarkdownIt({ html: true });
  let answer: PreviewAnswer | undefined;
  const extended = extendPreview(new MarkdownIt({ html: true }), { answer: () => answer });
  const clusters = citationsIn(extended, text);
  const start = performance.now();
  answer = shown(await format(engine, style, clusters));
  print(`${style}: formatted for the first time`, [performance.now() - start], '');
  const formatted: number[] = [];
  const searched: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const changed = citationsIn(extended, `${text}As @${cited[run % works] ?? ''} [p. ${run}] says.`);
    const before = performance.now();
    const working = new Set([style]);
    const work = async (): Promise<void> => {
      await format(engine, style, changed);
      formatted.push(performance.now() - before);
      working.clear();
    };
    const done = work();
    while (working.size > 0) searched.push(await search(engine));
    await done;
  }
  print(`${style}: formatted after one more citation`, formatted, 'drawn at once below 250');
  print(`${style}: searches in the meantime`, searched, 'aim 50');
  const added: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const without = timed(() => plain.render(text, {}));
    added.push(timed(() => extended.render(text, {})) - without);
  }
  print(`${style}: added to one drawing`, added, 'aim 50');
}

const [cpu] = cpus();
const load = loadavg()[0]?.toFixed(1) ?? '?';
console.log(`Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown'}, load ${load}`);
console.log(
  `A document of ${words} words with ${citations} citations of ${works} works; ${runs} runs, milliseconds.\n`,
);
console.log(`${'what'.padEnd(60)}     p50     p95     max`);
const folder = mkdtempSync(join(tmpdir(), 'paperside-bench-'));
try {
  const engine = startWorkerEngine(await buildEngineWorker(folder), (error) => {
    throw error;
  });
  const bib = paperWriters['bibtex']?.(papers) ?? '';
  await engine.update([{ kind: 'text', uri: 'file:///bench/papers.bib', text: bib }], { more: false });
  for (const style of styles) await measure(engine, style);
  engine.dispose();
} finally {
  rmSync(folder, { recursive: true });
}
