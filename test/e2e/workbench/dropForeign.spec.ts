import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { message } from './message.ts';
import { entry, mossFolder, openMoss, roofs } from './mossFolder.ts';
import { showsDialogs } from './showsDialogs.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const folder = mossFolder('drop');
writeFileSync(path.join(folder, 'own.dat'), roofs);
writeFileSync(path.join(folder, 'letter.dat'), '{"to": "Ada"}\n');
mkdirSync(path.join(folder, 'shelf', 'deep'), { recursive: true });
mkdirSync(path.join(folder, 'empty'));
writeFileSync(path.join(folder, 'empty', 'settings.json'), '{"colour": "grey"}\n');
writeFileSync(path.join(folder, 'shelf', 'settings.json'), '{"colour": "grey"}\n');
writeFileSync(
  path.join(folder, 'shelf', 'stones.json'),
  JSON.stringify([
    { id: 'a', type: 'book', title: 'Stones' },
    { id: 'b', type: 'book', title: 'More Stones' },
  ]),
);
writeFileSync(
  path.join(folder, 'shelf', 'deep', 'more.txt'),
  entry('pebbles', 'Pebbles of the Lake', 'Lead, Cora', 2020),
);

/** What comes from elsewhere: texts by type, and files with what is in them, as a browser gives them. */
interface Foreign {
  readonly texts?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** Drops something from outside of the page on a row. */
async function dropForeign(target: Locator, { texts = {}, files = {} }: Foreign): Promise<void> {
  await target.evaluate(
    (row, given) => {
      const dataTransfer = new DataTransfer();
      for (const [type, text] of Object.entries(given.texts)) dataTransfer.setData(type, text);
      for (const [name, text] of Object.entries(given.files)) dataTransfer.items.add(new File([text], name));
      const { left, top, width, height } = row.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        row.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at }));
      }
    },
    { texts, files },
  );
}

/** As the explorer of this window names a file of the folder. */
function explorerUri({ page, folder: root }: Workbench, file: string): string {
  return `vscode-remote://${new URL(page.url()).host}${root}/${file}`;
}

test('files of the explorer dropped on the view are added; one that is no paper file is not', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { tree } = workbench;
    await openMoss(workbench, 'text.md');
    await dropForeign(tree.row('moss.bib'), { texts: { 'text/uri-list': explorerUri(workbench, 'own.dat') } });
    await message(workbench, 'own.dat: 1 paper added.');
    await until('the file', async () => (await tree.themeNames()).join() === 'moss.bib,own.dat');
    await dropForeign(tree.row('moss.bib'), { texts: { 'text/uri-list': explorerUri(workbench, 'letter.dat') } });
    await message(workbench, 'letter.dat was not added because it is in no format that Paperside reads');
    await dropForeign(tree.row('moss.bib'), { texts: { 'text/uri-list': explorerUri(workbench, 'own.dat') } });
    await message(workbench, 'own.dat is already one of the paper files.');
    expect(await tree.themeNames()).toEqual(['moss.bib', 'own.dat']);
    await dropForeign(tree.row('moss.bib'), { texts: { 'text/uri-list': explorerUri(workbench, 'shelf') } });
    await message(workbench, '2 files: 3 papers added.');
    expect(await tree.themeNames()).toEqual(['moss.bib', 'own.dat', 'more.txt', 'stones.json']);
    await dropForeign(tree.row('moss.bib'), { texts: { 'text/uri-list': explorerUri(workbench, 'empty') } });
    await message(workbench, 'Nothing was added because no file in the folder is in a format that Paperside reads');
    await dropForeign(tree.row('moss.bib'), { texts: { 'text/uri-list': explorerUri(workbench, 'nowhere.bib') } });
    await message(workbench, 'nowhere.bib was not added because it cannot be read.');
  });
});

test.runIf(showsDialogs)('a file that only the browser has is copied into the folder', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    const files = { 'roofs.bib': roofs };
    await dropForeign(tree.row('moss.bib'), { files });
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Copy' }).click();
    await until('the file', async () => (await tree.themeNames()).join() === 'moss.bib,roofs.bib');
    expect(readFileSync(path.join(workbench.folder, 'roofs.bib'), 'utf8')).toBe(files['roofs.bib']);
  });
});

test('a link is added to a new reading list, and once more to none', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick, tree } = workbench;
    await openMoss(workbench, 'text.md');
    const url = 'https://arxiv.org/abs/2401.00001';
    const texts = {
      'text/uri-list': url,
      'text/html': `<a href="${url}">[2401.00001] Mosses [of] Walls</a>`,
      'text/plain': url,
    };
    await dropForeign(tree.row('moss.bib'), { texts });
    await until('the title', async () => (await quickPick.input.inputValue()) === 'Mosses [of] Walls');
    await workbench.screenshot('drag-link');
    await page.keyboard.press('Enter');
    const list = path.join(workbench.folder, 'papers.md');
    await until('the list', () => existsSync(list));
    expect(readFileSync(list, 'utf8')).toBe(`# Papers\n\n- [Mosses \\[of\\] Walls](${url})\n`);
    await until('in the view', async () => (await tree.themeNames()).join() === 'moss.bib,papers.md');
    await dropForeign(tree.row('moss.bib'), { texts });
    await message(workbench, '"Mosses [of] Walls" is already in the library.');
    await dropForeign(tree.row('moss.bib'), {
      texts: { 'text/uri-list': 'javascript:alert(1)', 'text/plain': 'command:x' },
    });
    await message(workbench, 'Nothing was added: drop paper files, or links to papers that begin with "https:".');
  });
});
