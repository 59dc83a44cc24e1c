import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { citingGlob, findCitingFiles } from '../../citedPlaces/citingFiles.ts';
import { mayCite } from '../../citedPlaces/citingDocuments.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { showInformation, showWarning, withProgress } from '../../ui/messages.ts';
import type { DocumentChecks } from './documentChecks.ts';

/** What a check of all documents came to. */
interface Outcome {
  readonly documents: number;
  readonly findings: number;
  readonly isWhole: boolean;
}

/** Checks the citations of every document of the workspace, and says what it found. */
export async function checkWorkspace(services: Services, checks: DocumentChecks): Promise<void> {
  const outcome = await withProgress(
    { location: vscode.ProgressLocation.Notification, title: said`Checking citations`, cancellable: true },
    async (progress, token) => {
      await services.library.load();
      if (!services.citationChecks.isReady) {
        throw new ExpectedError('Citations cannot be checked while the library is not read: run "Reload Library".');
      }
      const { uris, texts } = await documentsOf(services);
      let findings = 0;
      for (const [index, uri] of uris.entries()) {
        if (token.isCancellationRequested) return { documents: index, findings, isWhole: false };
        progress.report({
          message: plainMessage(vscode.workspace.asRelativePath(uri), 60),
          increment: 100 / uris.length,
        });
        const text = texts.get(uri.toString()) ?? (await readText(services, uri));
        if (text !== undefined) findings += await checks.checkInWorkspace(uri, text);
      }
      return { documents: uris.length, findings, isWhole: true };
    },
  );
  services.guard.background('tell what the check found', () => tell(outcome));
}

/** Files, and texts that are open and in no file that would be found. */
async function documentsOf({ settings, log }: Services): Promise<{
  readonly uris: readonly vscode.Uri[];
  readonly texts: ReadonlyMap<string, string>;
}> {
  const overrides = settings.current.citationSyntax;
  const open = vscode.workspace.textDocuments.filter((document) => mayCite(document, overrides));
  const files = await findCitingFiles(citingGlob(overrides), log);
  const uris = new Map([...files, ...open.map(({ uri }) => uri)].map((uri) => [uri.toString(), uri]));
  const texts = new Map(open.map((document) => [document.uri.toString(), document.getText()]));
  return { uris: [...uris.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), texts };
}

async function readText({ settings, log }: Services, uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > settings.current.maxFileBytes) {
      log.warn(`${vscode.workspace.asRelativePath(uri)} is too large to check its citations.`);
      return undefined;
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    log.warn(`Checking citations in ${vscode.workspace.asRelativePath(uri)}: ${String(error)}`);
    return undefined;
  }
}

async function tell({ documents, findings, isWhole }: Outcome): Promise<void> {
  const looked = said`${isWhole ? 'Checked' : 'Stopped after'} ${documents} ${documents === 1 ? 'document' : 'documents'}`;
  if (findings === 0) {
    await showInformation(said`${looked}: nothing is wrong with their citations.`);
    return;
  }
  const show = 'Show Problems';
  const count = said`${findings} ${findings === 1 ? 'citation needs' : 'citations need'} a look`;
  if ((await showWarning(said`${looked}: ${count}.`, show)) === show) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
