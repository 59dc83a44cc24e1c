import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { inRoot, openMarkdown, write } from '../workspace.ts';

const entries = `
@book{kelp2001, title = {Kelp *and* @sea [x](command:y)}, author = {Ash, Ann}, year = {2001}}
@book{dune1999, title = {Dunes}, author = {Birch, Bo}, year = {1999}}
`;

const kelp = 'Ash, A. (2001). *Kelp \\*and\\* \\@sea \\[x\\](command:y)*.';
const dunes = 'Birch, B. (1999). *Dunes*.';

async function insert(as?: string): Promise<void> {
  await vscode.commands.executeCommand('paperside.insertReferenceList', as === undefined ? undefined : { as });
}

function list(...lines: readonly string[]): string {
  return ['<!-- references -->', ...lines, '<!-- /references -->'].join('\n\n');
}

suite('insert reference list', () => {
  const file = folderOfTest('referenceList');
  paperFileOfSuite(inRoot('listed.bib'), entries, 'dune1999');

  async function open(name: string, marked: string): Promise<vscode.TextEditor> {
    const editor = await openMarkdown(file(name), marked.replace('|', ''));
    const at = editor.document.positionAt(Math.max(0, marked.indexOf('|')));
    editor.selection = new vscode.Selection(at, at);
    return editor;
  }

  test('as a place, once: the second time the cursor goes there', async () => {
    const editor = await open('a.md', 'S|ee [@kelp2001].\n\n# References\n');
    const expected = 'See [@kelp2001].\n\n# References\n\n::: {#refs}\n:::\n';
    await insert('place');
    assert.equal(editor.document.getText(), expected);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await insert('place');
    assert.equal(editor.document.getText(), expected);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 4);
  });

  test('as text in the style of the document; run again it follows the citations, in one step to undo', async () => {
    const editor = await open('a.md', '---\ntitle: x\n---\n\nS|ee [@kelp2001].\n\nMore.\n');
    const { document } = editor;
    const before = document.getText();
    await insert('text');
    const first = before.replace('\n\nMore', `\n\n${list(kelp)}\n\nMore`);
    assert.equal(document.getText(), first);
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 4), '@dune1999 and '));
    const cited = document.getText();
    await insert('text');
    assert.equal(document.getText(), cited.replace(list(kelp), list(kelp, dunes)));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), cited);
    const { version } = document;
    await insert('text');
    await insert('text');
    assert.equal(document.version, version + 1, 'the same list is not written again');
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'csl: ieee\n'));
    await insert('text');
    assert.match(
      document.getText(),
      /references -->\n\n\\\[1\\\] B\. Birch, \*Dunes\*\. 1999\.\n\n\\\[2\\\] A\. Ash, /,
    );
  });

  test('LaTeX, Typst and MyST have their own', async () => {
    await configure('citation.syntax', { '*.typ': 'typst', '*.tex': 'latex' });
    try {
      await write(file('lit.bib'), '');
      const tex = await open('a.tex', '\\documentclass{a}\n\\begin{document}\n\\cite{kelp2001}|\n\\end{document}\n');
      await insert();
      assert.match(
        tex.document.getText(),
        /\\cite\{kelp2001\}\n\n\\bibliographystyle\{plain\}\n\\bibliography\{lit\}\n\n\\end/,
      );
      const typ = await open('b.typ', '@kelp2001|\n');
      await insert('place');
      assert.equal(typ.document.getText(), '@kelp2001\n\n#bibliography("lit.bib")\n');
      const before = typ.document.getText();
      await insert('text');
      assert.equal(typ.document.getText(), before, 'refused');
      const myst = await open('c.md', '{cite}`kelp2001`|\n');
      await insert('place');
      assert.equal(myst.document.getText(), '{cite}`kelp2001`\n\n```{bibliography}\n```\n');
      const wiki = await open('d.md', '[[@dune1999]]|\n');
      await insert();
      assert.equal(
        wiki.document.getText(),
        `[[@dune1999]]\n\n<!-- references -->\n\n${dunes}\n\n<!-- /references -->\n`,
      );
    } finally {
      await configure('citation.syntax', undefined);
    }
  });

  test('nothing is changed where nothing is cited', async () => {
    const { document } = await open('a.md', 'Nothing.|\n');
    await insert('text');
    assert.equal(document.getText(), 'Nothing.\n');
  });
});
