import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';

const starts = 5;
const patienceMs = 60_000;

/** Waits until there is such a file; not for ever. */
export async function fileComes(file: string): Promise<void> {
  const until = performance.now() + patienceMs;
  while (!existsSync(file) && performance.now() < until) await setTimeout(100);
}

/**
 * Milliseconds from the start of an engine whose index is in `file` to the first rows that it answers, before any paper
 * file is read; one for each start. `undefined` without the file or without an answer.
 */
export async function warmStarts(
  start: () => PaperEngine,
  file: string,
  queries: readonly string[],
): Promise<readonly number[] | undefined> {
  if (!existsSync(file)) return undefined;
  const times: number[] = [];
  for (const query of queries.slice(0, starts)) {
    globalThis.gc?.();
    const begun = performance.now();
    const engine = start();
    const isAnswered = await answers(engine, query, begun + patienceMs);
    times.push(performance.now() - begun);
    engine.dispose();
    if (!isAnswered) return undefined;
  }
  return times;
}

/** An engine that has not read its index yet answers with nothing: it is asked again. */
async function answers(engine: PaperEngine, query: string, until: number): Promise<boolean> {
  while (performance.now() < until) {
    const { answers: found } = await engine.search({ query, limit: 50 });
    if (found.length > 0) return true;
    await setTimeout(1);
  }
  return false;
}
