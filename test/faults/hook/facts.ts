import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Facts } from './foundFacts.ts';

// A small extension that asks VS Code what it does to files. Why Paperside's own saves exist: see `facts.fault.ts`.

async function edited(file: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

async function shortWrite(folder: string): Promise<Facts['shortWrite']> {
  const file = path.join(folder, 'full', 'note.txt');
  if (!fs.existsSync(file)) return undefined;
  const success = await (await edited(file, 'x'.repeat(20_000))).save();
  return { success, bytes: fs.statSync(file).size };
}

async function overwriting(file: string, foreign: (file: string) => void): Promise<Facts['sameSize']> {
  fs.writeFileSync(file, 'ours');
  const document = await edited(file, 'more of ');
  foreign(file);
  const success = await Promise.race([
    document.save(),
    new Promise<boolean>((resolve) => void setTimeout(resolve, 5000, false)),
  ]);
  return { success, overwritten: !fs.readFileSync(file, 'utf8').includes('them') };
}

/** Called by VS Code at its start. */
export async function activate(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const facts = path.join(folder?.uri.fsPath ?? '', 'facts');
  if (folder === undefined || !fs.existsSync(facts)) return;
  let found: Facts;
  try {
    const inThePast = new Date('2001-02-03T04:05:06Z');
    const [full, sameSize, olderTime] = [
      await shortWrite(facts),
      await overwriting(path.join(facts, 'same.txt'), (file) => fs.writeFileSync(file, 'them')),
      await overwriting(path.join(facts, 'older.txt'), (file) => {
        fs.writeFileSync(file, 'them and more');
        fs.utimesSync(file, inThePast, inThePast);
      }),
    ];
    found = {
      ...(full === undefined ? {} : { shortWrite: full }),
      ...(sameSize && { sameSize }),
      ...(olderTime && { olderTime }),
    };
    const [from, to] = [path.join(facts, 'from.txt'), path.join(facts, 'to.txt')];
    fs.writeFileSync(from, 'new');
    fs.writeFileSync(to, 'old');
    fs.writeFileSync(path.join(facts, 'found.json'), JSON.stringify(found));
    // The test looks at the system calls of this one when it says so.
    while (!fs.existsSync(path.join(facts, 'rename'))) await new Promise((resolve) => setTimeout(resolve, 50));
    await vscode.workspace.fs.rename(vscode.Uri.file(from), vscode.Uri.file(to), { overwrite: true });
    fs.writeFileSync(path.join(facts, 'renamed'), '');
  } catch (error) {
    fs.writeFileSync(path.join(facts, 'found.json'), JSON.stringify({ failure: String(error) } satisfies Facts));
  }
}
