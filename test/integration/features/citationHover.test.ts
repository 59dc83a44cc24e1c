import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { eventually, inRoot, openMarkdown, remove, write } from '../workspace.ts';

const bibliography = `
@article{marsh2019, title = {Reeds of the {Marsh}}, author = {Adams, Ann}, year = {2019}, doi = {10.1234/re(ed)s},
  journal = {Wetlands}, abstract = {Reeds grow by $10^{-2}$ metres.}}
@article{marsh2021, title = {Herons}, author = {Baker, Bo}, year = {2021}, eprint = {2101.00001}, archiveprefix = {arXiv}}
`;

/** What the pointer at a place is told, one text a hover of ours; and the characters that it is about. */
async function hovers(document: vscode.TextDocument, character: number, line = 0): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return found.flatMap(({ contents, range }) =>
    contents.flatMap((content) => {
      if (!(content instanceof vscode.MarkdownString) || range === undefined) return [];
      assert.notEqual(content.isTrusted, true);
      return [`${document.getText(range)}: ${content.value}`];
    }),
  );
}

const reeds =
  'marsh2019: **Reeds of the Marsh**\n\nAnn Adams  \nWetlands · 2019\n\nReeds grow by 10⁻² metres&#46;\n\n' +
  '[DOI](https://doi.org/10.1234/re%28ed%29s)';
const herons = 'marsh2021: **Herons**\n\nBo Baker  \n2021\n\n[arXiv](https://arxiv.org/abs/2101.00001)';

function withNote(text: string): string {
  return herons.replace('\n\n[arXiv]', `\n\n*My note:* ${text}\n\n[arXiv]`);
}

suite('hover on citations', () => {
  const note = inRoot('notes', 'marsh2021.md');
  const file = folderOfTest('hover');
  paperFileOfSuite(inRoot('marsh.bib'), bibliography, 'marsh2021');
  teardown(() => remove(note));

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    return (await openMarkdown(file(name), text)).document;
  }

  test('each key of a cluster tells of its own paper, exactly as far as it goes', async () => {
    const document = await open('text.md', '🦆 [see @marsh2019, p. 3; -@marsh2021] and more');
    const text = document.getText();
    const [first, second] = [text.indexOf('marsh2019'), text.indexOf('marsh2021')];
    assert.deepEqual(await hovers(document, first), [reeds]);
    assert.deepEqual(await hovers(document, first - 1), [reeds], 'the @');
    assert.deepEqual(await hovers(document, first + 8), [reeds]);
    assert.deepEqual(await hovers(document, first + 9), [], 'the comma');
    assert.deepEqual(await hovers(document, first + 12), [], 'the locator');
    assert.deepEqual(await hovers(document, second + 3), [herons]);
    assert.deepEqual(await hovers(document, text.length - 2), []);
  });

  test('the first lines of the note stand there, as they are in its editor', async () => {
    await write(note, '---\ncitekey: marsh2021\n---\n\n# Why\n\nThey stand *still*.\n');
    const document = await open('text.md', 'See @marsh2021.');
    const expected = withNote('Why · They stand \\*still\\*&#46;');
    await eventually('the note', async () => (await hovers(document, 6))[0] === expected);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(note));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 2), 'Just '));
    assert.deepEqual(await hovers(document, 6), [withNote('Just Why · They stand \\*still\\*&#46;')]);
  });

  test('an unknown key names the nearest ones, a cross-reference nothing', async () => {
    const document = await open('text.md', 'See @marsh2020 and @fig-marsh2019 and @quitedifferent.');
    assert.deepEqual(await hovers(document, 6), [
      'marsh2020: No paper of the library has the key “marsh2020”&#46;\n\nNearest to it:\n\n' +
        '- **&#64;marsh2021** Baker, 2021&#58; Herons\n- **&#64;marsh2019** Adams, 2019&#58; Reeds of the Marsh\n',
    ]);
    assert.deepEqual(await hovers(document, 25), []);
    assert.deepEqual(await hovers(document, 45), [
      'quitedifferent: No paper of the library has the key “quitedifferent”&#46;',
    ]);
  });

  test('in LaTeX, Typst, MyST and wiki links', async () => {
    await configure('citation.syntax', { '*.typ': 'typst', '*.tex': 'latex' });
    try {
      const texts = {
        'a.tex': '\\cite[p. 3]{x,marsh2019}',
        'b.typ': '#cite(<marsh2019>)',
        'c.md': '{cite:p}`x,marsh2019`',
        'd.md': '[[@marsh2019]]',
      };
      for (const [name, text] of Object.entries(texts)) {
        const document = await open(name, text);
        assert.deepEqual(await hovers(document, text.indexOf('marsh2019') + 2), [reeds], name);
        assert.deepEqual(await hovers(document, 0), [], name);
      }
    } finally {
      await configure('citation.syntax', undefined);
    }
  });

  test('not in code, and not with the setting off', async () => {
    const document = await open('text.md', 'See @marsh2019 and `@marsh2019`.');
    assert.deepEqual(await hovers(document, 25), []);
    await configure('citation.hover', false);
    try {
      assert.deepEqual(await hovers(document, 6), []);
    } finally {
      await configure('citation.hover', undefined);
    }
    assert.deepEqual(await hovers(document, 6), [reeds]);
  });
});
