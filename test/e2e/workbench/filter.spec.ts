import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { entry } from './mossFolder.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-filter-'));
const walls = Array.from({ length: 40 }, (_, at) => entry(`wall${at}`, `Lichens on Wall ${at + 1}`, 'Ada Stone', 2001));
writeFileSync(path.join(folder, 'walls.bib'), walls.join('\n'));
writeFileSync(
  path.join(folder, 'roofs.bib'),
  [
    entry('gutters', 'Mosses in Gutters', 'Ben Slate', 2019),
    entry('tiles', 'Tiles and What Grows on Them', 'Ada Stone', 2020),
    entry('gutters2', 'Why Gutters Clog: A Moss Story', 'Cora Lead', 2021),
  ].join('\n'),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const library = (workbench: Workbench): Locator => workbench.page.locator('.pane', { has: pane(workbench) });
const pane = ({ page }: Workbench): Locator => page.locator('.pane-header[aria-label^="Library"]');
const description = async (workbench: Workbench): Promise<string> =>
  (await pane(workbench).locator('.description').allInnerTexts()).join();
const message = (workbench: Workbench): Promise<string> => library(workbench).locator('.message').innerText();
const titles = ({ tree }: Workbench): Promise<string[]> => tree.rows.locator('.label-name').allInnerTexts();

async function open(workbench: Workbench): Promise<void> {
  await workbench.openPaperside();
  await workbench.runCommand('Paperside: Group by Source');
  await until('the files', async () => (await workbench.tree.themeNames()).join() === 'roofs.bib,walls.bib');
}

test('the tree follows what is typed; Escape takes the filter back, with everything that was open', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { quickPick, tree } = workbench;
    await open(workbench);
    await tree.expand(tree.row('roofs.bib'));
    const before = await titles(workbench);
    expect(before).toHaveLength(5);

    await workbench.runCommand('Paperside: Filter Library…');
    await quickPick.type('gutters');
    await until('two papers', async () => (await titles(workbench)).length === 3);
    expect((await titles(workbench)).toSorted()).toEqual([
      'Mosses in Gutters',
      'Why Gutters Clog: A Moss Story',
      'roofs.bib',
    ]);
    await until('the state', async () => (await description(workbench)) === '2 papers · “gutters”');
    await until(
      'how to clear',
      async () => (await message(workbench)) === 'Only papers that match “gutters”. "Clear Filter" shows all papers.',
    );
    expect(await tree.papers.locator('.highlight').allInnerTexts()).toEqual(['Gutters', 'Gutters']);
    await workbench.screenshot('filter');

    await quickPick.type('xqzwvxqzwv');
    await until('nothing', async () => (await message(workbench)).startsWith('No paper matches “xqzwvxqzwv”.'));
    expect(await titles(workbench)).toEqual([]);
    expect(await description(workbench)).toBe('no papers · “xqzwvxqzwv”');
    await workbench.screenshot('filter-nothing');

    await quickPick.type('lichens');
    await until('many papers stay closed', async () => (await titles(workbench)).join() === 'walls.bib');
    await quickPick.input.press('Escape');
    await until('all of it', async () => (await titles(workbench)).join() === before.join());
    await until('no filter to be said', async () => (await description(workbench)) === '');
  });
});

test('Enter keeps the filter until the button in the title, or an empty one, clears it', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { quickPick, tree } = workbench;
    await open(workbench);
    await pane(workbench).hover();
    expect(await pane(workbench).getByRole('button', { name: 'Clear Filter' }).count()).toBe(0);
    await pane(workbench).getByRole('button', { name: 'Filter Library…' }).click();
    await quickPick.type('slate');
    // Before the pause is over.
    await quickPick.input.press('Enter');
    await until('one paper', async () => (await titles(workbench)).join() === 'roofs.bib,Mosses in Gutters');
    await until('the input to go', async () => (await quickPick.input.count()) === 0);
    await until('the state', async () => (await description(workbench)) === '1 paper · “slate”');

    // Another grouping is filtered, too; Escape keeps the filter that there was.
    await pane(workbench).hover();
    await pane(workbench).getByRole('button', { name: 'Filter Library…' }).click();
    expect(await quickPick.input.inputValue()).toBe('slate');
    await quickPick.type('tiles');
    await until('the other', async () => (await titles(workbench)).includes('Tiles and What Grows on Them'));
    await quickPick.input.press('Escape');
    await until('as before', async () => (await titles(workbench)).join() === 'roofs.bib,Mosses in Gutters');

    await pane(workbench).hover();
    await workbench.screenshot('filter-kept');
    await pane(workbench).getByRole('button', { name: 'Clear Filter' }).click();
    await until('all', async () => (await titles(workbench)).join() === 'roofs.bib,walls.bib');
    await until('no filter to be said', async () => (await description(workbench)) === '');

    await workbench.runCommand('Paperside: Filter Library…');
    await quickPick.type('tiles');
    await until('filtered', async () => (await tree.papers.count()) === 1);
    await quickPick.type('');
    await until('empty clears', async () => (await titles(workbench)).join() === 'roofs.bib,walls.bib');
    await quickPick.input.press('Enter');
    await until('no filter to be said', async () => (await description(workbench)) === '');
  });
});
