import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, inRoot, readText, remove, write, type Api } from '../workspace.ts';

suite('notes', () => {
  let paperside: Api;
  let key: string;

  suiteSetup(async () => {
    paperside = await api();
    const [paper] = await paperside.papers();
    assert.ok(paper);
    key = paper.key;
  });
  teardown(async () => {
    await closeAll();
    await remove(inRoot('notes'));
  });

  test('open note makes the file once, with the key in its front matter', async () => {
    await vscode.commands.executeCommand('paperside.openNote', { key });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.uri.toString(), inRoot('notes', `${key}.md`).toString());
    assert.match(document.getText(), new RegExp(`^---\ncitekey: "?${key}"?\n`));
    await write(document.uri, `${document.getText()}my words\n`);
    await vscode.commands.executeCommand('paperside.openNote', { key });
    assert.match(await readText(document.uri), /my words\n$/);
  });

  test('the public interface names the note', async () => {
    assert.equal((await paperside.paper(key))?.noteUri, inRoot('notes', `${key}.md`).toString());
  });

  test('where the notes folder cannot be made, a message is all that happens', async () => {
    await write(inRoot('notes'), 'a file stands here');
    await vscode.commands.executeCommand('paperside.openNote', { key });
    assert.equal(await readText(inRoot('notes')), 'a file stands here');
  });
});
