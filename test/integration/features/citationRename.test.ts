import * as assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  ask,
  at,
  note,
  noteText,
  one,
  other,
  refs,
  removeDocuments,
  writeDocuments,
  type Asked,
} from '../navigation.ts';
import { listedKeys } from '../suiteFiles.ts';
import { closeAll, eventually, inRoot, readText, remove, write, type Api } from '../workspace.ts';

async function rename(asked: Asked, name: string): Promise<void> {
  const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', asked, name);
  assert.ok(await vscode.workspace.applyEdit(edit));
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
}

/** What the error says, or that there is none. */
async function messageOf(work: Thenable<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function isListed(paperside: Api, title: string): Promise<boolean> {
  return (await paperside.papers()).some((paper) => paper.title === title);
}

async function readKeys(paperside: Api): Promise<readonly string[]> {
  return (await paperside.search('is:read')).map(({ key }) => key);
}

function refusal(asked: Asked, name: string): Promise<string> {
  return messageOf(ask('vscode.executeDocumentRenameProvider', asked, name));
}

function refusalAtOnce(asked: Asked): Promise<string> {
  return messageOf(ask('vscode.prepareRename', asked));
}

suite('rename of citation keys', () => {
  let paperside: Api;
  let made: string;
  const inText = { uri: at('three.typ'), text: 'lee2020', offset: 1 };

  suiteSetup(async () => {
    paperside = await writeDocuments();
    // Rename waits for it, and is registered again then.
    await vscode.workspace.openTextDocument(at('one.md'));
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
    [made] = await listedKeys();
    await write(at('made.md'), `From a list: @${made}, and from nowhere: @nobody1999.\n`);
  });
  suiteTeardown(async () => {
    await closeAll();
    await removeDocuments();
  });

  test('says at once what cannot be renamed, and why', async () => {
    assert.match(
      await refusalAtOnce({ uri: at('made.md'), text: made, offset: 1 }),
      /is made from the title, because papers\.txt:\d+ gives the paper no key: add the paper to a \.bib file/,
    );
    assert.match(
      await refusalAtOnce({ uri: at('made.md'), text: 'nobody1999', offset: 1 }),
      /No paper has the key "nobody1999"/,
    );
    assert.equal(await refusalAtOnce(inText), 'done');
    assert.equal(await refusalAtOnce({ uri: at('refs.bib'), text: 'lee2020', offset: 1 }), 'done');
    assert.equal(await refusalAtOnce({ uri: note, text: 'lee2020', offset: 1 }), 'done');
  });

  test('refuses the key of another paper, and what is no key or not in every document', async () => {
    assert.match(await refusal(inText, 'kim2021'), /"kim2021" is the key of another paper, "Sourdough/);
    assert.match(await refusal(inText, 'a b'), /"a b" is no citation key/);
    assert.match(
      await refusal(inText, 'a,b'),
      /"a,b" would not be read as this citation in navigation\/[a-z.]+:\d+: choose a simpler key\./,
    );
    assert.equal(await readText(at('one.md')), one);
  });

  test('leaves the brackets to nobody else when it refuses', async () => {
    const asked = { uri: at('one.md'), text: 'lee2020', offset: 1 };
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', asked, 'kim2021');
    assert.equal(edit.size, 0);
    const place = await ask<{ range: vscode.Range; placeholder: string }>('vscode.prepareRename', asked);
    assert.equal(place.placeholder, 'lee2020');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('refuses a key that a file outside of the workspace gives', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'outside-'));
    const config = vscode.workspace.getConfiguration('paperside');
    try {
      const file = path.join(outside, 'far.bib');
      await writeFile(file, '@misc{far1990,\n  title = {A Work From Far Away}\n}\n');
      await config.update('additionalFiles', [file], vscode.ConfigurationTarget.Workspace);
      await eventually('the paper', async () => (await paperside.paper('far1990')) !== undefined);
      await write(at('far.md'), 'So @far1990.\n');
      assert.match(
        await refusalAtOnce({ uri: at('far.md'), text: 'far1990', offset: 1 }),
        /is given by .*far\.bib:1, outside of your workspace: rename it there\./,
      );
    } finally {
      await config.update('additionalFiles', undefined, vscode.ConfigurationTarget.Workspace);
      await rm(outside, { recursive: true });
      await remove(at('far.md'));
    }
  });

  test('refuses a key that several papers have', async () => {
    await write(at('zz.bib'), '@book{kim2021,\n  title = {Another Book of That Year},\n  author = {Kim, Bo}\n}\n');
    await eventually('the paper', () => isListed(paperside, 'Another Book of That Year'));
    assert.match(
      await refusal({ uri: at('three.typ'), text: 'kim2021', offset: 1 }, 'kim21'),
      /"kim2021" is the key of several papers \(navigation\/refs\.bib:13, navigation\/zz\.bib:1\)/,
    );
    await remove(at('zz.bib'));
    await eventually('its end', async () => !(await isListed(paperside, 'Another Book of That Year')));
  });

  test('changes documents, entries and notes in one step, as they stand in their editors', async () => {
    const document = await vscode.workspace.openTextDocument(at('one.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'Typed: @lee2020.\n\n'));
    await rename({ uri: at('one.md'), text: 'Typed: @lee2020', offset: 10 }, 'otters2020');
    assert.equal(
      document.getText(),
      one.replaceAll('lee2020', 'otters2020').replace('😀', 'Typed: @otters2020.\n\n😀'),
    );
    assert.equal(await readText(at('refs.bib')), refs.replaceAll('lee2020', 'otters2020'));
    assert.equal(await readText(at('other.bib')), other);
    assert.equal(
      await readText(at('two.tex')),
      '\\bibliography{refs}\n\\citep[p. 2]{kim2021, otters2020} % \\cite{lee2020}\n',
    );
    assert.equal(await readText(at('three.typ')), 'As @otters2020[p. 3] says, #cite(<kim2021>).\n');
    assert.equal(await readText(at('four.md')), 'As {cite:p}`kim2021, otters2020` says.\n');
    assert.equal(await readText(at('five.md')), 'As [[@otters2020]] says.\n');
    const moved = inRoot('notes', 'otters2020.md');
    assert.equal(await readText(moved), noteText.replace('lee2020', 'otters2020'));
    await assert.rejects(async () => vscode.workspace.fs.stat(note));
    await eventually('the note', async () => (await paperside.paper('otters2020'))?.noteUri === moved.toString());
    assert.equal(await paperside.paper('lee2020'), undefined);
  });

  test('from the bibliography, and back again', async () => {
    await rename({ uri: at('refs.bib'), text: 'otters2020', offset: 1 }, 'lee2020');
    assert.equal(await readText(at('refs.bib')), refs);
    assert.equal(await readText(at('five.md')), 'As [[@lee2020]] says.\n');
    await eventually('the note', async () => (await paperside.paper('lee2020'))?.noteUri === note.toString());
    assert.equal(await readText(note), noteText);
  });

  test('what was read stays read', async () => {
    await vscode.commands.executeCommand('paperside.markRead', { key: 'kim2021' });
    await eventually('read', async () => (await readKeys(paperside)).includes('kim2021'));
    await rename({ uri: at('three.typ'), text: 'kim2021', offset: 1 }, 'kim21');
    await eventually('the new key', async () => (await readKeys(paperside)).includes('kim21'));
    assert.equal(await readText(at('three.typ')), 'As @lee2020[p. 3] says, #cite(<kim21>).\n');
    await rename({ uri: at('three.typ'), text: 'kim21', offset: 1 }, 'kim2021');
    await eventually('the old key', async () => (await readKeys(paperside)).includes('kim2021'));
  });
});
