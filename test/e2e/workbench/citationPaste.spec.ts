import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-paste-'));
const entry = '@article{hats,\n  title = {Mosses in Hats},\n  doi = {10.1000/hats},\n  eprint = {2401.00001}\n}\n';
writeFileSync(path.join(folder, 'moss.bib'), entry);
writeFileSync(path.join(folder, 'own.json'), '[]');
writeFileSync(path.join(folder, 'text.md'), '---\nbibliography: own.json\n---\n\nWalls live');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pasteAtEnd(workbench: Workbench, text: string): Promise<void> {
  const { page } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openPaperside();
  await workbench.openFile('text.md');
  await page.keyboard.press('ControlOrMeta+End');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

test('a pasted identifier stays as it is, and the menu beside it makes it a citation', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    const own = path.join(workbench.folder, 'own.json');
    await pasteAtEnd(workbench, '10.1000/hats');
    await until('the plain text', async () => (await workbench.prose()).endsWith('Walls live10.1000/hats'));
    await page.locator('.post-edit-widget').waitFor();
    expect(readFileSync(own, 'utf8')).toBe('[]');
    await page.locator('.post-edit-widget .monaco-button').first().click();
    await page.locator('.action-widget, .context-view').getByText('Insert Citation of “Mosses in Hats”').waitFor();
    await workbench.screenshot('paste-as-citation');
    await page.locator('.action-widget, .context-view').getByText('Insert Citation of “Mosses in Hats”').click();
    await until('the citation', async () => (await workbench.prose()).endsWith('Walls live [@hats]'));
    await until('the entry', () => readFileSync(own, 'utf8').includes('"hats"'));
  });
});

test('whoever prefers citations pastes them at once; one Undo takes them back', async () => {
  const settings = { 'editor.pasteAs.preferences': ['paperside.citation'] };
  await withWorkbench({ workspace: folder, settings }, async (workbench) => {
    await pasteAtEnd(workbench, 'https://arxiv.org/abs/2401.00001v2');
    await until('the citation', async () => (await workbench.prose()).endsWith('Walls live [@hats]'));
    await workbench.page.keyboard.press('ControlOrMeta+z');
    await until('the text as it was', async () => (await workbench.prose()).endsWith('Walls live'));
  });
});

test('other texts are pasted as ever, as are all when the setting is off', async () => {
  const settings = { 'editor.pasteAs.preferences': ['paperside.citation'], 'paperside.citation.paste': false };
  await withWorkbench({ workspace: folder, settings }, async (workbench) => {
    await pasteAtEnd(workbench, '10.1000/hats');
    await until('the plain text', async () => (await workbench.prose()).endsWith('Walls live10.1000/hats'));
  });
});
