import { expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

test('in the web extension host, which has no Node, papers are shown, found and opened', async () => {
  await withWorkbench({ web: true }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    expect(await tree.papers.count()).toBeGreaterThan(0);
    await workbench.runCommand('Paperside: Search Papers');
    await workbench.quickPick.type('sourdugh');
    await until('the paper', async () => (await workbench.quickPick.labels())[0]?.startsWith('Sourdough') === true);
    await workbench.page.keyboard.press('Enter');
    const reader = await workbench.readerFrame();
    await until('the abstract', async () => (await reader.locator('body').innerText()).includes('96 loaves'));
    await workbench.screenshot('web');
  });
});
