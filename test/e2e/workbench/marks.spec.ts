import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mossFolder, openMoss, roofs } from './mossFolder.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const folder = mossFolder('marks', { more: [roofs], text: '---\nbibliography: moss.bib\n---\n\nWalls live.\n' });
mkdirSync(path.join(folder, 'notes'));
writeFileSync(path.join(folder, 'notes', 'slate.md'), 'Grey.\n');

/** What a screen reader says of a paper's row. */
async function spoken({ tree }: Workbench, title: string): Promise<string> {
  return (await tree.row(title).getAttribute('aria-label')) ?? '';
}

/** `unread` and `reading` are other words. */
function isRead(label: string): boolean {
  return /, read\b/.test(label);
}

/** Chooses from "Mark As" of a row's menu; a menu takes no click so soon after it opened. */
async function choose({ page, tree }: Workbench, title: string, item: RegExp): Promise<void> {
  await tree.row(title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Mark As', exact: true }).hover();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('menuitem', { name: item }).hover();
  await page.keyboard.press('Enter');
  await page.locator('.context-view .monaco-menu').waitFor({ state: 'hidden' });
}

test('rows follow what is cited, noted and read', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    expect(await spoken(workbench, 'Lichens on Mortar')).toContain('Paper Lichens on Mortar, 2001, unread');
    await until('the note', async () => (await spoken(workbench, 'Slate')).includes('2019, unread, has a note'));

    await workbench.editor.locator('.view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' See @gutters.');
    await until('cited', async () =>
      (await spoken(workbench, 'Gutters')).includes('2021, unread, cited in the document'),
    );
    await page.keyboard.press('ControlOrMeta+z');
    await until('not cited', async () => !(await spoken(workbench, 'Gutters')).includes('cited'));

    rmSync(path.join(workbench.folder, 'notes', 'slate.md'));
    await until('no note', async () => !(await spoken(workbench, 'Slate')).includes('note'));

    await tree.row('Roofs').click();
    await until('begun', async () => (await spoken(workbench, 'Roofs')).includes('2022, reading'));
    // Opened in passing.
    await tree.row('Lichens on Mortar').click();
    await workbench.readerFrame();
    await tree.row('Roofs').click();
    await page.waitForTimeout(3_500);
    expect(await spoken(workbench, 'Lichens on Mortar')).toContain('2001, unread');
  });
});

test('many papers are marked at once: by the menu, by a key, and in the title of the reader', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    await tree.row('Lichens on Mortar').click({ modifiers: ['Control'] });
    await tree.row('Mosses in Gutters').click({ modifiers: ['Shift'] });
    await page.keyboard.press('ControlOrMeta+Alt+r');
    for (const title of ['Mortar', 'Slate', 'Gutters']) {
      await until(`${title} read`, async () => isRead(await spoken(workbench, title)));
    }
    expect(await spoken(workbench, 'Roofs')).toContain(', unread');
    await choose(workbench, 'Mosses in Gutters', /^Mark as Unread/);
    for (const title of ['Mortar', 'Slate', 'Gutters']) {
      await until(`${title} unread`, async () => (await spoken(workbench, title)).includes(', unread'));
    }

    await tree.row('Roofs').click();
    await workbench.readerFrame();
    await page.locator('.tab', { hasText: 'Roofs' }).click();
    await page.locator('.editor-actions').getByRole('button', { name: 'Mark as Read' }).click();
    await until('read', async () => isRead(await spoken(workbench, 'Roofs')));
    await page.locator('.editor-actions').getByRole('button', { name: 'Mark as Unread' }).waitFor();

    await workbench.runCommand('Developer: Reload Window');
    await until('read still', async () => isRead(await spoken(workbench, 'Roofs')));
    expect(await spoken(workbench, 'Lichens on Slate')).toContain(', unread');
    await workbench.runCommand('Paperside: Filter Library…');
    await workbench.quickPick.type('is:read');
    await until('one paper', async () => (await tree.rows.count()) === 2);
    await workbench.screenshot('marks-filter');
  });
});

const looks = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
] as const;

test.each(looks)('the marks in %s', async (name, theme) => {
  await withWorkbench({ workspace: folder, theme, viewport: { width: 900, height: 500 } }, async (workbench) => {
    await openMoss(workbench, 'text.md');
    await workbench.editor.locator('.view-lines').first().click();
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await workbench.page.keyboard.type(' See @gutters; @slate; @roofs.');
    await choose(workbench, 'Gutters', /^Mark as Reading/);
    await choose(workbench, 'Roofs', /^Mark as Read(?!ing)/);
    await until('all marks', async () => (await spoken(workbench, 'Roofs')).includes(', read, cited'));
    const drawn = await workbench.tree.papers
      .locator('.custom-view-tree-node-item-icon')
      .evaluateAll((icons) => icons.map((icon) => icon.style.backgroundImage.startsWith('url("data:image/svg+xml')));
    expect(drawn).toEqual([true, true, true, true]);
    await workbench.screenshot(`marks-${name}`);
  });
});
