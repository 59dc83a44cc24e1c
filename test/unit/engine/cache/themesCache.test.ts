import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { IndexCache } from '../../../../src/engine/cache/indexCache.ts';
import { isWhole, Checksum, type PartSeal } from '../../../../src/engine/cache/sealedParts.ts';
import { LocalEngine } from '../../../../src/engine/localEngine.ts';
import type { FileChange } from '../../../../src/engine/paperEngine.ts';
import { topicPapers } from '../../core/themes/topicPapers.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A cache in memory that checks what it reads as the one on disk does, and fails when told to. */
class Memory implements IndexCache {
  parts: Uint8Array[] = [];
  #seals: PartSeal[] = [];
  fails = false;
  written = 0;
  /** Turns of the event loop that reading takes. */
  slowness = 0;

  async read(): Promise<readonly ArrayBuffer[] | undefined> {
    for (let turn = 0; turn < this.slowness; turn += 1) await nextTurn();
    if (this.fails) throw new Error('disk broken');
    const parts = this.parts.map((part) => new Uint8Array(part).buffer);
    return parts.every((part, at) => isWhole(this.#seals[at] ?? { length: -1, checksum: [0, 0] }, part))
      ? parts
      : undefined;
  }

  async write(parts: readonly (readonly Uint8Array[])[]): Promise<void> {
    if (this.fails) throw new Error('disk full');
    this.written += 1;
    this.parts = parts.map((pieces) => new Uint8Array(Buffer.concat(pieces)));
    this.#seals = this.parts.map((part) => {
      expect(part.length % 8).toBe(0);
      const sum = new Checksum();
      sum.add(part);
      return { length: part.length, checksum: sum.value };
    });
  }
}

function engineWith(cache: IndexCache | undefined, troubles: string[] = []): LocalEngine {
  const engine = new LocalEngine({ now: () => 0, breathe: nextTurn, themesCache: cache });
  engine.onTrouble((message) => troubles.push(message));
  return engine;
}

function fileOf(name: string, papers: readonly Paper[]): FileChange {
  const entries = papers.map(
    ({ key, title, abstract }) => `@article{${key}, title={${title}}, abstract={${abstract}}}`,
  );
  return { kind: 'text', uri: `file:///w/${name}.bib`, text: entries.join('\n') };
}

async function settled(cache: Memory, written: number): Promise<void> {
  for (let turns = 0; turns < 2_000 && cache.written < written; turns += 1) await nextTurn();
  expect(cache.written).toBe(written);
}

/** Ids of themes by key. */
async function places(engine: LocalEngine): Promise<Record<string, readonly string[]>> {
  return Object.fromEntries((await engine.rows()).map(({ key, themes }) => [key, themes]));
}

const papers = topicPapers(300);
const library = fileOf('a', papers);

