import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  abstractAbout,
  api,
  closeAll,
  eventually,
  inRoot,
  list,
  openMarkdown,
  remove,
  write,
  type Api,
} from '../workspace.ts';

const kites: [string, string] = ['Kites Flown at Night', abstractAbout('kites in the dark')];
const bells: [string, string] = ['The Casting of Small Bells', abstractAbout('the casting of bells')];
const ropes: [string, string] = ['Knots in Wet Ropes', abstractAbout('knots in ropes')];

suite('what the search knows of the writer', () => {
  const uri = inRoot('recent-papers.txt');
  const text = inRoot('recent', 'text.md');
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
    await write(uri, list(kites, bells, ropes));
    await eventually('three papers', async () => (await found('knots')).length === 1);
  });
  suiteTeardown(async () => {
    await closeAll();
    await remove(uri);
    await remove(inRoot('recent'));
  });

  async function keyOf(title: string): Promise<string> {
    const paper = (await paperside.papers()).find((candidate) => candidate.title === title);
    assert.ok(paper, `no paper "${title}"`);
    return paper.key;
  }

  /** Titles of this suite's papers that a query finds, in the order of the alphabet. */
  async function found(query: string): Promise<readonly string[]> {
    const titles = new Map((await paperside.papers()).map(({ key, title }) => [key, title]));
    const hits = (await paperside.search(query)).map(({ key }) => titles.get(key) ?? '');
    return hits.filter((title) => [kites[0], bells[0], ropes[0]].includes(title)).sort();
  }

  test('papers that were opened or cited are recent', async () => {
    assert.deepEqual(await found('is:recent'), []);
    await vscode.commands.executeCommand('paperside.openPaper', { key: await keyOf(kites[0]) });
    assert.deepEqual(await found('is:recent'), [kites[0]]);
    await openMarkdown(text, 'Bells are cast|.\n');
    await vscode.commands.executeCommand('paperside.insertCitation', { keys: [await keyOf(bells[0])] });
    assert.deepEqual(await found('is:recent'), [kites[0], bells[0]].sort());
    assert.deepEqual(await found('is:cited'), [bells[0]]);
  });

  test('what a document cites follows the setting of how documents cite', async () => {
    const section = vscode.workspace.getConfiguration('paperside');
    await section.update('citation.syntax', { 'recent/text.md': 'none' }, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('nothing cited', async () => (await found('is:cited')).length === 0);
    } finally {
      await section.update('citation.syntax', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('cited again', async () => (await found('is:cited')).length === 1);
  });

  test('a note counts as soon as it is there', async () => {
    assert.deepEqual(await found('has:note'), []);
    const note = inRoot('notes', `${await keyOf(ropes[0])}.md`);
    await write(note, 'Wet.\n');
    assert.deepEqual(await found('has:note'), [ropes[0]]);
    await remove(note);
    assert.deepEqual(await found('has:note'), []);
  });

  test('an engine that was started anew knows it, too', async () => {
    await vscode.commands.executeCommand('paperside.reload');
    assert.deepEqual(await found('is:recent'), [kites[0], bells[0]].sort());
    assert.deepEqual(await found('is:cited'), [bells[0]]);
  });
});
