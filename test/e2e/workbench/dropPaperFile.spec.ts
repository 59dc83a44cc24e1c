import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { middleOf, placeOf } from './dragging.ts';
import { message } from './message.ts';
import { entry, mossFolder } from './mossFolder.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mossFolder('drop-file', { text: 'Walls live here.\n' });
writeFileSync(path.join(folder, 'extra.bib'), entry('hats', 'Mosses in Hats', 'Lead, Cora', 2023));

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Shift, held once the file is on its way, drops it into the text instead of opening it. */
async function dragWithShift({ page }: Workbench, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 4, { steps: 3 });
  await page.keyboard.down('Shift');
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.move(to.x + 1, to.y, { steps: 3 });
  await page.waitForTimeout(300);
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

test('a bibliography dropped into a text becomes what it becomes anyway, and is offered as paper file', async () => {
  const settings = { 'paperside.files': ['moss.bib'] };
  await withWorkbench({ workspace: folder, settings }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.openFile('text.md');
    await workbench.runCommand('View: Show Explorer');
    const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'extra.bib' });
    await file.waitFor();
    await dragWithShift(workbench, await middleOf(file), await placeOf(workbench, 'here'));
    await until('what Markdown makes of it', async () => (await workbench.prose()).includes('extra.bib'));
    await workbench.runCommand('Notifications: Show Notifications');
    const add = page.locator('.notifications-center').getByRole('button', { name: 'Add as Paper File' });
    await add.waitFor();
    await workbench.screenshot('drop-paper-file');
    await add.click();
    await message(workbench, 'extra.bib: 1 paper added.');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await quickPick.type('hats');
    await until('its paper', async () => (await quickPick.labels())[0] === 'Mosses in Hats');
  });
});
