import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-themes-'));
const paper = (title: string, at: number): string =>
  `- [${title}](https://arxiv.org/abs/2401.0000${at}) - Ana Moss (2024)\n`;
writeFileSync(
  path.join(folder, 'reading-papers.md'),
  `# Reading\n\n## Winds\n\n${paper('Winds at Night', 1)}${paper('Winds by Day', 2)}${paper('Still Air', 3)}\n## Old Maps\n\n${paper('Maps of the Moon', 4)}${paper('Maps of Wells', 5)}`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = ({ folder: root }: Workbench): string => path.join(root, 'paperside.themes.json');

/** Waits until the themes are these, in this order. */
async function themesAre(workbench: Workbench, ...expected: readonly string[]): Promise<void> {
  await until(`the themes ${expected.join(', ')}`, async () => {
    return (await workbench.tree.themeNames()).join() === expected.join();
  });
}

/** Chooses from the context menu of a row, or from a submenu of it. */
async function choose({ page, tree }: Workbench, row: string, item: string, submenu?: string): Promise<void> {
  await tree.row(row).click({ button: 'right' });
  // A menu takes no click so soon after it opened.
  if (submenu !== undefined) {
    await page.getByRole('menuitem', { name: submenu, exact: true }).hover();
    await page.keyboard.press('ArrowRight');
  }
  await page.getByRole('menuitem', { name: item, exact: true }).hover();
  await page.keyboard.press('Enter');
}

test('themes are renamed, made, filled, pinned, deleted and brought back; all of it stands in a file', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree, quickPick } = workbench;
    await workbench.openPaperside();
    await themesAre(workbench, 'Winds', 'Old Maps');

    await tree.row('Old Maps').click();
    await page.keyboard.press('F2');
    await quickPick.input.waitFor();
    expect(await quickPick.input.inputValue()).toBe('Old Maps');
    await quickPick.type('winds');
    await page.getByText('There is a theme "winds" already.').waitFor();
    await quickPick.type('Maps of Everywhere');
    await quickPick.input.press('Enter');
    await themesAre(workbench, 'Winds', 'Maps of Everywhere');
    await page.getByText('"Old Maps" is called "Maps of Everywhere" now.').waitFor();
    await workbench.screenshot('themes-renamed');

    await tree.expand(tree.row('Winds'));
    await choose(workbench, 'Still Air', 'New Theme…', 'Theme');
    await quickPick.type('Calm');
    await quickPick.input.press('Enter');
    await themesAre(workbench, 'Calm', 'Winds', 'Maps of Everywhere');

    await choose(workbench, 'Winds at Night', 'Add to Theme…', 'Theme');
    await until('three themes and a new one', async () => (await quickPick.labels()).length === 4);
    await workbench.screenshot('themes-ticked');
    await quickPick.choose('Calm');
    await quickPick.input.press('Enter');
    await page.getByText('1 paper added to "Calm".').waitFor();
    expect(readFileSync(file(workbench), 'utf8')).toContain('": ["group:winds", "calm"]');

    await choose(workbench, 'Maps of Everywhere', 'Pin Theme');
    await themesAre(workbench, 'Maps of Everywhere', 'Calm', 'Winds');
    await choose(workbench, 'Winds', 'Delete Theme');
    await themesAre(workbench, 'Maps of Everywhere', 'Calm', 'Other');
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.screenshot('themes-deleted');
    await page.locator('.notifications-center').getByRole('button', { name: 'Undo' }).click();
    await themesAre(workbench, 'Maps of Everywhere', 'Calm', 'Winds');
    await workbench.runCommand('Paperside: Undo Theme Change');
    await themesAre(workbench, 'Calm', 'Winds', 'Maps of Everywhere');

    const reloaded = page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await themesAre(workbench, 'Calm', 'Winds', 'Maps of Everywhere');
    await tree.theme('Maps of Everywhere').hover();
    const hover = page.locator('.workbench-hover');
    await until('what is in it', async () =>
      /2 papers\s+Most central:\s+• Maps of (?:the Moon|Wells)\s/.test(await hover.innerText()),
    );
    await workbench.screenshot('themes-tooltip');
    await workbench.runCommand('Paperside: Open Themes File');
    await until('the file', async () => (await workbench.prose()).includes('"Maps of Everywhere"'));
    await workbench.screenshot('themes-file');
  });
});

test('a damaged file is left alone: the place is marked, made themes are shown, a change offers to open it', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await workbench.openPaperside();
    writeFileSync(file(workbench), '{\n  "themes": { "group:winds": { "label": "Gusts" } }\n}\n');
    await themesAre(workbench, 'Gusts', 'Old Maps');
    const damaged =
      '{\n<<<<<<< HEAD\n  "themes": { "group:winds": { "label": "Gusts" } }\n=======\n  "themes": {}\n>>>>>>> other\n}\n';
    writeFileSync(file(workbench), damaged);
    await themesAre(workbench, 'Winds', 'Old Maps');
    await workbench.runCommand('Notifications: Show Notifications');
    await page.getByText('a merge conflict is not resolved. Your themes are not shown.').first().waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await choose(workbench, 'Old Maps', 'Pin Theme');
    await workbench.runCommand('Notifications: Show Notifications');
    await page.getByText('in line 2, a merge conflict is not resolved. Mend it first.').first().waitFor();
    await workbench.screenshot('themes-refused');
    await page.locator('.notifications-center').getByRole('button', { name: 'Open Themes File' }).click();
    await until('the file', async () => (await workbench.prose()).includes('<<<<<<< HEAD'));
    await page.locator('.editor-instance .squiggly-error').first().waitFor();
    await workbench.screenshot('themes-damaged');
    expect(readFileSync(file(workbench), 'utf8')).toBe(damaged);
  });
});
