import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-tree-looks-'));
const letters = 'BCDFGHKLMNPRSTVZ';
writeFileSync(
  path.join(folder, 'many.bib'),
  Array.from({ length: 720 }, (_, at) => {
    const family = `${letters[at % 16] ?? ''}${'aeiou'[at % 5] ?? ''}${letters[Math.trunc(at / 16) % 16]?.toLowerCase() ?? ''}er`;
    const venue =
      at % 3 === 0 ? 'Proc. of ACL 2020' : at % 3 === 1 ? `Journal of ${'Very Long Names and '.repeat(40)}` : '';
    return `@article{key${String(at)}, title={Tides of Island ${String(at)}}, author={${family}, Ada and Ash, Ben}, year={${String(2024 - (at % 30))}}, journal={${venue}}}`;
  }).join('\n'),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['dark', 'Default Dark Modern', 1200],
  ['light', 'Default Light Modern', 1200],
  ['high-contrast', 'Default High Contrast', 1200],
  ['narrow', 'Default Dark Modern', 480],
])('the tree in a %s window', async (name, theme, width) => {
  await withWorkbench({ workspace: folder, theme, viewport: { width, height: 800 } }, async (workbench) => {
    const { tree } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Group by Source');
    await workbench.runCommand('Paperside: Sort by Title');
    await until('the file', async () => (await tree.themeNames()).join() === 'many.bib');
    await tree.theme('many.bib').locator('.monaco-tl-twistie').click();
    await until('the stretches', async () => (await tree.rows.count()) === 5);
    expect(await tree.papers.locator('.label-name').allInnerTexts()).toEqual([
      '1 – 200',
      '201 – 400',
      '401 – 600',
      '601 – 720',
    ]);
    expect(await tree.papers.locator('.label-description').allInnerTexts()).toEqual([
      'Tides of Island 0 – Tides of Island 199',
      'Tides of Island 200 – Tides of Island 399',
      'Tides of Island 400 – Tides of Island 599',
      'Tides of Island 600 – Tides of Island 719',
    ]);
    await workbench.screenshot(`tree-stretches-${name}`);
    await workbench.runCommand('Paperside: Group by Venue');
    await until('the venues', async () => (await tree.themeNames()).includes('ACL'));
    await tree.theme('ACL').hover();
    await workbench.page.locator('.workbench-hover').waitFor();
    await workbench.screenshot(`tree-venues-${name}`);
    await workbench.runCommand('Paperside: Group by Author');
    await until('the letters', async () => (await tree.themeNames()).includes('Z'));
    await tree.theme('B').locator('.monaco-tl-twistie').click();
    await tree.row('Ada').first().waitFor();
    await workbench.screenshot(`tree-authors-${name}`);
  });
});
