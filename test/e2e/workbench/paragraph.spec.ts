import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const papers: readonly (readonly [key: string, title: string, abstract: string])[] = [
  [
    'mortar',
    'Lichens on Old Mortar',
    'Lichens grow on old mortar. We measured their thalli on four walls for ten years.',
  ],
  ['slate', 'Lichens on Slate Roofs', 'Slate is colonised by lichens late, and old slate more than new slate.'],
  ['gutters', 'Mosses That Clog Gutters', 'Gutters clog where mosses fall from the roof after rain.'],
  ['otters', 'River Otters and Their Dens', 'Otters dig dens with two entrances into banks of clay.'],
];
const entries = papers.map(
  ([key, title, abstract]) =>
    `@article{${key},\n  title = {${title}},\n  author = {Ada Stone},\n  abstract = {${abstract}}\n}\n`,
);
const text = `---
title: Walls
bibliography: walls.bib
---

Lichens on old walls [see @slate].

- Gutters clog, mosses fall.
- Otters dig dens.

\`\`\`
lichens
\`\`\`
`;
const folder = mkdtempSync(path.join(tmpdir(), 'paperside-paragraph-'));
writeFileSync(path.join(folder, 'walls.bib'), entries.join('\n'));
writeFileSync(path.join(folder, 'text.md'), text);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts the cursor to the end of a line, counted from one; again where a command that still ends takes the box away. */
async function goToLine({ page, quickPick }: Workbench, line: number): Promise<void> {
  const soon = { timeout: 2_000 };
  await until(`line ${line}`, async () => {
    await page.keyboard.press('Control+g');
    await quickPick.input.fill(`:${line}:99`, soon);
    await quickPick.input.press('Enter', soon);
    await page.waitForTimeout(100);
    const place = page.locator('.statusbar-item', { hasText: /^Ln \d/ });
    return (await place.innerText(soon)).startsWith(`Ln ${line},`);
  });
}

const header = ({ page }: Workbench): Locator => page.locator('.pane-header[aria-label^="Papers for This Paragraph"]');
const pane = (workbench: Workbench): Locator => workbench.page.locator('.pane', { has: header(workbench) });
const rows = (workbench: Workbench): Locator => pane(workbench).locator('.monaco-list-row');
const titles = (workbench: Workbench): Promise<string[]> => rows(workbench).locator('.label-name').allInnerTexts();
const message = async (workbench: Workbench): Promise<string> =>
  (await pane(workbench).locator('.message').allInnerTexts()).join();

/** Words that led to a paper, sorted. */
function wordsOf(shown: string, before: string): readonly string[] {
  expect(shown.slice(0, before.length)).toBe(before);
  return shown.slice(before.length).split(', ').toSorted();
}

test('the command offers papers for the paragraph, without those cited there, to open and to cite', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.openFile('text.md');
    await goToLine(workbench, 6);
    await workbench.runCommand('Paperside: Papers for This Paragraph');
    await until('the first', async () => (await quickPick.labels())[0] === 'Lichens on Old Mortar');
    expect(await quickPick.labels()).not.toContain('Lichens on Slate Roofs');
    const detail = quickPick.rows.first().locator('.quick-input-list-label-meta');
    expect(wordsOf(await detail.innerText(), 'because of: ')).toEqual(['Lichens', 'old', 'walls']);
    await workbench.screenshot('paragraph-pick');
    await quickPick.input.press('Enter');
    const reader = await workbench.readerFrame();
    expect(await reader.locator('h1').textContent()).toBe('Lichens on Old Mortar');

    await workbench.openFile('text.md');
    await goToLine(workbench, 8);
    await workbench.runCommand('Paperside: Papers for This Paragraph');
    await until('the item', async () => (await quickPick.labels()).includes('Mosses That Clog Gutters'));
    await quickPick.press('Insert Citation');
    await until('the citation', async () => (await workbench.prose()).includes('mosses fall. [@gutters]'));

    await goToLine(workbench, 12);
    await workbench.runCommand('Paperside: Papers for This Paragraph');
    const refusal = 'There is no text to go by: put the cursor into a paragraph, or select some text.';
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = workbench.page.locator('.notifications-center .notification-list-item-message');
    await until('why not', async () => (await messages.allInnerTexts()).includes(refusal));
  });
});

