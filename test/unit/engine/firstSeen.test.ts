import { describe, expect, test } from 'vitest';
import type { IndexCache } from '../../../src/engine/cache/indexCache.ts';
import { FirstSeen } from '../../../src/engine/firstSeen.ts';
import { paperOf } from '../core/search/papers.ts';
import type { Paper } from '../../../src/core/paper.ts';

/** A cache in memory, which fails when told to. */
class Memory implements IndexCache {
  bytes: Uint8Array | undefined;
  fails = false;
  written = 0;

  async read(): Promise<readonly ArrayBuffer[] | undefined> {
    return this.bytes === undefined ? undefined : [new Uint8Array(this.bytes).buffer];
  }

  async write(parts: readonly (readonly Uint8Array[])[]): Promise<void> {
    this.written += 1;
    if (this.fails) throw new Error('disk full');
    for (const piece of parts.flat()) expect(piece.length % 8).toBe(0);
    this.bytes = new Uint8Array(Buffer.concat(parts.flat()));
  }
}

const paper = (key: string, ...aliases: string[]): Paper => paperOf({ key, title: key, aliases });
const library = (...keys: string[]) => ({
  size: keys.length,
  get: (key: string): Paper | undefined => (keys.includes(key) ? paper(key) : undefined),
});

function started(cache?: IndexCache, troubles: string[] = []): FirstSeen {
  return new FirstSeen(cache, (message) => troubles.push(message));
}

describe('in what order papers came', () => {
  test('the first load is one moment, however many parts it has; later ones come after it', async () => {
    const seen = started();
    await seen.note([paper('a')], false);
    await seen.note([paper('b')], true);
    await seen.note([paper('c')], true);
    await seen.note([paper('a'), paper('d')], true);
    expect(['a', 'b', 'c', 'd'].map((key) => seen.seenAt(key))).toEqual([0, 0, 1, 2]);
    expect(seen.seenAt('unknown')).toBe(3);
  });

  test('what is added to an empty workspace is new', async () => {
    const seen = started();
    await seen.note([], true);
    await seen.note([paper('a')], true);
    expect(seen.seenAt('a')).toBe(1);
  });

  test('a paper that gets another key stays where it was', async () => {
    const seen = started();
    await seen.note([paper('a'), paper('b')], true);
    await seen.note([paper('c', 'x', 'b')], true);
    expect(seen.seenAt('c')).toBe(0);
  });

  test('restarts keep the order: what comes with the next load is later, what was away comes back', async () => {
    const cache = new Memory();
    const first = started(cache);
    await first.note([paper('a'), paper('é')], true);
    await first.note([paper('b')], true);
    await first.keep(library('a', 'é', 'b'));
    const second = started(cache);
    await second.note([paper('a'), paper('new')], true);
    await second.note([paper('é')], true);
    expect(['a', 'é', 'b', 'new'].map((key) => second.seenAt(key))).toEqual([0, 0, 1, 2]);
  });

  test('nothing new is not written again; a failed writing is told', async () => {
    const cache = new Memory();
    const troubles: string[] = [];
    const seen = started(cache, troubles);
    await seen.note([paper('a')], true);
    await Promise.all([seen.keep(library('a')), seen.keep(library('a'))]);
    await seen.note([paper('a')], true);
    await seen.keep(library('a'));
    expect(cache.written).toBe(1);
    cache.fails = true;
    await seen.note([paper('b')], true);
    await seen.keep(library('a', 'b'));
    expect(troubles).toEqual(['Which papers came last could not be kept for the next start: disk full']);
  });

  test('papers that went for good are forgotten when they are many', async () => {
    const cache = new Memory();
    const seen = started(cache);
    await seen.note(
      Array.from({ length: 10_010 }, (_, at) => paper(`gone${String(at)}`)),
      true,
    );
    await seen.note([paper('here')], true);
    await seen.keep(library('here'));
    expect(new TextDecoder().decode(cache.bytes).trim()).toBe('[[1,["here"]]]');
  });

  test.each(['', 'null', '{}', '[[1]]', '[["x",["a"]]]', '[[1,[2]]]', '[null,[0.5,["a"]]]', '{"'])(
    'anything else than what was written is nothing: %s',
    async (text) => {
      const cache = new Memory();
      cache.bytes = new TextEncoder().encode(text);
      const seen = started(cache);
      await seen.note([paper('a')], true);
      await seen.note([paper('b')], true);
      expect(seen.seenAt('b') - seen.seenAt('a')).toBe(1);
    },
  );
});
