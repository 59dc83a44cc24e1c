import * as vscode from 'vscode';
import type { Finding } from '../../../core/citations/check/finding.ts';
import { endsOfChanges, keyBeingTyped } from '../../../core/citations/check/typedKey.ts';
import type { Services } from '../../services.ts';
import { textAround } from '../../textAround.ts';

/** Tells which key the writer is in the middle of typing. */
export class TypingPlace {
  readonly #services: Pick<Services, 'citations'>;
  /** The last change that a writer made, of the version that came of it. */
  #last:
    { readonly document: vscode.TextDocument; readonly version: number; readonly ends: readonly number[] } | undefined;

  constructor(services: Pick<Services, 'citations'>) {
    this.#services = services;
  }

  /** To be told of each change. */
  note({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    // Who undoes something does not type it.
    if (reason === undefined) this.#last = { document, version: document.version, ends: endsOfChanges(contentChanges) };
    else if (this.#last?.document === document) this.#last = undefined;
  }

  /** Where the key begins that is being typed in a document, when one of these findings may be about it. */
  keyIn(document: vscode.TextDocument, findings: readonly Finding[]): vscode.Position | undefined {
    const last = this.#last;
    const editor = vscode.window.activeTextEditor;
    if (last?.document !== document || last.version !== document.version || editor?.document !== document) {
      return undefined;
    }
    const { active } = editor.selection;
    const mayBe = findings.some(({ code, range }) => code === 'unknown-key' && range.start.line === active.line);
    const start = mayBe ? this.#keyAt(document, active, last.ends) : undefined;
    // Who comes back to it later does not type it any more.
    if (start === undefined) this.#last = undefined;
    return start;
  }

  #keyAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    ends: readonly number[],
  ): vscode.Position | undefined {
    const { text, start } = textAround(document, position);
    const syntax = this.#services.citations.syntaxFor(document, text);
    const place = { caret: document.offsetAt(position) - start, changed: ends.map((end) => end - start) };
    const key = syntax && keyBeingTyped(syntax, text, place);
    return key === undefined ? undefined : document.positionAt(start + key);
  }
}
