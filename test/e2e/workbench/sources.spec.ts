import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { paperWriters } from '../../support/paperWriters.ts';
import { writtenPapers } from '../../support/writtenPapers.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-sources-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function entries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `@article{key${index},\n  title = {Survey ${index} of the Tides of ${2 + index}},\n  author = {Moss, Ana},\n  year = {2020}\n}\n`,
  ).join('\n');
}

test('files of several formats: grouped by source, by theme from headings, and after a reload as chosen', async () => {
  mkdirSync(path.join(folder, 'exports'));
  writeFileSync(path.join(folder, 'exports', 'tides.bib'), entries(701));
  writeFileSync(
    path.join(folder, 'reading-papers.md'),
    '# Reading\n\n## Winds\n\n- [Winds at Night](https://arxiv.org/abs/2401.00001) - Ana Moss (2024)\n- [Winds by Day](https://arxiv.org/abs/2401.00002) - Ana Moss (2024)\n\n## Old Maps\n\n- [Maps of the Moon](https://doi.org/10.1000/maps) - Ana Moss (2019)\n',
  );
  writeFileSync(path.join(folder, 'exports', 'broken.ris'), 'TY  - JOUR\nAU  - Moss, Ana\nER  - \n');
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    const tree = await workbench.openPaperside();
    await until('the headings as themes', async () => {
      const labels = await tree.themes.allInnerTexts();
      return ['Winds', 'Old Maps'].every((label) => labels.some((text) => text.includes(label)));
    });
    await workbench.screenshot('file-themes');
    await workbench.runCommand('Paperside: Group by Source');
    await until('the files', async () => (await tree.themes.allInnerTexts()).join().includes('tides.bib'));
    expect(await tree.themeNames()).toEqual(['broken.ris', 'tides.bib', 'reading-papers.md']);
    expect((await tree.themes.allInnerTexts()).join()).toContain('no papers');
    await tree.expand(tree.row('reading-papers.md'));
    await tree.row('Maps of the Moon').waitFor();
    await tree.row('tides.bib').locator('.monaco-tl-twistie').click();
    await tree.row('601 – 701').waitFor();
    await workbench.screenshot('by-source');
    await tree.row('601 – 701').locator('.monaco-tl-twistie').click();
    await tree.row('Survey 600 of').waitFor();
    await tree.row('Survey 600 of').click({ button: 'right' });
    // A menu takes no click so soon after it opened.
    await page.getByRole('menuitem', { name: 'Reveal in Paper File' }).hover();
    await page.keyboard.press('Enter');
    await until('the entry', async () => (await workbench.prose()).includes('key600'));
    await workbench.runCommand('Developer: Reload Window');
    await until('the files again', async () => (await tree.themes.allInnerTexts()).join().includes('tides.bib'));
  });
});

test('a workspace of two folders: each by its own setting, and the same paper in both is one', async () => {
  const root = path.join(folder, 'two-roots');
  mkdirSync(path.join(root, 'first'), { recursive: true });
  mkdirSync(path.join(root, 'second', '.vscode'), { recursive: true });
  writeFileSync(path.join(root, 'first', 'mine.bib'), entries(2));
  writeFileSync(path.join(root, 'first', 'other.ris'), 'TY  - JOUR\nTI  - Read in the First Folder\nER  - \n');
  writeFileSync(path.join(root, 'second', 'yours.bib'), entries(1));
  writeFileSync(path.join(root, 'second', 'other.ris'), 'TY  - JOUR\nTI  - Left out in the Second\nER  - \n');
  writeFileSync(path.join(root, 'second', '.vscode', 'settings.json'), '{ "paperside.files": ["*.bib"] }');
  writeFileSync(path.join(root, 'both.code-workspace'), '{ "folders": [{ "path": "first" }, { "path": "second" }] }');
  await withWorkbench({ workspace: root, workspaceFile: 'both.code-workspace' }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await workbench.runCommand('Paperside: Group by Source');
    await until('three files', async () => (await tree.themes.count()) === 3);
    expect(await tree.themeNames()).toEqual(['mine.bib', 'other.ris', 'yours.bib']);
    expect((await tree.themes.allInnerTexts()).join()).toContain('second');
    await tree.expand(tree.row('yours.bib'));
    await tree.row('Survey 0 of').waitFor();
    await workbench.screenshot('two-folders');
  });
});

test('ten thousand papers: the tree can be used while themes and index are still being made', async () => {
  const root = path.join(folder, 'large');
  mkdirSync(root);
  const { papers, corpus } = writtenPapers(10_000);
  writeFileSync(path.join(root, 'library.bib'), paperWriters['bibtex']?.(papers) ?? '');
  await withWorkbench({ workspace: root }, async (workbench) => {
    // The extension is activated by the view that is opened here.
    const start = performance.now();
    const since = (): string => `${(performance.now() - start).toFixed(0)} ms`;
    const tree = await workbench.openPaperside();
    const shown = since();
    await until('stretches or themes', async () => (await tree.themes.count()) > 0);
    await tree.themes.first().locator('.monaco-tl-twistie').click();
    await tree.papers.first().waitFor();
    const opened = since();
    await until('themes', async () => (await tree.themes.count()) > 10);
    console.log(`10,000 ${corpus}: first rows after ${shown}, a group open after ${opened}, themes after ${since()}`);
    await workbench.screenshot('ten-thousand');
    await workbench.runCommand('Paperside: Group by Source');
    await until('the file', async () => (await tree.themeNames()).join() === 'library.bib');
    await tree.themes.first().locator('.monaco-tl-twistie').click();
    await tree.row('1 – 200').locator('.monaco-tl-twistie').click();
    await until('the first paper of the file', async () => {
      const title = papers[0]?.title.slice(0, 30) ?? '';
      return (await tree.rows.allInnerTexts()).some((text) => text.replaceAll('\u00a0', ' ').includes(title));
    });
  });
});
