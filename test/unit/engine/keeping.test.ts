import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/core/paper.ts';
import type { IndexCache } from '../../../src/engine/cache/indexCache.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import type { FileChange } from '../../../src/engine/paperEngine.ts';
import { EngineNotes } from '../../../src/engine/notes/engineNotes.ts';
import { PaperFinder } from '../../../src/engine/paperFinder.ts';
import { paperOf } from '../core/search/papers.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A cache in memory that is written when the test says so. */
class SlowCache implements IndexCache {
  parts: readonly ArrayBuffer[] | undefined;
  /** Writings that began, and those that run at the same time. */
  begun = 0;
  atOnce = 0;
  mostAtOnce = 0;
  #waiting: (() => void)[] = [];

  async read(): Promise<readonly ArrayBuffer[] | undefined> {
    return this.parts;
  }

  async write(parts: readonly (readonly Uint8Array[])[]): Promise<void> {
    this.begun += 1;
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.atOnce -= 1;
    this.parts = parts.map((pieces) => new Uint8Array(Buffer.concat(pieces)).buffer);
  }

  /** Ends what is being written until nothing more comes. */
  async finish(): Promise<void> {
    for (let turns = 0; turns < 200; turns += 1) {
      this.#waiting.shift()?.();
      await nextTurn();
    }
  }

  /** Until a writing has begun. */
  async started(): Promise<void> {
    for (let turns = 0; turns < 2_000 && this.atOnce === 0; turns += 1) await nextTurn();
    expect(this.atOnce).toBe(1);
  }
}

function engineWith(cache: IndexCache | undefined, troubles: string[] = [], now = () => 0): LocalEngine {
  // A clock that stands still lets work run to its end in one go; one that runs lets others have a turn at each step.
  const engine = new LocalEngine({ now, breathe: nextTurn, cache });
  engine.onTrouble((message) => troubles.push(message));
  return engine;
}

function listOf(count: number, word = 'Zebra'): FileChange {
  const papers = Array.from(
    { length: count },
    (_, n) => `@article{k${String(n)}, title={${word} Number ${String(n)}}}`,
  );
  return { kind: 'text', uri: 'file:///w/a.bib', text: papers.join('\n') };
}

async function titlesFor(engine: LocalEngine, query: string): Promise<readonly string[]> {
  const { answers } = await engine.search({ query, limit: 3 });
  return answers.map(({ row }) => row.title);
}

/** A clock on which every look takes longer than a slice of work. */
function runningClock(): () => number {
  let time = 0;
  return () => (time += 10);
}

describe('keeping the index', () => {
  test('one writing at a time; what came meanwhile is kept after it', async () => {
    const cache = new SlowCache();
    const engine = engineWith(cache);
    await engine.update([listOf(600)]);
    await cache.started();
    await engine.update([listOf(600, 'Okapi')]);
    await engine.update([listOf(700, 'Tapir')]);
    await cache.finish();
    expect(cache.mostAtOnce).toBe(1);
    expect(cache.begun).toBe(2);
    expect(await titlesFor(engineWith(cache), 'tapir 650')).toContain('Tapir Number 650');
  });

  test('a paper that goes while the index is written out has no row; the index is kept all the same', async () => {
    const cache = new SlowCache();
    const engine = engineWith(cache, [], runningClock());
    await engine.update([listOf(600)]);
    await engine.update([listOf(599)]);
    await cache.started();
    await cache.finish();
    const next = engineWith(cache);
    expect(await titlesFor(next, '"zebra number 599"')).toEqual([]);
    expect(await titlesFor(next, '"zebra number 598"')).toEqual(['Zebra Number 598']);
  });

  test('a library that got small replaces the large one that is kept', async () => {
    const cache = new SlowCache();
    const engine = engineWith(cache);
    await engine.update([listOf(600)]);
    await cache.started();
    await cache.finish();
    await engine.update([listOf(2, 'Okapi')]);
    await cache.started();
    await cache.finish();
    const next = engineWith(cache);
    expect(await titlesFor(next, 'zebra')).toEqual([]);
    expect(await titlesFor(next, 'okapi')).toEqual(['Okapi Number 0', 'Okapi Number 1']);
  });

  test.each([0, 1, 2, 5, 20])('an engine that ends meanwhile says nothing (after %d turns)', async (turns) => {
    const cache = new SlowCache();
    const troubles: string[] = [];
    const engine = engineWith(cache, troubles, runningClock());
    await engine.update([listOf(600)]);
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    engine.dispose();
    await cache.finish();
    expect(troubles).toEqual([]);
  });

  test('a cache that fails in any way is told of once, and searching goes on', async () => {
    const troubles: string[] = [];
    const broken: IndexCache = {
      read: () => Promise.reject(new Error('no disk')),
      write: () => Promise.reject(new Error('disk is full')),
    };
    const engine = engineWith(broken, troubles);
    await engine.update([listOf(600)]);
    await engine.update([listOf(599)]);
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(troubles).toEqual(['The search index could not be kept for the next start: disk is full']);
    expect(await titlesFor(engine, '"zebra number 3"')).toEqual(['Zebra Number 3']);
  });
});

