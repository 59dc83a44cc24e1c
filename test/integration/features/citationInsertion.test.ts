import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, folderOfTest, listedKeys } from '../suiteFiles.ts';
import { api, eventually, openMarkdown, readText, write } from '../workspace.ts';

async function cite(...keys: string[]): Promise<void> {
  await vscode.commands.executeCommand('paperside.insertCitation', { keys });
}

suite('insert citation in every syntax', () => {
  const file = folderOfTest('inserting');
  let a: string;
  let b: string;

  /** `<A>` and `<B>` stand for the keys of two papers. */
  const keyed = (text: string): string => text.replaceAll('<A>', a).replaceAll('<B>', b);

  suiteSetup(async () => {
    [a, b] = await listedKeys();
    // No extension for Typst is installed here.
    await configure('citation.syntax', { '*.typ': 'typst' });
  });
  suiteTeardown(() => configure('citation.syntax', undefined));

  for (const [name, marked, expected] of [
    ['a.tex', 'One~| and \\cite{<A>|}, two|.', 'One~\\cite{<B>} and \\cite{<A>,<B>}, two \\cite{<B>}.'],
    ['b.tex', '\\usepackage{natbib}\n\\citep{x} one|.', '\\usepackage{natbib}\n\\citep{x} one \\citep{<B>}.'],
    ['a.typ', 'One| and @<A>|. Two|', 'One @<B> and @<A> @<B>. Two @<B>'],
    ['myst.md', '{cite:t}`x` says| and {cite}`<A>|`.', '{cite:t}`x` says {cite:p}`<B>` and {cite}`<A>,<B>`.'],
    ['wiki.md', 'One| [[@<A>]]|', 'One [[@<B>]] [[@<A>]] [[@<B>]]'],
    [
      'text.md',
      '---\nbibliography: x.bib\n---\nOne| [@<A>|]',
      '---\nbibliography: x.bib\n---\nOne [@<B>] [@<A>; @<B>]',
    ],
  ] as const) {
    test(`${name}: each cursor gets its citation, and one undo takes all back`, async () => {
      const editor = await openMarkdown(file(name), keyed(marked));
      const before = editor.document.getText();
      await cite(b);
      assert.equal(editor.document.getText(), keyed(expected));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
    });
  }

  test('the entry goes into what LaTeX names, also in the main document of a part', async () => {
    await write(file('refs.bib'), '');
    await write(file('main.tex'), '\\bibliography{refs}\n');
    const editor = await openMarkdown(file('parts', 'one.tex'), '% !TEX root = ../main\nOne|\n');
    await cite(a);
    assert.equal(editor.document.getText(), keyed('% !TEX root = ../main\nOne \\cite{<A>}\n'));
    await eventually('the entry', async () => (await readText(file('refs.bib'))).includes(`{${a},`));
  });

  test('without a bibliography only the citation is inserted', async () => {
    const editor = await openMarkdown(file('a.tex'), 'One|\n');
    await cite(a);
    assert.equal(editor.document.getText(), keyed('One \\cite{<A>}\n'));
    assert.deepEqual(
      (await vscode.workspace.fs.readDirectory(file())).map(([name]) => name),
      ['a.tex'],
    );
  });

  test('an untitled document is cited in', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'One' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    await cite(a);
    assert.equal(document.getText(), keyed('One [@<A>]'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('what is asked for elsewhere is added, also when the cursor is in a key', async () => {
    const editor = await openMarkdown(file('a.tex'), '\\cite{no|ne}\n');
    await cite(a);
    assert.equal(editor.document.getText(), keyed('\\cite{none,<A>}\n'));
  });

  test('nothing is inserted where LaTeX reads no text', async () => {
    const editor = await openMarkdown(file('a.tex'), '\\label{a|}\n');
    await cite(a);
    assert.equal(editor.document.getText(), '\\label{a}\n');
  });

  // Last: it gives a paper another key for a while.
  test('the entry goes into what Typst names, under the key that the paper has there', async () => {
    const paper = await (await api()).paper(a);
    assert.ok(paper);
    await write(file('works.bib'), `@article{mine2024,\n  title = {{${paper.title}}}\n}\n`);
    const editor = await openMarkdown(file('a.typ'), 'One| two\n#bibliography("works.bib")\n');
    await cite(a, b);
    assert.equal(editor.document.getText(), keyed('One @mine2024 @<B> two\n#bibliography("works.bib")\n'));
    assert.ok((await readText(file('works.bib'))).includes(`{${b},`));
  });
});
