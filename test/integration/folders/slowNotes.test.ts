import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { abstractAbout, api, closeAll, eventually, list } from '../workspace.ts';

const title = 'Notes That Come by Sea';
const key = 'notes-come-sea';
/** As long as a network folder that is about to give up. */
const slowMilliseconds = 3_000;
const root = vscode.Uri.parse('slow://disk/');
const papers = vscode.Uri.joinPath(root, 'sea-papers.txt');

/** A disk with one paper file that answers at once, and with notes that let one wait. */
class SlowNotes implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #papers = new TextEncoder().encode(list([title, abstractAbout('notes at sea')]));
  asked = 0;

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { File, Directory } = vscode.FileType;
    if (uri.path === '/') return { type: Directory, ctime: 0, mtime: 0, size: 0 };
    if (uri.path === papers.path) return { type: File, ctime: 0, mtime: 0, size: this.#papers.byteLength };
    if (uri.path.startsWith('/notes')) {
      this.asked += 1;
      await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return uri.path === '/' ? [['sea-papers.txt', vscode.FileType.File]] : [];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (uri.path === papers.path) return this.#papers;
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

suite('notes on a slow disk', () => {
  const disk = new SlowNotes();
  const settings = vscode.workspace.getConfiguration('paperside');
  const folders = vscode.workspace.workspaceFolders?.length ?? 0;
  let registration: vscode.Disposable | undefined;

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider('slow', disk);
    vscode.workspace.updateWorkspaceFolders(folders, 0, { uri: root, name: 'slow' });
    await settings.update('additionalFiles', [papers.toString()], vscode.ConfigurationTarget.Global);
    const paperside = await api();
    await eventually('the paper', async () => (await paperside.papers()).some((paper) => paper.key === key));
  });
  suiteTeardown(async () => {
    await closeAll();
    await settings.update('additionalFiles', undefined, vscode.ConfigurationTarget.Global);
    vscode.workspace.updateWorkspaceFolders(folders, 1);
    registration?.dispose();
  });

  test('do not hold up the paper', async () => {
    const begun = performance.now();
    await vscode.commands.executeCommand('paperside.openPaper', { key });
    const took = performance.now() - begun;
    assert.ok(disk.asked > 0, 'the note was not looked for');
    assert.ok(took < slowMilliseconds / 2, `the paper was shown only after ${took.toFixed(0)} ms`);
    const labels = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.ok(labels.includes(title), labels.join());
  });
});
