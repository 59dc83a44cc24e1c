import * as assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { api, eventually, inRoot, list, abstractAbout, remove, write, type Api } from '../workspace.ts';

const bibtex = (key: string, title: string): string =>
  `@article{${key},\n  title = {${title}},\n  author = {Ada Lovelace and Grace Hopper},\n  year = {2021}\n}\n`;

const record = { title: 'Glaciers in {Motion}', authors: ['Ada Lovelace'], abstract: 'Ice moves.', year: 2020 };

/** One paper in each format, with the line on which its record begins. */
const files: readonly (readonly [name: string, text: string, title: string, line: number])[] = [
  ['exports/library.bib', `% mine\n${bibtex('lovelace2021', 'B{\\"u}cher and Moss')}`, 'Bücher and Moss', 1],
  ['exports/items.csl.json', `[\n  {"id": 7, "title": "Salt Marsh Birds"}\n]`, 'Salt Marsh Birds', 1],
  ['exports/references.yaml', 'references:\n- id: kelp\n  title: Kelp Forests\n  type: book\n', 'Kelp Forests', 1],
  ['exports/download.ris', 'TY  - JOUR\r\nTI  - Peat and Fire\r\nAU  - Moss, Ana\r\nER  - \r\n', 'Peat and Fire', 0],
  ['exports/medline.nbib', 'PMID- 1234\nTI  - Sleep in Bats.\nFAU - Moss, Ana\nDP  - 2019\n', 'Sleep in Bats', 0],
  ['exports/old.enw', '%0 Journal Article\n%T Dunes that Sing\n%A Moss, Ana\n%D 1999\n', 'Dunes that Sing', 0],
  ['dump/papers.jsonl', `${JSON.stringify({ ...record, title: 'Glaciers' })}\n`, 'Glaciers', 0],
  ['dump/my-papers.csv', 'Title,Authors,Year\n"Rain, Counted","Moss, Ana",2018\n', 'Rain, Counted', 1],
  [
    'dump/reading-papers.md',
    '# Reading\n\n## Rivers\n\n- [Rivers at Night](https://arxiv.org/abs/2401.00001) - Ana Moss (2024)\n- [Rivers by Day](https://arxiv.org/abs/2401.00002) - Ana Moss (2024)\n',
    'Rivers at Night',
    4,
  ],
];

