import { expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import type { FileChange, PaperEngine } from '../../../src/engine/paperEngine.ts';
import { topicPapers } from '../core/themes/topicPapers.ts';

function fileOf(count: number): FileChange {
  const entries = topicPapers(count).map(
    ({ key, title, abstract }) => `@article{${key},\n  title = {${title}},\n  abstract = {${abstract}}\n}`,
  );
  return { kind: 'text', uri: 'file:///w/papers.bib', text: entries.join('\n\n') };
}

function start(): PaperEngine {
  return new LocalEngine({
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
  });
  engine.dispose();
});
