import * as vscode from 'vscode';
import { additionalFileEntry, additionalFileUri } from '../adapters/additionalFiles.ts';
import { settingIds, settingsSection } from '../ids.ts';
import type { Services } from '../services.ts';

/** Names paper files in the setting `paperside.additionalFiles`. */
export async function nameFiles({ settings }: Services, uris: readonly vscode.Uri[]): Promise<void> {
  if (uris.length === 0) return;
  await save([...new Set([...settings.current.additionalFiles, ...uris.map(additionalFileEntry)])]);
}

/** Takes files out of the setting; they stay where they are. */
export async function unnameFiles({ settings }: Services, uris: readonly vscode.Uri[]): Promise<void> {
  const gone = new Set(uris.map((uri) => uri.toString()));
  const { additionalFiles } = settings.current;
  const left = additionalFiles.filter((entry) => !isOneOf(entry, gone));
  if (left.length < additionalFiles.length) await save(left);
}

/** Takes an entry out of the setting, also one that names no file. */
export async function unnameEntry({ settings }: Services, entry: string): Promise<void> {
  await save(settings.current.additionalFiles.filter((one) => one !== entry));
}

function isOneOf(entry: string, uris: ReadonlySet<string>): boolean {
  const uri = additionalFileUri(entry);
  return uri !== undefined && uris.has(uri.toString());
}

async function save(entries: readonly string[]): Promise<void> {
  const { ConfigurationTarget, workspace } = vscode;
  // Until a workspace is trusted, its own settings do not count.
  const inWorkspace = workspace.workspaceFolders !== undefined && workspace.isTrusted;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration(settingsSection).update(settingIds.additionalFiles, entries, target);
}
