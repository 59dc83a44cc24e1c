import * as assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { startCitedPlaces } from '../citedPlaces.ts';
import { closeAll, eventually, inRoot, remove, write } from '../workspace.ts';

const paper = { key: 'sleeping-otters', aliases: ['lee2020'] };

function setExcluded(value: Readonly<Record<string, boolean>> | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration('search').update('exclude', value, vscode.ConfigurationTarget.Workspace);
}

function setSyntax(value: Readonly<Record<string, string>> | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration('paperside')
    .update('citation.syntax', value, vscode.ConfigurationTarget.Workspace);
}

suite('where papers are cited', () => {
  const folder = inRoot('cited');
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  const loose = startCitedPlaces();
  const { places } = loose;

  suiteSetup(async () => {
    await write(at('one.md'), 'Otters sleep [see @sleeping-otters, p. 3]. They swim.\n');
    await write(at('two.QMD'), '---\ntitle: x\n---\n\nSo says @lee2020, and -@lee2020.\n');
    await write(at('code.md'), 'No `@lee2020` here, nor [a](http://x.y/@lee2020).\n');
    await write(at('notes/my.markdown'), '# On @lee2020\n');
    await write(at('plain.txt'), '@lee2020\n');
    await write(at('node_modules/dependency.md'), '@lee2020\n');
    await write(at('binary.md'), new Uint8Array([0, 1, 2, 64, 97, 0, 255]));
    await write(inRoot('hidden/excluded.md'), '@lee2020\n');
    await setExcluded({ '**/hidden': true });
  });
  suiteTeardown(async () => {
    await closeAll();
    loose.dispose();
    await setExcluded(undefined);
    await setSyntax(undefined);
    await remove(folder);
    await remove(inRoot('hidden'));
  });

  /** Each place as `path:line before|citation|after`; of complete answers only. */
  async function found(): Promise<readonly string[]> {
    const { places: list, count, searching } = await places.of(paper);
    if (!searching) assert.equal(count, list.length);
    const shown = list.map(
      ({ path, line, before, citation, after }) => `${path}:${line} ${before}|${citation}|${after}`,
    );
    return searching ? ['searching', ...shown] : shown;
  }

  async function shows(what: string, ...expected: readonly string[]): Promise<void> {
    let last: readonly string[] = [];
    try {
      await eventually(what, async () => {
        last = await found();
        return JSON.stringify(last) === JSON.stringify(expected);
      });
    } catch {
      assert.deepEqual(last, expected, what);
    }
  }

  const one = 'cited/one.md:1 Otters sleep |[see @sleeping-otters, p. 3]|.';
  const note = 'cited/notes/my.markdown:1 On |@lee2020|';
  const two = [
    'cited/two.QMD:5 So says |@lee2020|, and -@lee2020.',
    'cited/two.QMD:5 So says @lee2020, and -|@lee2020|.',
  ];

  test('says at once that it is still looking, and tells when it knows', async () => {
    const told = new Promise<void>((resolve) => {
      const once = places.onDidChange(() => {
        once.dispose();
        resolve();
      });
    });
    assert.deepEqual(await found(), ['searching']);
    await told;
    await shows('all places', note, one, ...two);
  });

  test('a place leads to the citation', async () => {
    const [, first] = (await places.of(paper)).places;
    assert.ok(first);
    assert.equal(first.uri.toString(), at('one.md').toString());
    const document = await vscode.workspace.openTextDocument(at('one.md'));
    assert.equal(document.getText(first.range), '[see @sleeping-otters, p. 3]');
  });

  test('what is typed counts before it is saved, and no longer when it is given up', async function () {
    // The first editor of a window takes its time.
    this.timeout(60_000);
    const document = await vscode.workspace.openTextDocument(at('one.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed @lee2020.\n\n'));
    await shows('typed', note, 'cited/one.md:1 Typed |@lee2020|.', one.replace(':1', ':3'), ...two);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await shows('given up', note, one, ...two);
    await closeAll();
  });

  test('a text that was never saved counts while it is open', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Draft of @lee2020' });
    await vscode.window.showTextDocument(document);
    await shows('draft', note, one, ...two, `${document.uri.path}:1 Draft of |@lee2020|`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await shows('closed', note, one, ...two);
  });

  test('files that come, change and go are followed', async () => {
    await write(at('new.md'), 'Fresh: @lee2020\n');
    const fresh = 'cited/new.md:1 Fresh: |@lee2020|';
    await shows('created', fresh, note, one, ...two);
    await write(at('new.md'), 'Other: nobody\n');
    await shows('changed', note, one, ...two);
    await write(at('deep/er/new.md'), 'Deep: @lee2020\n');
    await shows('in a new folder', 'cited/deep/er/new.md:1 Deep: |@lee2020|', note, one, ...two);
    await remove(at('deep'));
    await shows('folder deleted', note, one, ...two);
    await write(at('node_modules/more.md'), '@lee2020\n');
    await write(at('new.md'), 'Again: @lee2020\n');
    await shows('not in excluded folders', fresh.replace('Fresh', 'Again'), note, one, ...two);
    await remove(at('new.md'));
    await shows('deleted', note, one, ...two);
  });

  test('links are not followed', async () => {
    await write(at('target.md'), 'Here: @lee2020\n');
    await symlink(at('target.md').fsPath, at('again.md').fsPath);
    await symlink('/etc', at('out').fsPath);
    await shows('once', note, one, 'cited/target.md:1 Here: |@lee2020|', ...two);
    for (const name of ['again.md', 'out', 'target.md']) await remove(at(name));
    await shows('gone', note, one, ...two);
  });

  test('LaTeX counts, and other files cite as the settings say', async () => {
    await write(at('three.tex'), 'Otters nap \\citep[p. 3]{lee2020}, % \\cite{lee2020}\nand @lee2020 is text here.\n');
    const latex = 'cited/three.tex:1 Otters nap |\\citep[p. 3]{lee2020}|, % \\cite{lee2020} and @lee2020 is text here.';
    await shows('LaTeX', note, one, latex, ...two);
    const plain = 'cited/plain.txt:1 |@lee2020|';
    await setSyntax({ '*.txt': 'pandoc', '*.tex': 'none' });
    await shows('set', note, one, plain, ...two);
    await write(at('plain.txt'), 'Now @lee2020\n');
    await shows('followed', note, one, 'cited/plain.txt:1 Now |@lee2020|', ...two);
    await write(at('plain.txt'), '@lee2020\n');
    await setSyntax(undefined);
    await shows('not set', note, one, latex, ...two);
    await remove(at('three.tex'));
    await shows('LaTeX gone', note, one, ...two);
  });

  test('excluding a folder takes its places away, and back', async () => {
    await setExcluded({ '**/{notes,hidden}': true });
    await shows('excluded', one, ...two);
    await setExcluded({ '**/hidden': true });
    await shows('back', note, one, ...two);
  });

  test('a new engine is told everything anew', async () => {
    loose.renewEngine();
    assert.deepEqual(await found(), ['searching']);
    await shows('anew', note, one, ...two);
  });
});
