import * as vscode from 'vscode';
import type { Finding } from '../../../core/citations/check/finding.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { CheckSettings, SeverityName } from '../../adapters/checkSettings.ts';
import { toRange } from '../../navigation/ranges.ts';

const maxMessage = 300;
const maxTitle = 100;

const severities: Readonly<Record<Exclude<SeverityName, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Findings as the editor and the Problems view show them, as grave as the settings say. */
export function findingDiagnostics(findings: readonly Finding[], settings: CheckSettings): vscode.Diagnostic[] {
  return findings.flatMap((finding) => {
    const severity = settings.severities[finding.code];
    return severity === 'off' ? [] : [diagnosticOf(finding, severities[severity])];
  });
}

function diagnosticOf(
  { code, range, message, claims }: Finding,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), plainMessage(message, maxMessage), severity);
  diagnostic.source = 'Paperside';
  diagnostic.code = code;
  if (code === 'duplicate-key' && claims.length === 0) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (claims.length > 0) {
    diagnostic.relatedInformation = claims.map(({ uri, range: place, title, paper }) => {
      const location = new vscode.Location(vscode.Uri.parse(uri, true), toRange(place));
      return new vscode.DiagnosticRelatedInformation(location, said`${plainMessage(title, maxTitle)} (${paper})`);
    });
  }
  return diagnostic;
}
