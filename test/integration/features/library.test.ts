import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { abstractAbout, api, eventually, inRoot, list, remove, write, type Api } from '../workspace.ts';

const comets: [string, string] = ['Comets Seen Twice: A Catalogue', abstractAbout('the return of comets')];
const violins: [string, string] = ['Why Old Violins Sound Old', abstractAbout('the varnish of violins')];
const lichens: [string, string] = ['Lichens on Concrete Walls', abstractAbout('lichens in cities')];

suite('the library follows the workspace', () => {
  const uri = inRoot('extra-papers.txt');
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
  });
  teardown(async () => {
    await remove(uri);
    await eventually('the list is gone', async () => (await titles(uri)).length === 0);
  });

  async function titles(at: vscode.Uri): Promise<string[]> {
    const papers = await paperside.papers();
    return papers.filter(({ source }) => source.uri === at.toString()).map(({ title }) => title);
  }

  async function keyOf(title: string): Promise<string> {
    const paper = (await paperside.papers()).find((candidate) => candidate.title === title);
    assert.ok(paper, `no paper "${title}"`);
    return paper.key;
  }

  test('a new list appears with its lines, abstracts, themes and search', async () => {
    await write(uri, list(comets, violins));
    await eventually('two papers', async () => (await titles(uri)).length === 2);
    const papers = (await paperside.papers()).filter(({ source }) => source.uri === uri.toString());
    assert.deepEqual(
      papers.map(({ title, source }) => [title, source.line]),
      [
        [comets[0], 0],
        [violins[0], 4],
      ],
    );
    const key = await keyOf(violins[0]);
    assert.equal((await paperside.paper(key))?.abstract, violins[1]);
    assert.equal((await paperside.search('vioilns varnish'))[0]?.key, key);
    const themed = (await paperside.themes()).flatMap(({ keys }) => keys);
    assert.ok(themed.includes(key));
  });

  test('edits, replacement and renames are followed, and keys stay', async () => {
    await write(uri, list(comets, violins));
    await eventually('two papers', async () => (await titles(uri)).length === 2);
    const key = await keyOf(violins[0]);
    await write(uri, `Subscribe\n\n${list(lichens, violins, comets)}`);
    await eventually('three papers', async () => (await titles(uri)).length === 3);
    assert.equal(await keyOf(violins[0]), key);

    const renamed = inRoot('renamed-papers.txt');
    await vscode.workspace.fs.rename(uri, renamed);
    await eventually('the new name', async () => (await titles(renamed)).length === 3);
    await eventually('the old name is gone', async () => (await titles(uri)).length === 0);
    assert.equal(await keyOf(violins[0]), key);
    await remove(renamed);
    await eventually('deleted', async () => (await titles(renamed)).length === 0);
    assert.equal(await paperside.paper(key), undefined);
  });

  test('a folder of lists that is moved away and back in one piece is followed', async () => {
    const inside = inRoot('reading', 'old-papers.txt');
    await write(inside, list(comets));
    await eventually('one paper', async () => (await titles(inside)).length === 1);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(inRoot('reading'), inRoot('archive'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const moved = inRoot('archive', 'old-papers.txt');
    await eventually('the paper at its new place', async () => (await titles(moved)).length === 1);
    await eventually('not at its old place', async () => (await titles(inside)).length === 0);
    await remove(inRoot('archive'));
    await eventually('gone', async () => (await titles(moved)).length === 0);
  });

  test('a binary file and one that is too large are skipped with a message that names them', async () => {
    const binary = inRoot('binary-papers.txt');
    const large = inRoot('large-papers.txt');
    await write(binary, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    await write(large, new Uint8Array(65 * 1024 * 1024).fill(0x61));
    for (const [file, name] of [
      [binary, 'binary-papers.txt'],
      [large, 'large-papers.txt'],
    ] as const) {
      await eventually(`a problem of ${name}`, async () =>
        (await paperside.problems()).some(({ uri: at, message }) => at === file.toString() && message.length > 20),
      );
      await eventually(`a diagnostic on ${name}`, () => vscode.languages.getDiagnostics(file).length > 0);
      await remove(file);
    }
    await eventually('no problem is left', async () =>
      (await paperside.problems()).every(({ uri: at }) => at !== binary.toString() && at !== large.toString()),
    );
  });

  test('notes are never read as lists, whatever they are called', async () => {
    const note = inRoot('notes', 'papers-about-papers.md');
    await write(note, list(comets));
    await write(uri, list(violins));
    await eventually('the list', async () => (await titles(uri)).length === 1);
    assert.deepEqual(await titles(note), []);
    await remove(note);
  });

  test('hostile titles stay the text they are', async () => {
    const title = '<script>alert(1)</script> $(trash) [x](command:workbench.action.closeWindow) A Study';
    await write(uri, list([title, abstractAbout('hostile titles')]));
    await eventually('the paper', async () => (await titles(uri)).length === 1);
    assert.deepEqual(await titles(uri), [title]);
  });

  test('reload gives the same papers and keys', async () => {
    await write(uri, list(comets, violins, lichens));
    await eventually('three papers', async () => (await titles(uri)).length === 3);
    const before = (await paperside.papers()).map(({ key }) => key);
    await vscode.commands.executeCommand('paperside.reload');
    assert.deepEqual(
      (await paperside.papers()).map(({ key }) => key),
      before,
    );
  });
});
