import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drag, middleOf, placeOf } from './dragging.ts';
import { message } from './message.ts';
import { mossFolder, openMoss } from './mossFolder.ts';
import { showsDialogs } from './showsDialogs.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mossFolder('drag');
writeFileSync(path.join(folder, 'text.tex'), 'Walls \\cite{mortar} live.\n\\bibliography{moss}\n');
writeFileSync(path.join(folder, 'text.txt'), 'Walls live.\n');

test.each([
  ['the server', false],
  ['the browser', true],
])(
  'papers dragged into Markdown become a citation with its entries; one Undo takes it back (in %s)',
  async (_, web) => {
    await withWorkbench({ workspace: folder, web }, async (workbench) => {
      const { page, tree } = workbench;
      const bibliography = path.join(workbench.folder, 'references.bib');
      await openMoss(workbench, 'text.md');
      await tree.row('Lichens on Slate').click({ modifiers: ['Control'] });
      await tree.row('Mosses in Gutters').click({ modifiers: ['Control'] });
      await drag(workbench, tree.row('Mosses in Gutters'), await placeOf(workbench, '. Roofs'));
      await until('the citation', async () =>
        (await workbench.prose()).includes('Walls live [@slate; @gutters]. Roofs, too.'),
      );
      await workbench.screenshot('drag-into-text');
      expect(await workbench.prose()).toContain('bibliography: references.bib');
      await until(
        'the entries',
        () => existsSync(bibliography) && readFileSync(bibliography, 'utf8').includes('{gutters,'),
      );

      // VS Code forgets a drag that begins while the tree is made anew.
      await until('the new file in the tree', async () => (await tree.themeNames()).includes('references.bib'));
      // Into the brackets, behind what is there.
      await drag(workbench, tree.row('Lichens on Mortar'), await placeOf(workbench, 'slate; '));
      await until('one more', async () => (await workbench.prose()).includes('[@slate; @mortar; @gutters]'));
      expect(readFileSync(bibliography, 'utf8')).toContain('{mortar,');
      await workbench.editor.locator('.view-lines').first().click();
      await page.keyboard.press('ControlOrMeta+z');
      await until('one less', async () =>
        (await workbench.prose()).includes('Walls live [@slate; @gutters]. Roofs, too.'),
      );
      await page.keyboard.press('ControlOrMeta+z');
      await until('none', async () => (await workbench.prose()).trim() === 'Walls live. Roofs, too.');
    });
  },
);

test('where no citation can stand nothing falls, with the reason', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { tree } = workbench;
    const code = '---\nbibliography: moss.bib\n---\n\n```\nlet stone;\n```\n\nWalls live.\n';
    writeFileSync(path.join(workbench.folder, 'code.md'), code);
    await openMoss(workbench, 'code.md');
    await drag(workbench, tree.row('Lichens on Slate'), await placeOf(workbench, 'stone'));
    await message(workbench, 'The citation was not inserted because the cursor is in code');
    expect(await workbench.prose()).toContain('let stone;');
  });
});

test('papers dragged into LaTeX are cited as LaTeX has it, beside what is cited there', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.tex');
    await tree.row('Lichens on Slate').click({ modifiers: ['Control'] });
    await tree.row('Mosses in Gutters').click({ modifiers: ['Control'] });
    await drag(workbench, tree.row('Mosses in Gutters'), await placeOf(workbench, ' live'));
    const cited = 'Walls \\cite{mortar,slate,gutters} live.';
    await until('the citation', async () => (await workbench.prose()).includes(cited));
    await drag(workbench, tree.row('Lichens on Slate'), await placeOf(workbench, '.'));
    await until('another', async () =>
      (await workbench.prose()).includes(`${cited.slice(0, -1)} \\cite{slate,gutters}.`),
    );
    await page.keyboard.press('ControlOrMeta+z');
    await until('one less', async () => (await workbench.prose()).includes(cited));
  });
});

test('elsewhere papers fall as their keys', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { tree } = workbench;
    await openMoss(workbench, 'text.txt');
    await tree.row('Lichens on Slate').click({ modifiers: ['Control'] });
    await tree.row('Mosses in Gutters').click({ modifiers: ['Control'] });
    await drag(workbench, tree.row('Mosses in Gutters'), await placeOf(workbench, '.'));
    await until('the keys', async () => (await workbench.prose()).includes('Walls liveslate, gutters.'));
  });
});

function linked(title: string): string {
  return `- [${title}](https://example.org/${title.replaceAll(' ', '-')}.pdf)\n`;
}

test('papers are dragged from theme to theme, and a theme into another', async () => {
  const themes = mkdtempSync(path.join(tmpdir(), 'paperside-drag-themes-'));
  writeFileSync(
    path.join(themes, 'moss-papers.md'),
    [
      ['# Walls', 'Lichens on Mortar', 'Lichens on Slate'],
      ['# Roofs', 'Mosses in Deep Gutters', 'Tiles and What Grows on Them'],
    ]
      .map(([heading, ...titles]) => `${heading}\n\n${titles.map(linked).join('')}`)
      .join('\n'),
  );
  try {
    await withWorkbench({ workspace: themes }, async (workbench) => {
      const { page, tree } = workbench;
      await workbench.openPaperside();
      const names = async (): Promise<string> => (await tree.themes.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
      await until('the themes', async () => (await tree.themeNames()).toSorted().join() === 'Roofs,Walls');
      await tree.row('Walls').locator('.monaco-tl-twistie').click();
      await tree.row('Lichens on Slate').waitFor();
      await drag(workbench, tree.row('Lichens on Slate'), await middleOf(tree.row('Roofs')));
      await until('three and one', async () => /Roofs\s?3/.test(await names()) && /Walls\s?1/.test(await names()));
      await workbench.screenshot('drag-to-theme');
      expect(existsSync(path.join(workbench.folder, 'paperside.themes.json'))).toBe(true);

      if (!showsDialogs) return;
      await drag(workbench, tree.row('Walls'), await middleOf(tree.row('Roofs')));
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Merge' }).waitFor();
      await workbench.screenshot('drag-merge');
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Merge' }).click();
      await until('one theme', async () => /^Roofs\s?4$/.test(await names()));
    });
  } finally {
    rmSync(themes, { recursive: true, force: true });
  }
});

test('papers dragged onto a reading state are in it', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { tree } = workbench;
    await openMoss(workbench, 'text.md');
    await workbench.runCommand('Paperside: Group by Reading State');
    await until('the states', async () => (await tree.themeNames()).join() === 'Unread,Reading,Read');
    await tree.expand(tree.row('Unread'));
    await drag(workbench, tree.row('Lichens on Slate'), await middleOf(tree.themes.nth(2)));
    const states = async (): Promise<string> => (await tree.themes.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
    await until('read', async () => {
      if ((await states()) === 'Unread2 Reading0 Read1') return true;
      throw new Error(await states());
    });
    await workbench.screenshot('drag-to-state');
  });
});
