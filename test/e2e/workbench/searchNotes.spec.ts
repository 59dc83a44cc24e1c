import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NoteBox } from '../noteBox.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-notes-'));
const paper = (key: string, title: string): string =>
  `@article{${key}, title = {${title}}, author = {Byron, Ada}, year = 2024, abstract = {We look at the sea.}}\n`;
writeFileSync(
  path.join(folder, 'sea.bib'),
  paper('byron2024tides', 'What the Tide Knows') + paper('byron2024moon', 'Moon Rocks for the Impatient'),
);
mkdirSync(path.join(folder, 'notes'));
writeFileSync(
  path.join(folder, 'notes', 'tides.md'),
  '---\ncitekey: byron2024tides\n---\n\nThe proof.\n\nAsk Grace about the barnacle argument in section 3.\n',
);
writeFileSync(path.join(folder, 'notes', '@byron2024moon.md'), 'Nothing on tides, but a basalt sample.\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Search Notes finds words in notes, opens the paper at its note, and the file at the line', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Notes');
    await quickPick.type('barnacle');
    await until('the note', async () => (await quickPick.rows.count()) === 1);
    expect((await quickPick.rows.first().innerText()).replaceAll(/\s+/g, ' ')).toContain('barnacle argument');
    expect(await quickPick.labels()).toEqual(['What the Tide Knows']);
    await workbench.screenshot('search-notes');

    await page.keyboard.press('Enter');
    const reader = await workbench.readerFrame('.cm-content');
    const note = new NoteBox(reader);
    await until('the keyboard in the note', () => note.hasFocus());
    expect(await note.text()).toContain('Ask Grace about the barnacle argument');

    // A note of another tool, by its button as a file.
    await workbench.runCommand('Paperside: Search Notes');
    await quickPick.type('basalt');
    await until('the other note', async () => (await quickPick.labels())[0] === 'Moon Rocks for the Impatient');
    await quickPick.rows.first().hover();
    await quickPick.rows.first().locator('.action-label').first().click();
    await until('the file', async () => (await workbench.prose()).includes('a basalt sample'));

    // The paper is found by a word of its note.
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('barnacle');
    await until('the paper', async () => (await quickPick.labels())[0] === 'What the Tide Knows');
    await page.keyboard.press('Escape');

    await workbench.runCommand('Paperside: Search Notes');
    await quickPick.type('zeppelin');
    await until('nothing', async () => /no note/i.test((await quickPick.labels()).join(' ')));
    await workbench.screenshot('search-notes-nothing');
  });
});
