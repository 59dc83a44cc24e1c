import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import type { ParagraphView } from './paragraphView.ts';

/** Nobody reads a list while the hand is still typing. */
const pauseMilliseconds = 400;

/** Keeps the view at the paragraph of the cursor while the setting is on and the view is to be seen. */
export function followCursor(
  { guard, lastEditor, library, settings }: Services,
  view: ParagraphView,
): vscode.Disposable {
  const store = new DisposableStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFollowing = settings.current.followCursor;

  function askNow(how: 'anew' | 'if changed'): void {
    guard.background('papers for the paragraph', () => view.ask(how));
  }
  function follow(): void {
    clearTimeout(timer);
    if (isFollowing && view.isVisible) timer = setTimeout(() => askNow('if changed'), pauseMilliseconds);
  }
  function switched(): void {
    if (isFollowing === settings.current.followCursor) return;
    isFollowing = settings.current.followCursor;
    if (!isFollowing) view.clear();
    else if (view.isVisible) askNow('anew');
  }
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(settings.onDidChangeView(switched));
  store.add(vscode.window.onDidChangeActiveTextEditor(follow));
  store.add(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === lastEditor.current) follow();
    }),
  );
  // What is deleted in front of the cursor does not move it.
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === lastEditor.current?.document) follow();
    }),
  );
  store.add(
    view.onDidBecomeVisible(() => {
      if (isFollowing) askNow('if changed');
    }),
  );
  store.add(library.onDidChange(() => view.libraryChanged()));
  store.add(library.onDidChangeState(() => view.libraryChanged()));
  return store;
}
