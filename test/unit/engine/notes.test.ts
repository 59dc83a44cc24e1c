import { describe, expect, test } from 'vitest';
import { noteFileName } from '../../../src/core/notes/noteFileName.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import type { NoteChange } from '../../../src/engine/paperEngine.ts';

const library = [
  '@misc{Otter24, title = {Otters Hold Hands}, abstract = {They sleep.}}',
  '@misc{otter24, title = {Other Otters Float}}',
  '@misc{DBLP:conf/x/Weasel, title = {Weasels in Winter}}',
].join('\n');

async function engineWithPapers(text = library): Promise<LocalEngine> {
  const engine = new LocalEngine({ now: () => performance.now(), breathe: async () => undefined });
  await engine.update([{ kind: 'text', uri: 'file:///w/a.bib', text }]);
  return engine;
}

function note(path: string, text: string): NoteChange {
  return { kind: 'note', uri: `file:///w/notes/${path}`, name: path.slice(path.lastIndexOf('/') + 1), text };
}

async function keysFor(engine: LocalEngine, query: string): Promise<readonly string[]> {
  return (await engine.search({ query, limit: 9 })).answers.map(({ row }) => row.key);
}

function entry(key: string): string {
  return `@misc{${key}, title = {Weasels in Winter}, doi = {10.1000/weasel}}`;
}

describe('notes', () => {
  test('those of other tools are the notes of their papers: marks, has:note, and words in them', async () => {
    const engine = await engineWithPapers();
    await engine.setNotes([
      note('@Otter24.md', 'Quarrelsome.'),
      note('lit/Weasels, winter.md', '---\ncitation key: "DBLP:conf/x/Weasel"\n---\n\nSnowy.'),
      note('diary.md', 'Quarrelsome breakfast.'),
    ]);
    expect([...(await engine.notedKeys())].sort()).toEqual(['DBLP:conf/x/Weasel', 'Otter24']);
    expect([...(await keysFor(engine, 'has:note'))].sort()).toEqual(['DBLP:conf/x/Weasel', 'Otter24']);
    expect(await keysFor(engine, 'quarrelsome')).toEqual(['Otter24']);
    expect(await keysFor(engine, 'note:snowy')).toEqual(['DBLP:conf/x/Weasel']);
    expect(await engine.noteOf('otter24')).toBeUndefined();
    expect(await engine.noteOf('Otter24')).toEqual({ uri: 'file:///w/notes/@Otter24.md', others: [] });
    const [answer] = (await engine.search({ query: 'quarrelsome', limit: 1 })).answers;
    expect(answer?.excerpt).toBe('Note: Quarrelsome.');
    expect(answer?.row.marks?.noted).toBe(true);
    engine.dispose();
  });

  test('papers that differ in case only have their own notes; a file in another case is for whom no paper has it', async () => {
    const engine = await engineWithPapers();
    await engine.setNotes([note('@Otter24.md', 'a'), note('otter24.md', 'b')]);
    expect((await engine.noteOf('Otter24'))?.uri).toBe('file:///w/notes/@Otter24.md');
    expect((await engine.noteOf('otter24'))?.uri).toBe('file:///w/notes/otter24.md');
    await engine.setNotes([
      { kind: 'removed', uri: 'file:///w/notes/@Otter24.md' },
      { kind: 'removed', uri: 'file:///w/notes/otter24.md' },
      note('@dblp_conf_x_weasel.md', 'c'),
      note(noteFileName('Otter24'), 'd'),
    ]);
    expect((await engine.noteOf('DBLP:conf/x/Weasel'))?.uri).toBe('file:///w/notes/@dblp_conf_x_weasel.md');
    expect([...(await engine.notedKeys())].sort()).toEqual(['DBLP:conf/x/Weasel', 'Otter24']);
    engine.dispose();
  });

  test('notes that came before their papers are theirs once these come, also by another key of them', async () => {
    const engine = await engineWithPapers('');
    await engine.setNotes([note('a.md', '---\ncitekey: old\n---\nSnowy.')]);
    expect(await engine.notedKeys()).toEqual([]);
    await engine.update([
      { kind: 'text', uri: 'file:///w/a.bib', text: entry('new') },
      { kind: 'text', uri: 'file:///w/b.bib', text: entry('old') },
    ]);
    const [row] = await engine.rows();
    expect([row?.key, row?.aliases?.[0]]).toEqual(['new', 'old']);
    expect(await engine.notedKeys()).toEqual(['new']);
    expect(await keysFor(engine, 'snowy')).toEqual(['new']);
    await engine.update([{ kind: 'removed', uri: 'file:///w/a.bib' }]);
    await engine.update([{ kind: 'removed', uri: 'file:///w/b.bib' }]);
    expect(await engine.notedKeys()).toEqual([]);
    engine.dispose();
  });

  test('several files about one paper: one is its note, the others are told, all are searched', async () => {
    const engine = await engineWithPapers();
    const head = '---\ncitekey: otter24\n---\n';
    await engine.setNotes([note('a.md', `${head}Alpha.`), note('z/otter24.md', `${head}Omega.`)]);
    expect(await engine.noteOf('otter24')).toEqual({
      uri: 'file:///w/notes/z/otter24.md',
      others: ['file:///w/notes/a.md'],
    });
    expect(await keysFor(engine, 'alpha')).toEqual(['otter24']);
    expect(await keysFor(engine, 'omega')).toEqual(['otter24']);
    engine.dispose();
  });
});

