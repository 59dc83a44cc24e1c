import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { NoteBox } from '../noteBox.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

declare global {
  /** Defined in the page by axe's script. */
  var axe: { run(): Promise<{ readonly violations: readonly Violation[] }> };
}

/** What axe finds wrong in a page, as text for the failure message. */
async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { violations: found } = await axe.run();
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id} in ${node.html}: ${node.failureSummary}`));
  });
}

/** All files of the notes folder, as one text. */
function notes(workbench: Workbench): string {
  const folder = path.join(workbench.folder, 'notes');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

test('browse, read, take a note, search with a typo, cite', async () => {
  await withWorkbench({ workspace: 'media/sample', viewport: { width: 1440, height: 900 } }, async (workbench) => {
    const { page, quickPick, folder } = workbench;
    await workbench.openFile('draft.md');
    const tree = await workbench.openPaperside();
    expect(await tree.themes.count()).toBeGreaterThanOrEqual(4);
    await workbench.screenshot('1-themes');

    await tree.expand(tree.themes.first());
    const paper = tree.papers.first();
    const title = await paper.locator('.label-name').innerText();
    await paper.click();
    const reader = await workbench.readerFrame();
    await until('the title', async () => (await reader.locator('h1').innerText()).replaceAll(/\s+/g, ' ') === title);
    await workbench.screenshot('2-reader');

    const words = 'Compare the baselines with ours before Friday.';
    await new NoteBox(reader).click();
    await page.keyboard.type(words);
    const typed = Date.now();
    await until('the note on disk', () => notes(workbench).includes(words));
    console.log(`the note was on disk ${Date.now() - typed} ms after the last key`);
    await until('"Saved"', async () => (await reader.locator('.notes .status').innerText()) === 'Saved');
    await workbench.screenshot('3-note');

    await reader.getByRole('button', { name: 'Open note as file' }).click();
    await until('the note as a text', async () => (await workbench.prose()).includes(words));
    await workbench.editor.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' From the editor.');
    await until('the reader shows it', async () =>
      (await new NoteBox(reader).text()).includes(`${words} From the editor.`),
    );
    await page.keyboard.press('ControlOrMeta+s');
    await new NoteBox(reader).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' From the reader.');
    await until('the editor shows it', async () =>
      (await workbench.prose()).includes('From the editor. From the reader.'),
    );
    await until('all of it on disk', () => notes(workbench).includes(`${words} From the editor. From the reader.`));
    expect(await violations(reader)).toEqual([]);
    await workbench.screenshot('4-both');

    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('atention is all you need');
    await until('the right paper on top', async () => (await quickPick.labels())[0] === 'Attention Is All You Need');
    await workbench.screenshot('5-search');
    await page.keyboard.press('Enter');
    await until('it is shown', async () => (await reader.locator('h1').innerText()) === 'Attention Is All You Need');

    await workbench.openFile('draft.md');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('As shown');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await quickPick.type('attention is all');
    await until('the paper', async () => (await quickPick.labels())[0] === 'Attention Is All You Need');
    await page.keyboard.press('Enter');
    await until('the citation', async () => /As shown \[@attention-[\w-]+\]/.test(await workbench.prose()));
    const bibliography = readFileSync(path.join(folder, 'references.bib'), 'utf8');
    expect(bibliography).toContain('title = {Attention Is All You Need}');
    await workbench.screenshot('6-cited');
  });
});
