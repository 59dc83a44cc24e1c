import * as vscode from 'vscode';
import { syntaxOf } from '../../../core/citations/syntaxes.ts';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';

/** Marks need not follow each letter. */
const pauseMilliseconds = 400;

/**
 * Keeps what the engine and the rows know of the writer up to date while the writer works: what is cited in the text, which
 * papers have a note, how far each is read.
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
  store.add(watchNotes(services, tellSoon));
  store.add(settings.onDidChange(tellSoon));
  return store;
}

/** Notes that come and go, also by other programs; watched anew when the folders or their settings change. */
function watchNotes({ settings }: Services, changed: () => void): vscode.Disposable {
  let watchers: vscode.Disposable[] = [];
  function stop(): void {
    for (const watcher of watchers) watcher.dispose();
    watchers = [];
  }
  function watch(): void {
    stop();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const notes = vscode.Uri.joinPath(folder.uri, settings.of(folder).notesFolder);
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(notes, '*.md'), false, true);
      watchers.push(watcher, watcher.onDidCreate(changed), watcher.onDidDelete(changed));
    }
  }
  watch();
  const subscriptions = [settings.onDidChange(watch), vscode.workspace.onDidChangeWorkspaceFolders(watch)];
  return {
    dispose() {
      stop();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
