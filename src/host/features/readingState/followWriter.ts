import * as vscode from 'vscode';
import { syntaxOf } from '../../../core/citations/syntaxes.ts';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';

/** Marks need not follow each letter. */
const pauseMilliseconds = 400;

/**
 * Keeps what the engine and the rows know of the writer up to date while the writer works: what is cited in the text, how
 * far each paper is read. Of notes that come and go `NoteFiles` tells.
 */
export function followWriter(services: Services): vscode.Disposable {
  const { guard, lastEditor, library, readingStates, settings, writerFacts } = services;
  const store = new DisposableStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellNow(): void {
    clearTimeout(timer);
    guard.background('tell what the writer does', () => writerFacts.tell());
  }
  function tellSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(tellNow, pauseMilliseconds);
  }
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(readingStates.onDidChange(tellNow));
  store.add(vscode.window.onDidChangeActiveTextEditor(tellSoon));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const { uri, languageId } = document;
      const isWritten =
        document === lastEditor.current?.document &&
        syntaxOf(uri.path, languageId, settings.current.citationSyntax) !== undefined;
      if (isWritten && contentChanges.length > 0) tellSoon();
    }),
  );
  store.add(
    library.onDidChangeState((state) => {
      if (state === 'ready') tellSoon();
    }),
  );
  store.add(settings.onDidChange(tellSoon));
  store.add(settings.onDidChangeView(tellSoon));
  return store;
}
