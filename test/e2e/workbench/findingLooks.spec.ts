import { expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const looks = [
  { name: 'light', theme: 'Default Light Modern', viewport: { width: 1280, height: 800 } },
  { name: 'high-contrast', theme: 'Default High Contrast', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', theme: 'Default Dark Modern', viewport: { width: 640, height: 700 } },
] as const;

test.each(looks)('a filter and papers for a paragraph on the sample: $name', async ({ name, theme, viewport }) => {
  const settings = { 'paperside.paragraphPapers.followCursor': true };
  await withWorkbench({ workspace: 'media/sample', theme, viewport, settings }, async (workbench) => {
    const { page, quickPick, tree } = workbench;
    await workbench.openFile('draft.md');
    await page.keyboard.press('Control+g');
    await quickPick.type(':30:1');
    await quickPick.input.press('Enter');
    await workbench.openPaperside();
    await page.locator('.pane-header[aria-label^="Papers for This Paragraph"]').click();
    const rows = page.locator('.pane', { has: page.locator('[aria-label^="Papers for This Paragraph"]') });
    await until('papers for it', async () => (await rows.locator('.monaco-list-row').count()) > 1);
    await workbench.runCommand('Paperside: Filter Library…');
    await quickPick.type('language models year:2020-');
    await until('marked titles', async () => (await tree.rows.locator('.highlight').count()) > 1);
    await page.waitForTimeout(500);
    await workbench.screenshot(`finding-${name}`);
    await quickPick.input.press('Enter');
    expect(await tree.rows.count()).toBeGreaterThan(1);
  });
});
