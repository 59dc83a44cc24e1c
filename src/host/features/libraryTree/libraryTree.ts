import * as vscode from 'vscode';
import { plainMessage } from '../../../core/text/plainText.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { contextKeys, viewIds } from '../../ids.ts';
import type { LibraryState } from '../../libraryService.ts';
import type { Feature, Services } from '../../services.ts';
import { LibraryTreeProvider } from './libraryTreeProvider.ts';

/** The view: themes, and under each its papers. */
export const libraryTree: Feature = {
  name: 'library tree',
  register(services) {
    const store = new DisposableStore();
    const provider = store.add(new LibraryTreeProvider(services.library));
    const view = store.add(
      vscode.window.createTreeView(viewIds.library, {
        treeDataProvider: provider,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    const follow = (): void => services.guard.background('library view', () => showState(services, view));
    store.add(services.library.onDidChangeState(follow));
    store.add(services.library.onDidChange(follow));
    store.add(progressWhileLoading(services));
    follow();
    return store;
  },
};

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
      void vscode.window.withProgress({ location: { viewId: viewIds.library } }, () => done);
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

async function showState({ library }: Services, view: vscode.TreeView<unknown>): Promise<void> {
  const { state } = library;
  await vscode.commands.executeCommand('setContext', contextKeys.libraryState, state);
  if (state === 'noPapers') {
    const files = (await library.engine.problems()).map(({ uri }) => nameOf(uri));
    view.message = `No papers were found in ${plainMessage(files.join(', '), 200)}.`;
  } else if (state === 'failed') {
    view.message = 'The papers could not be read. The log says why; "Reload Library" tries again.';
  } else {
    delete view.message;
  }
}

function nameOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
}
