import * as vscode from 'vscode';
import type { ReadingState } from '../../../core/readingLists.ts';
import { said } from '../../../core/text/plainText.ts';
import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, contextKeys, type CommandId } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedNames } from '../../ui/askedPapers.ts';
import { showStatus } from '../../ui/messages.ts';
import { isOfView, keysOfRows } from '../../ui/rowPapers.ts';
import { beginReading } from './beginReading.ts';
import { followWriter } from './followWriter.ts';

const commands: readonly (readonly [CommandId, string, ReadingState])[] = [
  [commandIds.markRead, 'Mark as Read', 'read'],
  [commandIds.markReading, 'Mark as Reading', 'reading'],
  [commandIds.markUnread, 'Mark as Unread', 'unread'],
];

/** How far papers are read: begun by being shown, read when the writer says so. */
export const readingState: Feature = {
  name: 'reading state',
  register(services) {
    const store = new DisposableStore();
    for (const [id, title, state] of commands) {
      store.add(registerCommand(services.guard, id, title, (...args) => mark(services, args, { title, state })));
    }
    store.add(beginReading(services));
    store.add(followWriter(services));
    store.add(tellShownState(services));
    return store;
  },
};

interface Marking {
  readonly title: string;
  readonly state: ReadingState;
}

/** Of rows, groups of them, or the paper in the reader when that is where the writer is; else asks. */
async function mark(services: Services, args: readonly unknown[], { title, state }: Marking): Promise<void> {
  const { readingStates, writerFacts } = services;
  const papers = await askedNames(services, await withShown(services, args), {
    title,
    many: true,
    rows: 'papers and groups',
  });
  if (papers.length === 0) return;
  await readingStates.mark(papers, state);
  await writerFacts.tell();
  const what = papers.length === 1 ? '1 paper' : `${papers.length.toLocaleString('en')} papers`;
  showStatus(said`$(check) ${what} marked as ${state}`, 3_000);
}

/** The palette, and the reader's own title bar, which says nothing of papers, mean the paper in the reader. */
async function withShown(services: Services, args: readonly unknown[]): Promise<readonly unknown[]> {
  const shown = services.shownPaper.current;
  if (shown?.active !== true || isOfView(args[0])) return args;
  const keys = await keysOfRows(services, args, 'papers and groups');
  return [{ keys: keys.length > 0 ? keys : [shown.paper.key] }];
}

/** For the reader's title bar. */
function tellShownState({ shownPaper, readingStates }: Services): vscode.Disposable {
  function tell(): void {
    const shown = shownPaper.current;
    const state = shown && readingStates.stateOf(shown.paper);
    void vscode.commands.executeCommand('setContext', contextKeys.shownState, state);
  }
  return vscode.Disposable.from(shownPaper.onDidChange(tell), readingStates.onDidChange(tell));
}
