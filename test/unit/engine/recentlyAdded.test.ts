import { expect, test } from 'vitest';
import type { IndexCache } from '../../../src/engine/cache/indexCache.ts';
import type { FileChange } from '../../../src/engine/paperEngine.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A cache in memory. */
class Memory implements IndexCache {
  written = 0;
  #parts: readonly ArrayBuffer[] | undefined;

  async read(): Promise<readonly ArrayBuffer[] | undefined> {
    return this.#parts;
  }

  async write(parts: readonly (readonly Uint8Array[])[]): Promise<void> {
    this.#parts = parts.map((pieces) => new Uint8Array(Buffer.concat(pieces)).buffer);
    this.written += 1;
  }
}

function fileOf(name: string, ...keys: readonly string[]): FileChange {
  const entries = keys.map((key) => `@misc{${key}, title = {About ${key}}, year = 2020}`);
  return { kind: 'text', uri: `file:///w/${name}.bib`, text: entries.join('\n') };
}

async function lastFirst(engine: LocalEngine): Promise<string> {
  const rows = await engine.groupPapers({ by: 'year', sort: 'added' }, '2020');
  return rows.map(({ key }) => key).join();
}

async function started(cache: Memory, ...files: readonly FileChange[]): Promise<LocalEngine> {
  const engine = new LocalEngine({ now: () => 0, breathe: nextTurn, seenCache: cache });
  // As the host loads them: in parts, whose order is that of the disk.
  for (const file of files.slice(0, -1)) await engine.update([file], { more: true });
  await engine.update(files.slice(-1));
  return engine;
}

async function written(cache: Memory, times: number): Promise<void> {
  for (let turns = 0; turns < 1_000 && cache.written < times; turns += 1) await nextTurn();
  expect(cache.written).toBe(times);
}

/** Enough for a load that is taken in part by part. */
const many = Array.from({ length: 1_000 }, (_, at) => `@misc{old${at}, title = {Old ${at}}, year = 1999}`).join('\n');

test('what came last stands first, and still does after a restart, however the files are read then', async () => {
  const cache = new Memory();
  const old: FileChange = {
    kind: 'text',
    uri: 'file:///w/old.bib',
    text: `${many}\n@misc{owls, year = 2020, title = {O}}`,
  };
  const first = await started(cache, old, fileOf('n', 'bees', 'moths'));
  // Of one load none is newer: what stands further down in its file goes first.
  const sameLoad = 'owls,moths,bees';
  expect(await lastFirst(first)).toBe(sameLoad);
  await written(cache, 1);
  await first.update([fileOf('z', 'ants')]);
  await written(cache, 2);
  await first.update([fileOf('a', 'wasps')]);
  await written(cache, 3);
  expect(await lastFirst(first)).toBe(`wasps,ants,${sameLoad}`);
  first.dispose();

  const second = await started(
    cache,
    fileOf('z', 'ants'),
    fileOf('n', 'bees', 'moths', 'fleas'),
    fileOf('a', 'wasps'),
    old,
  );
  expect(await lastFirst(second)).toBe(`fleas,wasps,ants,${sameLoad}`);
});
