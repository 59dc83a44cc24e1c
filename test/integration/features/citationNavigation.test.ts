import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, at, note, removeDocuments, shown, writeDocuments, type Asked } from '../navigation.ts';
import { listedKeys } from '../suiteFiles.ts';
import { closeAll, eventually, remove, write, type Api } from '../workspace.ts';

/** VS Code gives them in the order of their files. */
async function definitions(asked: Asked): Promise<readonly string[]> {
  const links = await ask<(vscode.LocationLink | vscode.Location)[]>('vscode.executeDefinitionProvider', asked);
  return links.map((link) => {
    if (!('targetUri' in link)) return shown(link);
    const { targetUri, targetSelectionRange, targetRange } = link;
    return shown(new vscode.Location(targetUri, targetSelectionRange ?? targetRange));
  });
}

/** VS Code's own Markdown takes what stands in brackets for the name of a link: those of whole clusters are left out. */
async function references(asked: Asked): Promise<readonly string[]> {
  const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', asked);
  return found
    .map(shown)
    .filter((place) => place !== 'navigation/one.md:5:18-46')
    .sort();
}

/** The file in the active editor, and the line of its cursor. */
function cursorAt(): string {
  const editor = vscode.window.activeTextEditor;
  return `${editor?.document.uri.path.split('/').at(-1) ?? ''}:${editor?.selection.active.line ?? -1}`;
}

function setMultiple(value: string | undefined): Thenable<void> {
  const config = vscode.workspace.getConfiguration('editor');
  return config.update('gotoLocation.multipleDefinitions', value, vscode.ConfigurationTarget.Workspace);
}

suite('navigation by citations', () => {
  let paperside: Api;
  let made: string;

  suiteSetup(async () => {
    paperside = await writeDocuments();
    [made] = await listedKeys();
    await write(at('made.md'), `From a list: @${made}, and from nowhere: @nobody1999.\n`);
  });
  suiteTeardown(async () => {
    await closeAll();
    await removeDocuments();
  });

  suite('definitions', () => {
    const own = 'navigation/refs.bib:1:10-17';
    const other = 'navigation/other.bib:1:10-15';

    test('are all entries of the paper, in every syntax', async () => {
      for (const name of ['one.md', 'two.tex', 'three.typ', 'four.md', 'five.md']) {
        assert.deepEqual(await definitions({ uri: at(name), text: 'lee2020', offset: 2 }), [other, own], name);
      }
    });

    test('lead to that of the key first, and from the whole key', async function () {
      this.timeout(90_000);
      const asked = { uri: at('one.md'), text: 'lee2020', offset: 3 };
      const links = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', asked);
      const document = await vscode.workspace.openTextDocument(asked.uri);
      assert.equal(document.getText(links[1]?.originSelectionRange), 'lee2020');
      assert.equal(links[1]?.targetRange.end.line, 5, 'the whole entry is peeked at');
      await setMultiple('goto');
      try {
        for (const [text, file, line] of [
          ['lee2020', 'refs.bib', 0],
          ['@lee20.', 'other.bib', 0],
          ['kim2021', 'refs.bib', 12],
        ] as const) {
          const position = document.positionAt(document.getText().indexOf(text) + 3);
          await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
          await vscode.commands.executeCommand('editor.action.revealDefinition');
          await eventually(`${text} at ${file}`, () => cursorAt() === `${file}:${line}`);
        }
      } finally {
        await setMultiple(undefined);
        await closeAll();
      }
    });

    test('of a key in the front matter of a note are its paper', async () => {
      assert.deepEqual(await definitions({ uri: note, text: 'lee2020', offset: 1 }), [other, own]);
      assert.deepEqual(await definitions({ uri: note, text: 'citekey', offset: 1 }), []);
    });

    test('in a listing lead to the title; elsewhere there are none', async () => {
      const line = (await paperside.papers()).find(({ key }) => key === made)?.source.line ?? -1;
      const uri = at('made.md');
      assert.deepEqual(await definitions({ uri, text: made, offset: 1 }), [`papers.txt:${line + 1}:1-1`]);
      assert.deepEqual(await definitions({ uri, text: 'nobody1999', offset: 1 }), []);
      assert.deepEqual(await definitions({ uri, text: 'From a', offset: 1 }), []);
    });

    test('of an entry is the entry itself', async () => {
      assert.deepEqual(await definitions({ uri: at('refs.bib'), text: 'lee2020', offset: 1 }), [own]);
      assert.deepEqual(await definitions({ uri: at('refs.bib'), text: 'How Sea', offset: 1 }), []);
    });

    test('in a bibliography of the document that is no paper file are found, too', async () => {
      await write(at('own/mine.bibtex'), '@misc{lee2020,\n  title = {Another Work}\n}\n');
      await write(at('own/text.md'), '---\nbibliography: mine.bibtex\n---\n\nSo it is.\n');
      const text = await vscode.workspace.openTextDocument(at('own/text.md'));
      const editor = await vscode.window.showTextDocument(text);
      await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '@lee2020 '));
      assert.deepEqual(await definitions({ uri: text.uri, text: 'lee2020' }), [
        other,
        'navigation/own/mine.bibtex:1:7-14',
        own,
      ]);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove(at('own'));
    });
  });

  suite('references', () => {
    const all = [
      'navigation/five.md:1:7-14',
      'navigation/four.md:1:22-29',
      'navigation/one.md:5:23-30',
      'navigation/one.md:5:53-58',
      'navigation/other.bib:1:10-15',
      'navigation/refs.bib:1:10-17',
      'navigation/three.typ:1:5-12',
      'navigation/two.tex:2:23-30',
      'notes/lee2020.md:2:10-17',
    ];

    test('are all places of the paper, asked from any of them', async () => {
      for (const asked of [
        { uri: at('one.md'), text: 'lee2020', offset: 2 },
        { uri: at('three.typ'), text: 'lee2020' },
        { uri: note, text: 'lee2020', offset: 7 },
        { uri: at('refs.bib'), text: 'lee2020', offset: 2 },
        { uri: at('other.bib'), text: '@article' },
      ]) {
        assert.deepEqual(await references(asked), all, asked.uri.path);
      }
    });

    test('follow what is typed at once', async () => {
      const document = await vscode.workspace.openTextDocument(at('five.md'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'On @lee20.\n\n'));
      const others = all.filter((place) => !place.includes('five.md'));
      assert.deepEqual(
        await references({ uri: at('one.md'), text: 'lee2020' }),
        ['navigation/five.md:1:5-10', 'navigation/five.md:3:7-14', ...others].sort(),
      );
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await closeAll();
      await eventually('reverted', async () => {
        const found = await references({ uri: at('one.md'), text: 'lee2020' });
        return JSON.stringify(found) === JSON.stringify(all);
      });
    });

    test('of an unknown key are its citations, of no key there are none', async () => {
      const uri = at('made.md');
      const from = made.length + 36;
      assert.deepEqual(await references({ uri, text: 'nobody1999' }), [`navigation/made.md:1:${from}-${from + 10}`]);
      assert.deepEqual(await references({ uri, text: 'From a' }), []);
    });
  });

  test('all citations of the paper are highlighted, whatever key they use', async () => {
    const uri = at('one.md');
    const asked = { uri, text: 'lee2020', offset: 1 };
    const found = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', asked);
    const places = found.map(({ range }) => shown(new vscode.Location(uri, range)));
    assert.deepEqual(places, ['navigation/one.md:5:23-30', 'navigation/one.md:5:53-58']);
  });
});
