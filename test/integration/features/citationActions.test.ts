import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, configure, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { api, eventually, inRoot, readText, write } from '../workspace.ts';

const library = [
  article('moss2020', 'Light on Mosses', ',\n  doi = {10.1000/moss}').replace('Doe, Ann', 'Zahn, Ute'),
  article('lichen2019', 'Lichens in Heavy Rain').replace('2020', '2019'),
  article('fern2024pre', 'How Ferns Remember Water', ',\n  eprint = {2401.00001},\n  archiveprefix = {arXiv}'),
  article('fern2021', 'How Ferns Remember Water', ',\n  journal = {Annals of Ferns},\n  doi = {10.1000/fern}'),
].join('');

/** Opens a text in which `|` is the cursor, or two of them the selection. */
async function open(uri: vscode.Uri, marked: string): Promise<vscode.TextEditor> {
  const pieces = marked.split('|');
  await write(uri, pieces.join(''));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const start = document.positionAt((pieces[0] ?? '').length);
  const end = pieces.length > 2 ? document.positionAt((pieces[0] ?? '').length + (pieces[1] ?? '').length) : start;
  editor.selection = new vscode.Selection(start, end);
  return editor;
}

async function actionsAt({ document, selection }: vscode.TextEditor): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
  );
}

/** Does what VS Code does when somebody takes an action. */
async function take(editor: vscode.TextEditor, title: string): Promise<void> {
  const actions = await actionsAt(editor);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `no action "${title}" among: ${actions.map((one) => one.title).join(' | ')}`);
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit));
  const { command } = action;
  const given: readonly unknown[] = command?.arguments ?? [];
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...given);
}

function isFound(uri: vscode.Uri, code: string): Promise<void> {
  return eventually(`a finding ${code}`, () => {
    return vscode.languages.getDiagnostics(uri).some((diagnostic) => diagnostic.code === code);
  });
}

