import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { writeDraft } from '../../../src/core/notes/draft.ts';
import type { KeptState } from '../../../src/core/notes/keptNote.ts';
import type { NoteKeeper } from '../../../src/core/notes/noteKeeper.ts';
import { Guard } from '../../../src/host/guard.ts';
import { nodePlatform } from '../../../src/host/node/nodePlatform.ts';
import { NoteKeepers } from '../../../src/host/notes/noteKeepers.ts';
import { closeAll, inRoot, readText, remove, write } from '../workspace.ts';

const head = '---\ncitekey: kept\n---\n\n';

async function typeInEditor(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('keeping a note', function () {
  // The first text editor of a window takes its time.
  this.timeout(60_000);
  const uri = inRoot('notes', 'kept.md');
  const log = vscode.window.createOutputChannel('Paperside tests', { log: true });
  let storage: string;
  let keepers: NoteKeepers;
  let keeper: NoteKeeper | undefined;
  let seq = 0;
  const states: KeptState[] = [];

  suiteTeardown(() => log.dispose());
  setup(async () => {
    storage = await fs.mkdtemp(path.join(tmpdir(), 'paperside-storage-'));
    keepers = new NoteKeepers({ storageUri: vscode.Uri.file(storage) }, nodePlatform, new Guard(log));
  });
  teardown(async () => {
    keeper?.dispose();
    await closeAll();
    await remove(inRoot('notes'));
    await fs.rm(storage, { recursive: true });
  });

  async function open(): Promise<NoteKeeper> {
    states.length = 0;
    seq = 0;
    keeper = await keepers.open(
      { uri, key: 'kept', newHead: head, findMoved: async () => undefined },
      { text: () => undefined, state: (_, state) => states.push(state) },
    );
    return keeper;
  }

  /** One edit of the reader, and its save. */
  async function type(note: NoteKeeper, text: string): Promise<void> {
    seq += 1;
    note.edit({ seq, base: note.note.version, text });
    await note.flush();
  }

  async function openInEditor(): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
  }

  const drafts = (): Promise<string[]> => fs.readdir(path.join(storage, 'drafts')).catch(() => []);

  /** A draft as a host leaves it that has ended. */
  async function leave(name: string, text: string): Promise<void> {
    const { pid } = spawnSync('true');
    const made = { note: uri.toString(), key: 'kept', base: `${head}one\n`, baseHash: undefined, isWriting: false };
    const draft = writeDraft({ ...made, text, seq: 4, time: Date.now(), owner: { host: 'gone', pid } });
    await fs.mkdir(path.join(storage, 'drafts'), { recursive: true });
    await fs.writeFile(path.join(storage, 'drafts', name), draft);
  }

  test('a new note is made, saved and read back; no draft stays', async () => {
    await type(await open(), 'first words\n');
    assert.equal(await readText(uri), `${head}first words\n`);
    assert.equal(states.at(-1), 'saved');
    assert.deepEqual(await drafts(), []);
  });

  test('UTF-16 stays UTF-16, also through an open document', async () => {
    await write(uri, Buffer.from('\uFEFFone\r\n', 'utf16le'));
    const note = await open();
    await type(note, 'one\ntwo é\n');
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf16le'), '\uFEFFone\r\ntwo é\r\n');
    const document = await openInEditor();
    assert.equal(document.getText(), 'one\r\ntwo é\r\n');
    await type(note, 'one\ntwo é\nthree\n');
    assert.equal(document.getText(), 'one\r\ntwo é\r\nthree\r\n');
    assert.equal(document.isDirty, false);
    const file = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf16le');
    assert.equal(file, '\uFEFFone\r\ntwo é\r\nthree\r\n');
    assert.equal(states.at(-1), 'saved');
  });

  for (const [what, theirs, isOld] of [
    ['of the same size', 'ONE\ntwo\n', false],
    ['older and of the same size', 'ONE\ntwo\n', true],
    ['older and longer', 'ONE and more\ntwo\n', true],
    ['newer and longer', 'ONE and more\ntwo\n', false],
  ] as const) {
    test(`a document with unsaved text and a file changed meanwhile, ${what}: both are on disk`, async () => {
      await write(uri, `${head}one\ntwo\n`);
      const note = await open();
      const document = await openInEditor();
      await typeInEditor(document, 'in the editor\n');
      await fs.writeFile(uri.fsPath, head + theirs);
      if (isOld) await fs.utimes(uri.fsPath, 978_307_200, 978_307_200);
      await type(note, `one\ntwo\nin the editor\nin the reader\n`);
      const expected = `${head}${theirs}in the editor\nin the reader\n`;
      await note.flush();
      assert.equal(await readText(uri), expected);
      assert.equal(document.getText(), expected);
      assert.equal(states.at(-1), 'saved');
      await vscode.commands.executeCommand('workbench.action.files.revert');
      assert.equal(await readText(uri), expected);
    });
  }

  test('a document changed by a save participant is no conflict', async () => {
    const config = vscode.workspace.getConfiguration('files');
    await write(uri, `${head}one\n`);
    const note = await open();
    await openInEditor();
    await config.update('trimTrailingWhitespace', true, vscode.ConfigurationTarget.Global);
    try {
      await type(note, 'one   \ntwo\n');
    } finally {
      await config.update('trimTrailingWhitespace', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.equal(await readText(uri), `${head}one\ntwo\n`);
    // The reader keeps the spaces at which its writer goes on.
    assert.equal(note.note.text, 'one   \ntwo\n');
    assert.deepEqual(new Set(states), new Set(['saving', 'draft', 'saved']));
  });

  test('what an ended host left is found, restored into the note, and gone', async () => {
    await write(uri, `${head}zero\none\n`);
    await leave('x-gone-1.1.json', `${head}one\nnever saved\n`);
    await leave('y-gone-2.1.json', `${head}one\n`);
    await fs.writeFile(path.join(storage, 'drafts', 'z-gone-3.1.json'), '{"form');
    const found = await keepers.leftDrafts();
    assert.deepEqual(found.damaged, ['z-gone-3.1.json']);
    assert.deepEqual(
      found.drafts.map(({ name, kept }) => [name, kept.files]),
      [['notes/kept.md', ['x-gone-1.1.json']]],
    );
    const [left] = found.drafts;
    assert.ok(left);
    assert.equal(await keepers.restore(left), undefined);
    assert.equal(await readText(uri), `${head}zero\none\nnever saved\n`);
    assert.deepEqual(await drafts(), ['z-gone-3.1.json']);
  });

  test('a note that is not UTF-8 stays as it is; a draft of it is restored beside it', async () => {
    const latin = Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 10);
    await write(uri, latin);
    const note = await open();
    await type(note, 'x');
    assert.equal(states.at(-1), 'readOnly');
    await leave('x-gone-1.1.json', 'never saved\n');
    const [left] = (await keepers.leftDrafts()).drafts;
    assert.ok(left);
    const copy = await keepers.restore(left);
    assert.match(copy ?? '', /^kept\.conflict-\d{4}-\d\d-\d\d-\d{6}\.md$/);
    assert.equal(await readText(inRoot('notes', copy ?? '')), 'never saved\n');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(uri))], [...latin]);
    assert.deepEqual(await drafts(), []);
  });
});
