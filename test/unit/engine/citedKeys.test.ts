import { expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/localEngine.ts';

function newEngine(): LocalEngine {
  return new LocalEngine({ now: () => performance.now(), breathe: () => Promise.resolve() });
}

const entry = (key: string, title: string, more = ''): string =>
  `@article{${key}, title = {${title}}, author = {Doe, Ann}${more}}\n`;

test('what a document cites, and what the library knows of it', async () => {
  const engine = newEngine();
  const one = entry('moss', 'Light on mosses') + entry('bad', 'Fire in fens', ', note = {Retracted}');
  await engine.update([
    { kind: 'text', uri: 'file:///one.bib', text: one },
    { kind: 'text', uri: 'file:///two.bib', text: entry('moss', 'Rivers in winter') },
  ]);
  const text = '[@moss; @gone] @bad';
  const answer = await engine.citedKeys({ path: 'a.md', languageId: 'markdown', text });
  expect(answer?.syntax).toBe('pandoc');
  expect(answer?.citations.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
    'moss citation',
    'gone citation',
    'bad mention',
  ]);
  const [moss, gone, bad] = answer?.facts ?? [];
  expect(moss?.paper).toMatchObject({
    key: 'moss',
    title: 'Light on mosses',
    entries: [{ uri: 'file:///one.bib', key: 'moss' }],
    retraction: undefined,
  });
  expect(moss?.claims.map(({ title, uri }) => `${title} ${uri}`)).toEqual([
    'Light on mosses file:///one.bib',
    'Rivers in winter file:///two.bib',
  ]);
  expect(gone).toEqual({ key: 'gone', paper: undefined, claims: [] });
  expect(bad?.paper?.retraction).toBe('retracted');
  await engine.update([{ kind: 'removed', uri: 'file:///two.bib' }]);
  const later = await engine.citedKeys({ path: 'a.md', languageId: 'markdown', text });
  expect(later?.facts[0]?.claims).toEqual([]);
  engine.dispose();
});

test('a language without citations has no answer, a text without any an empty one', async () => {
  const engine = newEngine();
  expect(await engine.citedKeys({ path: 'a.py', languageId: 'python', text: '[@a]' })).toBeUndefined();
  const empty = await engine.citedKeys({ path: 'a.tex', languageId: 'latex', text: 'None.' });
  expect(empty).toEqual({ syntax: 'latex', citations: [], facts: [] });
  engine.dispose();
});
