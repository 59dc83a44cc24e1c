import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileChange } from '../../../../src/engine/paperEngine.ts';
import { writeSealedHead } from '../../../../src/engine/cache/sealedParts.ts';
import { LocalEngine } from '../../../../src/engine/localEngine.ts';
import { indexCacheFile } from '../../../../src/engine/node/indexCacheFile.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paperside-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stamp = '0.1.0';

function file(): string {
  return join(folder, 'deeper', 'search-index.bin');
}

function start(troubles: string[] = [], path = file()): LocalEngine {
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    cache: indexCacheFile(path, stamp),
  });
  engine.onTrouble((message) => troubles.push(message));
  return engine;
}

/** A list of many papers; `edit` changes the words of some. */
function listOf(count: number, edit: (n: number) => string = (n) => `Zebra Stripes ${String(n)}`): FileChange {
  const papers = Array.from(
    { length: count },
    (_, n) =>
      `@article{k${String(n)}, title={${edit(n)}}, author={Roe, Ünal}, year={2020}, abstract={Study ${String(n)}.}}`,
  );
  return { kind: 'content', uri: 'file:///w/a.bib', bytes: new TextEncoder().encode(papers.join('\n')) };
}

/** Until the index stands on disk. */
async function kept(): Promise<Uint8Array> {
  for (let tries = 0; tries < 400; tries += 1) {
    const names = await readdir(join(folder, 'deeper')).catch(() => []);
    if (names.length === 1 && names[0] === 'search-index.bin') return readFile(file());
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  throw new Error('No index was kept.');
}

async function titlesFor(engine: LocalEngine, query: string): Promise<readonly string[]> {
  const { answers } = await engine.search({ query, limit: 5 });
  return answers.map(({ row }) => row.title);
}

async function keepIndex(count = 600): Promise<void> {
  const engine = start();
  await engine.update([listOf(count)]);
  await kept();
  engine.dispose();
}

describe('an index that is kept on disk', () => {
  test('answers before any file was read, with rows as they were', async () => {
    await keepIndex();
    const engine = start();
    const { answers } = await engine.search({ query: 'zebra 17', limit: 3 });
    expect(answers[0]?.row).toMatchObject({ key: 'k17', title: 'Zebra Stripes 17', authors: ['Ünal Roe'], year: 2020 });
    expect(answers[0]?.row.source.uri).toBe('file:///w/a.bib');
    expect(answers[0]?.row.source.range.start.line).toBe(17);
  });

  test('knows what is cited, and papers for a text, before any file was read', async () => {
    const first = start();
    await first.update([listOf(600, (n) => (n < 2 ? `Okapi Habitats ${String(n)}` : `Zebra Stripes ${String(n)}`))]);
    await kept();
    first.dispose();
    const engine = start();
    const request = { text: 'The habitats of an okapi are forests.', limit: 5 };
    const rows = await engine.papersFor({ ...request, without: [] });
    expect(rows.map(({ row }) => row.title)).toEqual(['Okapi Habitats 0', 'Okapi Habitats 1']);
    const others = await engine.papersFor({ ...request, without: ['k0'] });
    expect(others.map(({ row }) => row.key)).toEqual(['k1']);
    await engine.setWriterFacts({ cited: ['k18', 'nobody'], recent: [] });
    expect(await titlesFor(engine, 'is:cited')).toEqual(['Zebra Stripes 18']);
  });

  test('follows the files as they are now', async () => {
    await keepIndex();
    const engine = start();
    await engine.update([listOf(599, (n) => (n === 3 ? 'Okapi Song' : `Zebra Stripes ${String(n)}`))]);
    expect(await titlesFor(engine, 'okapi')).toEqual(['Okapi Song']);
    expect((await titlesFor(engine, 'k3'))[0]).toBe('Okapi Song');
    expect((await titlesFor(engine, 'k3'))[1]).toBe('Zebra Stripes 30');
    expect(await titlesFor(engine, '"zebra stripes 3"')).toEqual([]);
    expect(await titlesFor(engine, '"zebra stripes 599"')).toEqual([]);
    expect(await titlesFor(engine, '"zebra stripes 598"')).toEqual(['Zebra Stripes 598']);
  });

  test('what an earlier session had is gone when the load is complete', async () => {
    await keepIndex();
    const { length } = await kept();
    const engine = start();
    await engine.update([listOf(10)], { more: true });
    expect(await titlesFor(engine, '"zebra stripes 500"')).toEqual(['Zebra Stripes 500']);
    expect((await engine.search({ query: 'zebra', limit: 1 })).indexing).toBe(true);
    await engine.update([]);
    expect(await titlesFor(engine, '"zebra stripes 500"')).toEqual([]);
    expect((await engine.search({ query: 'zebra', limit: 1 })).indexing).toBe(false);
    // The ten papers are kept instead.
    for (let tries = 0; tries < 100 && (await kept()).length === length; tries += 1);
    expect((await kept()).length).toBeLessThan(length / 10);
  });

  test('a broken file is nothing, whichever byte is broken, and is replaced', async () => {
    await keepIndex();
    const whole = await kept();
    for (let at = 0; at < whole.length; at += 997) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0x10;
      await writeFile(file(), broken);
      const engine = start();
      expect(await titlesFor(engine, 'zebra'), `byte ${String(at)}`).toEqual([]);
      engine.dispose();
    }
    await writeFile(file(), whole.subarray(0, whole.length - 8));
    const engine = start();
    expect(await titlesFor(engine, 'zebra')).toEqual([]);
    await engine.update([listOf(600)]);
    expect(await titlesFor(engine, '"zebra stripes 17"')).toEqual(['Zebra Stripes 17']);
    for (let tries = 0; (await kept()).length !== whole.length && tries < 100; tries += 1);
    expect(Buffer.compare(await kept(), whole)).toBe(0);
  });

  test('of another version it is nothing', async () => {
    await keepIndex();
    expect(await indexCacheFile(file(), '0.2.0').read()).toBeUndefined();
    expect(await indexCacheFile(file(), stamp).read()).toHaveLength(2);
  });

  test('where it cannot be written everything works and the log is told', async () => {
    const troubles: string[] = [];
    await writeFile(join(folder, 'deeper'), 'a file, not a folder');
    const engine = start(troubles);
    await engine.update([listOf(600)]);
    expect(await titlesFor(engine, '"zebra stripes 17"')).toEqual(['Zebra Stripes 17']);
    for (let tries = 0; troubles.length === 0 && tries < 200; tries += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toContain('The search index could not be kept for the next start');
  });

  test('a small library keeps nothing: it is read as fast', async () => {
    const engine = start();
    await engine.update([listOf(50)]);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('two engines that write at once leave one whole index and nothing else', async () => {
    const engines = [start(), start(), start()];
    await Promise.all(engines.map((engine) => engine.update([listOf(600)])));
    await kept();
    const parts = await indexCacheFile(file(), stamp).read();
    expect(parts).toHaveLength(2);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(await readdir(join(folder, 'deeper'))).toEqual(['search-index.bin']);
  });

  test('what was left of a writing that never ended goes with the next one, one that may still run does not', async () => {
    await keepIndex();
    const [old, running, other] = ['search-index.bin.old.tmp', 'search-index.bin.new.tmp', 'notes.tmp'];
    for (const name of [old, running, other]) await writeFile(join(folder, 'deeper', name), 'half');
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of [old, other]) await utimes(join(folder, 'deeper', name), longAgo, longAgo);
    await indexCacheFile(file(), stamp).write([[new Uint8Array(8)]]);
    expect(await readdir(join(folder, 'deeper'))).toEqual([other, 'search-index.bin', running].sort());
  });

  test('a folder in its place, a file of nothing but a head and a head that promises too much are nothing', async () => {
    await mkdir(file(), { recursive: true });
    const troubles: string[] = [];
    const engine = start(troubles);
    expect(await titlesFor(engine, 'zebra')).toEqual([]);
    await engine.update([listOf(600)]);
    expect(await titlesFor(engine, '"zebra stripes 17"')).toEqual(['Zebra Stripes 17']);
    for (let tries = 0; troubles.length === 0 && tries < 200; tries += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    expect(troubles[0]).toContain('could not be kept');
    expect(await readdir(join(folder, 'deeper'))).toEqual(['search-index.bin']);
    const promising = join(folder, 'promising.bin');
    const huge = Array.from({ length: 8 }, () => ({ length: 0xffff_fff8, checksum: [1, 2] as const }));
    for (const parts of [[], huge]) {
      await writeFile(promising, writeSealedHead(stamp, parts));
      expect(await titlesFor(start([], promising), 'zebra')).toEqual([]);
    }
  });
});
