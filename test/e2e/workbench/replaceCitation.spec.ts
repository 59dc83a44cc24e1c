import { test } from 'vitest';
import { mossFolder } from './mossFolder.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mossFolder('replace', { text: '---\nbibliography: moss.bib\n---\n\nWalls live [see @slate, p. 3].' });

test('inside a key the command says that it replaces it, and leaves the locator; a second command asks for one', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.openFile('text.md');
    await page.keyboard.press('ControlOrMeta+End');
    // Between the last two letters of the key.
    for (let step = 0; step < 'e, p. 3].'.length; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await page.locator('.quick-input-title').getByText('Replace Citation “slate”').waitFor();
    await quickPick.type('gutters');
    await until('the other', async () => (await quickPick.labels())[0] === 'Mosses in Gutters');
    await workbench.screenshot('replace-citation');
    await quickPick.input.press('Enter');
    await until('the other key', async () => (await workbench.prose()).endsWith('Walls live [see @gutters, p. 3].'));

    await page.keyboard.press('ControlOrMeta+End');
    await workbench.runCommand('Paperside: Insert Citation with Locator…');
    await page.locator('.quick-input-title').getByText('Insert Citation', { exact: true }).waitFor();
    await quickPick.type('mortar');
    await until('the third', async () => (await quickPick.labels())[0] === 'Lichens on Mortar');
    await quickPick.input.press('Enter');
    await page.locator('.quick-input-title').getByText('Locator').waitFor();
    await page.keyboard.type('3]');
    await page.locator('.quick-input-message').getByText('This would end the citation too early').waitFor();
    await workbench.screenshot('citation-locator');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('-5');
    await page.keyboard.press('Enter');
    await until('the pages', async () => (await workbench.prose()).endsWith('p. 3]. [@mortar, pp. 3-5]'));
  });
});
