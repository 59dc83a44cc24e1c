import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { mossFolder, openMoss, roofs } from './mossFolder.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const folder = mossFolder('moves', {
  more: [roofs],
  text: '---\nbibliography: moss.bib\n---\n\nWalls live [@slate].\n\nGutters do, too [see @gutters, p. 3].\n\nNothing is cited here.\n',
});

/** Waits until a reader on screen shows a paper. */
async function shows(workbench: Workbench, title: string, milliseconds?: number): Promise<void> {
  const isShown = async (): Promise<boolean> => {
    const reader = await workbench.readerFrame();
    return (await reader.locator('h1').textContent()) === title;
  };
  await until(`"${title}" in the reader`, isShown, milliseconds);
}

async function tool(workbench: Workbench, name: string): Promise<Locator> {
  return (await workbench.readerFrame()).getByRole('button', { name, exact: true });
}

/** Titles of the tabs of readers, from left to right. */
async function readerTabs({ page }: Workbench): Promise<readonly string[]> {
  const tabs = await page.locator('.tab').allInnerTexts();
  return tabs.map((text) => text.trim()).filter((text) => !text.endsWith('.md'));
}

test('back and forward through what was read, on and back through the library, by mouse and by keyboard', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    await tree.row('Lichens on Mortar').click();
    await shows(workbench, 'Lichens on Mortar');
    await tree.row('Mosses in Gutters').click();
    await shows(workbench, 'Mosses in Gutters');
    expect(await readerTabs(workbench)).toEqual(['Mosses in Gutters']);

    await (await tool(workbench, 'Back')).click();
    await shows(workbench, 'Lichens on Mortar');
    await until('the first one', async () => {
      return (await (await tool(workbench, 'Back')).getAttribute('aria-disabled')) === 'true';
    });
    await (await tool(workbench, 'Forward')).click();
    await shows(workbench, 'Mosses in Gutters');
    await workbench.screenshot('reader-moves');

    await (await tool(workbench, 'Next paper')).click();
    await shows(workbench, 'Roofs and What Grows on Them');
    await until('the last one', async () => {
      return (await (await tool(workbench, 'Next paper')).getAttribute('aria-disabled')) === 'true';
    });
    await page.keyboard.press('Alt+PageUp');
    await shows(workbench, 'Mosses in Gutters');
    await page.keyboard.press('Alt+PageUp');
    await shows(workbench, 'Lichens on Slate');
    await page.keyboard.press('Alt+Shift+PageUp');
    await shows(workbench, 'Mosses in Gutters');
    await page.keyboard.press('Alt+Shift+PageDown');
    await shows(workbench, 'Lichens on Slate');
    // The tree goes along.
    await until('the row', async () => (await tree.row('Lichens on Slate').getAttribute('aria-selected')) === 'true');

    // Another order is another next paper.
    await workbench.runCommand('Paperside: Sort by Year');
    await until('that order', async () => {
      return (await tree.papers.first().innerText()).startsWith('Roofs');
    });
    await workbench.runCommand('Paperside: Next Paper');
    await shows(workbench, 'Lichens on Mortar');
    await until('its row', async () => (await tree.row('Lichens on Mortar').getAttribute('aria-selected')) === 'true');
    await workbench.runCommand('Paperside: Next Paper');
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = page.locator('.notifications-center .notification-list-item-message');
    const refusal = 'The library shows no paper after this one.';
    await until('why not', async () => (await messages.allInnerTexts()).includes(refusal));
  });
});

test('opening a paper leaves the keyboard in the text; it goes to the reader and its note when asked', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    await openMoss(workbench, 'text.md');
    await workbench.editor.locator('.view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('gutters');
    await until('the paper', async () => (await quickPick.labels())[0] === 'Mosses in Gutters');
    await quickPick.input.press('Enter');
    await shows(workbench, 'Mosses in Gutters');
    await page.keyboard.type('Still in the text.');
    await until('what was typed', async () => (await workbench.prose()).includes('Still in the text.'));

    await page.keyboard.press('ControlOrMeta+Shift+F9');
    const reader = await workbench.readerFrame();
    await until('the note', async () =>
      reader.evaluate(() => document.hasFocus() && document.activeElement?.closest('.notes') !== null),
    );
    await page.keyboard.type('Mine.');
    const note = path.join(workbench.folder, 'notes', 'gutters.md');
    await until('what was typed there', () => existsSync(note) && readFileSync(note, 'utf8').endsWith('Mine.'));
    // The keys of the reader work in the note.
    await page.keyboard.press('Alt+PageUp');
    await shows(workbench, 'Lichens on Slate');
  });
});

