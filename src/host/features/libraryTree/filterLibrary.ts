import * as vscode from 'vscode';
import { plainMessage } from '../../../core/text/plainText.ts';
import { queryOfArgument, registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, contextKeys, viewIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import type { Filtered, LibraryTreeProvider } from './libraryTreeProvider.ts';

/** The tree follows what is typed after this pause. */
const pauseMilliseconds = 100;
const maxShownFilter = 60;

const howToClear = '"Clear Filter" shows all papers.';

/**
 * The commands that filter the tree; what the filter is and left stands beside the view's name. It is not remembered: a
 * window that opened without most of its papers would look as if they were lost.
 */
export function registerFilter(
  { guard }: Services,
  provider: LibraryTreeProvider,
  view: vscode.TreeView<unknown>,
): vscode.Disposable {
  function apply(filter: string): void {
    provider.setFilter(filter);
    const isFiltered = provider.filter !== '';
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, isFiltered);
    if (!isFiltered) tell(view, undefined);
  }
  apply('');
  return vscode.Disposable.from(
    provider.onDidFilter((filtered) => tell(view, filtered)),
    registerCommand(guard, commandIds.filterLibrary, 'Filter Library', async (argument) => {
      // What is typed is to be seen at work.
      await vscode.commands.executeCommand(`${viewIds.library}.focus`);
      const query = queryOfArgument(argument);
      if (query === undefined) askFilter(provider.filter, apply);
      else apply(query);
    }),
    registerCommand(guard, commandIds.clearFilter, 'Clear Filter', () => apply('')),
  );
}

function tell(view: vscode.TreeView<unknown>, filtered: Filtered | undefined): void {
  if (filtered === undefined) {
    Object.assign(view, { description: undefined, message: undefined });
    return;
  }
  const { filter, papers } = filtered;
  const shown = `“${plainMessage(filter.trim(), maxShownFilter)}”`;
  const count = papers === 0 ? 'no papers' : papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`;
  // The number first: a narrow side bar cuts the end.
  view.description = `${count} · ${shown}`;
  view.message = papers === 0 ? `No paper matches ${shown}. ${howToClear}` : howToClear;
}

/** An input box that filters while one types: Enter keeps the filter, Escape brings the one before back. */
function askFilter(before: string, apply: (filter: string) => void): void {
  const store = new DisposableStore();
  const input = store.add(vscode.window.createInputBox());
  input.title = 'Filter Library';
  input.placeholder = 'Only papers that match stay in the view';
  input.prompt = 'Words, "exact phrase", -word, author:name, year:2022-2024, theme:word, has:note.';
  input.value = before;
  input.valueSelection = [0, before.length];
  // A look into the tree meanwhile is part of filtering.
  input.ignoreFocusOut = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = before;
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(
    input.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => apply(value), pauseMilliseconds);
    }),
  );
  store.add(
    input.onDidAccept(() => {
      wanted = input.value;
      input.hide();
    }),
  );
  store.add(
    input.onDidHide(() => {
      store.dispose();
      apply(wanted);
    }),
  );
  input.show();
}
