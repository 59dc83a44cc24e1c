import * as vscode from 'vscode';
import type { RecentPapers } from '../../recentPapers.ts';
import type { CitationItem } from './citationItem.ts';

/** Notes the papers that are chosen from a list as used. VS Code tells nobody: it is seen by what is put into the text. */
export class AcceptedPapers implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  /** The keys of papers by the text that cites them. */
  #offered: ReadonlyMap<string, string> = new Map();

  constructor(recent: Pick<RecentPapers, 'used'>) {
    this.#subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (document !== this.#document || reason !== undefined) return;
      const key = this.#offered.get(contentChanges[0]?.text ?? '');
      if (key === undefined) return;
      recent.used(key);
      this.#document = undefined;
    });
  }

  /** These are on screen for a document. */
  offer(document: vscode.TextDocument, items: readonly CitationItem[]): void {
    this.#document = document;
    // What is typed letter by letter is no choice.
    const texts = items.map(({ key, insertText }) => [typeof insertText === 'string' ? insertText : '', key] as const);
    this.#offered = new Map(texts.filter(([text]) => text.length > 1));
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
