import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, configure, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { api, eventually, inRoot, remove, write } from '../workspace.ts';

/** One line a finding: line (from 1), characters, code, severity, message. */
function problemsOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Paperside')
    .map(({ range: { start, end }, code, severity, message }) => {
      return `${start.line + 1}:${start.character}-${end.character} ${typeof code === 'string' ? code : ''} ${vscode.DiagnosticSeverity[severity]}: ${message}`;
    });
}

async function problemsAre(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await eventually(`the problems of ${uri.path}`, () => {
    return JSON.stringify(problemsOf(uri)) === JSON.stringify(expected);
  }).catch(() => assert.deepEqual(problemsOf(uri), expected));
}

async function open(uri: vscode.Uri, text: string): Promise<vscode.TextEditor> {
  await write(uri, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

function unknown(place: string, key: string, near = ''): string {
  const question = near === '' ? '' : ` Did you mean "${near}"?`;
  return `${place} unknown-key Warning: No paper has the key "${key}".${question}`;
}

suite('checks of citations', () => {
  const mosses = inRoot('mosses.bib');
  const others = inRoot('others.bib');
  const at = folderOfTest('checks');
  paperFileOfSuite(
    mosses,
    article('moss2020', 'Light on mosses') + article('lichen2019', 'Lichens in rain'),
    'moss2020',
  );
  teardown(() => remove(others));

  test('an unknown key is told as one writes, and goes when it is mended', async () => {
    const { document } = await open(at('text.md'), 'See [@moss202; @moss2020].\n');
    await problemsAre(document.uri, [unknown('1:6-13', 'moss202', 'moss2020')]);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 6, 0, 13), 'lichen2019');
    edit.insert(document.uri, new vscode.Position(1, 0), '\nAnd [@nobody1999].\n');
    await vscode.workspace.applyEdit(edit);
    await problemsAre(document.uri, [unknown('3:6-16', 'nobody1999')]);
  });

  test('in every syntax, each by its own rules', async () => {
    const texts = {
      'text.md': ['[@gone1] @fig-one [@sec:two]\n', [unknown('1:2-7', 'gone1')]],
      'text.tex': ['\\citep[see][3]{moss2020,gone1} % \\cite{gone2}\n', [unknown('1:24-29', 'gone1')]],
      'text.typ': ['@gone1 @moss2020 #cite(<gone2>)\n', [unknown('1:24-29', 'gone2')]],
      'role.md': ['{cite:p}`moss2020,gone1`\n', [unknown('1:18-23', 'gone1')]],
      'wiki.md': ['[[@gone1]] and [[@moss2020]]\n', [unknown('1:3-8', 'gone1')]],
      'text.qmd': ['[@gone1]\n', [unknown('1:2-7', 'gone1')]],
    } as const;
    // Without extensions VS Code has no language for these.
    await configure('citation.syntax', { '*.typ': 'typst', '*.qmd': 'pandoc' });
    try {
      for (const [name, [text, expected]] of Object.entries(texts)) {
        await open(at(name), text);
        await problemsAre(at(name), expected);
      }
    } finally {
      await configure('citation.syntax', undefined);
    }
  });

  test('an untitled text is checked, and what is known of it goes with it', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '[@gone1]' });
    await vscode.window.showTextDocument(document);
    await problemsAre(document.uri, [unknown('1:2-7', 'gone1')]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await problemsAre(document.uri, []);
  });

  test('follows the library: a paper that comes makes its key known', async () => {
    const { document } = await open(at('text.md'), '[@new2024]\n');
    await problemsAre(document.uri, [unknown('1:2-9', 'new2024')]);
    await write(others, article('new2024', 'Clouds over hills'));
    await problemsAre(document.uri, []);
    await remove(others);
    await problemsAre(document.uri, [unknown('1:2-9', 'new2024')]);
  });

  test('the bibliography: named ones count, also outside of what the library reads; what they lack is told', async () => {
    // Not in a folder of its own: VS Code's watcher may lose what happens in one that was made in one go with the one above.
    await write(at('refs.json'), '[{"id": "only-here", "title": "T"}, {"id": "moss2020"}]');
    const named = '---\nbibliography: refs.json\n---\n\n[@only-here; @moss2020; @lichen2019; @gone1]\n';
    const { document } = await open(at('text.md'), named);
    const name = vscode.workspace.asRelativePath(at('refs.json'));
    const missing = `missing-entry Warning: ${name} has no entry for "Lichens in rain": add it, so that the citation is resolved.`;
    await problemsAre(document.uri, [`5:25-35 ${missing}`, unknown('5:38-43', 'gone1')]);
    await open(at('refs.json'), '[{"id": "only-here"}, {"id": "moss2020"}, {"id":"lichen2019"}]');
    await vscode.window.showTextDocument(document);
    await problemsAre(document.uri, [unknown('5:38-43', 'gone1')]);
  });

  test('without a named bibliography the nearest one counts', async () => {
    await write(at('references.bib'), article('moss2020', 'Light on mosses'));
    const { document } = await open(at('deep', 'text.md'), '[@moss2020; @lichen2019]\n');
    const name = vscode.workspace.asRelativePath(at('references.bib'));
    await problemsAre(document.uri, [
      `1:13-23 missing-entry Warning: ${name} has no entry for "Lichens in rain": add it, so that the citation is resolved.`,
    ]);
  });

  test('a part of a LaTeX document has the bibliography of its main one; what a document lists itself is known', async () => {
    await write(at('main.tex'), '\\addbibresource{refs.bib}\n');
    await write(at('refs.bib'), '');
    await open(at('part.tex'), '% !TEX root = main.tex\n\\cite{moss2020}\n');
    const name = vscode.workspace.asRelativePath(at('refs.bib'));
    await problemsAre(at('part.tex'), [
      `2:6-14 missing-entry Warning: ${name} has no entry for "Light on mosses": add it, so that the citation is resolved.`,
    ]);
    await open(at('own.tex'), '\\cite{gone1,gone2}\n\\begin{thebibliography}{9}\n\\bibitem{gone1} One.\n');
    await problemsAre(at('own.tex'), [unknown('1:12-17', 'gone2')]);
  });

  test('keys twice, keys of several papers, retracted papers', async () => {
    await write(others, article('moss2020', 'Rivers in winter') + article('bad2018', 'RETRACTED: Fire in fens'));
    const paperside = await api();
    await eventually('the papers', async () => (await paperside.paper('bad2018')) !== undefined);
    const { document } = await open(at('text.md'), '[@lichen2019; @lichen2019]\n\n[@moss2020]\n\n[@bad2018]\n');
    await problemsAre(document.uri, [
      '1:15-25 duplicate-key Warning: "lichen2019" is cited twice here: one of them is enough.',
      '3:2-10 ambiguous-key Information: "moss2020" is the key of 2 papers, "Light on mosses" and "Rivers in winter": cite the one you mean by a key of its own.',
      '5:2-9 retracted-paper Warning: "RETRACTED: Fire in fens" was retracted: check whether you want to cite it.',
    ]);
    const [, ambiguous] = vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(
      ambiguous?.relatedInformation?.map(({ location }) => [location.uri.path, location.range.start.line]),
      [
        [mosses.path, 0],
        [others.path, 0],
      ],
    );
  });

  test('the settings say how grave a finding is, and what is ignored', async () => {
    const { document } = await open(at('text.md'), '[@gone1; @todo-2]\n');
    await problemsAre(document.uri, [unknown('1:2-7', 'gone1'), unknown('1:10-16', 'todo-2')]);
    try {
      await configure('diagnostics.unknownKey', 'hint');
      await configure('diagnostics.ignoredKeys', ['todo*']);
      await problemsAre(document.uri, ['1:2-7 unknown-key Hint: No paper has the key "gone1".']);
      await configure('diagnostics.unknownKey', 'off');
      await problemsAre(document.uri, []);
    } finally {
      await configure('diagnostics.unknownKey', undefined);
      await configure('diagnostics.ignoredKeys', undefined);
    }
    await problemsAre(document.uri, [unknown('1:2-7', 'gone1'), unknown('1:10-16', 'todo-2')]);
  });

  test('the whole workspace on command: closed files keep what was found, and lose it with the file', async () => {
    await write(at('closed.md'), '[@gone1]\n');
    await write(at('deep', 'closed.tex'), '\\cite{gone2}\n');
    assert.deepEqual(problemsOf(at('closed.md')), []);
    await vscode.commands.executeCommand('paperside.checkCitations');
    assert.deepEqual(problemsOf(at('closed.md')), [unknown('1:2-7', 'gone1')]);
    assert.deepEqual(problemsOf(at('deep', 'closed.tex')), [unknown('1:6-11', 'gone2')]);
    await vscode.window.showTextDocument(at('closed.md'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await problemsAre(at('closed.md'), [unknown('1:2-7', 'gone1')]);
    await write(others, article('gone2', 'Clouds over hills'));
    await problemsAre(at('deep', 'closed.tex'), []);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(at('closed.md'));
    await vscode.workspace.applyEdit(edit);
    await problemsAre(at('closed.md'), []);
  });

  test('a hidden document is checked when an edit mends it', async () => {
    const { document } = await open(at('text.md'), '[@gone1]\n');
    await problemsAre(document.uri, [unknown('1:2-7', 'gone1')]);
    await open(at('other.md'), 'None.\n');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 2, 0, 7), 'moss2020');
    await vscode.workspace.applyEdit(edit);
    await problemsAre(document.uri, []);
  });

  test('what was found stays while the library is read anew', async () => {
    const { document } = await open(at('text.md'), '[@gone1]\n');
    const expected = [unknown('1:2-7', 'gone1')];
    await problemsAre(document.uri, expected);
    const wrong: (readonly string[])[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      const now = problemsOf(document.uri);
      if (now.join() !== expected.join()) wrong.push(now);
    });
    try {
      await vscode.commands.executeCommand('paperside.reload');
      await (await api()).whenReady();
      await new Promise((resolve) => setTimeout(resolve, 500));
    } finally {
      listener.dispose();
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(problemsOf(document.uri), expected);
  });

  test('a closed document takes its findings with it', async () => {
    const { document } = await open(at('text.md'), '[@gone1]\n');
    await problemsAre(document.uri, [unknown('1:2-7', 'gone1')]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await problemsAre(document.uri, []);
    await vscode.window.showTextDocument(document);
    await problemsAre(document.uri, [unknown('1:2-7', 'gone1')]);
  });
});
