import * as vscode from 'vscode';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { GroupView } from '../../../engine/paperEngine.ts';
import { keysOfArguments, queryOfArgument, registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, contextKeys, viewIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { countOf } from './groupNames.ts';
import type { Filtered, LibraryTreeProvider } from './libraryTreeProvider.ts';

/** The tree follows what is typed after this pause. */
const pauseMilliseconds = 100;
const maxShownFilter = 60;

const howToClear = '"Clear Filter" shows all papers.';

/** What the tree is narrowed to: a query, or papers that somebody chose and named. Neither: all papers. */
export interface Filter {
  readonly query?: string | undefined;
  readonly chosen?: { readonly keys: readonly string[]; readonly name: string } | undefined;
}

/** The filter of the tree; what it is and left stands beside the view's name. */
export class LibraryFilter implements vscode.Disposable {
  readonly #provider: LibraryTreeProvider;
  readonly #view: vscode.TreeView<unknown>;
  readonly #subscription: vscode.Disposable;
  #current: Filter = {};

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

  get current(): Filter {
    return this.#current;
  }

  /** For people, in quotation marks; `''` without a filter. */
  get name(): string {
    const { query, chosen } = this.#current;
    const name = (query ?? chosen?.name ?? '').trim();
    return query === undefined && chosen === undefined ? '' : `“${plainMessage(name, maxShownFilter)}”`;
  }

  apply(filter: Filter): void {
    const query = filter.query?.trim() === '' ? undefined : filter.query;
    const { chosen } = filter;
    if (query === this.#current.query && chosen === this.#current.chosen) return;
    this.#current = { query, chosen };
    const change: Partial<GroupView> = { filter: query, keys: chosen?.keys };
    this.#provider.show(change);
    this.#tellContext();
    if (this.name === '') Object.assign(this.#view, { description: undefined, message: undefined });
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, this.name !== '');
  }

  #tell({ view: { filter, keys }, papers }: Filtered): void {
    if (filter !== this.#current.query || keys !== this.#current.chosen?.keys) return;
    // The number first: a narrow side bar cuts the end.
    this.#view.description = `${countOf(papers)} · ${this.name}`;
    this.#view.message = papers === 0 ? `No paper matches ${this.name}. ${howToClear}` : howToClear;
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
      const given = filterOf(argument);
      if (given === undefined) askFilter(filter);
      else filter.apply(given);
    }),
    registerCommand(guard, commandIds.clearFilter, 'Clear Filter', () => filter.apply({})),
  );
}

/** `{ query }`, or `{ keys, name }`; anything else is nothing. */
function filterOf(argument: unknown): Filter | undefined {
  const query = queryOfArgument(argument);
  if (query !== undefined) return { query };
  if (typeof argument !== 'object' || argument === null || !('keys' in argument)) return undefined;
  const name = 'name' in argument && typeof argument.name === 'string' ? argument.name : 'chosen papers';
  return { chosen: { keys: keysOfArguments([argument]), name } };
}

/** An input box that filters while one types: Enter keeps the filter, Escape brings the one before back. */
function askFilter(filter: LibraryFilter): void {
  const store = new DisposableStore();
  const input = store.add(vscode.window.createInputBox());
  const before = filter.current;
  const text = before.query ?? '';
  input.title = 'Filter Library';
  input.placeholder = 'Only papers that match stay in the view';
  input.prompt = 'Words, "exact phrase", -word, author:name, year:2022-2024, theme:word, has:note, is:unread.';
  input.value = text;
  input.valueSelection = [0, text.length];
  // A look into the tree meanwhile is part of filtering.
  input.ignoreFocusOut = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = before;
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(
    input.onDidChangeValue((query) => {
      clearTimeout(timer);
      timer = setTimeout(() => filter.apply({ query }), pauseMilliseconds);
    }),
  );
  store.add(
    input.onDidAccept(() => {
      wanted = input.value === text ? before : { query: input.value };
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