describe('what the host tells', () => {
  test('counts as it was told last, whatever runs meanwhile', async () => {
    // So many that to look for their notes takes several turns.
    const papers = Array.from({ length: 9_000 }, (_, n) => paperOf({ key: `k${String(n)}`, title: 'Zebra' }));
    const byKey = new Map(papers.map((paper) => [paper.key, paper]));
    for (const turns of [0, 1, 2, 3, 4, 5, 6, 8]) {
      const finder = finderOver(byKey);
      await finder.setNotes([{ kind: 'note', uri: 'file:///n.md', name: 'of nobody.md', text: '' }]);
      await finder.update({ added: papers.slice(0, 4), changed: [], removed: [] }, false);
      finder.setFacts({ cited: ['k0'], recent: [] });
      const update = finder.update({ added: [], changed: [], removed: [] }, false);
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      finder.setFacts({ cited: ['k1', 'k3'], recent: [] });
      await update;
      const { answers } = await finder.search({ query: 'is:cited', limit: 5 }, () => false);
      expect(
        answers.map(({ row }) => row.key),
        `told after ${String(turns)} turns`,
      ).toEqual(['k1', 'k3']);
    }
  });
});

function finderOver(papers: ReadonlyMap<string, Paper>): PaperFinder {
  const get = (key: string): Paper | undefined => papers.get(key);
  return new PaperFinder({
    get,
    notes: new EngineNotes({ get, papers: () => [...papers.values()] }),
    themes: () => [],
    row: ({ key, title, authors, year, venue, sources }) => {
      return { key, title, authors, year, venue, themes: [], source: sources[0] };
    },
    async drain(work) {
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value;
        await nextTurn();
      }
    },
    breathe: nextTurn,
    cache: undefined,
    trouble: () => undefined,
  });
}

describe('saying that more may come', () => {
  test.each([{ more: false }, { more: true }])('ends with an update that fails (%o)', async (options) => {
    const engine = engineWith(undefined);
    await engine.update([listOf(3)], { more: true });
    expect((await engine.search({ query: 'zebra', limit: 1 })).indexing).toBe(true);
    const broken: FileChange = { kind: 'content', uri: 'file:///w/b.bib', bytes: new Uint8Array(1) };
    Object.defineProperty(broken, 'bytes', {
      get: () => {
        throw new Error('gone');
      },
    });
    await expect(engine.update([broken], options)).rejects.toThrow('gone');
    expect((await engine.search({ query: 'zebra', limit: 1 })).indexing).toBe(false);
    await engine.update([]);
    expect(await titlesFor(engine, '"zebra number 2"')).toEqual(['Zebra Number 2']);
  });
});
