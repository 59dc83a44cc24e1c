import * as vscode from 'vscode';
import { literalGlob } from '../../core/text/globs.ts';
import { additionalFileUri } from '../adapters/additionalFiles.ts';
import type { SettingsReader } from '../adapters/settings.ts';

/**
 * Registers what is offered in documents that may be paper files by the settings; whether one is, the library knows.
 * Registers anew when the settings or the folders change.
 */
export function registerInPaperFiles(
  settings: SettingsReader,
  provide: (selector: vscode.DocumentSelector) => vscode.Disposable,
): vscode.Disposable {
  let registered = provide(paperFileSelector(settings));
  const renew = (): void => {
    registered.dispose();
    registered = provide(paperFileSelector(settings));
  };
  const listeners = [settings.onDidChange(renew), vscode.workspace.onDidChangeWorkspaceFolders(renew)];
  return new vscode.Disposable(() => {
    for (const listener of listeners) listener.dispose();
    registered.dispose();
  });
}

function paperFileSelector(settings: SettingsReader): readonly vscode.DocumentFilter[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = folders.flatMap((folder) =>
    settings.of(folder).files.map((glob) => ({ pattern: new vscode.RelativePattern(folder, glob) })),
  );
  const added = settings.current.additionalFiles.flatMap((entry) => additionalFileUri(entry) ?? []);
  return [...found, ...added.map((uri) => ({ scheme: uri.scheme, pattern: literalFilter(uri) }))];
}

/** A pattern that only this file has: what globs give a meaning to may stand in its name. */
function literalFilter(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), literalGlob(name));
}
