import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { makeSpyExtension, spyCommand } from './spyExtension.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const spy = makeSpyExtension();
const requested: string[] = [];
const listener = createServer((request, response) => {
  // A browser that is sent here asks for it by itself.
  if (request.url !== '/favicon.ico') requested.push(request.url ?? '');
  response.end();
});
const folder = mkdtempSync(path.join(tmpdir(), 'paperside-payloads-'));
let payloads: readonly string[] = [];
/** Tall enough for many rows at once. */
const viewport = { width: 1400, height: 1400 };

beforeAll(async () => {
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
  payloads = hostileTexts({ address: listenerAddress(), command: spyCommand });
  writeFileSync(path.join(folder, 'hostile.csl.json'), JSON.stringify(payloads.map(paperOf)));
  writeFileSync(path.join(folder, 'text.md'), 'Text\n');
});
afterAll(() => {
  listener.close();
  spy.remove();
  rmSync(folder, { recursive: true, force: true });
});

function listenerAddress(): string {
  const address = listener.address();
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
}

/** A paper that has a payload everywhere. */
function paperOf(payload: string, index: number): object {
  return {
    id: `${payload}-${index}`,
    type: 'article-journal',
    title: `${payload} ${titleEnd(index)}`,
    author: [{ literal: payload }, { family: payload, given: payload }],
    'container-title': payload,
    abstract: `We look at ${payload} here. It stays the text it is.`,
    keyword: payload,
    note: payload,
    URL: payload,
    DOI: payload,
    issued: { 'date-parts': [[2024]] },
  };
}

/** As many as are told one by one. */
const filesAtOnce = 4;

const fileEnd = (index: number): string => `${index} papers.txt`;

/** A name for a file that begins as a payload does. */
function fileNamed(payload: string, index: number): string {
  return `${payload.replaceAll(/[/\0]|[\uD800-\uDFFF]/g, '').slice(0, 60)} ${fileEnd(index)}`;
}

const titleEnd = (index: number): string => `Hostile Title Number ${index}`;

/** The titles that are not among these; thrown where some are to be told while one waits. */
function missing(seen: ReadonlySet<string>): readonly string[] {
  const titles = payloads.map((_, index) => titleEnd(index)).filter((title) => !seen.has(title));
  if (titles.length > 0) throw new Error(titles.join(', '));
  return titles;
}

/** Nothing ran, nothing was asked of anybody. */
async function expectHarmless({ page }: Workbench): Promise<void> {
  for (const frame of page.frames()) {
    expect(await frame.evaluate(() => 'pwned' in globalThis).catch(() => false)).toBe(false);
  }
  expect(spy.runs()).toBe(0);
  expect(requested).toEqual([]);
}

/** What a row of a quick pick would hold if its text were taken for more than text. */
const drawnInRows = [
  '.label-name .codicon',
  '.label-description .codicon',
  '.quick-input-list-label-meta .codicon',
  'a[href]',
  'img',
  'script',
].join(', ');

/** Clicks whatever can be clicked in these. */
async function clickLinks(places: Locator): Promise<number> {
  const links = places.locator('a, [role=link]');
  const count = await links.count();
  for (let at = 0; at < count; at += 1) {
    await links
      .nth(at)
      .click({ timeout: 1_000, noWaitAfter: true })
      .catch(() => undefined);
  }
  return count;
}

test('the spy and the listener see what there is to see', async () => {
  await withWorkbench({ workspace: folder, others: [spy.folder] }, async (workbench) => {
    // Extensions are known by then.
    await workbench.openPaperside();
    await workbench.runCommand('Spy: Run');
    await until('the spy', () => spy.forget() > 0);
    const other = await workbench.page.context().newPage();
    await other.goto(`${listenerAddress()}/seen`);
    expect(requested.splice(0)).toContain('/seen');
  });
});

