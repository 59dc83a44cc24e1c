import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, remove, write, type Api } from '../workspace.ts';

const name = 'paperside.themes.json';

function fileIn(folder: number): vscode.Uri {
  const uri = vscode.workspace.workspaceFolders?.[folder]?.uri;
  assert.ok(uri, `there is no folder ${folder}`);
  return vscode.Uri.joinPath(uri, name);
}

function themesFile(label: string): string {
  return `{ "themes": { "m": { "label": "${label}" } } }\n`;
}

/** A folder that holds one file and takes no change. */
class StillFolder implements vscode.FileSystemProvider {
  readonly #bytes: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (uri.path !== `/${name}`) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [[name, vscode.FileType.File]];
  }

  readFile(): Uint8Array {
    return this.#bytes;
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions('still');
}

suite('themes files of several folders', () => {
  let paperside: Api;
  suiteSetup(async () => {
    // VS Code starts extensions before it has read the file that names the folders.
    await eventually('both folders', () => vscode.workspace.workspaceFolders?.length === 2);
    paperside = await api();
  });
  teardown(async () => {
    await closeAll();
    for (const folder of [0, 1]) await remove(fileIn(folder));
    await eventually('no theme of the writer', async () => (await written()) === undefined);
  });

  /** The label of the theme `m`. */
  async function written(): Promise<string | undefined> {
    return (await paperside.themes()).find(({ id }) => id === 'm')?.label;
  }

  test('the one of the first folder counts, and the other says so until it is the only one', async () => {
    await write(fileIn(1), themesFile('Second'));
    await eventually('the only one', async () => (await written()) === 'Second');
    assert.deepEqual(vscode.languages.getDiagnostics(fileIn(1)), []);
    await write(fileIn(0), themesFile('First'));
    await eventually('the first one', async () => (await written()) === 'First');
    const [problem, ...more] = vscode.languages.getDiagnostics(fileIn(1));
    assert.deepEqual(more, []);
    assert.equal(
      problem?.message,
      'These themes are not shown in this window, because those of the folder "one" are: copy what you need of them there, or open this folder alone.',
    );
    await remove(fileIn(0));
    await eventually('the second one again', async () => (await written()) === 'Second');
    assert.deepEqual(vscode.languages.getDiagnostics(fileIn(1)), []);
  });

  test('a second one that comes later is told of, too, and is told of no more when it goes', async () => {
    await write(fileIn(0), themesFile('First'));
    await eventually('the first one', async () => (await written()) === 'First');
    await write(fileIn(1), themesFile('Second'));
    await eventually('the problem', () => vscode.languages.getDiagnostics(fileIn(1)).length === 1);
    assert.equal(await written(), 'First');
    await remove(fileIn(1));
    await eventually('no problem', () => vscode.languages.getDiagnostics(fileIn(1)).length === 0);
  });

  test('a folder that is read-only is left alone: nothing changes, and no editor is left with changes', async () => {
    const provider = vscode.workspace.registerFileSystemProvider('still', new StillFolder(themesFile('Still')), {
      isReadonly: true,
    });
    try {
      vscode.workspace.updateWorkspaceFolders(2, 0, { uri: vscode.Uri.parse('still:/') });
      await eventually('its themes', async () => (await written()) === 'Still');
      await vscode.commands.executeCommand('paperside.renameTheme', { theme: 'm', label: 'Moved' });
      assert.equal(await written(), 'Still');
      assert.deepEqual(
        vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
        [],
      );
    } finally {
      vscode.workspace.updateWorkspaceFolders(2, 1);
      provider.dispose();
    }
  });
});
