import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, inRoot, remove, write } from './workspace.ts';

/**
 * Gives each test of a suite a folder of its own and takes it away after it, with all editors: VS Code keeps a document for
 * a while after its file is gone. To be called in the suite. Returns what makes the address of a file in that folder.
 */
export function folderOfTest(name: string): (...path: readonly string[]) => vscode.Uri {
  let count = 0;
  const at = (...path: readonly string[]): vscode.Uri => inRoot(`${name}-${count}`, ...path);
  setup(() => {
    count += 1;
  });
  teardown(async () => {
    await closeAll();
    await remove(at());
  });
  return at;
}

/** Gives the tests of a suite a paper file, whose papers are there when one of them has this key. To be called in the suite. */
export function paperFileOfSuite(uri: vscode.Uri, text: string, key: string): void {
  suiteSetup(async () => {
    const paperside = await api();
    await write(uri, text);
    await eventually('the papers', async () => (await paperside.paper(key)) !== undefined);
  });
  suiteTeardown(async () => {
    const paperside = await api();
    await remove(uri);
    await eventually('the papers to go', async () => (await paperside.paper(key)) === undefined);
  });
}

/** The keys of two papers of the workspace's own list: those that other tests made may be there for another moment. */
export async function listedKeys(): Promise<readonly [string, string]> {
  const papers = await (await api()).papers();
  const [first, second] = papers.filter(({ source }) => source.uri === inRoot('papers.txt').toString());
  assert.ok(first && second, 'the workspace needs two papers');
  return [first.key, second.key];
}

/** Sets a setting of Paperside for the workspace; `undefined` takes it back. */
export async function configure(id: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('paperside').update(id, value, vscode.ConfigurationTarget.Workspace);
}

/** A BibTeX entry with what is usual in one; `more` begins with the comma before it. */
export function article(key: string, title: string, more = ''): string {
  return `@article{${key},\n  title = {${title}},\n  author = {Doe, Ann},\n  year = {2020}${more}\n}\n\n`;
}