test(`hostile texts stay the text they are, in the tree, its tooltips, messages, the search and the reader`, async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(60);
  await withWorkbench({ workspace: folder, others: [spy.folder], viewport }, async (workbench) => {
    const { page, quickPick } = workbench;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await workbench.openFile('text.md');
    const tree = await workbench.openPaperside();

    // Messages: each of these files is skipped with one that names it.
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = page.locator('.notification-list-item-message');
    mkdirSync(path.join(workbench.folder, 'skipped'));
    for (let from = 0; from < payloads.length; from += filesAtOnce) {
      const batch = payloads.slice(from, from + filesAtOnce).map((payload, at) => fileNamed(payload, from + at));
      for (const name of batch)
        writeFileSync(path.join(workbench.folder, 'skipped', name), new Uint8Array([0, 1, 2, 0]));
      const ends = batch.map((_, at) => fileEnd(from + at));
      await until(ends.join(', '), async () => {
        const shown = (await messages.allInnerTexts()).join('\n');
        return ends.every((end) => shown.includes(end));
      });
      expect(await clickLinks(messages)).toBe(0);
      if (from === 0) await workbench.screenshot('hostile-messages');
      await workbench.runCommand('Notifications: Clear All Notifications');
      await workbench.runCommand('Notifications: Show Notifications');
    }
    await page.keyboard.press('Escape');

    // The tree: every row that there is.
    await workbench.runCommand('Paperside: Group by Source');
    await tree.expand(tree.theme('hostile.csl.json'));
    const seen = new Set<string>();
    await until('every title in the tree', async () => {
      for (const text of await tree.rows.locator('.label-name').allInnerTexts())
        seen.add(/Hostile Title Number \d+/.exec(text)?.[0] ?? '');
      expect(await tree.rows.locator('.label-name .codicon, .label-description .codicon').count()).toBe(0);
      await page.mouse.move(150, 400);
      await page.mouse.wheel(0, 150);
      return missing(seen).length === 0;
    });
    await workbench.screenshot('hostile-tree');

    // Tooltips: of rows now on screen, without those at its edges.
    expect(await tree.papers.count()).toBeGreaterThan(20);
    for (let at = 5; at < 17; at += 1) {
      await tree.papers.nth(at).hover();
      const hover = page.locator('.monaco-hover:visible');
      await hover.first().waitFor({ timeout: 5_000 });
      expect(await hover.locator('img, svg, a, script, iframe').count()).toBe(0);
    }
    await page.keyboard.press('Escape');

    // The search, one paper after the other.
    await workbench.runCommand('Paperside: Search Papers');
    for (const [index] of payloads.entries()) {
      await quickPick.type(`"${titleEnd(index)}"`);
      await until(titleEnd(index), async () => (await quickPick.labels())[0]?.endsWith(titleEnd(index)) === true);
      expect(await quickPick.rows.locator(drawnInRows).count()).toBe(0);
      if (index === 0) await workbench.screenshot('hostile-quick-pick');
    }
    await page.keyboard.press('Escape');
    await expectHarmless(workbench);

    // The reader: some of them, since its page has a test with all of them.
    for (let index = 0; index < payloads.length; index += 6) {
      await workbench.runCommand('Paperside: Search Papers');
      await quickPick.type(`"${titleEnd(index)}"`);
      await until(titleEnd(index), async () => (await quickPick.labels())[0]?.endsWith(titleEnd(index)) === true);
      await page.keyboard.press('Enter');
      const reader = await workbench.readerFrame();
      await until('the title', async () => (await reader.locator('h1').innerText()).endsWith(titleEnd(index)));
      expect(
        await reader
          .locator('#root :is(img:not(.cm-widgetBuffer), script, iframe, form, object, embed, video, audio)')
          .count(),
      ).toBe(0);
    }
    await workbench.screenshot('hostile-payload-reader');
    await expectHarmless(workbench);
    expect(dialogs).toEqual([]);
  });
}, 300_000);
