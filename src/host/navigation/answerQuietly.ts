import * as vscode from 'vscode';
import type { Services } from '../services.ts';

/**
 * What a provider of VS Code answers: nothing when it fails, because nobody wants a message for each move of the mouse. A
 * bug is logged; that the engine has stopped is said by the library.
 */
export async function answerQuietly<T>(
  { guard, library }: Pick<Services, 'guard' | 'library'>,
  name: string,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const { engine } = library;
  try {
    return await work();
  } catch (error) {
    const hasStopped = engine !== library.engine || library.state === 'failed';
    if (!hasStopped && !(error instanceof vscode.CancellationError)) guard.report(name, error);
    return undefined;
  }
}
