import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import type { ReferencesView } from './referencesView.ts';

/** Nobody reads a list while the hand is still typing. */
const pauseMilliseconds = 300;

/** Keeps the view at the document that is being written, while the view is to be seen. */
export function followDocument(services: Services, view: ReferencesView): vscode.Disposable {
  const { lastEditor, library, settings } = services;
  const store = new DisposableStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refreshNow(): void {
    clearTimeout(timer);
    if (view.isVisible) void answerQuietly(services, 'references of the document', () => view.refresh());
  }
  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refreshNow, pauseMilliseconds);
  }
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(view.onDidBecomeVisible(refreshNow));
  store.add(vscode.window.onDidChangeActiveTextEditor(refreshNow));
  store.add(vscode.workspace.onDidOpenTextDocument(changed));
  store.add(vscode.workspace.onDidCloseTextDocument(changed));
  store.add(vscode.workspace.onDidChangeTextDocument(({ document }) => changed(document)));
  store.add(settings.onDidChangeView(refreshSoon));
  store.add(library.onDidChange(refreshSoon));
  store.add(library.onDidChangeState(refreshSoon));
  return store;

  /** A document that gets another language is closed and opened. */
  function changed(document: vscode.TextDocument): void {
    if (document === lastEditor.current?.document || document === view.document) refreshSoon();
  }
}
