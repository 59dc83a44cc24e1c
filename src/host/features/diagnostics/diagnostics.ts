import * as vscode from 'vscode';
import type { Problem } from '../../../core/problem.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { Feature } from '../../services.ts';
import { DisposableStore } from '../../disposableStore.ts';

/** More than this of one file helps nobody; the last one says how many there are. */
const maxPerFile = 200;
const maxMessage = 300;

const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Problems of paper files in the Problems view; a file that was skipped as a whole is also said once. */
export const diagnostics: Feature = {
  name: 'diagnostics',
  register({ library, guard }) {
    const store = new DisposableStore();
    const collection = store.add(vscode.languages.createDiagnosticCollection('paperside'));
    const told = new Set<string>();

    async function refresh(): Promise<void> {
      const files = await library.engine.problems();
      collection.clear();
      for (const { uri, problems } of files) {
        if (problems.length > 0) collection.set(vscode.Uri.parse(uri, true), toDiagnostics(problems));
        for (const { severity, message } of problems) {
          if (severity !== 'error' || told.has(message)) continue;
          told.add(message);
          void vscode.window.showWarningMessage(plainMessage(message, maxMessage));
        }
      }
    }
    store.add(library.onDidChange(() => guard.background('show problems', refresh)));
    return store;
  },
};

function toDiagnostics(problems: readonly Problem[]): vscode.Diagnostic[] {
  const shown = problems.slice(0, maxPerFile).map(({ range, message, severity, code }) => {
    const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    const diagnostic = new vscode.Diagnostic(place, plainMessage(message, maxMessage), severities[severity]);
    diagnostic.source = 'Paperside';
    diagnostic.code = code;
    return diagnostic;
  });
  const rest = problems.length - shown.length;
  const last = shown.at(-1);
  if (rest > 0 && last !== undefined) last.message += ` (and ${rest} more problems in this file)`;
  return shown;
}
