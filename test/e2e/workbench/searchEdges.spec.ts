import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generatedKey } from '../../../src/core/library/citationKey.ts';
import { noteFileName } from '../../../src/core/notes/noteFileName.ts';
import { paperWriters } from '../../support/paperWriters.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const abstract = 'Lichens grow slowly. We measured them for ten years on four walls. They like old mortar.';
const long = 'A Very Long Title About Everything That Grows on the Walls of Old Harbours, and Why It Stays';
const titles = ['Lichens on Mortar', 'Lichens on Slate', 'Mosses in Gutters', long];
const papers = titles.map((title, index) => ({
  key: `wall${index}`,
  title,
  abstract,
  authors: ['Ada Ferns', 'Ben Moss', 'Cleo Stone'],
  year: 2020 + index,
  venue: 'Journal of Walls',
}));

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-edges-'));
writeFileSync(path.join(folder, 'walls.bib'), paperWriters['bibtex']?.(papers) ?? '');
// A text and a note may know papers by the keys that they had before the file gave them some.
writeFileSync(path.join(folder, 'text.md'), `Walls live [@wall1; @${generatedKey('Lichens on Mortar')}].\n`);
mkdirSync(path.join(folder, 'notes'));
writeFileSync(path.join(folder, 'notes', noteFileName(generatedKey(long))), 'Read the end again.\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With what is to be seen for it. */
const hostile: readonly (readonly [query: string, shown: string])[] = [
  ['a'.repeat(10_000), `No paper found for “${'a'.repeat(59)}…”`],
  ['!?.,;:()', 'No paper found for “!?.,;:()”'],
  ['"unbalanced', 'No paper found for “"unbalanced”'],
  ['constructor', 'No paper found for “constructor”'],
  ['__proto__', 'No paper found for “__proto__”'],
  ['.*(q+)+$[', 'No paper found for “.*(q+)+$[”'],
  ['\u202Eשלום', 'No paper found for “שלום”'],
  ['$(alert)', 'No paper found for “$(alert)”'],
  ['[x](command:workbench.action.closeWindow)', 'No paper found for “[x](command:workbench.action.closeWindow)”'],
  ['author:', 'No paper found for “author:”'],
  ['"gutters', 'Mosses in Gutters'],
];

test('whatever is typed or pasted is answered, and shown as the text it is', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    for (const [query, shown] of hostile) {
      await quickPick.type(query);
      await until(shown, async () => (await quickPick.labels())[0] === shown);
      expect(await quickPick.rows.locator('.label-name .codicon').count()).toBe(0);
      expect(await quickPick.rows.locator('.label-name a').count()).toBe(0);
      expect(await quickPick.input.evaluate((input) => input === document.activeElement)).toBe(true);
    }
  });
});

test('ticked papers stay over questions without an answer and over help', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    const boxes = quickPick.rows.locator('input[type=checkbox], .monaco-checkbox, .quick-input-list-checkbox');
    await workbench.openFile('text.md');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await quickPick.type('zeppelin');
    await until('no paper', async () => (await quickPick.labels()).join() === 'No paper found for “zeppelin”');
    expect(await boxes.filter({ visible: true }).count()).toBe(0);
    await quickPick.type('mortar');
    await until('the first', async () => (await quickPick.labels())[0] === 'Lichens on Mortar');
    await boxes.first().click();
    await quickPick.type('zeppelin $(alert)');
    await until('only what is ticked', async () => (await quickPick.labels()).join() === 'Lichens on Mortar');
    expect(await quickPick.rows.innerText()).toContain('No paper found for “zeppelin $(alert)”');
    await workbench.screenshot('search-ticked');
    await quickPick.pressTitleButton('What Can Be Asked');
    await until('help', async () => (await quickPick.labels()).includes('is:cited'));
    expect(await boxes.filter({ visible: true }).count()).toBe(0);
    await quickPick.pressTitleButton('What Can Be Asked');
    await until('what is ticked', async () => (await quickPick.labels()).join() === 'Lichens on Mortar');
    await quickPick.type('gutters');
    await until('both', async () => (await quickPick.labels()).join() === 'Lichens on Mortar,Mosses in Gutters');
    await quickPick.input.press('Enter');
    await until('the citation of the ticked one', async () => (await workbench.prose()).includes('[@wall0]'));
    expect(await workbench.prose()).not.toContain('wall2');
  });
});

test('Enter takes the paper for what is typed, however fast; used and cited papers come first the next time', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openFile('text.md');
    await workbench.openPaperside();
    await page.locator('.tab', { hasText: 'text.md' }).click();
    await workbench.runCommand('Paperside: Search Papers');
    await until('all', async () => (await quickPick.labels()).length === titles.length);
    await workbench.screenshot('search-cited');
    // Without a pause between the last letter and Enter.
    await page.keyboard.type('gutters');
    await page.keyboard.press('Enter');
    const reader = await workbench.readerFrame();
    await until('the reader', async () => (await reader.locator('h1').innerText()) === 'Mosses in Gutters');

    await page.locator('.tab', { hasText: 'text.md' }).click();
    await workbench.runCommand('Paperside: Search Papers');
    const order = ['Mosses in Gutters', 'Lichens on Slate', 'Lichens on Mortar', long];
    await until('used and cited first', async () => (await quickPick.labels()).join('|') === order.join('|'));
    const rows = await quickPick.rows.allInnerTexts();
    expect(rows[0]).toContain('recently used');
    expect(rows[1]).toContain('cited in this document');
    expect(rows[1]).toContain('Ferns et al., 2021 · Journal of Walls · cited here');
    expect(rows[2]).toContain('Ferns et al., 2020 · Journal of Walls · cited here');
    expect(rows[2]).not.toContain('with a note');
    expect(rows[3]).toContain('all papers');
    expect(rows[3]).toContain('Ferns et al., 2023 · Journal of Walls · with a note');
    await workbench.screenshot('search-recent');
  });
});

const looks = [
  ['light', 'Default Light Modern', { width: 1360, height: 850 }],
  ['narrow', 'Default Dark Modern', { width: 600, height: 700 }],
] as const;

test.each(looks)('looks: %s', async (name, theme, viewport) => {
  await withWorkbench({ workspace: folder, theme, viewport }, async (workbench) => {
    const { quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('walls');
    await until('the papers', async () => (await quickPick.labels()).length === titles.length);
    // Who wrote the paper is seen behind a short title, and below a long one.
    expect((await quickPick.rows.allInnerTexts()).every((row) => row.includes('Ferns et al.'))).toBe(true);
    await workbench.screenshot(`search-${name}`);
    await quickPick.type('?');
    await until('help', async () => (await quickPick.labels()).includes('is:cited'));
    await workbench.screenshot(`search-${name}-help`);
    await quickPick.type('author:nobody');
    await until('nothing', async () => (await quickPick.labels())[0]?.startsWith('No paper') === true);
    await workbench.screenshot(`search-${name}-nothing`);
  });
});
