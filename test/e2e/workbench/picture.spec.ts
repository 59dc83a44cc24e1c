import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NoteBox } from '../noteBox.ts';
import { repositoryRoot } from '../../support/repositoryRoot.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

/** The looks that people use. The first is the picture of the README, which `npm run picture` renews. */
const looks = [
  ['picture', 'Default Dark Modern', { width: 1360, height: 850 }],
  ['light', 'Default Light Modern', { width: 1360, height: 850 }],
  ['high-contrast', 'Default High Contrast', { width: 1360, height: 850 }],
  ['narrow', 'Default Light Modern', { width: 820, height: 900 }],
] as const;

test.each(looks)('%s', async (name, theme, viewport) => {
  const options = { workspace: 'media/sample', theme, viewport, settings: { 'editor.minimap.enabled': false } };
  await withWorkbench(options, async (workbench) => {
    await workbench.openFile('draft.md');
    const tree = await workbench.openPaperside();
    // Whatever it is called: names follow the sample.
    await tree.expand(tree.themes.first());
    await workbench.runCommand('Paperside: Search Papers');
    await workbench.quickPick.type('self-rag');
    await until('the paper', async () => (await workbench.quickPick.labels())[0]?.startsWith('Self-RAG') === true);
    await workbench.page.keyboard.press('Enter');
    const reader = await workbench.readerFrame();
    await until('the note', async () => (await new NoteBox(reader).text()).length > 100);
    expect(await reader.locator('h1').innerText()).toContain('Self-RAG');
    await workbench.page.mouse.move(600, 5);
    const picture = await workbench.screenshot(name);
    if (name === 'picture' && process.env['PAPERSIDE_PICTURE'] !== undefined) {
      copyFileSync(picture, path.join(repositoryRoot, 'media/screenshot.png'));
    }
  });
});
