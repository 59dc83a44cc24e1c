import * as vscode from 'vscode';
import type { OpenText, PlaceEvents } from '../../core/notes/notePorts.ts';
import { literalGlob } from '../../core/text/globs.ts';
import { DisposableStore } from '../disposableStore.ts';
import { openDocument } from '../files/textOf.ts';
import { fileNameOf } from './noteFolder.ts';

/** The document of this URI, as long as VS Code has one open. */
export function openTextOf(uri: vscode.Uri): OpenText | undefined {
  const document = openDocument(uri);
  if (document === undefined) return undefined;
  return {
    get text() {
      return document.getText();
    },
    get isDirty() {
      return document.isDirty;
    },
    replace({ start, end, text }) {
      const change = new vscode.WorkspaceEdit();
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      change.replace(document.uri, range, text);
      return Promise.resolve(vscode.workspace.applyEdit(change));
    },
    save: () => Promise.resolve(document.save()),
  };
}

/** Tells what happens to the file and the document of this URI, until the returned function is called. */
export function followNote(uri: vscode.Uri, events: PlaceEvents): () => void {
  const store = new DisposableStore();
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), literalGlob(fileNameOf(uri)));
  const watcher = store.add(vscode.workspace.createFileSystemWatcher(pattern));
  store.add(watcher.onDidChange(() => events.fileChanged()));
  store.add(watcher.onDidCreate(() => events.fileChanged()));
  store.add(watcher.onDidDelete(() => events.fileGone()));
  // Watchers miss things; who comes back to the window may have been where the file was changed.
  store.add(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) events.fileChanged();
    }),
  );
  const ours = (document: vscode.TextDocument, tell: () => void): void => {
    if (isAt(document, uri)) tell();
  };
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) ours(document, () => events.textChanged());
    }),
  );
  store.add(vscode.workspace.onDidOpenTextDocument((document) => ours(document, () => events.textOpened())));
  store.add(vscode.workspace.onDidSaveTextDocument((document) => ours(document, () => events.textSaved())));
  store.add(vscode.workspace.onDidCloseTextDocument((document) => ours(document, () => events.textClosed())));
  return () => store.dispose();
}

function isAt(document: vscode.TextDocument, uri: vscode.Uri): boolean {
  return document.uri.toString() === uri.toString();
}
