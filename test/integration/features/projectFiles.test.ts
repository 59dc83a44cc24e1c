import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { eventually, inRoot, openMarkdown, readText, write } from '../workspace.ts';

const layout = '<layout><text variable="title"/></layout>';

function style(prefix: string): string {
  const entry = layout.replace('/>', ` prefix="${prefix}"/>`);
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Own</title></info>
    <citation>${layout}</citation><bibliography>${entry}</bibliography></style>`;
}

/** A file with one book in CSL-JSON. */
function cslFile(title: string): string {
  return JSON.stringify([{ id: 'fern2020', type: 'book', title }]);
}

function missing(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, code }) => source === 'Paperside' && code === 'missing-entry')
    .map(({ message }) => message);
}

async function copied(key: string): Promise<string> {
  await vscode.env.clipboard.writeText('nothing');
  await vscode.commands.executeCommand('paperside.copyFormatted', { keys: [key] });
  return vscode.env.clipboard.readText();
}

suite('the file of a project', () => {
  const at = folderOfTest('project');
  paperFileOfSuite(inRoot('ferns.bib'), article('fern2020', 'Ferns on walls'), 'fern2020');

  test("Quarto's says where entries go, what is missing there, and in which style they are", async () => {
    await write(at('_quarto.yml'), 'project:\n  type: book\nbibliography: refs/book.bib\ncsl: own.csl\n');
    await write(at('own.csl'), style('* '));
    await write(at('refs', 'book.bib'), article('moor2001', 'Moors at night'));
    const editor = await openMarkdown(at('chapters', 'one.md'), '# One\n\nSee |.\n\nAnd [@fern2020].\n');
    const { document } = editor;
    await eventually('the entry is missed', () => missing(document.uri).some((text) => text.includes('book.bib')));
    await vscode.commands.executeCommand('paperside.insertCitation', { keys: ['fern2020'] });
    assert.equal(document.getText(), '# One\n\nSee [@fern2020].\n\nAnd [@fern2020].\n', 'no front matter is needed');
    assert.match(await readText(at('refs', 'book.bib')), /moor2001[\s\S]*fern2020/);
    await eventually('nothing is missed', () => missing(document.uri).length === 0);
    assert.equal(await copied('fern2020'), '* Ferns on walls');
  });

  test('is followed as it changes, the nearest first, and front matter comes before it', async () => {
    await write(at('_quarto.yml'), 'bibliography: book.bib\ncsl: far.csl\n');
    await write(at('book.bib'), article('fern2020', 'Ferns on walls'));
    await write(at('empty.bib'), '');
    await write(at('far.csl'), style('far '));
    await write(at('chapters', 'near.csl'), style('near '));
    const text = '---\ntitle: One\n---\n\nSee [@fern2020].\n';
    const { document } = await openMarkdown(at('chapters', 'one.md'), text);
    assert.equal(await copied('fern2020'), 'far Ferns on walls');
    await write(at('chapters', '_metadata.yml'), 'csl: near.csl\n');
    await eventually('the nearer file', async () => (await copied('fern2020')) === 'near Ferns on walls');
    await write(at('_quarto.yml'), 'bibliography: empty.bib\n');
    await eventually('the other bibliography', () => missing(document.uri).some((one) => one.includes('empty.bib')));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'bibliography: ../book.bib\ncsl: ../far.csl\n');
    await vscode.workspace.applyEdit(edit);
    await eventually('front matter counts', () => missing(document.uri).length === 0);
    assert.equal(await copied('fern2020'), 'far Ferns on walls');
  });

  test('Go to Definition leads to the entry in a bibliography that only the project names', async () => {
    await write(at('myst.yml'), 'version: 1\nproject:\n  bibliography:\n    - refs.json\n');
    const items = [{ id: 'tarn1999', type: 'book', title: 'Tarns' }];
    await write(at('refs.json'), JSON.stringify(items, null, 2));
    const { document } = await openMarkdown(at('page.md'), 'See {cite:p}`tarn1999`.\n');
    const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(0, 16),
    );
    const uris = found.map((one) => ('uri' in one ? one.uri : one.targetUri).path);
    assert.deepEqual(uris, [at('refs.json').path]);
  });

  test('one that cannot be read keeps entries from going elsewhere', async () => {
    await write(at('_quarto.yml'), 'bibliography: [\n');
    const { document } = await openMarkdown(at('one.md'), 'See |.\n');
    await vscode.commands.executeCommand('paperside.insertCitation', { keys: ['fern2020'] });
    assert.equal(document.getText(), 'See .\n');
    const files = await vscode.workspace.fs.readDirectory(at());
    assert.deepEqual(files.map(([name]) => name).sort(), ['_quarto.yml', 'one.md']);
  });

  test('the first chapter of a bookdown book names the bibliography of all', async () => {
    await write(at('_bookdown.yml'), 'book_filename: book\n');
    await write(at('index.Rmd'), '---\ntitle: Book\nbibliography: book.bib\n---\n\n# Start\n');
    await write(at('book.bib'), '');
    const { document } = await openMarkdown(at('02-two.md'), 'See |.\n');
    await vscode.commands.executeCommand('paperside.insertCitation', { keys: ['fern2020'] });
    assert.equal(document.getText(), 'See [@fern2020].\n');
    assert.match(await readText(at('book.bib')), /fern2020/);
  });

  test('works of a bibliography that is no paper file, and those in front matter, win over the library', async () => {
    await write(at('works.json'), cslFile('Ferns of the file'));
    const inline = "- id: tarn1999\n  type: book\n  title: Tarns\nnocite: '@tarn1999'\n";
    const { document } = await openMarkdown(
      at('text.md'),
      `---\nbibliography: works.json\n---\n\nSee [@fern2020].\n\n|`,
    );
    const list = async (): Promise<string> => {
      await vscode.commands.executeCommand('paperside.insertReferenceList', { as: 'text' });
      return document.getText();
    };
    assert.match(await list(), /Ferns of the file/);
    await write(at('works.json'), cslFile('Ferns of the changed file'));
    assert.match(await list(), /Ferns of the changed file/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), `references:\n${inline}`);
    await vscode.workspace.applyEdit(edit);
    assert.match(await list(), /Ferns of the changed file[\s\S]*Tarns/);
  });

  test('Open Bibliography of Document opens what the project names', async () => {
    await write(at('_quarto.yml'), 'bibliography: refs/book.bib\n');
    await write(at('refs', 'book.bib'), article('fern2020', 'Ferns on walls'));
    await openMarkdown(at('chapters', 'one.md'), 'See [@fern2020].\n');
    await vscode.commands.executeCommand('paperside.openBibliography');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at('refs', 'book.bib').path);
  });
});
