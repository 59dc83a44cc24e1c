import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const abstract = 'Lichens grow slowly. We measured them for ten years on four walls. They like old mortar.';
const folder = mkdtempSync(path.join(tmpdir(), 'paperside-citing-'));
writeFileSync(
  path.join(folder, 'wall-papers.txt'),
  ['Lichens on Mortar', 'Lichens on Slate', 'Mosses in Gutters'].map((title) => `${title}\n\n${abstract}\n`).join('\n'),
);
writeFileSync(path.join(folder, 'text.md'), 'Walls live.\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('several papers are ticked, searched on, and cited as one cluster; Undo takes all of it back', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    const bibliography = path.join(workbench.folder, 'references.bib');
    await workbench.openFile('text.md');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await quickPick.type('mortar');
    await until('the first', async () => (await quickPick.labels())[0] === 'Lichens on Mortar');
    await quickPick.rows
      .first()
      .locator('input[type=checkbox], .monaco-checkbox, .quick-input-list-checkbox')
      .first()
      .click();
    await quickPick.type('gutters');
    await until(
      'the ticked one stays',
      async () => (await quickPick.labels()).join(' | ') === 'Lichens on Mortar | Mosses in Gutters',
    );
    await quickPick.rows
      .filter({ hasText: 'Mosses in Gutters' })
      .locator('input[type=checkbox], .monaco-checkbox, .quick-input-list-checkbox')
      .first()
      .click();
    await workbench.screenshot('several');
    await quickPick.input.press('Enter');
    await until('one cluster', async () =>
      /\[@lichens-on-mortar-\w+; @mosses-in-gutters-\w+\]/.test(await workbench.prose()),
    );
    await until('the new bibliography', () => existsSync(bibliography));
    expect(readFileSync(bibliography, 'utf8').match(/^@misc\{/gm)).toHaveLength(2);
    expect(await workbench.prose()).toContain('bibliography: references.bib');

    await workbench.runCommand('Notifications: Show Notifications');
    await page.locator('.notifications-center').getByRole('button', { name: 'Undo' }).click();
    await until('the text as it was', async () => (await workbench.prose()).trim() === 'Walls live.');
    await until('no bibliography', () => !existsSync(bibliography));
  });
});

test('the reader cites into the text that its own tab hides', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await workbench.openFile('text.md');
    await page.keyboard.press('ControlOrMeta+End');
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Mosses in Gutters').click();
    await workbench.readerFrame();
    await workbench.runCommand('View: Join All Editor Groups');
    await page.locator('.tab', { hasText: 'Mosses in Gutters' }).click();
    await (await workbench.readerFrame()).getByRole('button', { name: 'Insert citation' }).click();
    await until('the citation', async () => (await workbench.prose()).includes('[@mosses-in-gutters-'));
  });
});
