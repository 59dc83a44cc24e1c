import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import type { ReaderPanel } from './readerPanel.ts';
import type { Readers } from './readers.ts';

/** Who writes on, or goes over the text, does not want to see each paper on the way. */
const pauseMilliseconds = 400;

/** Shows the paper of the citation at which the writer pauses, while the setting is on and the reader is to be seen. */
export function followCitation(services: Services, readers: Readers): vscode.Disposable {
  const { guard, library, settings, lastEditor, citations } = services;
  const store = new DisposableStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The reader that follows; `undefined` when there is nothing to do. */
  function followingReader(): ReaderPanel | undefined {
    const { reused } = readers;
    return settings.current.readerFollowsCursor && reused?.panel.visible === true ? reused : undefined;
  }
  function follow(): void {
    clearTimeout(timer);
    if (followingReader() === undefined) return;
    timer = setTimeout(() => guard.background('follow the cursor', show), pauseMilliseconds);
  }
  async function show(): Promise<void> {
    const reader = followingReader();
    const key = reader && citations.atCursor(vscode.window.activeTextEditor)?.item.key;
    if (reader === undefined || key === undefined) return;
    // A key without a paper, or one that is still being read, is no reason to disturb anybody.
    const paper = await library.engine.paper(key);
    if (paper !== undefined && paper.key !== reader.key) await reader.show(paper);
  }
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(settings.onDidChangeView(follow));
  store.add(vscode.window.onDidChangeActiveTextEditor(follow));
  store.add(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === lastEditor.current) follow();
    }),
  );
  return store;
}
