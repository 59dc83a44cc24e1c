import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  abstractAbout,
  api,
  closeAll,
  eventually,
  inRoot,
  list,
  readText,
  remove,
  write,
  type Api,
} from '../workspace.ts';

const titles = ['Tides of the North', 'Tides of the South', 'Moss on Old Walls', 'Lanterns in Fog'];

function run(command: string, args?: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand(`paperside.${command}`, args);
}

suite('the themes of the writer', () => {
  const papersFile = inRoot('themes-papers.txt');
  const file = inRoot('paperside.themes.json');
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
    await write(papersFile, list(...titles.map((title): [string, string] => [title, abstractAbout(title)])));
    await eventually('four papers', async () => (await keysOf(...titles)).length === 4);
  });
  teardown(async () => {
    await closeAll();
    await remove(file);
    await eventually('no themes of the writer', async () => (await labelled('Mine')) === undefined);
  });
  suiteTeardown(() => remove(papersFile));

  /** Keys of papers by their titles. */
  async function keysOf(...wanted: readonly string[]): Promise<readonly string[]> {
    const papers = await paperside.papers();
    return wanted.flatMap((title) => papers.find((paper) => paper.title === title)?.key ?? []);
  }

  async function labelled(label: string): Promise<{ id: string; keys: readonly string[] } | undefined> {
    return (await paperside.themes()).find((theme) => theme.label === label);
  }

  test('a new theme is a line of a file that is made; the interface follows; undo takes the file away', async () => {
    const keys = await keysOf('Moss on Old Walls', 'Lanterns in Fog');
    await run('newTheme', { label: 'Mine', keys });
    const [first = '', second = ''] = [...keys].sort();
    assert.equal(
      await readText(file),
      `{\n  "version": 1,\n  "themes": {\n    "mine": { "label": "Mine" }\n  },\n  "papers": {\n    "${first}": ["mine"],\n    "${second}": ["mine"]\n  }\n}\n`,
    );
    assert.deepEqual([...((await labelled('Mine'))?.keys ?? [])].sort(), [first, second]);
    const paper = (await paperside.papers()).find(({ key }) => key === first);
    assert.deepEqual(paper?.themes, ['mine']);
    await run('undoThemeChange');
    assert.equal(await labelled('Mine'), undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(file));
  });

  test('quick corrections all count, in their order, and are taken back one by one', async () => {
    const [tide = '', moss = '', lantern = ''] = await keysOf(
      'Tides of the North',
      'Moss on Old Walls',
      'Lanterns in Fog',
    );
    await run('newTheme', { label: 'Mine', keys: [tide] });
    await run('newTheme', { label: 'Later', keys: [] });
    await Promise.all([
      run('addToTheme', { keys: [moss], themes: ['mine'] }),
      run('addToTheme', { keys: [lantern], themes: ['mine'] }),
    ]);
    await Promise.all([run('renameTheme', { theme: 'later', label: 'Soon' }), run('pinTheme', { theme: 'later' })]);
    const themes = await paperside.themes();
    assert.deepEqual([themes[0]?.label, themes[1]?.label], ['Soon', 'Mine']);
    const mine = async (): Promise<readonly string[]> => [...((await labelled('Mine'))?.keys ?? [])].sort();
    assert.deepEqual(await mine(), [tide, moss, lantern].sort());
    await run('undoThemeChange');
    await run('undoThemeChange');
    assert.ok((await labelled('Later')) !== undefined && (await labelled('Soon')) === undefined);
    await run('undoThemeChange');
    await run('undoThemeChange');
    assert.deepEqual(await mine(), [tide]);
  });

  test('a file changed by hand is followed, and everything else in it stays', async () => {
    const [moss = ''] = await keysOf('Moss on Old Walls');
    const text = `{\r\n  // mine\r\n  "team": ["x"],\r\n  "papers": { "${moss}": ["m"] },\r\n  "themes": {\r\n    "m": { "label": "Mine", "colour": 7 } // kept\r\n  }\r\n}`;
    await write(file, text);
    await eventually('the theme', async () => (await labelled('Mine'))?.keys.includes(moss) === true);
    await run('pinTheme', { theme: 'm' });
    assert.equal(await readText(file), text.replace('"colour": 7', '"colour": 7, "pinned": true'));
    await run('undoThemeChange');
    assert.equal(await readText(file), text);
  });

  test('what an editor holds unsaved counts, and is not saved for the writer', async () => {
    await write(file, '{ "themes": { "m": { "label": "Mine" } } }\n');
    const editor = await vscode.window.showTextDocument(file);
    await eventually('the new text in the editor', () => editor.document.getText().startsWith('{ "themes"'));
    const at = editor.document.getText().indexOf('Mine');
    await editor.edit((builder) => builder.replace(new vscode.Range(0, at, 0, at + 4), 'Ours'));
    await eventually('the unsaved name', async () => (await labelled('Ours')) !== undefined);
    await run('renameTheme', { theme: 'm', label: 'Theirs' });
    assert.ok((await labelled('Theirs')) !== undefined);
    assert.ok(editor.document.isDirty);
    assert.ok((await readText(file)).includes('Mine'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the saved name', async () => (await labelled('Mine')) !== undefined);
  });

  test('a damaged file is left as it is, said at its place, and the made themes are shown', async () => {
    const [moss = ''] = await keysOf('Moss on Old Walls');
    await write(file, `{ "themes": { "m": { "label": "Mine" } }, "papers": { "${moss}": ["m"] } }`);
    await eventually('the theme', async () => (await labelled('Mine')) !== undefined);
    const damaged = `{\n  "themes": { "m": { "label": "Mine" } }\n  "papers": { "${moss}": ["m"] }\n}`;
    await write(file, damaged);
    await eventually('a diagnostic', () => vscode.languages.getDiagnostics(file).length > 0);
    const [problem, ...more] = vscode.languages.getDiagnostics(file);
    assert.deepEqual(more, []);
    assert.ok(problem);
    assert.equal(problem.message, 'The themes file cannot be read: a comma is missing. Your themes are not shown.');
    assert.deepEqual([problem.range.start.line, problem.range.start.character], [2, 2]);
    assert.equal(await labelled('Mine'), undefined);
    await run('newTheme', { label: 'Lost', keys: [moss] });
    assert.equal(await readText(file), damaged);
    assert.equal(await labelled('Lost'), undefined);
    await write(file, damaged.replace('}\n  "papers"', '},\n  "papers"'));
    await eventually('no diagnostic', () => vscode.languages.getDiagnostics(file).length === 0);
    assert.ok((await labelled('Mine'))?.keys.includes(moss));
  });

  test('an engine that was started anew knows the themes', async () => {
    const [moss = ''] = await keysOf('Moss on Old Walls');
    await run('newTheme', { label: 'Mine', keys: [moss] });
    await run('reload');
    assert.deepEqual((await labelled('Mine'))?.keys, [moss]);
  });

  test('a change can be taken back when saving has formatted the file', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('insertFinalNewline', true, vscode.ConfigurationTarget.Workspace);
    try {
      await write(file, '{ "themes": { "m": { "label": "Mine" } } }');
      await eventually('the theme', async () => (await labelled('Mine')) !== undefined);
      await run('renameTheme', { theme: 'm', label: 'Ours' });
      assert.equal(await readText(file), '{ "themes": { "m": { "label": "Ours" } } }\n');
      await run('undoThemeChange');
      assert.ok((await labelled('Mine')) !== undefined);
    } finally {
      await files.update('insertFinalNewline', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a file that is deleted while its editor has unsaved changes lives on there', async () => {
    await write(file, '{ "themes": { "m": { "label": "Mine" } } }\n');
    const editor = await vscode.window.showTextDocument(file);
    await eventually('the text in the editor', () => editor.document.getText().startsWith('{ "themes"'));
    const at = editor.document.getText().indexOf('Mine');
    await editor.edit((builder) => builder.insert(new vscode.Position(0, at), 'All '));
    await eventually('the unsaved name', async () => (await labelled('All Mine')) !== undefined);
    await remove(file);
    await run('newTheme', { label: 'More', keys: [] });
    assert.ok(editor.document.getText().includes('"All Mine"') && editor.document.getText().includes('"More"'));
    await assert.rejects(async () => vscode.workspace.fs.stat(file));
    assert.ok((await labelled('All Mine')) !== undefined && (await labelled('More')) !== undefined);
  });

  test('a file in UTF-16 stays one', async () => {
    const text = '{ "themes": { "m": { "label": "Mine" } } }\n';
    await write(file, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    await eventually('the theme', async () => (await labelled('Mine')) !== undefined);
    await run('renameTheme', { theme: 'm', label: 'Ours' });
    const bytes = await vscode.workspace.fs.readFile(file);
    assert.equal(Buffer.from(bytes).toString('utf16le'), `\uFEFF${text.replace('Mine', 'Ours')}`);
    assert.ok((await labelled('Ours')) !== undefined);
    assert.deepEqual(vscode.languages.getDiagnostics(file), []);
  });

  test('a folder under the name of the file is left as it is', async () => {
    const inside = inRoot('paperside.themes.json', 'kept.txt');
    await write(inside, 'kept');
    await run('newTheme', { label: 'Mine', keys: [] });
    assert.equal(await labelled('Mine'), undefined);
    assert.equal(await readText(inside), 'kept');
  });
});
