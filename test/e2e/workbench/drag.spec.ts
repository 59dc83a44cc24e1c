import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { chosenServerVersion } from '../../support/installServer.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

/** The oldest VS Code refuses to show a dialog to a test. */
const showsDialogs = chosenServerVersion() !== '4.103.2';

function entry(key: string, title: string, author: string, year: number): string {
  return `@article{${key},\n  title = {${title}},\n  author = {${author}},\n  year = {${year}}\n}\n`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-drag-'));
writeFileSync(
  path.join(folder, 'moss.bib'),
  [
    entry('mortar', 'Lichens on Mortar', 'Stone, Ada', 2001),
    entry('slate', 'Lichens on Slate', 'Slate, Ben', 2019),
    entry('gutters', 'Mosses in Gutters', 'Lead, Cora', 2021),
  ].join('\n'),
);
writeFileSync(path.join(folder, 'text.md'), 'Walls live. Roofs, too.\n');
writeFileSync(path.join(folder, 'text.tex'), 'Walls live.\n');
writeFileSync(path.join(folder, 'own.dat'), entry('roofs', 'Roofs and What Grows on Them', 'Lead, Cora', 2022));
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
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(workbench: Workbench, text: string): Promise<void> {
  await workbench.openFile(text);
  const tree = await workbench.openPaperside();
  await workbench.runCommand('Paperside: Group by Source');
  await until('the file', async () => (await tree.themeNames()).includes('moss.bib'));
  await tree.expand(tree.row('moss.bib'));
}

/** By the mouse, as a hand does it: VS Code looks at the way, not only at its ends. */
async function drag({ page }: Workbench, from: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
  const box = await from.boundingBox();
  if (box === null) throw new Error('Nothing to drag.');
  await page.mouse.move(box.x + 60, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + box.height / 2 + 4, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.move(to.x + 1, to.y, { steps: 3 });
  await page.waitForTimeout(300);
  await page.mouse.up();
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('Nothing to drop on.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** In front of the words, where a cursor would stand. */
async function placeOf({ page }: Workbench, words: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((text) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      }
    }
    return undefined;
  }, words);
  if (place === undefined) throw new Error(`"${words}" is not on screen.`);
  return place;
}

test.each([
  ['the server', false],
  ['the browser', true],
])(
  'papers dragged into Markdown become a citation with its entries; one Undo takes it back (in %s)',
  async (_, web) => {
    await withWorkbench({ workspace: folder, web }, async (workbench) => {
      const { page, tree } = workbench;
      const bibliography = path.join(workbench.folder, 'references.bib');
      await open(workbench, 'text.md');
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

test('elsewhere papers fall as their keys', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { tree } = workbench;
    await open(workbench, 'text.tex');
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
    await open(workbench, 'text.md');
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

/** Waits for a message, wherever VS Code shows it. */
async function message(workbench: Workbench, text: string): Promise<void> {
  await workbench.runCommand('Notifications: Show Notifications');
  const texts = workbench.page.locator('.notification-list-item-message');
  await until(text, async () => (await texts.allInnerTexts()).some((one) => one.includes(text)));
  await workbench.runCommand('Notifications: Clear All Notifications');
}

test('files of the explorer dropped on the view are added; one that is no paper file is not', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { tree } = workbench;
    await open(workbench, 'text.md');
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
    await open(workbench, 'text.md');
    const files = { 'roofs.bib': entry('roofs', 'Roofs and What Grows on Them', 'Lead, Cora', 2022) };
    await dropForeign(tree.row('moss.bib'), { files });
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Copy' }).click();
    await until('the file', async () => (await tree.themeNames()).join() === 'moss.bib,roofs.bib');
    expect(readFileSync(path.join(workbench.folder, 'roofs.bib'), 'utf8')).toBe(files['roofs.bib']);
  });
});

test('a link is added to a new reading list, and once more to none', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick, tree } = workbench;
    await open(workbench, 'text.md');
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
