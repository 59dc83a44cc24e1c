import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const papers: readonly (readonly [key: string, title: string, abstract: string])[] = [
  ['mortar2019', 'Lichens on Old Mortar', 'Lichens grow on old mortar. We measured $x^2$ thalli on four walls.'],
  ['slate2020', 'Lichens on Slate Roofs', 'Slate is colonised by lichens late, and old slate more than new slate.'],
  ['gutters/21', 'Mosses That Clog Gutters of Houses near the Sea in the Years after Long Storms', 'Gutters clog.'],
];
const entries = papers.map(
  ([key, title, abstract]) =>
    `@article{${key},\n  title = {${title}},\n  author = {Stone, Ada and Reed, Ben},\n  year = {2019},\n  abstract = {${abstract}}\n}\n`,
);
const folder = mkdtempSync(path.join(tmpdir(), 'paperside-completion-'));
writeFileSync(path.join(folder, 'walls.bib'), entries.join('\n'));
writeFileSync(path.join(folder, 'text.md'), 'Walls [@slate2020].\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const widget = ({ page }: Workbench): Locator => page.locator('.suggest-widget.visible');
const labels = (workbench: Workbench): Promise<string[]> =>
  widget(workbench).locator('.monaco-list-row .label-name').allInnerTexts();
/** The text, with the cursor behind it, once the library is read: before that there is nothing to offer. */
async function openText(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('text.md');
  await page.keyboard.press('ControlOrMeta+End');
  const offers = async (): Promise<boolean> => {
    await page.keyboard.type('@');
    await page.waitForTimeout(1_000);
    const isOffered = (await labels(workbench)).length > 0;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    return isOffered;
  };
  await until('papers are offered', offers, 60_000);
}

/** As a person types: VS Code asks for each letter. */
const type = ({ page }: Workbench, text: string): Promise<void> => page.keyboard.type(text, { delay: 60 });
const firstIs = (workbench: Workbench, title: string): Promise<void> =>
  until(`${title} first`, async () => (await labels(workbench))[0] === title);

test('type @, some words of a title, Enter: the key stands there; what is dismissed comes back after a deletion only', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await openText(workbench);
    await type(workbench, 'Mortar [@');
    // What is cited in the text comes first.
    await firstIs(workbench, 'Lichens on Slate Roofs');
    await workbench.screenshot('completion-blank');
    await type(workbench, 'old lichens mor');
    await until('one paper', async () => (await labels(workbench)).join(' | ') === 'Lichens on Old Mortar');
    await page.keyboard.press('ControlOrMeta+Space');
    await widget(workbench).page().locator('.suggest-details', { hasText: 'Lichens grow on old mortar' }).waitFor();
    await workbench.screenshot('completion-details');
    await page.keyboard.press('Enter');
    await until('the citation', async () => (await workbench.prose()).includes('Mortar [@mortar2019]'));

    await page.keyboard.press('End');
    await type(workbench, ' and @zzzq');
    await until('no list', async () => (await widget(workbench).count()) === 0);
    for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Backspace', { delay: 60 });
    await firstIs(workbench, 'Lichens on Old Mortar');
    await type(workbench, 'gutt');
    await until('one paper', async () => (await labels(workbench))[0]?.startsWith('Mosses That Clog') === true);
    await workbench.screenshot('completion-long-title');
    await page.keyboard.press('Tab');
    await until('the second one', async () => (await workbench.prose()).includes('[@mortar2019] and @gutters/21'));

    // Mails, code and plain words stay alone.
    await type(workbench, ' me@mortar lichens `@slate ');
    expect(await widget(workbench).count()).toBe(0);
    await type(workbench, '` @mor');
    await firstIs(workbench, 'Lichens on Old Mortar');
    await page.keyboard.press('Escape');
    await until('no list', async () => (await widget(workbench).count()) === 0);
    await type(workbench, 'tar');
    expect(await widget(workbench).count()).toBe(0);
    expect(await workbench.prose()).toContain('and @gutters/21 me@mortar lichens `@slate ` @mortar');
  });
});
