import * as vscode from 'vscode';
import { plainMessage } from '../../../core/text/plainText.ts';
import { additionalFileEntry, additionalFileUri } from '../../adapters/additionalFiles.ts';
import { fileOfArgument, registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds, settingIds, settingsSection } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';

/** Kinds of files that hold papers, for the file dialog. */
const extensions = ['bib', 'ris', 'nbib', 'enw', 'json', 'jsonl', 'yaml', 'yml', 'xml', 'csv', 'tsv', 'txt', 'md'];

/** Paper files outside the globs, or outside the workspace: added to and taken out of the setting. */
export const addPaperFile: Feature = {
  name: 'add paper file',
  register(services) {
    return vscode.Disposable.from(
      registerCommand(services.guard, commandIds.addPaperFile, 'Add Paper File', (...args) => add(services, args)),
      registerCommand(services.guard, commandIds.removePaperFile, 'Remove Paper File', (...args) =>
        remove(services, args),
      ),
    );
  },
};

async function add(services: Services, args: readonly unknown[]): Promise<void> {
  const given = fileOfArgument(args[0]);
  const chosen = given === undefined ? await ask() : [given];
  if (chosen.length === 0) return;
  const read = new Set((await services.library.engine.groups({ by: 'source' })).map(({ id }) => id));
  const fresh = chosen.filter((uri) => !read.has(uri.toString()));
  const [known] = chosen;
  if (fresh.length === 0 && known !== undefined) {
    void vscode.window.showInformationMessage(`${nameOf(known)} is already one of the paper files.`);
    return;
  }
  const entries = services.settings.current.additionalFiles;
  await save([...new Set([...entries, ...fresh.map(additionalFileEntry)])]);
  await services.library.rescan();
  const groups = new Map((await services.library.engine.groups({ by: 'source' })).map(({ id, count }) => [id, count]));
  const strange = fresh.filter((uri) => !groups.has(uri.toString()));
  const [first] = strange;
  if (first !== undefined) {
    await save(services.settings.current.additionalFiles.filter((entry) => !namesOneOf(entry, strange)));
    throw new ExpectedError(
      `${nameOf(first)} was not added because it is in no format that Paperside reads: BibTeX, CSL, RIS, NBIB, EndNote, JSON, CSV, Atom or a list of papers.`,
    );
  }
  const papers = fresh.reduce((sum, uri) => sum + (groups.get(uri.toString()) ?? 0), 0);
  const what = fresh.length === 1 && fresh[0] !== undefined ? nameOf(fresh[0]) : `${fresh.length} files`;
  void vscode.window.showInformationMessage(`${what}: ${papers === 1 ? '1 paper' : `${papers} papers`} added.`);
}

async function ask(): Promise<readonly vscode.Uri[]> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const chosen = await vscode.window.showOpenDialog({
    title: 'Add Paper File',
    openLabel: 'Add',
    canSelectMany: true,
    filters: { 'Paper files': extensions, 'All files': ['*'] },
    ...(folder === undefined ? {} : { defaultUri: folder.uri }),
  });
  return chosen ?? [];
}

async function remove({ files, settings }: Services, args: readonly unknown[]): Promise<void> {
  const added = settings.current.additionalFiles;
  const given = fileOfArgument(args[0]);
  if (given !== undefined && !files.isAdded(given)) {
    throw new ExpectedError(`${nameOf(given)} was not added by name: exclude it in the setting "paperside.files".`);
  }
  if (added.length === 0) throw new ExpectedError('No paper file was added by name: there is none to remove.');
  const entry = given === undefined ? await askEntry(added) : added.find((one) => namesOneOf(one, [given]));
  if (entry !== undefined) await save(added.filter((one) => one !== entry));
}

/** The file itself stays where it is: nothing is lost by picking the wrong one. */
async function askEntry(added: readonly string[]): Promise<string | undefined> {
  const items = added.map((entry) => ({ label: entry.replaceAll('$(', '\\$('), entry }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Remove Paper File',
    placeHolder: 'No longer read this file; the file itself stays',
  });
  return chosen?.entry;
}

async function save(entries: readonly string[]): Promise<void> {
  const { ConfigurationTarget, workspace } = vscode;
  // Until a workspace is trusted, its own settings do not count.
  const inWorkspace = workspace.workspaceFolders !== undefined && workspace.isTrusted;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration(settingsSection).update(settingIds.additionalFiles, entries, target);
}

function namesOneOf(entry: string, uris: readonly vscode.Uri[]): boolean {
  const uri = additionalFileUri(entry)?.toString();
  return uris.some((one) => one.toString() === uri);
}

function nameOf(uri: vscode.Uri): string {
  return plainMessage(vscode.workspace.asRelativePath(uri));
}
