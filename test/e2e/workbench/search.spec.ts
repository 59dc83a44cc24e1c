import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { searchHelp } from '../../../src/core/search/searchHelp.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const abstract = 'Lichens grow slowly. We measured them for ten years on four walls. They like old mortar.';
const folder = mkdtempSync(path.join(tmpdir(), 'paperside-search-'));
const titles = ['Lichens on Mortar', 'Lichens on Slate', 'Mosses in Gutters', 'Ferns of Old Harbours'];
writeFileSync(path.join(folder, 'wall-papers.txt'), titles.map((title) => `${title}\n\n${abstract}\n`).join('\n'));
writeFileSync(path.join(folder, 'text.md'), 'Walls live.\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the help button explains what can be asked, and its examples are asked', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    await until('all papers', async () => (await quickPick.labels()).length === titles.length);
    expect(await quickPick.input.getAttribute('placeholder')).toContain('author:');
    await workbench.screenshot('search-empty');

    await quickPick.type('slate');
    await until('the paper', async () => (await quickPick.labels()).join('|') === 'Lichens on Slate');
    await quickPick.pressTitleButton('What Can Be Asked');
    await until('help', async () => (await quickPick.labels())[0] === searchHelp[0]?.example);
    expect(await quickPick.descriptions()).toContain('a journal, a conference, a publisher');
    await workbench.screenshot('search-help');
    // By keyboard, from the text field: the second example.
    await quickPick.input.press('ArrowDown');
    await quickPick.input.press('Enter');
    await until('the example after the word', async () => (await quickPick.input.inputValue()) === 'slate -word');
    await until('the answer', async () => (await quickPick.labels())[0] !== searchHelp[0]?.example);
    await page.keyboard.type('s');
    expect(await quickPick.input.inputValue()).toBe('slate -words');

    await quickPick.type('slate');
    await until('the paper', async () => (await quickPick.labels()).join('|') === 'Lichens on Slate');
    await quickPick.pressTitleButton('What Can Be Asked');
    await until('help', async () => (await quickPick.labels())[0] === searchHelp[0]?.example);
    await quickPick.pressTitleButton('What Can Be Asked');
    await until('results again', async () => (await quickPick.labels()).join('|') === 'Lichens on Slate');
    await quickPick.pressTitleButton('What Can Be Asked');
    await until('help', async () => (await quickPick.labels())[0] === searchHelp[0]?.example);
    await quickPick.input.press('End');
    await page.keyboard.type(' mosses');
    await until('results by typing', async () => (await quickPick.labels())[0] !== searchHelp[0]?.example);

    await quickPick.type('?');
    await until('help', async () => (await quickPick.labels())[0] === searchHelp[0]?.example);
    await quickPick.choose('-word');
    await until('the example alone', async () => (await quickPick.input.inputValue()) === '-word');
  });
});

test('nothing found is said in words and cannot be chosen', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('zeppelin $(alert)');
    await until(
      'the words',
      async () => (await quickPick.labels()).join('|') === 'No paper found for “zeppelin $(alert)”',
    );
    expect(await quickPick.rows.locator('.label-name .codicon').count()).toBe(0);
    await quickPick.input.press('Enter');
    await quickPick.rows.first().click();
    expect(await quickPick.input.inputValue()).toBe('zeppelin $(alert)');
    await workbench.screenshot('search-nothing');
    await quickPick.type('author:zeppelin');
    await until('the hint', async () =>
      (await quickPick.rows.allInnerTexts()).join('').includes('Try it without "author:"'),
    );
    await workbench.screenshot('search-nothing-hint');
  });
});
