import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stagedExtension } from '../../support/extensionBuild.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const top = mkdtempSync(path.join(tmpdir(), 'paperside-ends-'));
const folder = path.join(top, 'workspace');
const extension = path.join(top, 'extension');
const abstract = 'Lichens grow slowly. We measured them for ten years on four walls. They like old mortar.';

/** Paperside as it is packaged, but its worker ends by itself, once for each query of this kind, and is slow for others. */
const deadly = /^end\d of lichens$/;
const worker = `
const { existsSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { parentPort } = require('node:worker_threads');
const late = new Set();
const post = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (message, transfer) => {
  if (late.delete(message.id)) setTimeout(() => post(message, transfer), 1_500);
  else post(message, transfer);
};
parentPort.on('message', ({ id, method, args }) => {
  const query = method === 'search' ? args[0].query : '';
  if (query.startsWith('late')) late.add(id);
  const done = path.join(__dirname, 'ended ' + query);
  if (!${String(deadly)}.test(query) || existsSync(done)) return;
  writeFileSync(done, '');
  if (query.startsWith('end1')) throw new Error('a [bug](command:workbench.action.closeWindow) in the engine.');
  process.exit(7);
});
require('./realEngineWorker.js');
`;

beforeAll(() => {
  mkdirSync(folder);
  const titles = ['Lichens on Mortar', 'Mosses in Gutters', 'The End1 of Lichens', 'Late Swifts over Roofs'];
  writeFileSync(path.join(folder, 'wall-papers.txt'), titles.map((title) => `${title}\n\n${abstract}\n`).join('\n'));
  cpSync(stagedExtension, extension, { recursive: true });
  const script = path.join(extension, 'dist', 'engineWorker.js');
  renameSync(script, path.join(extension, 'dist', 'realEngineWorker.js'));
  writeFileSync(script, worker);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('an engine that ends is started again once and told of; then the user is asked; the search goes on', async () => {
  await withWorkbench({ workspace: folder, extension }, async (workbench) => {
    const { page, quickPick } = workbench;
    const messages = page.locator('.notifications-center .notification-list-item-message');
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('end1 of lichens');
    await until('the answer of the second engine', async () => (await quickPick.labels())[0] === 'The End1 of Lichens');
    // The second engine may answer before it has read everything, and says so until it has.
    await until('the whole library', async () => (await quickPick.title()) === 'Search Papers');
    await quickPick.type('gutters');
    await until('the next answer', async () => (await quickPick.labels())[0] === 'Mosses in Gutters');
    await workbench.runCommand('Notifications: Show Notifications');
    await until('one message', async () => (await messages.count()) === 1);
    expect(await messages.innerText()).toMatch(
      /^Paperside's library stopped: a \[bug\].* in the engine\. It was started again and reads your paper files anew\.$/,
    );
    expect(await messages.locator('a').count()).toBe(0);
    await workbench.screenshot('engine-restarted');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('Paperside: Search Papers');

    await quickPick.type('end2 of lichens');
    await until('the refusal', async () => (await quickPick.labels())[0] === 'The library cannot be searched now');
    // Still nothing hangs: another word is answered in the same way.
    await quickPick.type('mortar');
    await until('the refusal', async () => (await quickPick.labels()).join() === 'The library cannot be searched now');

    await workbench.screenshot('engine-failed-search');
    await workbench.runCommand('Notifications: Show Notifications');
    await until('the second message', async () => (await messages.count()) === 1);
    expect(await messages.innerText()).toBe(
      "Paperside's library stopped again: The paper engine ended with code 7. Papers cannot be listed or searched until it is reloaded.",
    );
    await workbench.screenshot('engine-failed');
    await page.locator('.notifications-center').getByRole('button', { name: 'Reload Library' }).click();
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('mortar');
    await until('the answer after the reload', async () => (await quickPick.labels())[0] === 'Lichens on Mortar');
    // Reloaded on purpose: the next end is a first one again.
    await quickPick.type('end3 of lichens');
    await until('the answer of the next engine', async () => (await quickPick.labels())[0] === 'The End1 of Lichens');
  });
});

test('an answer that comes late replaces no newer one, and Enter waits for its own', async () => {
  await withWorkbench({ workspace: folder, extension }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('late swifts');
    // The engine has answered by now, but nobody has heard it.
    await page.waitForTimeout(700);
    await quickPick.type('gutters');
    await until('the newer answer', async () => (await quickPick.labels()).join() === 'Mosses in Gutters');
    await page.waitForTimeout(2_000);
    expect(await quickPick.labels()).toEqual(['Mosses in Gutters']);

    await quickPick.type('late swifts');
    await page.keyboard.press('Enter');
    const reader = await workbench.readerFrame();
    await until('the paper', async () => (await reader.locator('h1').innerText()) === 'Late Swifts over Roofs');
  });
});
