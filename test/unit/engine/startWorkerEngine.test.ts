import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { startWorkerEngine } from '../../../src/engine/node/startWorkerEngine.ts';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';

const dyingWorker = fileURLToPath(new URL('dyingWorker.ts', import.meta.url));

describe('an engine whose worker ends by itself', () => {
  const failures: string[] = [];
  let engine: PaperEngine;

  function start(script: string): void {
    failures.length = 0;
    engine = startWorkerEngine(script, ({ message }) => failures.push(message));
  }
  afterEach(() => engine.dispose());

  test.each([
    ['by a bug', 'rows', 'a bug in the engine'],
    ['by leaving', 'themes', 'The paper engine ended with code 7.'],
  ] as const)('%s: every question is answered, nobody waits, and it is told once', async (_, deadly, reason) => {
    start(dyingWorker);
    const before = engine.search({ query: 'sheep', limit: 5 });
    await expect(engine[deadly]()).rejects.toThrow(reason);
    await expect(before).rejects.toThrow(reason);
    await expect(engine.setWriterFacts({ cited: [], recent: [] })).rejects.toThrow(reason);
    // The exit follows the error, and must not count as a second failure.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(failures).toEqual([reason]);
  });

  test('a script that is not there fails in the same way', async () => {
    start(path.join(import.meta.dirname, 'missing.js'));
    await expect(engine.rows()).rejects.toThrow('missing.js');
    expect(failures).toHaveLength(1);
  });

  test('an engine that is ended on purpose has not failed', async () => {
    start(dyingWorker);
    const waiting = engine.search({ query: 'sheep', limit: 5 });
    engine.dispose();
    await expect(waiting).rejects.toThrow('has stopped');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(failures).toEqual([]);
  });
});