test('the view answers when asked, follows the cursor when told to, and stops again', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await workbench.openPaperside();
    await workbench.openFile('text.md');
    await goToLine(workbench, 6);
    expect(await header(workbench).getAttribute('aria-expanded')).toBe('false');
    await header(workbench).click();
    await pane(workbench).getByRole('button', { name: 'Find Papers', exact: true }).click();
    await until('an answer', async () => (await titles(workbench))[0] === 'Lichens on Old Mortar');
    expect(await titles(workbench)).not.toContain('Lichens on Slate Roofs');

    // It does not follow yet.
    await page.locator('.tab', { hasText: 'text.md' }).click();
    await goToLine(workbench, 9);
    await page.waitForTimeout(800);
    expect((await titles(workbench))[0]).toBe('Lichens on Old Mortar');

    await header(workbench).hover();
    await header(workbench).getByRole('button', { name: 'Papers for This Paragraph: Follow Cursor' }).click();
    await until(
      'the item of the cursor',
      async () => (await titles(workbench)).join() === 'River Otters and Their Dens',
    );
    const because = rows(workbench).first().locator('.label-description');
    expect(wordsOf(await because.innerText(), '')).toEqual(['Otters', 'dens', 'dig']);
    await rows(workbench).first().hover();
    const hover = page.locator('.monaco-hover').filter({ hasText: 'Because of: ' });
    await until('the words and the abstract', async () =>
      /^Because of: .*Otters[^]*banks of clay/.test(await hover.first().innerText()),
    );
    await workbench.screenshot('paragraph-view');
    await page.locator('.tab', { hasText: 'text.md' }).click();
    await goToLine(workbench, 8);
    await until('the item above', async () => (await titles(workbench)).join() === 'Mosses That Clog Gutters');
    await goToLine(workbench, 12);
    await until(
      'code',
      async () => (await message(workbench)) === 'No text to go by: put the cursor into a paragraph.',
    );
    await until('no rows', async () => (await rows(workbench).count()) === 0);

    // What is typed counts, and a paper that is cited is no longer proposed.
    await goToLine(workbench, 9);
    await until('otters', async () => (await titles(workbench)).join() === 'River Otters and Their Dens');
    await rows(workbench).first().hover();
    await rows(workbench).first().getByRole('button', { name: 'Insert Citation' }).click();
    await until('the citation', async () => (await workbench.prose()).includes('dens. [@otters]'));
    await until('none left', async () => (await message(workbench)) === 'No paper fits this paragraph.');
    await workbench.screenshot('paragraph-none');

    await goToLine(workbench, 6);
    await until('walls again', async () => (await titles(workbench))[0] === 'Lichens on Old Mortar');
    await rows(workbench).first().click();
    const reader = await workbench.readerFrame();
    expect(await reader.locator('h1').textContent()).toBe('Lichens on Old Mortar');
    expect(await titles(workbench)).toContain('Lichens on Old Mortar');
    await rows(workbench).first().click({ button: 'right' });
    const menu = page.locator('.context-view .monaco-menu .action-label');
    await until('the menu', async () => (await menu.allInnerTexts()).includes('Copy Citation Key'));
    expect(await menu.allInnerTexts()).toEqual(
      expect.arrayContaining(['Open Paper', 'Open Note', 'Reveal in Paper File', 'Insert Citation']),
    );
    await page.keyboard.press('Escape');

    await header(workbench).hover();
    await header(workbench).getByRole('button', { name: 'Papers for This Paragraph: Stop Following Cursor' }).click();
    await pane(workbench).getByRole('button', { name: 'Follow Cursor', exact: true }).waitFor();
    await until('no rows', async () => (await rows(workbench).count()) === 0);
    await workbench.screenshot('paragraph-welcome');
  });
});

test('a view that follows does so after a reload of the window, too, and hears of what is typed', async () => {
  const settings = { 'paperside.paragraphPapers.followCursor': true };
  await withWorkbench({ workspace: folder, settings }, async (workbench) => {
    const { page } = workbench;
    await workbench.openPaperside();
    await workbench.openFile('text.md');
    await goToLine(workbench, 9);
    await header(workbench).click();
    await until('an answer', async () => (await titles(workbench)).join() === 'River Otters and Their Dens');
    await workbench.runCommand('View: Close All Editors');
    const noText = 'No text to go by: put the cursor into a paragraph.';
    await until('no text', async () => (await message(workbench)) === noText);
    // What VS Code opens again depends on whether it has kept that all is closed.
    await page.reload();
    const answers = async (): Promise<boolean> =>
      (await titles(workbench)).length > 0 || (await message(workbench)) === noText;
    await until('the view to say something', answers);
    await workbench.openFile('text.md');
    await goToLine(workbench, 9);
    await until('an answer again', async () => (await titles(workbench)).join() === 'River Otters and Their Dens');
    await page.keyboard.type(' Mosses clog gutters.');
    await until('both', async () => (await titles(workbench)).includes('Mosses That Clog Gutters'));
  });
});
