import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, eventually, inRoot, remove, write, type Api } from './workspace.ts';

const folder = inRoot('navigation');

/** A file of the folder that tests of navigation write. */
export function at(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, name);
}

/** The note about the paper that all documents cite. */
export const note = inRoot('notes', 'lee2020.md');
export const noteText = '---\ncitekey: lee2020\n---\n\nCompare @kim2021.\n';

/** Its bibliography. */
export const refs = `@article{lee2020,
  title = {How Sea Otters Sleep},
  author = {Lee, Ann},
  year = {2020},
  doi = {10.1000/otters}
}

@inbook{part2020,
  title = {A Part of It},
  crossref = {lee2020}
}

@misc{kim2021,
  title = {Sourdough as a Dynamical System}
}
`;
/** The same paper under another key. */
export const other = `@article{lee20,
  title = {How Sea Otters Sleep},
  author = {Lee, Ann},
  doi = {10.1000/otters}
}
`;
/** A document. */
export const one = '---\nbibliography: refs.bib\n---\n\n😀 Otters sleep [see @lee2020, p. 3; @kim2021], so @lee20.\n';

/** `path:line:from-to`, one-based as people see them. */
export function shown({ uri, range: { start, end } }: vscode.Location): string {
  const name = uri.path.slice(inRoot().path.length + 1);
  return `${name}:${start.line + 1}:${start.character + 1}-${end.character + 1}`;
}

/** A place of a file: so many characters behind the beginning of a text in it. */
export interface Asked {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly offset?: number;
}

async function placeOf({ uri, text, offset = 0 }: Asked): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri);
  const index = document.getText().indexOf(text);
  assert.notEqual(index, -1, `${uri.path} has no ${text}`);
  return document.positionAt(index + offset);
}

/** Runs a command of VS Code for a place. */
export async function ask<T>(command: string, asked: Asked, ...more: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, asked.uri, await placeOf(asked), ...more);
}

/** Writes documents of every syntax that cite one paper, and waits until the library knows it. */
export async function writeDocuments(): Promise<Api> {
  const paperside = await api();
  await write(at('refs.bib'), refs);
  await write(at('other.bib'), other);
  await write(at('one.md'), one);
  await write(at('two.tex'), '\\bibliography{refs}\n\\citep[p. 2]{kim2021, lee2020} % \\cite{lee2020}\n');
  await write(at('three.typ'), 'As @lee2020[p. 3] says, #cite(<kim2021>).\n');
  await write(at('four.md'), 'As {cite:p}`kim2021, lee2020` says.\n');
  await write(at('five.md'), 'As [[@lee2020]] says.\n');
  await write(note, noteText);
  const keyOf = async (name: string): Promise<string | undefined> => (await paperside.paper(name))?.key;
  await eventually(
    'the papers',
    async () => (await keyOf('lee20')) !== undefined && (await keyOf('lee20')) === (await keyOf('lee2020')),
  );
  await eventually('the note', async () => (await paperside.paper('lee2020'))?.noteUri !== undefined);
  return paperside;
}

/** Takes all of it away. */
export async function removeDocuments(): Promise<void> {
  await remove(folder);
  await remove(inRoot('notes'));
}
