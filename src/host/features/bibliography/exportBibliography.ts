import * as vscode from 'vscode';
import { exportFormats, type ExportFormat } from '../../../core/bibliography/write/exportFormats.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { composeBibliography, encodeParts } from '../../bibliography/composeBibliography.ts';
import type { Services } from '../../services.ts';
import { pickOne } from '../../ui/inputs.ts';
import { showInformation } from '../../ui/messages.ts';
import { askedScope } from './exportScope.ts';

const openFile = 'Open';

/**
 * Writes papers into a file of the user's choice. `{ keys, format, file }` (a URI) answers the questions beforehand, each
 * of them by itself.
 */
export async function exportBibliography(services: Services, args: readonly unknown[]): Promise<void> {
  await services.library.load();
  const keys = await askedScope(services, args);
  const format = keys && (formatOf(args[0]) ?? (await pickFormat()));
  if (keys === undefined || format === undefined) return;
  const file = fileOf(args[0]) ?? (await askFile(services, format));
  if (file === undefined) return;
  const { parts, works } = await composeBibliography(services, { format, keys });
  await services.fileSaver.save(file, await encodeParts(parts));
  services.guard.background('tell of the export', () => tell(file, works, keys.length - works));
}

async function tell(file: vscode.Uri, works: number, missing: number): Promise<void> {
  const name = plainMessage(vscode.workspace.asRelativePath(file));
  const done = works === 1 ? said`1 paper was written to ${name}.` : said`${works} papers were written to ${name}.`;
  const message = missing === 0 ? done : said`${done} ${missing} of the keys are not in the library.`;
  if ((await showInformation(message, openFile)) === openFile) await vscode.window.showTextDocument(file);
}

async function pickFormat(): Promise<ExportFormat | undefined> {
  const items = exportFormats.map((format) => ({ label: format.label, description: `.${format.extension}`, format }));
  const picked = await pickOne(items, { title: said`Export Bibliography`, placeHolder: said`In which format?` });
  return picked?.format;
}

/** Beside the document, else in the first workspace folder. */
function askFile({ lastEditor }: Services, format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const document = lastEditor.current?.document;
  const isFile = document !== undefined && !document.isUntitled && document.uri.scheme !== 'output';
  const folder = isFile ? vscode.Uri.joinPath(document.uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: 'Export Bibliography',
    filters: { [format.label]: [format.extension] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `export.${format.extension}`) }),
  });
}

/** Commands can be called by anybody with anything. */
function formatOf(argument: unknown): ExportFormat | undefined {
  if (typeof argument !== 'object' || argument === null || !('format' in argument)) return undefined;
  return exportFormats.find(({ id }) => id === argument.format);
}

function fileOf(argument: unknown): vscode.Uri | undefined {
  if (typeof argument !== 'object' || argument === null || !('file' in argument)) return undefined;
  return argument.file instanceof vscode.Uri ? argument.file : undefined;
}
