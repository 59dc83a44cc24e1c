import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { queryOfArgument, registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, contextKeys, viewIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { createInputBox } from '../../ui/inputs.ts';
import { countOf } from './groupNames.ts';
import type { Filtered, LibraryTreeProvider } from './libraryTreeProvider.ts';

/** The tree follows what is typed after this pause. */
const pauseMilliseconds = 100;
const maxShownFilter = 60;

const howToClear = '"Clear Filter" shows all papers.';

/** The filter of the tree; what it is and left stands beside the view's name. */
export class LibraryFilter implements vscode.Disposable {
  readonly #provider: LibraryTreeProvider;
  readonly #view: vscode.TreeView<unknown>;
  readonly #subscription: vscode.Disposable;

  /**
   * Begins without a filter: it is not remembered, for a window that opened without most of its papers would look as if
   * they were lost.
   */
  constructor(provider: LibraryTreeProvider, view: vscode.TreeView<unknown>) {
    this.#provider = provider;
    this.#view = view;
    this.#subscription = provider.onDidFilter((filtered) => this.#tell(filtered));
    this.#tellContext();
  }

  /** The query that papers must match to be shown; `''` for all of them. */
  get current(): string {
    return this.#provider.view.filter ?? '';
  }

  /** For people, in quotation marks unless it has some; `''` without a filter. */
  get name(): string {
    const name = plainMessage(this.current.trim(), maxShownFilter);
    return name === '' || name.includes('"') ? name : `“${name}”`;
  }

  /** Shows only papers that a query finds; all of them for a blank one. */
  apply(query: string): void {
    const filter = query.trim() === '' ? undefined : query;
    if (filter === this.#provider.view.filter) return;
    this.#provider.show({ filter });
    this.#tellContext();
    if (filter === undefined) Object.assign(this.#view, { description: undefined, message: undefined });
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, this.current !== '');
  }

  #tell({ filter, papers }: Filtered): void {
    if (filter !== this.current) return;
    // The number first: a narrow side bar cuts the end.
    this.#view.description = `${countOf(papers)} · ${this.name}`;
    this.#view.message = `${papers === 0 ? 'No paper matches' : 'Only papers that match'} ${this.name}. ${howToClear}`;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** The commands that filter the tree. */
export function registerFilter({ guard }: Services, filter: LibraryFilter): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(guard, commandIds.filterLibrary, 'Filter Library', async (argument) => {
      // What is typed is to be seen at work.
      await vscode.commands.executeCommand(`${viewIds.library}.focus`);
      const given = queryOfArgument(argument);
      if (given === undefined) askFilter(filter);
      else filter.apply(given);
    }),
    registerCommand(guard, commandIds.clearFilter, 'Clear Filter', () => filter.apply('')),
  );
}

/** An input box that filters while one types: Enter keeps the filter, Escape brings the one before back. */
function askFilter(filter: LibraryFilter): void {
  const store = new DisposableStore();
  const input = store.add(
    createInputBox({
      title: said`Filter Library`,
      placeholder: said`Only papers that match stay in the view`,
      prompt: said`Words, "exact phrase", -word, author:name, year:2022-2024, theme:word, has:note, is:unread.`,
    }),
  );
  const before = filter.current;
  input.value = before;
  input.valueSelection = [0, before.length];
  // A look into the tree meanwhile is part of filtering.
  input.ignoreFocusOut = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = before;
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(
    input.onDidChangeValue((query) => {
      clearTimeout(timer);
      timer = setTimeout(() => filter.apply(query), pauseMilliseconds);
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
      filter.apply(wanted);
    }),
  );
  input.show();
}
