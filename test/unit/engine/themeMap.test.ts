import { expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import type { IndexCache } from '../../../src/engine/cache/indexCache.ts';
import type { FileChange, PaperEngine } from '../../../src/engine/paperEngine.ts';
import type { Theme } from '../../../src/core/themes/theme.ts';
import { ThemeMaps } from '../../../src/engine/themeMap/themeMaps.ts';
import { topicPapers } from '../core/themes/topicPapers.ts';

function fileOf(count: number): FileChange {
  const entries = topicPapers(count).map(
    ({ key, title, abstract }) => `@article{${key},\n  title = {${title}},\n  abstract = {${abstract}}\n}`,
  );
  return { kind: 'text', uri: 'file:///w/papers.bib', text: entries.join('\n\n') };
}

function start(mapCache?: IndexCache): PaperEngine {
  return new LocalEngine({
    mapCache,
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

test('the map has a dot for each paper, in the theme that the tree shows it in', async () => {
  const engine = start();
  await engine.update([fileOf(40)]);
  const { keys, places, themeOf, themes } = await engine.themeMap();
  expect(keys).toEqual((await engine.rows()).map(({ key }) => key));
  expect(places).toHaveLength(80);
  const rows = await engine.rows();
  expect(Array.from(themeOf, (theme) => themes[theme]?.id)).toEqual(rows.map((row) => row.themes[0]));
  const shown = await engine.themes();
  expect(themes.map(({ id, label }) => ({ id, label }))).toEqual(shown.map(({ id, label }) => ({ id, label })));
  expect(themes.map(({ count }) => count)).toEqual(shown.map((theme) => theme.keys.length));
  engine.dispose();
});

test('a paper that comes moves no dot, also while the map is being drawn', async () => {
  const engine = start();
  await engine.update([fileOf(80)]);
  const drawing = engine.themeMap();
  const late = {
    kind: 'text',
    uri: 'file:///w/late-papers.bib',
    text: '@article{late, title = {Honey Bees and Sourdough}}',
  } as const;
  const update = engine.update([late]);
  const before = await drawing;
  await update;
  const after = await engine.themeMap();
  expect(after.keys).toContain('late');
  expect(after.keys).toHaveLength((await engine.rows()).length);
  const placeIn = ({ keys, places }: typeof after, key: string): Float32Array => {
    const dot = keys.indexOf(key);
    return places.slice(dot * 2, dot * 2 + 2);
  };
  expect(before.keys.map((key) => placeIn(after, key))).toEqual(before.keys.map((key) => placeIn(before, key)));
  engine.dispose();
});

test('an empty library has an empty map', async () => {
  const engine = start();
  expect(await engine.themeMap()).toEqual({
    keys: [],
    places: new Float32Array(),
    themeOf: new Uint32Array(),
    themes: [],
    parts: [],
    partOf: new Uint32Array(),
  });
  engine.dispose();
});

/** Keeps what is written in memory. */
function memoryCache(first?: string): IndexCache & { readonly text: () => string | undefined } {
  let parts: readonly ArrayBuffer[] | undefined = first === undefined ? undefined : [encoded(first)];
  return {
    read: async () => parts,
    write: async (pieces) => {
      parts = pieces.map((piece) => Uint8Array.from(piece.flatMap((bytes) => [...bytes])).buffer);
    },
    text: () => (parts?.[0] === undefined ? undefined : new TextDecoder().decode(parts[0])),
  };
}

function encoded(text: string): ArrayBuffer {
  return Uint8Array.from(new TextEncoder().encode(text)).buffer;
}

test('the map of the last session is gone on with: one more paper moves nothing over a restart', async () => {
  const cache = memoryCache();
  const first = start(cache);
  await first.update([fileOf(40)]);
  const before = await first.themeMap();
  await new Promise((resolve) => setTimeout(resolve, 10));
  first.dispose();
  const second = start(cache);
  const late = '@article{late, title = {Honey Bees and Sourdough}}';
  await second.update([fileOf(40), { kind: 'text', uri: 'file:///w/late-papers.bib', text: late }]);
  const after = await second.themeMap();
  expect(after.keys).toContain('late');
  for (const [dot, key] of before.keys.entries()) {
    const now = after.keys.indexOf(key);
    expect(after.places.slice(now * 2, now * 2 + 2)).toEqual(before.places.slice(dot * 2, dot * 2 + 2));
  }
  second.dispose();
});

test.each(['', '{', '[]', '{"unit":0,"papers":[]}', '{"unit":1,"papers":[["key0000",null,0,0,true],7]}'])(
  'a kept map that says %s is no hindrance',
  async (kept) => {
    const engine = start(memoryCache(kept));
    await engine.update([fileOf(10)]);
    const { places } = await engine.themeMap();
    expect(places.every((place) => Number.isFinite(place))).toBe(true);
    expect(new Set(Array.from(places)).size).toBeGreaterThan(10);
    engine.dispose();
  },
);

test('a dot is in a part of the theme that it is drawn in, or in none', async () => {
  const papers = topicPapers(4);
  const [a = '', b = '', c = '', d = ''] = papers.map(({ key }) => key);
  const maps = new ThemeMaps({
    papers: () => papers,
    themes: () => [
      { ...part('one', [a, b, d]), parts: [part('one-a', [a]), part('one-d', [d])] },
      { ...part('two', [c, d]), parts: [part('two-d', [d])] },
    ],
    themesOf: (key) => (key === c || key === d ? ['two', 'one'] : ['one']),
    drain: async (work) => {
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value;
      }
    },
    cache: undefined,
    trouble: () => undefined,
  });
  const { parts, partOf, themes } = await maps.draw();
  expect(parts.map(({ id, theme }) => [id, theme])).toEqual([
    ['one-a', 0],
    ['one-d', 0],
    ['two-d', 1],
  ]);
  expect([...partOf]).toEqual([0, 3, 3, 2]);
  expect(themes.map(({ count }) => count)).toEqual([2, 2]);
});

function part(id: string, keys: readonly string[]): Theme {
  return { id, label: id, terms: [], keys };
}
