import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds, readerViewType, settingIds, type CommandId } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { choosePapers } from '../../ui/choosePapers.ts';
import { keysOfRows } from '../../ui/rowPapers.ts';
import { setFlag } from '../../ui/setFlag.ts';
import { paperOf } from './findPaper.ts';
import { followCitation } from './followCitation.ts';
import { act } from './readerActions.ts';
import type { ReaderPanel } from './readerPanel.ts';
import { Readers, type Direction, type Opening } from './readers.ts';

/** The abstract beside the writer's notes. One reader is reused, others are pinned; all come back after a reload. */
export const reader: Feature = {
  name: 'reader',
  register(services) {
    const { guard } = services;
    const store = new DisposableStore();
    const readers: Readers = store.add(new Readers(services, (one, request) => act(services, readers, one, request)));
    store.add(registerCommand(guard, commandIds.openPaper, 'Open Paper', (...args) => open(services, readers, args)));
    store.add(registerMoves(services, readers));
    store.add(followCitation(services, readers));
    store.add(
      vscode.window.registerWebviewPanelSerializer(readerViewType, {
        async deserializeWebviewPanel(panel, state: unknown) {
          readers.restore(panel, state);
        },
      }),
    );
    return store;
  },
};

/** The paper that a row or `{ key, focus }` names, else one that is asked for. */
async function open(services: Services, readers: Readers, args: readonly unknown[]): Promise<void> {
  const { library, recent } = services;
  const given = await keysOfRows(services, args, 'clicked');
  const keys = given.length > 0 ? given : await choosePapers(services, { title: 'Open Paper', many: false });
  const [key] = keys ?? [];
  if (key === undefined) return;
  const paper = await paperOf(library, key);
  recent.used(paper.key);
  await readers.open(paper, { focus: focusOf(args[0]) });
}

/** `focus: 'note'` asks for the note, anything else that is true for the reader. */
function focusOf(argument: unknown): Opening['focus'] {
  if (typeof argument !== 'object' || argument === null || !('focus' in argument)) return undefined;
  if (argument.focus === 'note') return 'note';
  return argument.focus === true || argument.focus === 'reader' ? 'reader' : undefined;
}

const steps: readonly (readonly [CommandId, string, Direction, string])[] = [
  [commandIds.goBack, 'Go Back', 'back', 'No paper was read before this one.'],
  [commandIds.goForward, 'Go Forward', 'forward', 'This is the paper that was read last.'],
  [commandIds.previousPaper, 'Previous Paper', 'previous', 'The library shows no paper before this one.'],
  [commandIds.nextPaper, 'Next Paper', 'next', 'The library shows no paper after this one.'],
];

function registerMoves({ guard }: Services, readers: Readers): vscode.Disposable {
  const store = new DisposableStore();
  for (const [id, title, to, end] of steps) {
    const step = async (): Promise<void> => {
      if (!(await readers.go(currentOf(readers), to))) throw new ExpectedError(end);
    };
    store.add(registerCommand(guard, id, title, step));
  }
  const on = (id: CommandId, title: string, run: (reader: ReaderPanel) => void): void => {
    store.add(registerCommand(guard, id, title, () => run(currentOf(readers))));
  };
  on(commandIds.pinReader, 'Pin Reader', (one) => one.pin(true));
  on(commandIds.unpinReader, 'Unpin Reader', (one) => one.pin(false));
  on(commandIds.focusReader, 'Focus Reader', (one) => one.focus('reader'));
  on(commandIds.focusNote, 'Focus Note', (one) => one.focus('note'));
  const setting = settingIds.readerFollowsCursor;
  const follow = [commandIds.readerFollowCursor, 'Reader: Follow Cursor', () => setFlag(setting, true)] as const;
  const stop = [commandIds.readerStopFollowing, 'Reader: Stop Following', () => setFlag(setting, false)] as const;
  for (const [id, title, run] of [follow, stop]) store.add(registerCommand(guard, id, title, run));
  return store;
}

function currentOf(readers: Readers): ReaderPanel {
  const { current } = readers;
  if (current !== undefined) return current;
  throw new ExpectedError('No paper is open: click one in the library, or run "Search Papers".');
}
