import { describe, expect, test } from 'vitest';
import { noteFileName } from '../../../src/core/notes/noteFileName.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import { connectEngine, serveEngine } from '../../../src/engine/remoteEngine.ts';
import type { FileChange, PaperEngine } from '../../../src/engine/paperEngine.ts';

const uri = 'file:///w/papers.txt';

function content(text: string, at = uri): FileChange {
  return { kind: 'content', uri: at, bytes: new TextEncoder().encode(text) };
}

function local(): PaperEngine {
  return new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

/** The same engine behind a real message channel, as behind a worker. */
function remote(): PaperEngine {
  const { port1, port2 } = new MessageChannel();
  const engine = local();
  serveEngine(engine, {
    post: (message) => port2.postMessage(message),
    listen: (listener) => {
      port2.addEventListener('message', ({ data }) => listener(data));
      port2.start();
    },
  });
  return connectEngine({
    pipe: {
      post: (message, transfer = []) => port1.postMessage(message, [...transfer]),
      listen: (listener) => {
        port1.addEventListener('message', ({ data }) => listener(data));
        port1.start();
      },
    },
    terminate: () => {
      engine.dispose();
      port1.close();
    },
    onFailure: () => undefined,
  });
}

const otters = `Otters Hold Hands: Sleep Behaviour of Sea Otters

We watched forty sea otters sleep for two winters. Pairs that hold hands drift apart less often, and wake more rested.
`;
const bread = `Sourdough as a Dynamical System

A starter is a population of yeasts and bacteria. We model its acidity over a week of feeding and predict when bread will rise best.
`;

describe.each([
  ['in process', local],
  ['over messages', remote],
])('the engine %s', (_name, start) => {
  test('reads a list, groups it, finds it and shows it', async () => {
    const engine = start();
    const status = await engine.update([content(`${otters}\n${bread}`)]);
    expect(status).toMatchObject({ papers: 2, files: 1, problems: 0 });
    const rows = await engine.rows();
    expect(rows.map(({ title }) => title)).toEqual([
      'Otters Hold Hands: Sleep Behaviour of Sea Otters',
      'Sourdough as a Dynamical System',
    ]);
    expect(rows[1]?.source).toMatchObject({ uri, range: { start: { line: 4 } } });
    const [hit] = (await engine.search({ query: 'soudough', limit: 5 })).answers;
    expect(hit?.row.key).toBe(rows[1]?.key);
    const themes = await engine.themes();
    expect(themes.flatMap(({ keys }) => keys).toSorted()).toEqual(rows.map(({ key }) => key).toSorted());
    for (const theme of themes) {
      const papers = await engine.groupPapers({ by: 'theme' }, theme.id);
      expect(papers.map(({ key }) => key)).toEqual(theme.keys);
    }
    const paper = await engine.paper(rows[0]?.key ?? '');
    expect(paper?.abstract).toContain('forty sea otters');
    expect(paper?.themes.length).toBeGreaterThan(0);
    engine.dispose();
  });

  test('follows edits, and does not change its revision for a touched file', async () => {
    const engine = start();
    const first = await engine.update([content(otters)]);
    const touched = await engine.update([content(otters)]);
    expect(touched.revision).toBe(first.revision);
    const more = await engine.update([content(`${otters}\n${bread}`)]);
    expect(more).toMatchObject({ revision: first.revision + 1, papers: 2 });
    const gone = await engine.update([{ kind: 'removed', uri }]);
    expect(gone).toMatchObject({ papers: 0, files: 0 });
    expect((await engine.search({ query: 'otters', limit: 5 })).answers).toEqual([]);
    engine.dispose();
  });

  test('a file that cannot be read or is not text takes its papers away and says why', async () => {
    const engine = start();
    await engine.update([content(otters)]);
    await engine.update([{ kind: 'content', uri, bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0, 0]) }]);
    expect(await engine.rows()).toEqual([]);
    const [file] = await engine.problems();
    expect(file?.problems[0]?.code).toBe('binary-file');
    engine.dispose();
  });

  test('groups by source: every paper file with its papers in its order, a shared paper in both', async () => {
    const engine = start();
    const other = 'file:///w/other-papers.txt';
    const empty = 'file:///w/z-papers.txt';
    await engine.update([content(`${bread}\n${otters}`), content(otters, other), content('', empty)]);
    const groups = await engine.groups({ by: 'source' });
    expect(groups.map(({ id, count }) => [id, count])).toEqual([
      [other, 1],
      [uri, 2],
      [empty, 0],
    ]);
    const rows = await engine.groupPapers({ by: 'source' }, uri);
    expect(rows.map(({ title, source }) => [title.slice(0, 5), source.uri, source.range.start.line])).toEqual([
      ['Sourd', uri, 0],
      ['Otter', uri, 4],
    ]);
    expect(await engine.groupPapers({ by: 'source' }, uri, { from: 1, to: 2 })).toEqual(rows.slice(1));
    expect(await engine.groupPapers({ by: 'source' }, empty)).toEqual([]);
    expect(await engine.groupPapers({ by: 'source' }, 'file:///nowhere')).toEqual([]);
    engine.dispose();
  });

  test('takes the text of an editor as it takes a file, and no more papers than it may', async () => {
    const engine = start();
    const text = `${otters}\n${bread}`;
    expect(await engine.update([{ kind: 'text', uri, text }])).toMatchObject({ papers: 2, problems: 0 });
    expect(await engine.update([{ kind: 'text', uri, text, maxPapers: 1 }])).toMatchObject({ papers: 1, problems: 1 });
    const [file] = await engine.problems();
    expect(file?.problems).toMatchObject([{ code: 'too-many-papers', range: { start: { line: 4 } } }]);
    engine.dispose();
  });

  test('answers while an update runs', async () => {
    const engine = start();
    await engine.update([content(otters)]);
    const many = Array.from({ length: 400 }, (_, index) => bread.replace('Sourdough', `Sourdough ${index}`));
    const update = engine.update([content(many.join('\n'), 'file:///w/more-papers.txt')]);
    const [hit] = (await engine.search({ query: 'otters', limit: 5 })).answers;
    expect(hit?.row.title).toContain('Otters');
    expect(await update).toMatchObject({ papers: 401 });
    engine.dispose();
  });

  test('tells of a large update when its papers are listed, and when all are found; then they get their themes', async () => {
    const engine = start();
    const seen: Promise<readonly [rows: number, themes: number, found: number]>[] = [];
    async function look(): Promise<readonly [rows: number, themes: number, found: number]> {
      const [rows, groups] = await Promise.all([engine.rows(), engine.groups({ by: 'theme' })]);
      const { answers, indexing } = await engine.search({ query: 'otters', limit: 1_000 });
      expect(indexing).toBe(seen.length <= 2);
      return [rows.length, groups.length, answers.length];
    }
    engine.onStep(() => seen.push(look()));
    const topics = [otters, bread].map((text) => text.replace('\n', ' INDEX\n'));
    const many = Array.from({ length: 1_000 }, (_, index) => (topics[index % 2] ?? '').replace('INDEX', String(index)));
    await engine.update([content(many.join('\n'))]);
    const [listed, found, ...more] = await Promise.all(seen);
    expect(listed?.slice(0, 2)).toEqual([1_000, 1]);
    expect(found?.[2]).toBe(500);
    expect(more).toEqual([]);
    expect((await engine.groups({ by: 'theme' })).length).toBeGreaterThan(1);
    await engine.update([content(otters, 'file:///w/more-papers.txt')]);
    expect(seen).toHaveLength(2);
    engine.dispose();
  });

  test('a load in parts is all there at its end, and says until then that more may come', async () => {
    const engine = start();
    for (const n of [1, 2, 3]) {
      const status = await engine.update([content(otters, `file:///w/${String(n)}-papers.txt`)], { more: true });
      expect(status.papers).toBe(0);
      expect((await engine.search({ query: 'otters', limit: 5 })).indexing).toBe(true);
    }
    expect(await engine.update([content(bread, 'file:///w/4-papers.txt')])).toMatchObject({ papers: 2, files: 4 });
    const { answers, indexing } = await engine.search({ query: 'otters', limit: 5 });
    expect([answers.length, indexing]).toEqual([1, false]);
    engine.dispose();
  });

  test('of a list that is searched as one types only the last question is answered', async () => {
    const engine = start();
    await engine.update([content(`${otters}\n${bread}`)]);
    const results = await Promise.all(
      ['o', 'ot', 'otters'].map((query, number) =>
        engine.search({ query, limit: 5, turn: { session: 'a', number: number + 1 } }),
      ),
    );
    expect(results.map(({ superseded }) => superseded)).toEqual([true, true, false]);
    expect(results.map(({ answers }) => answers.length)).toEqual([0, 0, 1]);
    const late = await engine.search({ query: 'ot', limit: 5, turn: { session: 'a', number: 2 } });
    expect(late.superseded).toBe(true);
    const other = await engine.search({ query: 'ot', limit: 5, turn: { session: 'b', number: 1 } });
    expect(other.answers).toHaveLength(1);
    engine.dispose();
  });

  test('what the writer cites, notes and uses decides filters; themes by their names', async () => {
    const engine = start();
    await engine.update([content(`${otters}\n${bread}`)]);
    const rows = await engine.rows();
    const [otterKey = '', breadKey = ''] = ['Otters', 'Sourdough'].map(
      (start_) => rows.find(({ title }) => title.startsWith(start_))?.key,
    );
    const keysFor = async (query: string): Promise<readonly string[]> =>
      (await engine.search({ query, limit: 5 })).answers.map(({ row }) => row.key);
    expect(await keysFor('is:cited')).toEqual([]);
    await engine.setWriterFacts({
      cited: [otterKey],
      recent: [breadKey, 'nobody'],
    });
    const note = { kind: 'note', uri: 'file:///w/notes/n.md', name: noteFileName(breadKey), text: 'Yeasty.' } as const;
    await engine.setNotes([note]);
    expect(await keysFor('is:cited')).toEqual([otterKey]);
    expect(await keysFor('is:recent')).toEqual([breadKey]);
    expect(await keysFor('has:note')).toEqual([breadKey]);
    expect(await keysFor('-has:note')).toEqual([otterKey]);
    const [theme] = await engine.themes();
    expect(await keysFor(`theme:"${theme?.label ?? ''}"`)).toEqual(expect.arrayContaining([otterKey, breadKey]));
    await engine.update([{ kind: 'removed', uri }]);
    expect(await keysFor('is:cited')).toEqual([]);
    engine.dispose();
  });

  test('reading states go by any key of a paper, are searched for, and stand in its row', async () => {
    const engine = start();
    await engine.update([content(`${otters}\n${bread}`)]);
    const rows = await engine.rows();
    const [otterKey = '', breadKey = ''] = rows.map(({ key }) => key);
    const keysFor = async (query: string): Promise<readonly string[]> =>
      (await engine.search({ query, limit: 5 })).answers.map(({ row }) => row.key);
    expect(await keysFor('is:unread')).toHaveLength(2);
    await engine.setWriterFacts({ cited: [], recent: [], reading: [otterKey, 'gone'], read: [] });
    expect(await keysFor('is:unread')).toEqual([breadKey]);
    expect(await keysFor('is:reading')).toEqual([otterKey]);
    // Its own key comes from a bibliography; the one that was made of its title means it still.
    const entry = '@misc{otters24, title = {Otters Hold Hands: Sleep Behaviour of Sea Otters}}';
    await engine.update([content(entry, 'file:///w/own.bib')]);
    expect(await keysFor('is:reading')).toEqual(['otters24']);
    // What was read under one key and begun under another was read.
    const facts = { cited: [], recent: [], reading: ['otters24'], read: [otterKey] };
    await engine.setWriterFacts(facts);
    expect(await keysFor('is:reading')).toEqual([]);
    expect(await keysFor('is:read')).toEqual(['otters24']);
    const marks = (await engine.rows()).map((row) => [row.key, row.marks]);
    expect(Object.fromEntries(marks)).toEqual({
      otters24: { noted: false, cited: false, state: 'read' },
      [breadKey]: { noted: false, cited: false, state: 'unread' },
    });
    engine.dispose();
  });

  test('papers for a text: what is cited there is left out, and the words say why', async () => {
    const engine = start();
    await engine.update([content(`${otters}\n${bread}`)]);
    const text = 'We ask whether an otter sleeps better when it holds hands, unlike yeasts in a starter.';
    const answers = await engine.papersFor({ text, without: [], limit: 5 });
    expect(answers[0]?.row.title).toContain('Otters');
    expect(answers[0]?.words).toEqual(expect.arrayContaining(['otter', 'hands']));
    const rest = await engine.papersFor({ text, without: [answers[0]?.row.key ?? ''], limit: 5 });
    expect(rest.map(({ row }) => row.title)).toEqual(['Sourdough as a Dynamical System']);
    expect(await engine.papersFor({ text: 'The of and', without: [], limit: 5 })).toEqual([]);
    engine.dispose();
  });

  test('rejects after its end', async () => {
    const engine = start();
    await engine.update([content(otters)]);
    engine.dispose();
    await expect(engine.update([content(bread)])).rejects.toThrow('stopped');
  });
});
