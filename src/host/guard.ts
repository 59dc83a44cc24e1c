import * as vscode from 'vscode';
import { plainMessage, said } from '../core/text/plainText.ts';
import { showError } from './ui/messages.ts';

/**
 * An expected failure whose message is one sentence for the user that names the thing and the next step. Everything
 * else that is thrown is a bug.
 */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError';
}

/** Runs what VS Code calls: nothing escapes, expected failures are said, bugs are logged once and said shortly. */
export class Guard {
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Runs `work`; `undefined` when it failed or was cancelled. `name` is for the log. */
  async run<T>(name: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      if (error instanceof ExpectedError) {
        this.report(name, error);
        void showError(plainMessage(error.message, 400));
        return undefined;
      }
      this.report(name, error);
      this.background('offer the log', () => this.#offerLog(name));
      return undefined;
    }
  }

  async #offerLog(name: string): Promise<void> {
    const showLog = 'Show Log';
    const answer = await showError(said`Paperside could not finish "${name}".`, showLog);
    if (answer === showLog) this.#log.show();
  }

  /** For work nobody waits for: a bug is logged, and said only in the log. */
  background(name: string, work: () => unknown): void {
    void (async () => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof vscode.CancellationError)) this.report(name, error);
      }
    })();
  }

  /** For the log only; a bug with its stack. */
  report(name: string, error: unknown): void {
    if (error instanceof ExpectedError) this.#log.warn(`${name}: ${error.message}`);
    else this.#log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
