import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { abstractAbout, api, closeAll, eventually, inRoot, list, remove, write, type Api } from '../workspace.ts';

const kilns: [string, string] = ['Kilns Fired by Wind', abstractAbout('kilns in the wind')];
const sails: [string, string] = ['The Mending of Sails', abstractAbout('the mending of sails')];
const wells: [string, string] = ['Wells Dug in Chalk', abstractAbout('wells in chalk')];
const all = [kilns[0], sails[0], wells[0]];

suite('reading states', () => {
  const uri = inRoot('state-papers.txt');
  const bibliography = inRoot('state-own.bib');
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
    await write(uri, list(kilns, sails, wells));
    await eventually('three papers', async () => (await found('is:unread')).length === 3);
  });
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('paperside.markUnread', { keys: await keysOf(...all) });
  });
  suiteTeardown(async () => {
    await remove(uri);
    await remove(bibliography);
  });

  async function keysOf(...titles: readonly string[]): Promise<string[]> {
    const papers = await paperside.papers();
    return titles.map((title) => papers.find((paper) => paper.title === title)?.key ?? '');
  }

  /** Titles of this suite's papers that a query finds, in the order of the alphabet. */
  async function found(query: string): Promise<readonly string[]> {
    const titles = new Map((await paperside.papers()).map(({ key, title }) => [key, title]));
    const hits = (await paperside.search(query, { limit: 1_000 })).map(({ key }) => titles.get(key) ?? '');
    return hits.filter((title) => all.includes(title)).sort();
  }

  test('many papers are marked at once, and found by what they were marked', async () => {
    await vscode.commands.executeCommand('paperside.markRead', { keys: await keysOf(kilns[0], wells[0]) });
    await vscode.commands.executeCommand('paperside.markReading', { keys: await keysOf(sails[0]) });
    assert.deepEqual(await found('is:read'), [kilns[0], wells[0]]);
    assert.deepEqual(await found('is:reading'), [sails[0]]);
    assert.deepEqual(await found('is:unread'), []);
    await vscode.commands.executeCommand('paperside.markUnread', { keys: await keysOf(kilns[0]) });
    assert.deepEqual(await found('is:unread'), [kilns[0]]);
    await vscode.commands.executeCommand('paperside.reload');
    assert.deepEqual(await found('is:read'), [wells[0]]);
    assert.deepEqual(await found('is:reading'), [sails[0]]);
  });

  test('the rows that the tree passes are meant: all selected ones, and the papers of a group', async () => {
    const [first, second] = await keysOf(kilns[0], sails[0]);
    await vscode.commands.executeCommand('paperside.markRead', { key: first }, [{ key: second }, { key: first }]);
    assert.deepEqual(await found('is:read'), [kilns[0], sails[0]]);
    const file = { view: { by: 'source' }, group: { id: uri.toString() } };
    await vscode.commands.executeCommand('paperside.markReading', file, [file]);
    assert.deepEqual(await found('is:reading'), all);
  });

  test('a paper that the reader shows for a while is begun, one that is passed is not', async () => {
    const [passed, kept] = await keysOf(kilns[0], wells[0]);
    await vscode.commands.executeCommand('paperside.openPaper', { key: passed });
    await vscode.commands.executeCommand('paperside.openPaper', { key: kept });
    assert.deepEqual(await found('is:reading'), []);
    await eventually('it is begun', async () => (await found('is:reading')).length > 0);
    assert.deepEqual(await found('is:reading'), [wells[0]]);
    // What was read is not begun again.
    await vscode.commands.executeCommand('paperside.markRead', { key: passed });
    await vscode.commands.executeCommand('paperside.openPaper', { key: passed });
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    assert.deepEqual(await found('is:read'), [kilns[0]]);
  });

  test('a state stays with its paper when that gets another key', async () => {
    await vscode.commands.executeCommand('paperside.markRead', { keys: await keysOf(sails[0]) });
    await write(bibliography, `@misc{mended,\n  title = {${sails[0]}}\n}\n`);
    await eventually('the new key', async () => (await keysOf(sails[0]))[0] === 'mended');
    assert.deepEqual(await found('is:read'), [sails[0]]);
    await vscode.commands.executeCommand('paperside.markUnread', { key: 'mended' });
    await remove(bibliography);
    await eventually('the old key', async () => (await keysOf(sails[0]))[0] !== 'mended');
    assert.deepEqual(await found('is:read'), []);
  });

  test('keys are copied in the order of the rows, those of a group in its order', async () => {
    const [first, second, third] = await keysOf(kilns[0], sails[0], wells[0]);
    await vscode.commands.executeCommand('paperside.copyKey', { key: first }, [{ key: second }, { key: first }]);
    assert.equal(await vscode.env.clipboard.readText(), `${second}; ${first}`);
    const file = { view: { by: 'source' }, group: { id: uri.toString() } };
    await vscode.commands.executeCommand('paperside.copyKey', { key: third }, [{ key: third }, file]);
    assert.equal(await vscode.env.clipboard.readText(), `${third}; ${first}; ${second}`);
  });

  test('notes of several papers are opened, each in a tab of its own', async () => {
    const keys = await keysOf(kilns[0], sails[0]);
    await vscode.commands.executeCommand('paperside.openNote', { keys });
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    for (const key of keys) assert.ok(tabs.includes(`${key}.md`), `${tabs.join()} lacks ${key}`);
    await closeAll();
    for (const key of keys) await remove(inRoot('notes', `${key}.md`));
  });
});
