import * as vscode from 'vscode';
import { plainMessage, singleLine } from '../../../core/text/plainText.ts';
import { ExpectedError, type Guard } from '../../guard.ts';
import type { ReadThemes, ThemesFileService } from '../../themes/themesFileService.ts';
import { showWarning } from '../../ui/messages.ts';
import { toDiagnostics } from '../../ui/toDiagnostics.ts';

/** What is wrong with the themes file in the Problems view; where the writer's themes are gone, a message says why, once. */
export function showProblems(themes: ThemesFileService, guard: Guard): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('paperside themes');
  let told = '';

  async function tell({ uri, problems }: ReadThemes): Promise<void> {
    const message = problems.find(({ severity }) => severity === 'error')?.message ?? '';
    // Who is typing in it sees the place, and is not done yet.
    if (uri !== undefined && isBeingEdited(uri)) return;
    const isNews = message !== '' && message !== told;
    told = message;
    if (!isNews) return;
    const open = 'Open Themes File';
    const answer = await showWarning(plainMessage(message, 300), open);
    if (answer === open) await guard.run('open the themes file', () => themes.open());
  }

  const subscription = themes.onDidRead((read) => {
    collection.clear();
    if (read.uri !== undefined) {
      collection.set(read.uri, toDiagnostics(read.problems));
      for (const uri of read.unused) {
        const problem = unusedBeside(read.uri);
        collection.set(uri, [problem]);
        guard.report(`read ${uri.toString()}`, new ExpectedError(problem.message));
      }
    }
    guard.background('tell of a damaged themes file', () => tell(read));
  });
  return vscode.Disposable.from(subscription, collection);
}

/** One window has one themes file: two of them could say two things of one paper. */
function unusedBeside(used: vscode.Uri): vscode.Diagnostic {
  const folder = singleLine(vscode.workspace.getWorkspaceFolder(used)?.name ?? '');
  const message = `These themes are not shown in this window, because those of the folder "${folder}" are: copy what you need of them there, or open this folder alone.`;
  const start = new vscode.Position(0, 0);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'Paperside';
  return diagnostic;
}

function isBeingEdited(uri: vscode.Uri): boolean {
  const id = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === id);
}
