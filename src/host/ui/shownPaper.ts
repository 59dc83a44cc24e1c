import * as vscode from 'vscode';
import type { NamedPaper } from '../../core/readingLists.ts';

/** What the reader shows. */
export interface Shown {
  readonly paper: NamedPaper;
  /** The reader is on screen; its tab is not hidden by another one. */
  readonly visible: boolean;
  /** The reader has the focus. */
  readonly active: boolean;
}

/** The paper in the reader, for what follows it. Told by the reader. */
export class ShownPaper implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Shown | undefined>();
  #current: Shown | undefined;

  /** Another paper is shown, or the reader came, went, was hidden, or got the focus or lost it. */
  readonly onDidChange = this.#changed.event;

  /** `undefined` without a reader, or while it shows no paper. */
  get current(): Shown | undefined {
    return this.#current;
  }

  set(shown: Shown | undefined): void {
    const before = this.#current;
    this.#current = shown;
    const isSame =
      before?.paper.key === shown?.paper.key && before?.visible === shown?.visible && before?.active === shown?.active;
    if (!isSame) this.#changed.fire(shown);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