suite('actions for citations', () => {
  const at = folderOfTest('actions');
  paperFileOfSuite(inRoot('action-mosses.bib'), library, 'fern2021');

  test('an unknown key is changed to the one that is meant, here or everywhere, in one step', async () => {
    const editor = await open(at('text.md'), 'See [e.g. @mos|s2002, p. 3].\n\nAnd @moss2002.\n');
    const { document } = editor;
    const before = document.getText();
    await isFound(document.uri, 'unknown-key');
    const first = (await actionsAt(editor)).find(({ isPreferred }) => isPreferred === true);
    assert.equal(first?.title, 'Change to "moss2020" (Light on Mosses)');
    await take(editor, 'Change to "moss2020" (Light on Mosses)');
    assert.equal(document.getText(), 'See [e.g. @moss2020, p. 3].\n\nAnd @moss2002.\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await isFound(document.uri, 'unknown-key');
    await take(editor, 'Change to "moss2020" everywhere in this document (2 places)');
    assert.equal(document.getText(), 'See [e.g. @moss2020, p. 3].\n\nAnd @moss2020.\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('an unknown key is ignored from then on', async () => {
    const editor = await open(at('text.md'), 'See [@unheard|-of].\n');
    const { document } = editor;
    await isFound(document.uri, 'unknown-key');
    try {
      await take(editor, 'Ignore the key "unheard-of" in this workspace');
      await eventually('no finding', () => vscode.languages.getDiagnostics(document.uri).length === 0);
      const section = vscode.workspace.getConfiguration('paperside');
      assert.deepEqual(section.inspect('diagnostics.ignoredKeys')?.workspaceValue, ['unheard-of']);
    } finally {
      await configure('diagnostics.ignoredKeys', undefined);
    }
    await isFound(document.uri, 'unknown-key');
  });

  test('the paper is chosen from the library, and its entry goes into the bibliography', async () => {
    await write(at('refs.bib'), '');
    const editor = await open(at('text.md'), '---\nbibliography: refs.bib\n---\n\nSee [e.g. @heavy|Rain, p. 3].\n');
    await isFound(editor.document.uri, 'unknown-key');
    const done = take(editor, 'Choose the paper from the library…');
    // The list answers what its box begins with; until then there is nothing to accept.
    const isChosen = (): boolean => editor.document.getText().includes('lichen2019');
    await eventually('the choice', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isChosen();
    });
    await done;
    assert.equal(editor.document.getText(), '---\nbibliography: refs.bib\n---\n\nSee [e.g. @lichen2019, p. 3].\n');
    assert.ok((await readText(at('refs.bib'))).includes('{lichen2019,'));
  });

  test('missing entries go into the bibliography of the document, one or all', async () => {
    await write(at('refs.bib'), '@misc{old,\n  title = {Old}\n}\n');
    const text = '---\nbibliography: refs.bib\n---\n\nSee [@mos|s2020; @lichen2019; @old].\n';
    const editor = await open(at('text.md'), text);
    await isFound(editor.document.uri, 'missing-entry');
    await take(editor, 'Add the entry to the bibliography');
    const one = await readText(at('refs.bib'));
    assert.ok(one.startsWith('@misc{old,\n  title = {Old}\n}\n') && one.includes('{moss2020,'), one);
    assert.ok(!one.includes('lichen2019'));
    await eventually('one finding less', () => vscode.languages.getDiagnostics(editor.document.uri).length === 1);
    const position = editor.document.positionAt(text.replace('|', '').indexOf('lichen'));
    editor.selection = new vscode.Selection(position, position);
    await take(editor, 'Add the entry to the bibliography');
    assert.ok((await readText(at('refs.bib'))).includes('{lichen2019,'));
    assert.equal(editor.document.getText(), text.replace('|', ''));
    await eventually('no finding', () => vscode.languages.getDiagnostics(editor.document.uri).length === 0);
  });

  test('all missing entries at once', async () => {
    await write(at('refs.bib'), '');
    const editor = await open(at('text.tex'), '\\addbibresource{refs.bib}\n\\autocite{mos|s2020,lichen2019}\n');
    await isFound(editor.document.uri, 'missing-entry');
    await take(editor, 'Add all 2 missing entries to the bibliography');
    const bib = await readText(at('refs.bib'));
    assert.ok(bib.includes('{moss2020,') && bib.includes('{lichen2019,'), bib);
    assert.equal(editor.document.getText(), '\\addbibresource{refs.bib}\n\\autocite{moss2020,lichen2019}\n');
  });

  test('a paper that the bibliography has under another key is cited by that one', async () => {
    await write(
      at('refs.bib'),
      article('ute', 'Light on Mosses', ',\n  doi = {10.1000/moss}').replace('Doe, Ann', 'Zahn, Ute'),
    );
    const paperside = await api();
    await eventually('the second key', async () => (await paperside.paper('ute')) !== undefined);
    const editor = await open(at('text.md'), '---\nbibliography: refs.bib\n---\n\n[see @mos|s2020, p. 3]\n');
    await isFound(editor.document.uri, 'missing-entry');
    await take(editor, 'Change to "ute" (Light on Mosses)');
    assert.equal(editor.document.getText(), '---\nbibliography: refs.bib\n---\n\n[see @ute, p. 3]\n');
  });

  test('a repeated key is removed', async () => {
    const editor = await open(at('text.md'), '[see @moss2020, p. 3; @lichen2019; @mos|s2020]\n');
    await isFound(editor.document.uri, 'duplicate-key');
    await take(editor, 'Remove the repeated "moss2020"');
    assert.equal(editor.document.getText(), '[see @moss2020, p. 3; @lichen2019]\n');
  });

  const changes: readonly (readonly [file: string, text: string, action: string, after: string])[] = [
    ['a.md', 'A [@mos|s2020, p. 3] b', 'Convert to in-text citation', 'A @moss2020 [p. 3] b'],
    ['a.md', 'A @mos|s2020 [p. 3] b', 'Convert to parenthetical citation', 'A [@moss2020, p. 3] b'],
    ['a.tex', 'A \\citep[see][3]{mos|s2020} b', 'Convert to in-text citation', 'A see \\citet[3]{moss2020} b'],
    ['b.md', '{cite:p}`mos|s2020` b', 'Convert to in-text citation', '{cite:t}`moss2020` b'],
    [
      'a.md',
      'A [see @mos|s2020, p. 3] b',
      'Convert to LaTeX (natbib): \\citep[see][p. 3]{moss2020}',
      'A \\citep[see][p. 3]{moss2020} b',
    ],
    ['a.md', 'A [see @mos|s2020] b', 'Convert to MyST role: {cite:p}`{see}moss2020`', 'A {cite:p}`{see}moss2020` b'],
    ['a.md', 'A [see @mos|s2020] b', 'Convert to Typst: see @moss2020', 'A see @moss2020 b'],
    ['a.tex', '\\cite[p.~3]{mos|s2020}', 'Convert to Pandoc: [@moss2020, p. 3]', '[@moss2020, p. 3]'],
    [
      'a.md',
      'A [see @mos|s2020, p. 3; -@lichen2019] b',
      'Split into a citation for each work',
      'A [see @moss2020, p. 3] [-@lichen2019] b',
    ],
    [
      'a.md',
      'A [see @mos|s2020, p. 3] [-@lichen2019] b',
      'Merge 2 citations into one',
      'A [see @moss2020, p. 3; -@lichen2019] b',
    ],
    ['a.md', '[@mos|s2020; see @lichen2019, p. 3]', 'Sort by year', '[see @lichen2019, p. 3; @moss2020]'],
    ['a.tex', '\\citep{mos|s2020,gone,lichen2019}', 'Sort by author', '\\citep{lichen2019,moss2020,gone}'],
    ['a.md', 'A [@mos|s2020; @lichen2019] b', 'Add a locator', 'A [@moss2020, p. ; @lichen2019] b'],
    [
      'a.md',
      '[see @fern2024|pre, p. 3]',
      'Replace the preprint by its published version: "fern2021" (Annals of Ferns 2020)',
      '[see @fern2021, p. 3]',
    ],
    ['a.md', 'See |light on mosses|.', 'Cite "moss2020" here (Light on Mosses)', 'See [@moss2020].'],
    [
      'a.md',
      'See [the stu|dy](https://doi.org/10.1000/moss).',
      'Cite "moss2020" here (Light on Mosses)',
      'See the study [@moss2020].',
    ],
    [
      'a.md',
      'See https://arxiv.org/abs/2401.0|0001v2, there.',
      'Cite "fern2024pre" here (How Ferns Remember Water)',
      'See [@fern2024pre], there.',
    ],
    [
      'a.tex',
      'See \\url{https://doi.org/10.1000/moss|}.',
      'Cite "moss2020" here (Light on Mosses)',
      'See \\cite{moss2020}.',
    ],
  ];
  for (const [file, text, action, after] of changes) {
    test(`${action}: ${text}`, async () => {
      const editor = await open(at(file), text);
      const before = editor.document.getText();
      await take(editor, action);
      assert.equal(editor.document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
    });
  }

  test('nothing is offered in code, in plain text and in other languages', async () => {
    for (const [file, text] of [
      ['a.md', '`[@mos|s2020]`\n'],
      ['a.md', 'No cit|ation here.\n'],
      ['a.py', '[@mos|s2020]\n'],
    ] as const) {
      const actions = await actionsAt(await open(at(file), text));
      assert.deepEqual(
        actions.filter(({ title }) => /cit|Change to|Sort by|Add a loc/i.test(title)).map(({ title }) => title),
        [],
        text,
      );
    }
  });
});