test('pinned readers keep their papers', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    await tree.row('Lichens on Mortar').click();
    await shows(workbench, 'Lichens on Mortar');
    await (await tool(workbench, 'Pin')).click();
    await tree.row('Lichens on Slate').click();
    await shows(workbench, 'Lichens on Slate');
    await workbench.runCommand('Paperside: Pin Reader');
    await until('a pinned one', async () => {
      return (await (await tool(workbench, 'Pin')).getAttribute('aria-pressed')) === 'true';
    });
    await tree.row('Mosses in Gutters').click();
    await shows(workbench, 'Mosses in Gutters');
    await tree.row('Roofs').click();
    await shows(workbench, 'Roofs and What Grows on Them');
    const tabs = ['Lichens on Mortar', 'Lichens on Slate', 'Roofs and What Grows on Them'];
    expect(await readerTabs(workbench)).toEqual(tabs);
    await workbench.screenshot('reader-pinned');

    // A pinned paper is looked at where it is.
    await tree.row('Lichens on Slate').click();
    await shows(workbench, 'Lichens on Slate');
    expect(await readerTabs(workbench)).toEqual(tabs);

    // Unpinned, it is the one that is reused next.
    await page.locator('.tab', { hasText: 'Mortar' }).click();
    await shows(workbench, 'Lichens on Mortar');
    await (await tool(workbench, 'Pin')).click();
    await (await tool(workbench, 'Next paper')).click();
    await shows(workbench, 'Lichens on Slate');
    expect(await readerTabs(workbench)).toEqual(['Lichens on Slate', 'Lichens on Slate', tabs[2]]);
  });
});

test('after a reload of the window readers are what they were: pinned or not, with the papers read before', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    await tree.row('Lichens on Slate').click();
    await shows(workbench, 'Lichens on Slate');
    await (await tool(workbench, 'Pin')).click();
    for (const title of ['Mosses in Gutters', 'Roofs and What Grows on Them']) {
      await tree.row(title).click();
      await shows(workbench, title);
    }
    await page.locator('.tab', { hasText: 'Slate' }).click();
    await shows(workbench, 'Lichens on Slate');
    const tabs = ['Lichens on Slate', 'Roofs and What Grows on Them'];
    await workbench.runCommand('Developer: Reload Window');
    await until('the readers', async () => (await readerTabs(workbench)).join() === tabs.join());
    // Extension host and library start anew.
    await shows(workbench, 'Lichens on Slate', 150_000);
    await until('a pinned one', async () => {
      return (await (await tool(workbench, 'Pin')).getAttribute('aria-pressed')) === 'true';
    });
    await page.locator('.tab', { hasText: 'Roofs' }).click();
    await shows(workbench, 'Roofs and What Grows on Them');
    await until('the way back', async () => {
      return (await (await tool(workbench, 'Back')).getAttribute('aria-disabled')) === 'false';
    });
    await (await tool(workbench, 'Back')).click();
    await shows(workbench, 'Mosses in Gutters');
    expect(await readerTabs(workbench)).toEqual([tabs[0], 'Mosses in Gutters']);
  });
}, 400_000);

test('the reader follows the cursor when told to, to the citation at which the writer pauses', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, tree } = workbench;
    await openMoss(workbench, 'text.md');
    await tree.row('Roofs').click();
    await shows(workbench, 'Roofs and What Grows on Them');
    const goTo = async (line: number): Promise<void> => {
      await workbench.editor.locator('.view-line', { hasText: line === 5 ? 'Walls' : 'Gutters' }).click();
      await page.keyboard.press('End');
      for (let at = 0; at < (line === 5 ? 3 : 8); at += 1) await page.keyboard.press('ArrowLeft');
    };
    await goTo(5);
    await page.waitForTimeout(800);
    await shows(workbench, 'Roofs and What Grows on Them');

    await workbench.runCommand('Paperside: Reader: Follow Cursor');
    await goTo(5);
    await shows(workbench, 'Lichens on Slate');
    await goTo(7);
    await shows(workbench, 'Mosses in Gutters');
    // Where nothing is cited, the last paper stays, and the text keeps the keyboard.
    await workbench.editor.locator('.view-line', { hasText: 'Nothing' }).click();
    await page.waitForTimeout(800);
    await shows(workbench, 'Mosses in Gutters');
    await page.keyboard.press('End');
    await page.keyboard.type(' See @roofs');
    await shows(workbench, 'Roofs and What Grows on Them');
    await workbench.screenshot('reader-follows');

    await workbench.runCommand('Paperside: Reader: Stop Following Cursor');
    await page.waitForTimeout(500);
    await goTo(5);
    await page.waitForTimeout(800);
    await shows(workbench, 'Roofs and What Grows on Them');
  });
});
