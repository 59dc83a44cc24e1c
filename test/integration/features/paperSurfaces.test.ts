import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, one, removeDocuments, shown, writeDocuments } from '../navigation.ts';
import { configure } from '../suiteFiles.ts';
import { abstractAbout, closeAll, eventually, inRoot, list, remove, write, type Api } from '../workspace.ts';

/** Each link as `text -> address (tooltip)`; VS Code finds addresses in any text. */
async function links(uri: vscode.Uri): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri, 100);
  return found
    .filter(({ tooltip }) => tooltip?.startsWith('Open the paper') === true)
    .map(({ range, target, tooltip }) => `${document.getText(range)} -> ${target?.toString()} (${tooltip})`);
}

async function outline(uri: vscode.Uri): Promise<readonly string[]> {
  await vscode.workspace.openTextDocument(uri);
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (found ?? []).map(
    ({ name, detail, range, selectionRange }) =>
      `${name} (${detail}) ${range.start.line}-${range.end.line} ${selectionRange.start.line}:${selectionRange.start.character}`,
  );
}

async function findSymbols(query: string): Promise<readonly string[]> {
  const command = 'vscode.executeWorkspaceSymbolProvider';
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, query);
  return found.map(({ name, location }) => `${name} at ${shown(location)}`);
}

async function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  await vscode.workspace.openTextDocument(uri);
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
}

suite('papers in VS Code', () => {
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await writeDocuments();
    // Another suite had it open with another text.
    const document = await vscode.workspace.openTextDocument(at('one.md'));
    await eventually('the text as it is written', () => document.getText() === one);
  });
  suiteTeardown(async () => {
    await closeAll();
    await removeDocuments();
  });

  test('citations link to the DOI, beside their keys', async () => {
    const address = 'https://doi.org/10.1000/otters (Open the paper at doi.org)';
    assert.deepEqual(await links(at('one.md')), [`@ -> ${address}`, `@ -> ${address}`]);
    assert.deepEqual(await links(at('three.typ')), [`@ -> ${address}`]);
    await write(at('links.tex'), '\\citep{lee2020}, \\cite{kim2021}, \\citet[arXiv:2401.00001]{lee20}\n');
    assert.deepEqual(await links(at('links.tex')), [
      `\\citep -> ${address}`,
      `\\citet -> ${address}`,
      'arXiv:2401.00001 -> https://arxiv.org/abs/2401.00001 (Open the paper at arxiv.org)',
    ]);
    await configure('citation.links', false);
    try {
      await eventually('no links', async () => (await links(at('one.md'))).length === 0);
    } finally {
      await configure('citation.links', undefined);
      await remove(at('links.tex'));
    }
  });

  test('papers are symbols of the workspace, as the search finds them', async () => {
    const otters = 'How Sea Otters Sleep · Lee, 2020 · @lee2020 at navigation/refs.bib:1:10-17';
    const found = await findSymbols('otters sleep');
    const key = (await paperside.paper('lee2020'))?.key ?? '';
    assert.equal(found.filter((symbol) => symbol.startsWith('How Sea Otters Sleep')).length, 1);
    if (key === 'lee2020') assert.ok(found.includes(otters), found.join('\n'));
    assert.ok((await findSymbols('year:2020 lee')).some((symbol) => symbol.startsWith('How Sea Otters Sleep')));
    assert.deepEqual(await findSymbols('  '), []);
  });

  test('paper files have an outline, as they are typed', async () => {
    const expected = [
      'How Sea Otters Sleep (Lee, 2020 · lee2020) 0-5 0:9',
      'A Part of It (2020 · part2020) 7-10 7:8',
      'Sourdough as a Dynamical System (kim2021) 12-14 12:6',
    ];
    assert.deepEqual(await outline(at('refs.bib')), expected);
    const document = await vscode.workspace.openTextDocument(at('refs.bib'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '@misc{new1, title={New $(x)}}\n'));
    const [first, second] = await outline(at('refs.bib'));
    assert.deepEqual(
      [first, second],
      ['New $\u200B(x) (new1) 0-0 0:6', 'How Sea Otters Sleep (Lee, 2020 · lee2020) 1-6 1:9'],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await configure('paperFiles.outline', false);
    try {
      assert.deepEqual(await outline(at('refs.bib')), []);
    } finally {
      await configure('paperFiles.outline', undefined);
    }
  });

  test('lists have one, too; notes and other texts have none', async () => {
    const listing = at('my-papers.txt');
    await write(listing, list(['Owls at Dusk', abstractAbout('owls')], ['Bees at Dawn', abstractAbout('bees')]));
    await eventually('the papers', async () => (await paperside.search('Owls at Dusk')).length > 0);
    await eventually('the list', async () => (await outline(listing)).length === 2);
    const [owls] = await outline(listing);
    assert.match(owls ?? '', /^Owls at Dusk \(owls-at-dusk-\w{5}\) 0-2 0:0$/);
    await write(inRoot('notes', 'papers-note.txt'), 'Owls at Dusk\n\nA note.\n');
    assert.deepEqual(await outline(inRoot('notes', 'papers-note.txt')), []);
  });

  test('entries say how often they are cited, when they are told to', async () => {
    assert.deepEqual(await lenses(at('refs.bib')), []);
    await configure('paperFiles.citedLens', true);
    try {
      let found: readonly vscode.CodeLens[] = [];
      await eventually('counts', async () => {
        found = await lenses(at('refs.bib'));
        return found.map(({ command }) => command?.title).join() === 'Cited 6 times,Not cited,Cited 5 times';
      });
      const [first] = found;
      assert.equal(first?.range.start.line, 0);
      assert.equal(first.command?.command, 'editor.action.showReferences');
      const shownAt: readonly unknown[] = first.command.arguments ?? [];
      assert.ok(shownAt[0] instanceof vscode.Uri && shownAt[1] instanceof vscode.Position);
      assert.ok(Array.isArray(shownAt[2]) && shownAt[2].length === 6);
    } finally {
      await configure('paperFiles.citedLens', undefined);
    }
  });
});
