import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folderOfTest, listedKeys } from '../suiteFiles.ts';
import { api, eventually, openMarkdown, readText, write, type Api } from '../workspace.ts';

async function cite(...keys: string[]): Promise<void> {
  await vscode.commands.executeCommand('paperside.insertCitation', { keys });
}

suite('insert citation', () => {
  const file = folderOfTest('writing');
  let text: vscode.Uri;
  let bibliography: vscode.Uri;
  let paperside: Api;
  let a: string;
  let b: string;

  suiteSetup(async () => {
    paperside = await api();
    [a, b] = await listedKeys();
  });
  setup(() => {
    text = file('text.md');
    bibliography = file('references.bib');
  });

  test('puts a cluster at the cursor and the entries into the bibliography of the front matter', async () => {
    await write(file('own.bib'), '@misc{old,\n  title = {Old}\n}\n');
    const editor = await openMarkdown(text, '---\nbibliography: own.bib\n---\n\nAs shown | before.\n');
    await cite(a, b);
    assert.equal(editor.document.getText(), `---\nbibliography: own.bib\n---\n\nAs shown [@${a}; @${b}] before.\n`);
    const bib = await readText(file('own.bib'));
    assert.ok(bib.startsWith('@misc{old,\n  title = {Old}\n}\n'), 'what was there stays byte for byte');
    assert.ok(bib.includes(`{${a},`) && bib.includes(`{${b},`));
    await cite(a);
    const again = await readText(file('own.bib'));
    assert.equal(again, bib, 'an entry that is there is not added again');
  });

  test('cites at every cursor and merges into the cluster a cursor stands in', async () => {
    await write(bibliography, '');
    const editor = await openMarkdown(text, `---\nbibliography: references.bib\n---\n\nOne [see @${a}|] and two |.\n`);
    await cite(b);
    assert.equal(
      editor.document.getText(),
      `---\nbibliography: references.bib\n---\n\nOne [see @${a}; @${b}] and two [@${b}].\n`,
    );
  });

  test('makes a bibliography where there is none and names it in the front matter', async () => {
    const editor = await openMarkdown(text, 'A sentence |.\n');
    await cite(a);
    assert.match(
      editor.document.getText(),
      new RegExp(`^---\nbibliography: references\\.bib\n---\n+A sentence \\[@${a}\\]`),
    );
    assert.ok((await readText(bibliography)).includes(`{${a},`));
  });

  test('uses the nearest references.bib above the document', async () => {
    await write(bibliography, '');
    const deep = file('chapters', 'one.md');
    const editor = await openMarkdown(deep, 'Text |\n');
    await cite(a);
    assert.match(editor.document.getText(), /bibliography: \.\.\/references\.bib/);
    await eventually('the entry', async () => (await readText(bibliography)).includes(`{${a},`));
  });

  test('cites a paper under the key that its bibliography already has for it', async () => {
    const paper = await paperside.paper(a);
    assert.ok(paper);
    await write(bibliography, `@article{mine2024,\n  title = {{${paper.title}}}\n}\n`);
    const editor = await openMarkdown(text, '---\nbibliography: references.bib\n---\n\n|\n');
    await cite(a);
    assert.ok(editor.document.getText().includes('[@mine2024]'));
    assert.ok(!(await readText(bibliography)).includes(a));
  });

  test('one undo in the text takes the citation back', async () => {
    await write(bibliography, '');
    const editor = await openMarkdown(text, '---\nbibliography: references.bib\n---\n\nWords |\n');
    const before = editor.document.getText();
    await cite(a);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('does nothing in a text that is not Markdown', async () => {
    const code = file('code.py');
    await write(code, 'x = 1\n');
    const editor = await vscode.window.showTextDocument(code);
    await cite(a);
    assert.equal(editor.document.getText(), 'x = 1\n');
  });

  test('an unknown key changes nothing', async () => {
    const editor = await openMarkdown(text, 'Text |\n');
    await cite('no-such-key');
    assert.equal(editor.document.getText(), 'Text \n');
  });
});
