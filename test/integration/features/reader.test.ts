import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { abstractAbout, api, closeAll, eventually, inRoot, list, openMarkdown, remove, write } from '../workspace.ts';

const kilns: [string, string] = ['Kilns Warmed by Wind', abstractAbout('kilns in the wind')];
const sails: [string, string] = ['The Weaving of Sails', abstractAbout('the weaving of sails')];
/** Spacing, macros and line ends that no writer of ours would make. */
const ownEntry = '@Article  {wells-own,\r\n title=  {Wells Dug in {Chalk}} ,\r\n    year = 1999}';

/** Labels of the tabs that hold readers, from left to right. */
function readers(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label);
}

function shows(...labels: readonly string[]): Promise<void> {
  return eventually(labels.join(), () => readers().join() === labels.join());
}

function isReaderActive(): boolean {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
}

suite('reader', () => {
  const papers = inRoot('reader-papers.txt');
  const bibliography = inRoot('reader-own.bib');
  const text = inRoot('reader', 'text.md');
  const keys = new Map<string, string>();

  suiteSetup(async () => {
    const paperside = await api();
    await write(papers, list(kilns, sails));
    await write(bibliography, `@string{x = "y"}\r\n\r\n${ownEntry}\r\n`);
    await eventually('three papers', async () => {
      for (const { key, title } of await paperside.papers()) keys.set(title, key);
      return [kilns[0], sails[0], 'Wells Dug in Chalk'].every((title) => keys.has(title));
    });
  });
  teardown(closeAll);
  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration('paperside').update('reader.followCursor', undefined, true);
    await vscode.commands.executeCommand('paperside.groupByTheme');
    for (const uri of [papers, bibliography, inRoot('reader')]) await remove(uri);
  });

  function keyOf(title: string): string {
    const key = keys.get(title);
    assert.ok(key, `no paper "${title}"`);
    return key;
  }

  async function open(title: string): Promise<void> {
    await vscode.commands.executeCommand('paperside.openPaper', { key: keyOf(title) });
  }

  test('opening a paper leaves the focus in the text, and one reader is reused', async () => {
    const editor = await openMarkdown(text, 'Winds |blow.\n');
    await open(kilns[0]);
    await shows(kilns[0]);
    await open(sails[0]);
    await shows(sails[0]);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    await vscode.commands.executeCommand('paperside.focusReader');
    await eventually('the focus', isReaderActive);
  });

  test('a paper that there is not opens nothing', async () => {
    await vscode.commands.executeCommand('paperside.openPaper', { key: 'no-such-paper' });
    assert.deepEqual(readers(), []);
    // Without a reader they have nothing to move; each says so.
    for (const command of ['nextPaper', 'goBack', 'focusNote', 'pinReader']) {
      await vscode.commands.executeCommand(`paperside.${command}`);
    }
    assert.deepEqual(readers(), []);
  });

  test('next and previous go by the tree, back and forward by what was read', async () => {
    await vscode.commands.executeCommand('paperside.groupBySource');
    await open(kilns[0]);
    await vscode.commands.executeCommand('paperside.nextPaper');
    await shows(sails[0]);
    await vscode.commands.executeCommand('paperside.previousPaper');
    await shows(kilns[0]);
    await open('Wells Dug in Chalk');
    await vscode.commands.executeCommand('paperside.goBack');
    await shows(kilns[0]);
    await vscode.commands.executeCommand('paperside.goForward');
    await shows('Wells Dug in Chalk');
  });

  test('a pinned reader keeps its paper', async () => {
    await openMarkdown(text, 'Winds |blow.\n');
    await open(kilns[0]);
    await vscode.commands.executeCommand('paperside.pinReader');
    await open(sails[0]);
    await shows(kilns[0], sails[0]);
    await open('Wells Dug in Chalk');
    await shows(kilns[0], 'Wells Dug in Chalk');
    // It is looked at where it is, and unpinned it is the one to be reused.
    await open(kilns[0]);
    await shows(kilns[0], 'Wells Dug in Chalk');
    await vscode.commands.executeCommand('paperside.unpinReader');
    await open(sails[0]);
    await shows(sails[0], 'Wells Dug in Chalk');
  });

  test('papers are copied: an own BibTeX entry letter for letter, others made; as text', async () => {
    const copied = async (command: string, ...titles: readonly string[]): Promise<string> => {
      await vscode.commands.executeCommand(`paperside.${command}`, { keys: titles.map(keyOf) });
      return vscode.env.clipboard.readText();
    };
    assert.equal(await copied('copyBibtex', 'Wells Dug in Chalk'), ownEntry);
    const key = keyOf(kilns[0]);
    assert.equal(await copied('copyBibtex', kilns[0]), `@misc{${key},\n  title = {${kilns[0]}},\n}`);
    assert.equal(
      await copied('copyReference', 'Wells Dug in Chalk', sails[0]),
      `Wells Dug in Chalk (1999).\n${sails[0]}.`,
    );
  });

  test('it follows the cursor only when told to', async () => {
    await openMarkdown(text, `Winds blow [@${keyOf(kilns[0])}|].\n`);
    await open(sails[0]);
    await shows(sails[0]);
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.deepEqual(readers(), [sails[0]]);
    await vscode.commands.executeCommand('paperside.readerFollowCursor');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = new vscode.Position(0, 14);
    editor.selections = [new vscode.Selection(at, at)];
    await shows(kilns[0]);
    await vscode.commands.executeCommand('paperside.readerStopFollowing');
    await open(sails[0]);
    editor.selections = [new vscode.Selection(at.translate(0, 1), at.translate(0, 1))];
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.deepEqual(readers(), [sails[0]]);
  });
});