describe('themes over a restart', () => {
  test('stand as they stood: ids, labels, terms, parts, and where each paper is', async () => {
    const cache = new Memory();
    const first = engineWith(cache);
    await first.update([fileOf('a', papers.slice(0, 230))]);
    // Grown by more than a quarter: what they are now came of how they were made.
    await first.update([library]);
    await settled(cache, 2);
    const second = engineWith(cache);
    await second.update([library]);
    expect(await second.themes()).toEqual(await first.themes());
    await nextTurn();
    expect(cache.written).toBe(2);
    cache.slowness = 500;
    const late = engineWith(cache);
    await late.update([library]);
    expect(await late.themes()).toEqual(await first.themes());
  });

  test('with parts of large themes, and read in parts', async () => {
    const many = topicPapers(900);
    const [a, b] = [fileOf('a', many.slice(0, 300)), fileOf('b', many.slice(300))];
    const cache = new Memory();
    const first = engineWith(cache);
    await first.update([a, b]);
    await settled(cache, 1);
    const themes = await first.themes();
    expect(themes.some(({ parts = [] }) => parts.length > 1)).toBe(true);
    const second = engineWith(cache);
    await second.update([b], { more: true });
    await second.update([a]);
    expect(await second.themes()).toEqual(themes);
    const none = engineWith(undefined);
    await none.update([b], { more: true });
    await none.update([a]);
    expect(await none.themes()).toEqual(themes);
  });

  test('also after a load whose last file holds nothing new', async () => {
    const cache = new Memory();
    const first = engineWith(cache);
    const large = topicPapers(1_000);
    await first.update([fileOf('large', large)], { more: true });
    await first.update([fileOf('small', large.slice(0, 5))]);
    await settled(cache, 1);
    const before = await first.themes();
    await first.update([fileOf('more', topicPapers(1, 1_000))]);
    const now = new Map((await first.themes()).map(({ id, keys }) => [id, keys]));
    for (const { id, keys } of before) expect(now.get(id)).toEqual(expect.arrayContaining([...keys]));
  });

  test('with one more paper, or one less, or another text of one, no other moves', async () => {
    const cache = new Memory();
    const first = engineWith(cache);
    await first.update([fileOf('a', papers.slice(0, 230))]);
    await first.update([library]);
    await settled(cache, 2);
    const before = await places(first);
    const [one, , ...rest] = papers;
    if (one === undefined) throw new Error('No papers.');
    const second = engineWith(cache);
    await second.update([fileOf('a', [{ ...one, title: 'Glacier Melt' }, ...rest, ...topicPapers(1, 300)])]);
    const after = await places(second);
    for (const { key } of rest.filter((paper) => before[paper.key] !== undefined))
      expect([key, after[key]]).toEqual([key, before[key]]);
  });

  test('a file that goes and comes back changes nothing, neither then nor after a restart', async () => {
    const cache = new Memory();
    const engine = engineWith(cache);
    const [a, b] = [fileOf('a', papers.slice(0, 100)), fileOf('b', papers.slice(100))];
    await engine.update([a, b]);
    const before = await engine.themes();
    await engine.update([{ kind: 'removed', uri: 'file:///w/b.bib' }]);
    await engine.update([b]);
    expect(await engine.themes()).toEqual(before);
    await engine.update([
      { kind: 'removed', uri: 'file:///w/a.bib' },
      { kind: 'removed', uri: 'file:///w/b.bib' },
    ]);
    expect(await engine.themes()).toEqual([]);
    await engine.update([a, b]);
    expect(await engine.themes()).toEqual(before);
  });

  test('a broken file is none, whichever of its bytes is another', async () => {
    const small = topicPapers(12);
    const cache = new Memory();
    const first = engineWith(cache);
    await first.update([fileOf('a', small)]);
    await settled(cache, 1);
    const themes = await first.themes();
    const whole = cache.parts;
    for (const [part, bytes] of whole.entries()) {
      for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 150))) {
        const broken = Uint8Array.from(bytes);
        broken[at] = (broken[at] ?? 0) ^ 64;
        cache.parts = whole.map((one, index) => (index === part ? broken : one));
        expect(await cache.read()).toBeUndefined();
      }
    }
    const second = engineWith(cache);
    await second.update([fileOf('a', small)]);
    expect(await second.themes()).toEqual(themes);
  });

  test('a cache that fails costs nothing but a word about it', async () => {
    const cache = new Memory();
    cache.fails = true;
    const troubles: string[] = [];
    const engine = engineWith(cache, troubles);
    await engine.update([library]);
    for (let turns = 0; turns < 2_000 && troubles.length === 0; turns += 1) await nextTurn();
    expect(troubles).toEqual(['The themes could not be kept for the next start: disk full']);
    expect((await engine.themes()).length).toBeGreaterThan(6);
  });
});

async function showsChess(engine: LocalEngine): Promise<boolean> {
  return (await engine.themes()).some(({ label }) => /Chess/.test(label));
}

describe('themes made anew on command', () => {
  test('keep most papers where they are, and are kept', async () => {
    const cache = new Memory();
    const engine = engineWith(cache);
    await engine.update([library]);
    await settled(cache, 1);
    const before = await places(engine);
    const { revision } = await engine.regroupThemes();
    expect(revision).toBe(2);
    const after = await places(engine);
    const moved = papers.filter(({ key }) => before[key]?.[0] !== after[key]?.[0]);
    expect(moved.length).toBeLessThan(30);
    await settled(cache, 2);
  });

  const chess = papers.filter((_, at) => at % 8 === 7).slice(0, 12);
  const others = papers.filter((_, at) => at % 8 !== 7).slice(0, 100);

  test('show a subject that has come since', async () => {
    const engine = engineWith(undefined);
    await engine.update([fileOf('a', others)]);
    await engine.update([fileOf('b', chess)]);
    expect(await showsChess(engine)).toBe(false);
    await engine.regroupThemes();
    expect(await showsChess(engine)).toBe(true);
  });

  test('while the library is loading are made of all its papers, at the end', async () => {
    const cache = new Memory();
    const first = engineWith(cache);
    await first.update([fileOf('a', others)]);
    await first.update([fileOf('b', chess)]);
    await settled(cache, 1);
    const load = async (engine: LocalEngine, isAsked: boolean): Promise<void> => {
      await engine.update([fileOf('a', others)], { more: true });
      const before = await engine.themes();
      if (isAsked) await engine.regroupThemes();
      expect(await engine.themes()).toEqual(before);
      await engine.update([fileOf('b', chess)]);
    };
    const quiet = engineWith(cache);
    await load(quiet, false);
    expect(await quiet.themes()).toEqual(await first.themes());
    const asked = engineWith(cache);
    await load(asked, true);
    expect(await showsChess(asked)).toBe(true);
    await first.regroupThemes();
    expect(await asked.themes()).toEqual(await first.themes());
  });
});
