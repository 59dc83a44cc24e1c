import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { addPaperFiles } from '../../adding/addPaperFiles.ts';
import { paperExtensions } from '../../adding/filesUnder.ts';
import { unnameEntry, unnameFiles } from '../../adding/namedFiles.ts';
import { fileOfArgument, registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { pickOne } from '../../ui/inputs.ts';

/** Paper files outside the globs, or outside the workspace: added to and taken out of the setting. */
export const addPaperFile: Feature = {
  name: 'add paper file',
  register(services) {
    return vscode.Disposable.from(
      registerCommand(services.guard, commandIds.addPaperFile, 'Add Paper File', async (...args) => {
        const given = fileOfArgument(args[0]);
        await addPaperFiles(services, given === undefined ? await ask() : [given]);
      }),
      registerCommand(services.guard, commandIds.removePaperFile, 'Remove Paper File', (...args) =>
        remove(services, args),
      ),
    );
  },
};

async function ask(): Promise<readonly vscode.Uri[]> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const chosen = await vscode.window.showOpenDialog({
    title: 'Add Paper File',
    openLabel: 'Add',
    canSelectMany: true,
    filters: { 'Paper files': [...paperExtensions], 'All files': ['*'] },
    ...(folder === undefined ? {} : { defaultUri: folder.uri }),
  });
  return chosen ?? [];
}

async function remove(services: Services, args: readonly unknown[]): Promise<void> {
  const added = services.settings.current.additionalFiles;
  const given = fileOfArgument(args[0]);
  if (given !== undefined && !services.files.isAdded(given)) {
    throw new ExpectedError(`${nameOf(given)} was not added by name: exclude it in the setting "paperside.files".`);
  }
  if (added.length === 0) throw new ExpectedError('No paper file was added by name: there is none to remove.');
  if (given !== undefined) return unnameFiles(services, [given]);
  const entry = await askEntry(added);
  if (entry !== undefined) await unnameEntry(services, entry);
}

/** The file itself stays where it is: nothing is lost by picking the wrong one. */
async function askEntry(added: readonly string[]): Promise<string | undefined> {
  const items = added.map((entry) => ({ label: entry.replaceAll('$(', '\\$('), entry }));
  const chosen = await pickOne(items, {
    title: said`Remove Paper File`,
    placeHolder: said`No longer read this file; the file itself stays`,
  });
  return chosen?.entry;
}

function nameOf(uri: vscode.Uri): string {
  return plainMessage(vscode.workspace.asRelativePath(uri));
}
