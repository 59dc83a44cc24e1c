import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, inRoot, readText } from '../workspace.ts';

suite('Paperside in VS Code', () => {
  test('activates and offers version 1 of its interface, with the papers of the folder', async () => {
    const paperside = await api();
    assert.equal(paperside.version, 1);
    assert.equal(vscode.extensions.getExtension('paperside.paperside')?.isActive, true);
    const papers = await paperside.papers();
    const titles = papers
      .filter(({ source }) => source.uri === inRoot('papers.txt').toString())
      .map(({ title }) => title);
    const lines = (await readText(inRoot('papers.txt'))).split('\n');
    assert.equal(titles.length, 3);
    for (const title of titles) assert.ok(lines.includes(title), title);
  });

  test('is tested in an editor that saves nothing by itself', () => {
    assert.equal(vscode.workspace.getConfiguration('files').get('autoSave'), 'off');
  });
});
