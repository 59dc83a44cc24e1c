import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, inRoot, openMarkdown, remove, write } from '../workspace.ts';

const entries = `@article{quarry2014, title={Dust on <b>Tools</b> & Hands}, author={Quarry, Ada and van der Heap, Ben},
  journal={Journal of Dust}, year={2014}, volume={3}, pages={1--9}, doi={10.1000/dust}}
@book{heap2016, title={Heaps}, author={Heap, Cleo}, publisher={Pile Press}, year={2016}}`;

const layout = '<layout><text variable="title"/></layout>';
const ownStyle = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Own</title></info><citation>${layout}</citation><bibliography>${layout.replace('/>', ' prefix="* "/>')}</bibliography></style>`;

async function set(id: string, value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('paperside').update(id, value, true);
}

async function copied(command: string, ...keys: readonly string[]): Promise<string> {
  await vscode.env.clipboard.writeText('nothing');
  await vscode.commands.executeCommand(`paperside.${command}`, { keys });
  return vscode.env.clipboard.readText();
}

suite('formatted references', () => {
  const bibliography = inRoot('formatted.bib');
  const style = inRoot('own.csl');

  suiteSetup(async () => {
    const paperside = await api();
    await write(bibliography, entries);
    await eventually('both papers', async () => (await paperside.paper('heap2016')) !== undefined);
  });
  suiteTeardown(async () => {
    await set('csl.style', undefined);
    await set('csl.locale', undefined);
    for (const uri of [bibliography, style]) await remove(uri);
  });

  test('are copied in the default style, as text and as HTML that shows a title as it is', async () => {
    const dust = 'Quarry, A., & van der Heap, B. (2014). Dust on <b>Tools</b> & Hands.';
    const place = 'Journal of Dust, 3, 1–9. https://doi.org/10.1000/dust';
    assert.equal(
      await copied('copyFormatted', 'quarry2014', 'heap2016'),
      `Heap, C. (2016). Heaps. Pile Press.\n${dust} ${place}`,
    );
    assert.equal(await copied('copyFormattedHtml', 'heap2016'), '<p>Heap, C. (2016). <i>Heaps</i>. Pile Press.</p>');
  });

  test('follow the settings of style and language', async () => {
    await set('csl.style', 'ieee');
    assert.equal(
      await copied('copyFormatted', 'quarry2014'),
      'A. Quarry and B. van der Heap, “Dust on <b>Tools</b> & Hands,” Journal of Dust, vol. 3, pp. 1–9, 2014, doi: 10.1000/dust.',
    );
    await set('csl.locale', 'de');
    assert.match(await copied('copyFormatted', 'quarry2014'), /^A\. Quarry und B\. van der Heap, „Dust on/);
    await set('csl.locale', undefined);
  });

  test('have a style of the workspace, and the default one when it is broken', async () => {
    await write(style, ownStyle);
    await set('csl.style', 'own.csl');
    assert.equal(await copied('copyFormatted', 'heap2016'), '* Heaps');
    await write(style, '<style>');
    assert.equal(await copied('copyFormatted', 'heap2016'), 'Heap, C. (2016). Heaps. Pile Press.');
    await set('csl.style', 'nowhere.csl');
    assert.equal(await copied('copyFormatted', 'heap2016'), 'Heap, C. (2016). Heaps. Pile Press.');
  });

  test('have the style and the language that the front matter of the document names', async () => {
    await set('csl.style', undefined);
    const text = inRoot('styled.md');
    const editor = await openMarkdown(text, '---\ncsl: ieee\nlang: de\n---\n\nText.\n');
    assert.match(await copied('copyFormatted', 'quarry2014'), /^A\. Quarry und B\. van der Heap, „Dust on/);
    await write(style, ownStyle);
    const change = async (before: string, after: string): Promise<void> => {
      const { document } = editor;
      const at = document.getText().indexOf(before);
      const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
      assert.ok(await editor.edit((edit) => edit.replace(range, after)));
    };
    await change('ieee', 'own');
    assert.equal(await copied('copyFormatted', 'heap2016'), '* Heaps');
    await write(style, ownStyle.replace('prefix="* "', 'prefix="+ "'));
    assert.equal(await copied('copyFormatted', 'heap2016'), '+ Heaps');
    await change('own', 'https://www.zotero.org/styles/vancouver');
    assert.equal(await copied('copyFormatted', 'heap2016'), 'Heap C. Heaps. Pile Press; 2016.');
    await change('https://www.zotero.org/styles/vancouver', 'https://www.zotero.org/styles/zoo-biology');
    assert.equal(await copied('copyFormatted', 'heap2016'), 'Heap, C. (2016). Heaps. Pile Press.');
    await closeAll();
    await remove(text);
  });
});
