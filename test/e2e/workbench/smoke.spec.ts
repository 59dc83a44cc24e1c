import { expect, test } from 'vitest';
import { withWorkbench } from './withWorkbench.ts';

test('the Paperside container shows themes and their papers', async () => {
  await withWorkbench({}, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    expect(await tree.papers.count()).toBeGreaterThan(0);
    await workbench.runCommand('Paperside: Search Papers');
    await workbench.quickPick.type('otter');
    await workbench.quickPick.rows.first().waitFor();
    expect((await workbench.quickPick.labels())[0]).toContain('River Otters');
    await workbench.screenshot('smoke');
    await workbench.page.keyboard.press('Escape');
    await workbench.openFile('papers.txt');
    expect(await workbench.editorText()).toContain('River Otters and the Shape');
    expect(await workbench.page.getByText('Restricted Mode').count()).toBe(0);
  });
});
