import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsePaperFile } from '../../../src/core/formats/parsePaperFile.ts';
import { startWorkerEngine } from '../../../src/engine/node/startWorkerEngine.ts';
import type { FileChange, LibraryStatus, PaperEngine } from '../../../src/engine/paperEngine.ts';
import type { BenchMessage, BenchTask, QueryTimes } from './benchMessages.ts';
import { benchPapers, typingSessions } from './benchPapers.ts';
import { watchStalls } from './stalls.ts';
import { Stopwatch } from './stopwatch.ts';
import { fileComes, warmStarts } from './warmStarts.ts';

/** As the host sends them: see src/host/libraryService.ts. */
const maxBytesAtOnce = 16 * 1024 * 1024;
const rows = 50;
const warmups = 20;

/** Loads the files into an engine behind a worker thread, as the extension does, and types into its search. */
export async function measureWorker(task: BenchTask, tell: (message: BenchMessage) => void): Promise<void> {
  const { script = '', files = [] } = task;
  const sessions = typingSessions(benchPapers(task.corpus, task.size), task.sessions);
  globalThis.gc?.();
  const stalls = await watchStalls();
  const processor = process.cpuUsage();
  const start = performance.now();
  const cache = { file: join(dirname(script), `index-${task.size}`), stamp: 'benchmark' };
  const startEngine = (): PaperEngine => startWorkerEngine(script, (error) => console.error(error), cache);
  const engine = startEngine();
  // The last step before the end of a load of so many papers says that all are found.
  let foundMs = 0;
  engine.onStep(() => {
    foundMs = performance.now() - start;
  });
  const { status, bytes } = await load(engine, files);
  const buildMs = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  const stall = await stalls.stop();
  const keystrokes = await type(engine, sessions);
  const lastKeystrokes = sessions.flatMap((queries) => queries.at(-1) ?? []);
  // The index is written behind the load, by an engine that lives.
  await fileComes(cache.file);
  engine.dispose();
  tell({
    kind: 'worker',
    result: {
      buildMs,
      foundMs,
      buildProcessorMs: (user + system) / 1000,
      papers: status.papers,
      stall,
      megabytesRead: bytes / 1e6,
      parseMs: parseTime(files),
      keystrokes,
      warmMs: await warmStarts(startEngine, cache.file, lastKeystrokes),
    },
  });
}

async function load(
  engine: PaperEngine,
  files: readonly string[],
): Promise<{ readonly status: LibraryStatus; readonly bytes: number }> {
  let changes: FileChange[] = [];
  let waiting = 0;
  let bytes = 0;
  for (const file of files) {
    // Buffers of files of this size are their own: they move to the worker without a copy.
    const content = await readFile(file);
    changes.push({ kind: 'content', uri: pathToFileURL(file).href, bytes: content, maxPapers: 1_000_000 });
    waiting += content.byteLength;
    bytes += content.byteLength;
    if (waiting > maxBytesAtOnce) {
      await engine.update(changes, { more: true });
      changes = [];
      waiting = 0;
    }
  }
  return { status: await engine.update(changes), bytes };
}

/** One keystroke after the other: from asking to the rows in this thread. */
async function type(engine: PaperEngine, sessions: readonly (readonly string[])[]): Promise<QueryTimes> {
  for (const query of sessions.flat().slice(-warmups)) await engine.search({ query, limit: rows });
  const watch = new Stopwatch();
  for (const [session, queries] of sessions.entries()) {
    for (const [number, query] of queries.entries()) {
      const turn = { session: String(session), number };
      await watch.wait(() => engine.search({ query, limit: rows, turn }));
    }
  }
  return { times: watch.times, processor: watch.processor };
}

function parseTime(files: readonly string[]): number {
  let total = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const start = performance.now();
    parsePaperFile(basename(file), text, { maxPapers: 1_000_000 });
    total += performance.now() - start;
  }
  return total;
}
