import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, inRoot, readText, remove, write, type Api } from '../workspace.ts';

const bibliography = inRoot('note-places.bib');
const entries = [
  '@misc{Placid24, title = {Placid Notes}}',
  '@misc{placid24, title = {Other Placid Notes}}',
  '@misc{DBLP:conf/x/Quokka, title = {Quokkas at Rest}}',
].join('\n');

async function open(key: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('paperside.openNote', { key });
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}

async function filesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}

suite('places of notes', () => {
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
    await write(bibliography, entries);
    await eventually('the papers are there', async () => (await paperside.paper('placid24')) !== undefined);
  });
  suiteTeardown(async () => {
    await remove(bibliography);
    await eventually('the papers are gone', async () => (await paperside.paper('placid24')) === undefined);
  });
  teardown(async () => {
    await closeAll();
    await remove(inRoot('notes'));
    await remove(inRoot('template.md'));
    await vscode.workspace.getConfiguration('paperside').update('noteTemplate', undefined, false);
    await eventually('no paper has a note', async () => (await found('has:note')).length === 0);
  });

  async function found(query: string): Promise<readonly string[]> {
    return (await paperside.search(query)).map(({ key }) => key);
  }

  async function noteOf(key: string): Promise<string | undefined> {
    return (await paperside.paper(key))?.noteUri;
  }

  test('a note that was renamed and moved is found by the key in it, and no second one is made', async () => {
    const made = await open('placid24');
    assert.equal(made.uri.toString(), inRoot('notes', 'placid24.md').toString());
    await closeAll();
    const moved = inRoot('notes', 'read', 'My calm paper.md');
    await vscode.workspace.fs.createDirectory(inRoot('notes', 'read'));
    await vscode.workspace.fs.rename(made.uri, moved);
    assert.equal((await open('placid24')).uri.toString(), moved.toString());
    assert.equal(await noteOf('placid24'), moved.toString());
    assert.deepEqual(await filesIn(inRoot('notes')), ['read']);
  });

  test('notes of other tools are the notes: by @key.md, by the key in their front matter', async () => {
    const literature = inRoot('notes', 'lit', 'quokkas.md');
    await write(inRoot('notes', '@Placid24.md'), 'Written elsewhere, quarrelsomely.\n');
    await write(literature, '---\ntitle: "A "badly" quoted title"\ncitekey: "@DBLP:conf/x/Quokka"\n---\n\nSnowy.\n');
    await eventually('both have notes', async () => (await found('has:note')).length === 2);
    assert.deepEqual([...(await found('has:note'))].sort(), ['DBLP:conf/x/Quokka', 'Placid24']);
    assert.deepEqual(await found('quarrelsomely'), ['Placid24']);
    assert.deepEqual(await found('note:snowy'), ['DBLP:conf/x/Quokka']);
    const before = await readText(literature);
    assert.equal((await open('DBLP:conf/x/Quokka')).uri.toString(), literature.toString());
    assert.equal((await open('Placid24')).uri.toString(), inRoot('notes', '@Placid24.md').toString());
    assert.equal(await readText(literature), before);
    assert.deepEqual(await filesIn(inRoot('notes')), ['@Placid24.md', 'lit']);
  });

  test('keys that differ in case only have their own notes', async () => {
    await write(inRoot('notes', '@Placid24.md'), 'Of the first.\n');
    const second = await open('placid24');
    assert.equal(second.uri.toString(), inRoot('notes', 'placid24.md').toString());
    assert.equal(await noteOf('Placid24'), inRoot('notes', '@Placid24.md').toString());
    assert.equal(await noteOf('placid24'), second.uri.toString());
  });

  test('a file about another paper is neither opened nor overwritten', async () => {
    const other = '---\ncitekey: somebody99\n---\n\nAbout somebody else.\n';
    await write(inRoot('notes', 'placid24.md'), other);
    const note = await open('placid24');
    assert.equal(note.uri.toString(), inRoot('notes', 'placid24-2.md').toString());
    assert.match(await readText(note.uri), /^---\ncitekey: "placid24"\n/);
    assert.equal(await readText(inRoot('notes', 'placid24.md')), other);
    await closeAll();
    assert.equal((await open('placid24')).uri.toString(), note.uri.toString());
  });

  test('a new note follows the template, a text or a file, and names its paper in any case', async () => {
    const settings = vscode.workspace.getConfiguration('paperside');
    await settings.update('noteTemplate', '# {{title}}\n\n{{nothing}}\n', false);
    assert.equal(
      await readText((await open('placid24')).uri),
      '---\ncitekey: "placid24"\n---\n\n# Other Placid Notes\n\n{{nothing}}\n',
    );
    await write(inRoot('template.md'), '---\nid: {{key}}\ncitekey: {{key}}\n---\nFrom a file: {{title}}\n');
    await settings.update('noteTemplate', 'template.md', false);
    assert.equal(
      await readText((await open('Placid24')).uri),
      '---\nid: "Placid24"\ncitekey: "Placid24"\n---\nFrom a file: Placid Notes\n',
    );
  });

  test('what is written into a note is found, and no longer when it is deleted', async () => {
    const note = await open('placid24');
    await write(note.uri, `${await readText(note.uri)}Zephyrlike.\n`);
    await eventually('the word is found', async () => (await found('zephyrlike')).length === 1);
    await vscode.workspace.fs.delete(note.uri);
    await eventually('the word is gone', async () => (await found('zephyrlike')).length === 0);
  });

  test('search notes finds text, and Enter opens the paper in the reader', async () => {
    await write(inRoot('notes', '@Placid24.md'), 'Quarrelsomely.\n');
    await eventually('the note is found', async () => (await found('quarrelsomely')).length === 1);
    await vscode.commands.executeCommand('paperside.searchNotes', { query: 'quarrelsomely' });
    await eventually('the reader is open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.some(({ input, label }) => input instanceof vscode.TabInputWebview && label === 'Placid Notes');
    });
  });
});
