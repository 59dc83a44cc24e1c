import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stagedExtension } from '../../support/extensionBuild.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const top = mkdtempSync(path.join(tmpdir(), 'paperside-races-'));
const folder = path.join(top, 'workspace');
const extension = path.join(top, 'extension');
const abstract = 'They grow slowly. We measured them for ten years on four walls. They like old mortar.';
const titles = ['Lichens on Mortar', 'Lichens on Slate', 'Lichens on Brick', 'Mosses in Gutters', 'Ferns of Harbours'];

/**
 * Paperside as it is packaged, but its worker is moody. Queries with "lich" are answered late and out of order, as is
 * everything while "lich" was asked last; queries with "brick" are taken for outdated ones once; every answer to
 * "on" has another order, and the next one comes a second later, because the library says that it has changed.
 */
const worker = `
const { parentPort } = require('node:worker_threads');
const post = parentPort.postMessage.bind(parentPort);
const asked = new Map();
const times = new Map();
let moody = false;
let delay = 0;
parentPort.postMessage = (message, transfer) => {
  const query = asked.get(message.id);
  asked.delete(message.id);
  const count = (times.get(query) ?? 0) + 1;
  times.set(query, count);
  if (query === 'brick' && count === 1) message = { ...message, value: { answers: [], indexing: false, superseded: true } };
  if (query === 'on') {
    const { answers } = message.value;
    const turn = count % answers.length;
    message = { ...message, value: { ...message.value, answers: [...answers.slice(turn), ...answers.slice(0, turn)] } };
    setTimeout(() => post({ kind: 'event', name: 'step', value: undefined }), 1_000);
  }
  delay = (delay + 170) % 400;
  if (moody) setTimeout(() => post(message, transfer), delay);
  else post(message, transfer);
};
parentPort.on('message', ({ id, method, args }) => {
  if (method !== 'search') return;
  asked.set(id, args[0].query);
  moody = args[0].query.startsWith('lich');
});
require('./realEngineWorker.js');
`;

beforeAll(() => {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'wall-papers.txt'), titles.map((title) => `${title}\n\n${abstract}\n`).join('\n'));
  writeFileSync(path.join(folder, 'text.md'), 'Walls live.\n');
  cpSync(stagedExtension, extension, { recursive: true });
  const script = path.join(extension, 'dist', 'engineWorker.js');
  renameSync(script, path.join(extension, 'dist', 'realEngineWorker.js'));
  writeFileSync(script, worker);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Takes all time of the window, so that it takes in no new list, and then ticks its first row; the row's name. */
async function tickWhileBusy({ page }: Workbench, busyMilliseconds: number): Promise<string> {
  return page.evaluate((milliseconds) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    const row = document.querySelector('.quick-input-list .monaco-list-row');
    const box = row?.querySelector('input[type=checkbox], .monaco-checkbox, .quick-input-list-checkbox');
    if (box instanceof HTMLElement) box.click();
    return row?.querySelector('.label-name')?.textContent ?? '';
  }, busyMilliseconds);
}

/** The name of the row under the cursor, and then keys, while the window is too busy to take in any new list. */
async function pressWhileBusy({ page }: Workbench, busyMilliseconds: number, keys: readonly string[]): Promise<string> {
  return page.evaluate(
    ([milliseconds, pressed]) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
      const codes = { ArrowDown: 40, Enter: 13 };
      let label = '';
      for (const key of pressed) {
        label = document.querySelector('.quick-input-list .monaco-list-row.focused .label-name')?.textContent ?? '';
        const keyCode = key === 'Enter' ? codes.Enter : codes.ArrowDown;
        const init = { key, code: key, keyCode, bubbles: true, cancelable: true };
        document.querySelector('.quick-input-box input')?.dispatchEvent(new KeyboardEvent('keydown', init));
      }
      return label;
    },
    [busyMilliseconds, keys] as const,
  );
}

test('answers that come late, out of order or as outdated: the list is the one for the text field', async () => {
  await withWorkbench({ workspace: folder, extension }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    const all = titles.join();
    await until('all papers', async () => (await quickPick.labels()).join() === all);
    for (let round = 0; round < 8; round += 1) {
      await page.keyboard.type('lichens', { delay: round * 15 });
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      // Longer than any answer takes: none comes after it.
      await page.waitForTimeout(600);
      expect((await quickPick.labels()).join()).toBe(all);
    }
    for (const title of ['gutters', 'harbours']) {
      await page.keyboard.type('lichens');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(title);
      await page.waitForTimeout(600);
      expect((await quickPick.labels()).join().toLowerCase()).toContain(title);
      expect(await quickPick.labels()).toHaveLength(1);
    }
    await quickPick.type('brick');
    await until('asked again', async () => (await quickPick.labels()).join() === 'Lichens on Brick');
  });
});

test('Enter takes the row that is drawn, also while another list for the same words is on its way', async () => {
  await withWorkbench({ workspace: folder, extension }, async (workbench) => {
    const { quickPick } = workbench;
    await workbench.openFile('text.md');
    await workbench.openPaperside();
    for (const keys of [['Enter'], ['ArrowDown', 'Enter'], ['ArrowDown', 'ArrowDown', 'Enter']]) {
      await workbench.runCommand('Paperside: Search Papers');
      await quickPick.type('on');
      await until('lichens', async () => (await quickPick.labels()).length === 3);
      const drawn = await pressWhileBusy(workbench, 1_500, keys);
      expect(titles.slice(0, 3)).toContain(drawn);
      const reader = await workbench.readerFrame();
      await until(`${drawn} is shown`, async () => (await reader.locator('h1').innerText()) === drawn, 5_000);
    }
  });
});

test('a tick is for the row that was ticked, also while another list is on its way', async () => {
  await withWorkbench({ workspace: folder, extension }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openFile('text.md');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await quickPick.type('on');
    await until('lichens', async () => (await quickPick.labels()).length === 3);
    const ticked = await tickWhileBusy(workbench, 1_500);
    expect(titles.slice(0, 3)).toContain(ticked);
    for (const look of ['before the others', 'still there']) {
      await page.waitForTimeout(1_000);
      await until(
        look,
        async () => (await quickPick.labels())[0] === ticked && (await quickPick.labels()).length === 3,
      );
      expect(await quickPick.rows.locator('input:checked, .monaco-checkbox.checked').count()).toBe(1);
    }
    // Over lists that come late and in any order, too.
    for (const word of ['lichens', 'mosses', 'zeppelin', 'lich', 'ferns']) {
      await quickPick.type(word);
      await page.waitForTimeout(word.length * 20);
    }
    await until('two', async () => (await quickPick.labels()).join() === `${ticked},Ferns of Harbours`);
    await page.waitForTimeout(600);
    expect((await quickPick.labels()).join()).toBe(`${ticked},Ferns of Harbours`);
    await quickPick.input.press('Enter');
    const key = `[@${ticked.toLowerCase().replaceAll(' ', '-')}-`;
    await until('its citation', async () => (await workbench.prose()).includes(key));
    expect(await workbench.prose()).not.toContain('ferns');
  });
});