async function engineWithNotes(): Promise<LocalEngine> {
  const engine = await engineWithPapers();
  await engine.setNotes([
    note(
      'a.md',
      '---\ncitekey: Otter24\n---\n\n# Notes\n\nThey sleep afloat.\nThey hold *hands* while they sleep, see year:2024.\n',
    ),
    note('b.md', '---\ncitekey: gone99\n---\nHands off.\n'),
    note('diary.md', 'Hands.'),
    note('c.md', '---\r\ncitekey: otter24\r\n---\r\nÉtude of water'),
  ]);
  return engine;
}

async function found(engine: LocalEngine, query: string): Promise<readonly unknown[]> {
  const { answers } = await engine.searchNotes({ query, limit: 9 });
  return answers.map(({ name, row, line, excerpt }) => [name, row?.key, line, excerpt]);
}

test('notes that come in parts count when the last part is there, and cost no more than all at once', async () => {
  const engine = await engineWithPapers();
  await engine.setNotes([note('@Otter24.md', 'Quarrelsome.')], { more: true });
  expect(await engine.notedKeys()).toEqual([]);
  expect((await engine.noteOf('Otter24'))?.uri).toBe('file:///w/notes/@Otter24.md');
  await engine.setNotes([note('@otter24.md', 'Quarrelsome.')], { more: true });
  await engine.setNotes([]);
  expect([...(await engine.notedKeys())].sort()).toEqual(['Otter24', 'otter24']);
  expect([...(await keysFor(engine, 'quarrelsome'))].sort()).toEqual(['Otter24', 'otter24']);
  engine.dispose();
});

describe('searching notes', () => {
  test('the line that holds most of the words; notes about papers only, known or not', async () => {
    const engine = await engineWithNotes();
    expect(await found(engine, 'sleep hands')).toEqual([
      ['a.md', 'Otter24', 7, 'They hold *hands* while they sleep, see year:2024.'],
    ]);
    expect(await found(engine, 'hands off')).toEqual([['b.md', undefined, 3, 'Hands off.']]);
    expect(await found(engine, 'etud')).toEqual([['c.md', 'otter24', 3, 'Étude of water']]);
    expect(await found(engine, 'hends afloat')).toEqual([['a.md', 'Otter24', 6, 'They sleep afloat.']]);
    expect(await found(engine, 'citekey')).toEqual([]);
    expect(await found(engine, 'year:2024')).toEqual([
      ['a.md', 'Otter24', 7, 'They hold *hands* while they sleep, see year:2024.'],
    ]);
    expect(await found(engine, 'note:afloat')).toHaveLength(1);
    engine.dispose();
  });

  test('of nothing typed, those of papers used lately first; how many there are', async () => {
    const engine = await engineWithNotes();
    await engine.setWriterFacts({ cited: [], recent: ['otter24'] });
    const { answers, notes } = await engine.searchNotes({ query: ' ', limit: 2 });
    expect(answers.map(({ name, excerpt }) => [name, excerpt])).toEqual([
      ['c.md', 'Étude of water'],
      ['a.md', '# Notes'],
    ]);
    expect(notes).toBe(3);
    engine.dispose();
  });

  test('an older question of a session is not worked out', async () => {
    const engine = await engineWithNotes();
    const [first, second] = await Promise.all([
      engine.searchNotes({ query: 'sleep', limit: 5, turn: { session: 's', number: 1 } }),
      engine.searchNotes({ query: 'sleep', limit: 5, turn: { session: 's', number: 2 } }),
    ]);
    expect([first.superseded, second.superseded, second.answers.length]).toEqual([true, false, 1]);
    engine.dispose();
  });
});
