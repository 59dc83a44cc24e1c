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
 * everything while "lich" was asked last; queries with "brick" are taken for outdated ones once; the second answer to
 * "on" has the opposite order, and comes because the library says that it has changed.
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
    if (count % 2 === 1) setTimeout(() => post({ kind: 'event', name: 'step', value: undefined }), 1_000);
    else message = { ...message, value: { ...message.value, answers: message.value.answers.toReversed() } };
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
    const { page, quickPick } = workbench;
    await workbench.openFile('text.md');
    await workbench.openPaperside();
    for (const keys of [['Enter'], ['ArrowDown', 'Enter'], ['ArrowDown', 'ArrowDown', 'Enter']]) {
      await workbench.runCommand('Paperside: Search Papers');
      await quickPick.type('on');
      await until('lichens', async () => (await quickPick.labels()).length >= 3);
      await page.waitForTimeout(300);
      const before = await quickPick.labels();
      expect(before).toHaveLength(3);
      const drawn = await pressWhileBusy(workbench, 1_500, keys);
      expect(drawn).toBe(before[keys.length - 1]);
      const reader = await workbench.readerFrame();
      await until(`${drawn} is shown`, async () => (await reader.locator('h1').innerText()) === drawn, 5_000);
    }
  });
});
