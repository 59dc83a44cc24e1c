import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

function entry(key: string, title: string, fields: string): string {
  return `@inproceedings{${key},\n  title = {${title}},\n  ${fields}\n}\n`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-tree-'));
const list = 'reading.bib';
writeFileSync(
  path.join(folder, list),
  [
    entry(
      'owls',
      'Owls at Night',
      'author = {Stone, Ada and Ash, Ben}, year = 2021, booktitle = {Proc. of ACL 2021}, abstract = {They hunt by ear.}',
    ),
    entry('bees', 'Bees by Day', 'author = {Stone, A. and Ash, Ben}, year = 2024, booktitle = {ACL}'),
    entry('ants', 'The Ants of 10 Hills', 'author = {M{\\"u}ller, Zo{\\"e}}, year = 2021, booktitle = {ICML 2021}'),
    entry(
      'moths',
      'Moths and 2 Lamps',
      'author = {Muller, Zoe and Stone, Ada}, booktitle = {International Conference on Machine Learning (ICML)}',
    ),
    entry('fleas', '<b>Fleas</b> $(bug) [x](command:y)', 'year = 1999'),
  ].join('\n'),
);
writeFileSync(path.join(folder, 'draft.md'), '# Draft\n\nAs said before [@moths], night is dark.\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = ({ tree }: Workbench): Promise<string[]> => tree.themeNames();
const titles = ({ tree }: Workbench): Promise<string[]> => tree.rows.locator('.label-name').allInnerTexts();
const selected = ({ page }: Workbench): Promise<string[]> =>
  page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row.selected .label-name').allInnerTexts();

async function group(workbench: Workbench, by: string, expected: readonly string[]): Promise<void> {
  await workbench.runCommand(`Paperside: Group by ${by}`);
  await until(`groups by ${by}`, async () => (await names(workbench)).join() === expected.join());
}

/** Opens a paper from the search: the tree is not where the click comes from. */
async function openFromSearch(workbench: Workbench, title: string): Promise<void> {
  await workbench.runCommand('Paperside: Search Papers');
  await workbench.quickPick.type(title);
  await until(`${title} to be found`, async () => (await workbench.quickPick.labels())[0] === title);
  await workbench.quickPick.input.press('Enter');
}

test('papers in groups of years, authors, venues and reading states, and in another order; remembered', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    const hover = page.locator('.workbench-hover');
    await workbench.openPaperside();
    await group(workbench, 'Year', ['2024', '2021', '1999', 'No Year']);
    await group(workbench, 'Author', ['Ash, Ben', 'Müller, Zoë', 'Stone, Ada', 'No Author']);
    await group(workbench, 'Venue', ['ACL', 'ICML', 'No Venue']);
    await group(workbench, 'Reading State', ['Unread', 'Reading', 'Read']);
    await tree.theme('Unread').locator('.monaco-tl-twistie').click();
    await tree.row('Owls').waitFor();
    await workbench.runCommand('Paperside: Sort by Title');
    // Signs before digits and letters.
    const sorted = [
      '<b>Fleas</b> $(bug) [x](command:y)',
      'The Ants of 10 Hills',
      'Bees by Day',
      'Moths and 2 Lamps',
      'Owls at Night',
    ];
    await until('titles from A to Z', async () => (await titles(workbench)).slice(1, 6).join() === sorted.join());

    await page.locator('.pane-header[aria-label^="Library"]').hover();
    await page
      .locator(
        '.pane-header[aria-label^="Library"] .action-label[aria-label^="Views and More Actions"], .pane-header[aria-label^="Library"] .codicon-toolbar-more',
      )
      .first()
      .click();
    await page.locator('.context-view .action-label', { hasText: 'Sort By' }).hover();
    await page.locator('.context-view .action-label', { hasText: '✓ Sort by Title' }).waitFor();
    expect(await page.locator('.context-view .action-label', { hasText: '✓' }).allInnerTexts()).toEqual([
      '✓ Sort by Title',
    ]);
    await workbench.screenshot('tree-sort-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await tree.row('Owls at Night').click();
    await workbench.readerFrame('h1');
    const reloaded = page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    await tree.row('The Ants').waitFor({ timeout: 60_000 });
    expect((await titles(workbench)).slice(1, 6)).toEqual(sorted);
    await until('the paper in the reader', async () => (await selected(workbench)).join() === 'Owls at Night');

    expect(await tree.row('Owls at Night').locator('.label-description').innerText()).toBe('Stone and Ash, 2021');
    await tree.row('Owls at Night').hover();
    await until('the abstract', async () => (await hover.innerText()).includes('They hunt by ear.'));
  });
});

test('the tree follows the reader, stays where one clicked, and shows any paper on command', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await workbench.openPaperside();
    await group(workbench, 'Author', ['Ash, Ben', 'Müller, Zoë', 'Stone, Ada', 'No Author']);
    await openFromSearch(workbench, 'Moths and 2 Lamps');
    await until('the moths', async () => (await selected(workbench)).join() === 'Moths and 2 Lamps');
    expect(await tree.theme('Müller, Zoë').getAttribute('aria-expanded')).toBe('true');
    expect(await tree.theme('Stone, Ada').getAttribute('aria-expanded')).toBe('false');

    // Owls stand under Ash, too, which is their first author's neighbour in the list: the click stays.
    await tree.theme('Ash, Ben').locator('.monaco-tl-twistie').click();
    await tree.row('Owls at Night').click();
    await workbench.readerFrame('h1');
    await page.waitForTimeout(1_000);
    expect(await selected(workbench)).toEqual(['Owls at Night']);
    expect(await tree.theme('Stone, Ada').getAttribute('aria-expanded')).toBe('false');

    // Another grouping keeps the selection.
    await group(workbench, 'Year', ['2024', '2021', '1999', 'No Year']);
    await until('2021 to open', async () => (await tree.theme('2021').getAttribute('aria-expanded')) === 'true');
    await until('the owls again', async () => (await selected(workbench)).join() === 'Owls at Night');

    // What changes on disk changes no more than it must.
    appendFileSync(path.join(workbench.folder, list), entry('wasps', 'Wasps in Autumn', 'year = 2021'));
    await tree.row('Wasps in Autumn').waitFor();
    expect(await selected(workbench)).toEqual(['Owls at Night']);
    await workbench.screenshot('tree-followed');

    // From a citation, through a filter.
    await workbench.runCommand('Paperside: Filter Library…');
    await workbench.quickPick.type('bees');
    await until('the bees', async () => (await titles(workbench)).join() === '2024,Bees by Day');
    await workbench.quickPick.input.press('Enter');
    await workbench.openFile('draft.md');
    await page.keyboard.press('ControlOrMeta+End');
    for (let at = 0; at < 20; at += 1) await page.keyboard.press('ArrowLeft');
    await workbench.runCommand('Paperside: Reveal in Library');
    // A loaded machine may show no toast; the message stays in the list.
    await workbench.runCommand('Notifications: Show Notifications');
    const message = page.locator('.notifications-center .notification-list-item', {
      hasText: 'The filter “bees” hides',
    });
    await until('the message', async () =>
      (await message.innerText()).includes('The filter “bees” hides “Moths and 2 Lamps”.'),
    );
    await workbench.screenshot('tree-reveal-hidden');
    await message.getByRole('button', { name: 'Clear Filter' }).click();
    await until('the moths', async () => (await selected(workbench)).join() === 'Moths and 2 Lamps');
    expect(await tree.theme('No Year').getAttribute('aria-expanded')).toBe('true');
  });
});
