import * as vscode from 'vscode';
import { offsetsIn } from '../../documentCitations.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import type { Services } from '../../services.ts';
import type { ActionContext } from './actionContext.ts';
import { clusterActions } from './clusterActions.ts';
import { quickFixes } from './quickFixes.ts';
import { workActions } from './workActions.ts';

/** Offers what mends citations, and what else can be made of them. */
export class CitationActionProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite],
  };
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[] | undefined> {
    return answerQuietly(this.#services, 'actions for citations', async () => {
      const { version } = document;
      const scanned = await this.#services.citations.of(document);
      // The range is one of the text that was asked about.
      if (scanned === undefined || document.version !== version) return undefined;
      const selection = offsetsIn(document, range);
      const context: ActionContext = { services: this.#services, document, scanned, selection, token };
      const fixes = isAsked(only, vscode.CodeActionKind.QuickFix) ? await quickFixes(context, diagnostics) : [];
      if (token.isCancellationRequested || !isAsked(only, vscode.CodeActionKind.RefactorRewrite)) return [...fixes];
      return [...fixes, ...(await clusterActions(context)), ...(await workActions(context))];
    });
  }
}

function isAsked(only: vscode.CodeActionKind | undefined, kind: vscode.CodeActionKind): boolean {
  return only === undefined || only.intersects(kind);
}
