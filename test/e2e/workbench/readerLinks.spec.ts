import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

function entry(key: string, title: string, more: string): string {
  return `@article{${key},\n  title = {${title}},\n${more}\n}\n`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-links-'));
writeFileSync(
  path.join(folder, 'walls.bib'),
  [
    entry(
      'mortar',
      'Lichens on Old Mortar',
      '  author = {Ada Stone and Ben "Bo" Slate},\n  year = {2019},\n  journal = {Journal of Walls},\n  keywords = {slow growth, lichen}',
    ),
    entry('gutters', 'Mosses in Gutters', '  author = {Stone, Ada},\n  year = {2020},\n  journal = {Roof Letters}'),
    entry('tiles', 'What Grows on Tiles', '  author = {Bo Stone},\n  year = {2019},\n  keywords = {slow growth}'),
  ].join('\n'),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The query that the search was opened with and what it finds, sorted. */
async function searched({ quickPick }: Workbench, query: string, titles: readonly string[]): Promise<void> {
  await until(`the search for ${query}`, async () => (await quickPick.input.inputValue()) === query);
  await until(`what ${query} finds`, async () => (await quickPick.labels()).toSorted().join() === titles.join());
  await quickPick.input.press('Escape');
  await until('the end of the search', async () => (await quickPick.input.count()) === 0);
}

test('authors, venue, year and keywords of the reader open the search, by mouse and by keyboard', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Lichens on Old Mortar').click();
    const reader = await workbench.readerFrame();
    const link = (name: string) => reader.getByRole('button', { name, exact: true });

    await link('Ada Stone').click();
    await searched(workbench, 'author:"Ada Stone"', ['Lichens on Old Mortar', 'Mosses in Gutters']);
    await link('Journal of Walls').click();
    await searched(workbench, 'venue:"Journal of Walls"', ['Lichens on Old Mortar']);
    await link('slow growth').click();
    await searched(workbench, 'keyword:"slow growth"', ['Lichens on Old Mortar', 'What Grows on Tiles']);

    await link('2019').focus();
    await workbench.page.keyboard.press('Enter');
    await searched(workbench, 'year:2019', ['Lichens on Old Mortar', 'What Grows on Tiles']);
    await until('the focus where it was', async () =>
      link('2019').evaluate((node) => node === document.activeElement && document.hasFocus()),
    );
    // Quotes of a name cannot end the phrase.
    await link('Ben "Bo" Slate').focus();
    await workbench.page.keyboard.press('Space');
    await searched(workbench, 'author:"Ben Bo Slate"', ['Lichens on Old Mortar']);
  });
});
