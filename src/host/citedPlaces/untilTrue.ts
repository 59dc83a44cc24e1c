import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore.ts';

/** Resolves once something is true after an event that may have changed it. Rejects with a cancellation. */
export async function untilTrue(
  isTrue: () => boolean,
  changed: vscode.Event<unknown>,
  token: vscode.CancellationToken,
): Promise<void> {
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  if (isTrue()) return;
  const store = new DisposableStore();
  try {
    await new Promise<void>((resolve, reject) => {
      store.add(changed(() => (isTrue() ? resolve() : undefined)));
      store.add(token.onCancellationRequested(() => reject(new vscode.CancellationError())));
    });
  } finally {
    store.dispose();
  }
}
