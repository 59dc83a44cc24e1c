import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import { citationAtCursor } from '../../ui/citationAtCursor.ts';
import type { Readers } from './readers.ts';

/** Who writes on, or goes over the text, does not want to see each paper on the way. */
const pauseMilliseconds = 400;

/** Shows the paper of the citation at which the writer pauses, while the setting is on and the reader is to be seen. */
export function followCitation(services: Services, readers: Readers): vscode.Disposable {
  const { guard, library, settings, lastEditor } = services;
  const store = new DisposableStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    clearTimeout(timer);
    if (!settings.current.readerFollowsCursor || readers.reused?.panel.visible !== true) return;
    timer = setTimeout(() => guard.background('follow the cursor', show), pauseMilliseconds);
  }
  async function show(): Promise<void> {
    const reader = readers.reused;
    const key = citationAtCursor(vscode.window.activeTextEditor);
    if (key === undefined || reader?.panel.visible !== true) return;
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
  // The panel comes to the front while the cursor rests on a citation.
  store.add(services.shownPaper.onDidChange((shown) => (shown?.visible === true ? undefined : clearTimeout(timer))));
  return store;
}
