import { beforeEach, describe, expect, test } from 'vitest';
import type { FileChange, PaperEngine } from '../../../src/engine/paperEngine.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';

const own = 'file:///w/own.bib';
const other = 'file:///w/zzz%20other.bib';
const list = 'file:///w/papers.txt';

const ownText = `@article{lee2020,
  title = {How Sea Otters Sleep},
  year = {2020}
}

@article{kim2021,
  title = {Sourdough as a Dynamical System}
}
`;
const otherText = '@book{lee2020,\n  title = {A History of Glaciers},\n  year = {1999}\n}\n';
const listText = `Otters Hold Hands: Sleep Behaviour of Sea Otters

We watched forty sea otters sleep for two winters. Pairs that hold hands drift apart less often, and wake more rested.
`;

function text(uri: string, content: string): FileChange {
  return { kind: 'text', uri, text: content };
}

describe('entries of paper files', () => {
  let engine: PaperEngine;
  beforeEach(async () => {
    engine = new LocalEngine({ now: () => performance.now(), breathe: () => Promise.resolve() });
    await engine.update([text(own, ownText), text(other, otherText), text(list, listText)]);
  });

  test('stand where the text has them, with the papers that they are', async () => {
    const entries = await engine.entriesOf({ uri: own, text: ownText });
    expect(entries.map(({ key, keyRange, paper }) => [key, keyRange?.start, paper?.key])).toEqual([
      ['lee2020', { line: 0, character: 9 }, 'lee2020'],
      ['kim2021', { line: 5, character: 9 }, 'kim2021'],
    ]);
  });

  test('are those of the text that is asked about, not of what the library has read', async () => {
    const [first, second, third] = await engine.entriesOf({
      uri: own,
      text: `\n\n@misc{new1, title={New}}\n${ownText}`,
    });
    expect(first).toMatchObject({ key: 'new1', title: 'New', range: { start: { line: 2 } } });
    expect(first?.paper).toBeUndefined();
    expect(second).toMatchObject({ key: 'lee2020', keyRange: { start: { line: 3, character: 9 } } });
    expect(third?.paper?.key).toBe('kim2021');
    expect((await engine.paper('lee2020'))?.sources[0].range.start.line).toBe(0);
  });

  test('are told apart by their file when several have one key', async () => {
    const [entry] = await engine.entriesOf({ uri: other, text: otherText });
    expect(entry?.key).toBe('lee2020');
    expect(entry?.paper?.key).not.toBe('lee2020');
    expect((await engine.paper(entry?.paper?.key ?? ''))?.title).toBe('A History of Glaciers');
    const places = await engine.keyPlaces('lee2020');
    expect(places.map(({ uri, key }) => [uri, key])).toEqual([
      [own, 'lee2020'],
      [other, 'lee2020'],
    ]);
    expect(await engine.keyPlaces('nobody')).toEqual([]);
  });

  test('of a list have no keys of their own', async () => {
    const [entry] = await engine.entriesOf({ uri: list, text: listText });
    expect([entry?.key, entry?.keyRange]).toEqual([undefined, undefined]);
    expect(entry?.paper?.key).toMatch(/^otters-hold-hands/);
  });

  test('can be asked for by their line, and be limited', async () => {
    const keysAt = async (line: number): Promise<readonly (string | undefined)[]> =>
      (await engine.entriesOf({ uri: own, text: ownText, line })).map(({ key }) => key);
    expect(await Promise.all([0, 1, 3, 4, 5, 7].map(keysAt))).toEqual([
      ['lee2020'],
      ['lee2020'],
      ['lee2020'],
      [],
      ['kim2021'],
      ['kim2021'],
    ]);
    expect((await engine.entriesOf({ uri: own, text: ownText, limit: 1 })).map(({ key }) => key)).toEqual(['lee2020']);
  });

  test('of a text that is no paper file there are none', async () => {
    expect(await engine.entriesOf({ uri: 'file:///w/x.bin', text: 'nothing' })).toEqual([]);
  });
});