suite('paper files of every format', () => {
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
  });
  teardown(async () => {
    for (const name of ['exports', 'dump', 'live.bib']) await remove(inRoot(name));
    await vscode.workspace
      .getConfiguration('paperside')
      .update('additionalFiles', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('everything is gone', async () => (await sourcesOf('exports', 'dump', 'live')).length === 0);
  });

  async function sourcesOf(...names: string[]): Promise<string[]> {
    const uris = (await paperside.papers()).map(({ source }) => source.uri);
    return uris.filter((uri) => names.some((name) => uri.includes(`/${name}`)));
  }

  async function keysIn(uri: vscode.Uri): Promise<string[]> {
    return (await paperside.papers()).filter(({ source }) => source.uri === uri.toString()).map(({ key }) => key);
  }

  for (const [name, text, title, line] of files) {
    test(`${name} is read where it lies`, async () => {
      const uri = inRoot(...name.split('/'));
      await write(uri, text);
      await eventually(title, async () => (await paperside.papers()).some((paper) => paper.title === title));
      const paper = (await paperside.papers()).find((candidate) => candidate.title === title);
      assert.deepEqual(paper?.source, { uri: uri.toString(), line });
    });
  }

  test('a file of another kind is left alone without noise', async () => {
    await write(inRoot('dump', 'papers.json'), '{"name": "papers", "version": "1.0.0", "dependencies": {"a": "1"}}');
    await write(inRoot('dump', 'papers.csv'), 'width,height\n1,2\n3,4\n');
    await write(inRoot('dump', 'last-papers.txt'), list(['The Last One Written', abstractAbout('order')]));
    await eventually('the list', async () => (await sourcesOf('dump')).length === 1);
    assert.deepEqual(
      (await paperside.problems()).filter(({ uri }) => uri.includes('/dump/')),
      [],
    );
  });

  test('a paper in several files is one paper under the key of the .bib', async () => {
    await write(inRoot('dump', 'a-papers.txt'), list(['Moss Grows on Stones', abstractAbout('moss on stones')]));
    await eventually('the list', async () => (await sourcesOf('dump')).length === 1);
    const [generated = ''] = await keysIn(inRoot('dump', 'a-papers.txt'));
    await write(inRoot('exports', 'z.bib'), bibtex('moss21', 'Moss Grows on Stones'));
    await eventually('the key', async () => (await paperside.paper(generated))?.key === 'moss21');
    assert.match((await paperside.paper('moss21'))?.abstract ?? '', /moss on stones/);
  });

  test('what is typed is in the library before it is saved, and gone when it is given up', async () => {
    const uri = inRoot('live.bib');
    await write(uri, bibtex('first', 'Typing Slowly'));
    await eventually('the file', async () => (await keysIn(uri)).length === 1);
    const editor = await vscode.window.showTextDocument(uri);
    const typed = await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), bibtex('second', 'Typing Fast')));
    assert.ok(typed && editor.document.isDirty);
    await eventually('the unsaved entry', async () => (await keysIn(uri)).includes('second'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('only what is on disk', async () => (await keysIn(uri)).join() === 'first');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a file that is being written stays what it was until it rests', async () => {
    const uri = inRoot('live.bib');
    const before = Array.from({ length: 20 }, (_, index) => bibtex(`key${index}`, `Paper ${index} on Patience`));
    await write(uri, before.join('\n'));
    await eventually('twenty papers', async () => (await keysIn(uri)).length === 20);
    await truncate(uri.fsPath, 0);
    const seen = new Set<number>();
    for (const entry of [...before, bibtex('late', 'The Last Paper')]) {
      await appendFile(uri.fsPath, `${entry}\n`);
      await new Promise((resolve) => setTimeout(resolve, 60));
      seen.add((await keysIn(uri)).length);
    }
    assert.deepEqual([...seen], [20]);
    await eventually('the new state', async () => (await keysIn(uri)).length === 21);
  });

  test('a file outside the workspace is added by name, followed, and removed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'paperside-'));
    const file = vscode.Uri.file(path.join(folder, 'else[where].txt'));
    try {
      await writeFile(file.fsPath, bibtex('far', 'Far Away Papers'));
      await vscode.commands.executeCommand('paperside.addPaperFile', file);
      assert.deepEqual(await keysIn(file), ['far']);
      await writeFile(file.fsPath, bibtex('far', 'Far Away Papers') + bibtex('further', 'Still Further'));
      await eventually('the change', async () => (await keysIn(file)).length === 2);
      await vscode.commands.executeCommand('paperside.removePaperFile', file);
      await eventually('no longer read', async () => (await keysIn(file)).length === 0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('limits and globs are settings that count at once', async () => {
    const uri = inRoot('live.bib');
    await write(uri, bibtex('one', 'First of Two') + bibtex('two', 'Second of Two'));
    await eventually('both', async () => (await keysIn(uri)).length === 2);
    const settings = vscode.workspace.getConfiguration('paperside');
    const { Workspace } = vscode.ConfigurationTarget;
    try {
      await settings.update('maxPapersPerFile', 1, Workspace);
      await eventually('one of them', async () => (await keysIn(uri)).join() === 'one');
      const problems = (await paperside.problems()).filter((problem) => problem.uri === uri.toString());
      assert.match(problems.map(({ message }) => message).join(), /paperside\.maxPapersPerFile/);
      await settings.update('maxPapersPerFile', undefined, Workspace);
      await eventually('both again', async () => (await keysIn(uri)).length === 2);
      await settings.update('files', ['*.txt'], Workspace);
      await eventually('none', async () => (await keysIn(uri)).length === 0);
    } finally {
      await settings.update('maxPapersPerFile', undefined, Workspace);
      await settings.update('files', undefined, Workspace);
    }
    await eventually('both at last', async () => (await keysIn(uri)).length === 2);
  });

  test('ten thousand changed files are followed without holding up the host', async function () {
    this.timeout(180_000);
    const count = 10_000;
    const folder = inRoot('exports').fsPath;
    const name = (index: number): string => path.join(folder, `folder${index % 10}`, `file${index}.bib`);
    for (let index = 0; index < 10; index += 1) await mkdir(path.join(folder, `folder${index}`), { recursive: true });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    for (const round of ['Many', 'More']) {
      const start = performance.now();
      const indices = Array.from({ length: count }, (_, index) => index);
      await Promise.all(indices.map((index) => writeFile(name(index), bibtex(`many${index}`, `${round} ${index}`))));
      const written = performance.now();
      delay.reset();
      delay.enable();
      const isRead = async (): Promise<boolean> => {
        const found = (await paperside.papers()).filter(({ title }) => title.startsWith(`${round} `));
        return found.length === count;
      };
      while (!(await isRead())) {
        assert.ok(performance.now() - written < 80_000, 'the files are not all read');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      delay.disable();
      const [took, stall] = [performance.now() - written, delay.max / 1e6];
      console.log(
        `      ${count} files written in ${(written - start).toFixed(0)} ms, read after ${took.toFixed(0)} ms; longest stall ${stall.toFixed(1)} ms`,
      );
      assert.ok(stall < took / 4, `the host stood still for ${stall} of ${took} ms`);
    }
    await remove(inRoot('exports'));
    while ((await sourcesOf('exports')).length > 0) await new Promise((resolve) => setTimeout(resolve, 200));
    // What the watcher still has to say of them is not the next test's.
    await vscode.commands.executeCommand('paperside.reload');
  });
});
