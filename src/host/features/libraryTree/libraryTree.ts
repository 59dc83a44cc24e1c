import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import { contextKeys, viewIds } from '../../ids.ts';
import type { LibraryState } from '../../libraryService.ts';
import type { Feature, Services } from '../../services.ts';
import { withProgress } from '../../ui/messages.ts';
import { registerArrangement, rememberedView } from './arrangement.ts';
import { LibraryDragAndDrop } from './dragAndDrop.ts';
import { LibraryFilter, registerFilter } from './filterLibrary.ts';
import { FollowReader } from './followReader.ts';
import { LibraryTreeProvider } from './libraryTreeProvider.ts';
import { registerReveal } from './revealInLibrary.ts';

/** The view: papers in groups of themes, years, authors, venues, paper files or reading states. */
export const libraryTree: Feature = {
  name: 'library tree',
  register(services) {
    const store = new DisposableStore();
    const provider = store.add(new LibraryTreeProvider(services, rememberedView(services)));
    const view = store.add(
      vscode.window.createTreeView(viewIds.library, {
        treeDataProvider: provider,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: new LibraryDragAndDrop(services),
      }),
    );
    store.add(services.rowSelection.register(viewIds.library, view));
    store.add(view.onDidExpandElement(({ element }) => provider.opened(element, true)));
    store.add(view.onDidCollapseElement(({ element }) => provider.opened(element, false)));
    const filter = store.add(new LibraryFilter(provider, view));
    store.add(registerFilter(services, filter));
    const follow = store.add(new FollowReader(services, provider, view));
    store.add(
      registerArrangement(services, (change) => {
        const selected = view.selection.find((node) => node.kind === 'paper');
        provider.show(change);
        if (selected?.kind === 'paper') services.guard.background('select again', () => follow.select(selected.key));
      }),
    );
    store.add(registerReveal(services, { provider, view, filter }));
    tellState(services.library.state);
    store.add(services.library.onDidChangeState(tellState));
    store.add(progressWhileLoading(services));
    return store;
  },
};

/** The manifest's welcome texts go by this key: they say what there is instead of a tree. */
function tellState(state: LibraryState): void {
  void vscode.commands.executeCommand('setContext', contextKeys.libraryState, state);
}

/** A progress bar in the view from each start of loading to its end. */
function progressWhileLoading({ library }: Services): vscode.Disposable {
  let end: (() => void) | undefined;
  function follow(state: LibraryState): void {
    if (state !== 'loading') {
      end?.();
      end = undefined;
    } else if (end === undefined) {
      const done = new Promise<void>((resolve) => {
        end = resolve;
      });
      void withProgress({ location: { viewId: viewIds.library } }, () => done);
    }
  }
  follow(library.state);
  const subscription = library.onDidChangeState(follow);
  return {
    dispose() {
      subscription.dispose();
      end?.();
    },
  };
}
