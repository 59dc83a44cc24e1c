import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lingerMilliseconds } from '../../../src/core/notes/noteSessions.ts';
import { NoteBox } from '../noteBox.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

/** The only note in the folder. */
function noteIn(folder: string): string {
  const [file = ''] = readdirSync(path.join(folder, 'notes'));
  return readFileSync(path.join(folder, 'notes', file), 'utf8');
}

test('a note that is open in the reader and in an editor is one text, and each side undoes its own', async () => {
  await withWorkbench({}, async (workbench) => {
    const { page } = workbench;
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Otters').click();
    const reader = await workbench.readerFrame('.cm-content');
    const note = new NoteBox(reader);
    await note.click();
    await page.keyboard.type('First line.\nSecond line.');
    await until('the note on disk', () => noteIn(workbench.folder).endsWith('First line.\nSecond line.'));

    await reader.getByRole('button', { name: 'Open note as file' }).click();
    await until('the note in an editor', async () => (await workbench.prose()).includes('Second line.'));
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\nFrom the editor.');
    await until('the words of the editor in the reader', async () =>
      (await note.text()).endsWith('Second line.\nFrom the editor.'),
    );

    // The caret stays in its word while the other side writes above and below.
    await reader.locator('.cm-line').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('From the reader: ');
    const whole = 'From the reader: First line.\nSecond line.\nFrom the editor.';
    await until('the words of the reader in the editor', async () =>
      (await workbench.prose()).includes('From the reader: First line.'),
    );
    expect(await note.text()).toBe(whole);
    expect(await note.selection()).toEqual([17, 17]);

    // What the reader undoes is the reader's.
    for (let press = 0; press < 10 && (await note.text()).includes('From the reader'); press += 1) {
      await page.keyboard.press('ControlOrMeta+z');
    }
    expect(await note.text()).toBe('First line.\nSecond line.\nFrom the editor.');
    await until('the same in the editor', async () => !(await workbench.prose()).includes('From the reader'));
    await until('the same on disk', () =>
      noteIn(workbench.folder).endsWith('\n\nFirst line.\nSecond line.\nFrom the editor.'),
    );
    await until('"Saved"', async () => (await reader.locator('.notes .status').textContent()) === 'Saved');
    await workbench.screenshot('note-both-open');
    expect(await workbench.notifications()).toEqual([]);
  });
});

test('the note of a paper that is opened twice at once stays open', async () => {
  await withWorkbench({}, async (workbench) => {
    const { page } = workbench;
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Otters').dblclick();
    const note = new NoteBox(await workbench.readerFrame('.cm-content'));
    // A note that was left is closed after a while.
    await page.waitForTimeout(lingerMilliseconds + 1_000);
    await note.click();
    await page.keyboard.type('Still heard.');
    await until('the note on disk', () => noteIn(workbench.folder).endsWith('Still heard.'), 10_000);
  });
});
