import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The part of the public interface that tests use, as an outside extension would declare it. */
export interface Api {
  readonly version: 1;
  whenReady(): Promise<void>;
  readonly onDidChangeLibrary: vscode.Event<void>;
  papers(): Promise<
    readonly { key: string; title: string; themes: readonly string[]; source: { uri: string; line: number } }[]
  >;
  paper(key: string): Promise<{ key: string; title: string; abstract: string; noteUri?: string } | undefined>;
  themes(): Promise<readonly { id: string; label: string; terms: readonly string[]; keys: readonly string[] }[]>;
  search(query: string, options?: { limit?: number }): Promise<readonly { key: string; score: number }[]>;
  problems(): Promise<readonly { uri: string; line: number; message: string }[]>;
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('paperside.paperside');
  assert.ok(extension, 'the extension paperside.paperside is not installed');
  const exports = await extension.activate();
  await exports.whenReady();
  return exports;
}

function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests need a folder');
  return folder.uri;
}

export function inRoot(...segments: string[]): vscode.Uri {
  return vscode.Uri.joinPath(root(), ...segments);
}

export async function write(uri: vscode.Uri, text: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}

/** Where something takes longer it will not come any more, however busy the machine is. */
const patience = 15_000;

/** Asks until the answer is true; the message names what was waited for. */
export async function eventually(what: string, check: () => Promise<boolean> | boolean): Promise<void> {
  const until = Date.now() + patience;
  while (!(await check())) {
    assert.ok(Date.now() < until, `waited ${patience} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A list in the shape of a copied page. */
export function list(...papers: readonly (readonly [title: string, abstract: string])[]): string {
  return papers.map(([title, abstract]) => `${title}\n\n${abstract}\n`).join('\n');
}

/** An abstract long enough to be one. */
export function abstractAbout(subject: string): string {
  return `We study ${subject} over three years in five places. The results show that ${subject} can be predicted from little data, and that simple models are enough. We discuss what this means for practice and for later work.`;
}

/** Opens a Markdown text with the cursors where the `|` marks are, and returns the editor. */
export async function openMarkdown(uri: vscode.Uri, marked: string): Promise<vscode.TextEditor> {
  const pieces = marked.split('|');
  await write(uri, pieces.join(''));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
  let offset = 0;
  editor.selections = pieces.slice(0, -1).map((piece) => {
    offset += piece.length;
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
  return editor;
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
