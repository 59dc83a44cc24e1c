import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.ts';
import { plainMessage } from '../../core/text/plainText.ts';

/** More than this of one file helps nobody; the last one says how many there are. */
const maxPerFile = 200;
const maxMessage = 300;

const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Problems as the Problems view shows them. */
export function toDiagnostics(problems: readonly Problem[]): vscode.Diagnostic[] {
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
