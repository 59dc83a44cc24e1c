import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { inventedPapers } from '../../support/inventedPapers.ts';
import { paperWriters } from '../../support/paperWriters.ts';
import { writtenPapers } from '../../support/writtenPapers.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

/** One file that names all of them. */
function folderOf(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paperside-map-'));
  const { papers } = writtenPapers(count);
  writeFileSync(path.join(folder, 'papers.bib'), paperWriters['bibtex']?.(papers) ?? '');
  return folder;
}

const small = folderOf(30);
const large = folderOf(10_000);
afterAll(() => {
  for (const folder of [small, large]) rmSync(folder, { recursive: true, force: true });
});

/** A large library is read, grouped and laid out before it can be drawn. */
const patience = 90_000;

async function openMap(workbench: Workbench, papers: number): Promise<Frame> {
  await workbench.openPaperside();
  await workbench.runCommand('Paperside: Show Theme Map');
  const frame = await workbench.readerFrame('.stage');
  const label = new RegExp(`^Theme map: ${papers.toLocaleString('en')} papers in \\d+ themes$`);
  await until(
    'the map',
    async () => label.test((await frame.locator('.stage').getAttribute('aria-label')) ?? ''),
    patience,
  );
  await frame.locator('.label:not(.away)').first().waitFor();
  return frame;
}

/** Names of the themes in the tree: what is filtered away is not among them. */
const treeNames = ({ tree }: Workbench): Promise<string[]> => tree.themeNames();

test.each(['Default Light Modern', 'Default High Contrast'])('30 papers in %s', async (theme) => {
  await withWorkbench({ workspace: small, theme }, async (workbench) => {
    await openMap(workbench, 30);
    await workbench.page.waitForTimeout(400);
    await workbench.screenshot(`map-30-${theme.replaceAll(' ', '-').toLowerCase()}`);
  });
});

test('a theme and a lasso filter the tree; a click opens the reader; the map comes back as it was', async () => {
  await withWorkbench({ workspace: small }, async (workbench) => {
    const { page } = workbench;
    let frame = await openMap(workbench, 30);
    const all = await treeNames(workbench);
    expect(all.length).toBeGreaterThan(2);

    const name = (await frame.locator('.label:not(.away)').first().getAttribute('title')) ?? '';
    const theme = /“(.*)”/.exec(name)?.[1] ?? '';
    await frame.locator('.label:not(.away)').first().click();
    await until('the selection', async () =>
      (await frame.getByRole('status').allInnerTexts()).some((text) => text.startsWith(theme)),
    );
    await frame.getByRole('button', { name: 'Filter Tree' }).click();
    await until('the theme alone', async () => (await treeNames(workbench)).join() === theme);

    // All that there is, by the lasso.
    await frame.getByRole('button', { name: /^Lasso/ }).click();
    const box = await frame.locator('.stage').boundingBox();
    if (box === null) throw new Error('no stage');
    const corners = [
      [box.x + 3, box.y + 3],
      [box.x + box.width / 2, box.y + 3],
      [box.x + box.width / 2, box.y + box.height - 3],
      [box.x + 3, box.y + box.height - 3],
    ] as const;
    const [start] = corners;
    await page.mouse.move(start[0], start[1]);
    await page.mouse.down();
    for (const [x, y] of corners) await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.up();
    await until('some papers', async () =>
      /^\d+ papers? selected$/.test(await frame.locator('.selection [role=status]').innerText()),
    );
    const count = Number.parseInt(await frame.locator('.selection [role=status]').innerText(), 10);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(30);
    await workbench.screenshot('map-lasso');
    await frame.getByRole('button', { name: 'Filter Tree' }).click();
    const pane = page.locator('.pane-header[aria-label^="Library"] .description');
    await until('the papers of the lasso', async () =>
      (await pane.allInnerTexts()).join().startsWith(count === 1 ? '1 paper ·' : `${String(count)} papers ·`),
    );

    // Another tab in front ends the page; the map is as it was when it is seen again.
    await workbench.runCommand('Paperside: Show an Example Paper List');
    await page.locator('.tab.active', { hasNotText: 'Theme Map' }).first().waitFor();
    await page.locator('.tab', { hasText: 'Theme Map' }).click();
    frame = await workbench.readerFrame('.stage');
    await until('the selection again', async () =>
      (await frame.locator('.selection [role=status]').innerText()).startsWith(String(count)),
    );
    await frame.getByRole('button', { name: 'Clear', exact: true }).click();
    await workbench.runCommand('Paperside: Clear Filter');
    await until('the whole tree', async () => (await treeNames(workbench)).join() === all.join());
  });
});

test('the list opens a paper, which the map marks; a paper that comes appears, a theme of the tree is shown', async () => {
  await withWorkbench({ workspace: small }, async (workbench) => {
    const frame = await openMap(workbench, 30);
    await frame.getByRole('button', { name: 'List of all papers' }).click();
    const heading = frame.locator('.heading').first();
    await heading.click();
    await frame.locator('.row').first().waitFor();
    const title = await frame.locator('.row bdi').first().innerText();
    await heading.focus();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    const reader = await workbench.readerFrame('h1:not(.for-readers)');
    await until('the reader', async () => (await reader.locator('h1').innerText()) === title);
    await workbench.screenshot('map-list');

    const [late] = inventedPapers(1);
    const entry = `@article{late,\n  title = {${late?.title ?? ''}},\n  abstract = {${late?.abstract ?? ''}}\n}\n`;
    writeFileSync(path.join(workbench.folder, 'late.bib'), entry);
    await until('one more', async () =>
      ((await frame.locator('.stage').getAttribute('aria-label')) ?? '').startsWith('Theme map: 31 papers'),
    );
    await frame.getByRole('button', { name: 'List of all papers' }).click();
    const row = workbench.tree.themes.first();
    const name = await row.locator('.label-name').innerText();
    await row.click({ button: 'right' });
    // A menu takes no click so soon after it opened.
    await workbench.page.getByRole('menuitem', { name: 'Show on Map' }).hover();
    await workbench.page.keyboard.press('Enter');
    await until('the theme', async () =>
      (await frame.locator('.selection [role=status]').innerText()).startsWith(`${name}: `),
    );
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot('map-show-theme');
  });
});

test('the map comes back after a reload of the window, and is there in the browser, too', async () => {
  await withWorkbench({ workspace: small, web: true }, async (workbench) => {
    const { page } = workbench;
    let frame = await openMap(workbench, 30);
    await frame.locator('.label:not(.away)').first().click();
    const selected = (): Promise<string> => frame.locator('.selection [role=status]').innerText();
    await until('the selection', async () => (await selected()).endsWith('papers selected'));
    const before = await selected();
    // VS Code in a browser writes down every few seconds what is open; a reload does not wait for that.
    await page.waitForTimeout(10_000);
    await page.reload();
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    frame = await workbench.readerFrame('.stage');
    await until('the map again', async () => (await selected()) === before, patience);
  });
});

/** Takes the place that the dialog offers: the folder that is open. */
async function exportPicture(workbench: Workbench, frame: Frame, format: 'svg' | 'png'): Promise<void> {
  await frame.getByRole('button', { name: `Export as ${format.toUpperCase()}…` }).click();
  const offered = path.join(workbench.folder, `theme-map.${format}`);
  await until('the dialog', async () => (await workbench.quickPick.input.inputValue()) === offered, patience);
  await workbench.quickPick.input.press('Enter');
  await until('the file', () => existsSync(offered), patience);
}

/** Times between frames in milliseconds while `drive` runs. */
async function frameTimes(frame: Frame, drive: () => Promise<void>): Promise<readonly number[]> {
  await frame.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { mapFrames: times });
    const tick = (at: number): void => {
      times.push(at);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await drive();
  const times = await frame.evaluate(() => {
    const kept: unknown = Reflect.get(window, 'mapFrames');
    return Array.isArray(kept) ? kept.map(Number) : [];
  });
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

test('10,000 papers: drawn, zoomed and moved; the picture is exported', async () => {
  await withWorkbench({ workspace: large }, async (workbench) => {
    const { page } = workbench;
    const before = Date.now();
    const frame = await openMap(workbench, 10_000);
    console.log(
      `10,000 papers: the map is there ${String(Date.now() - before)} ms after the window asked for the tree`,
    );
    await page.waitForTimeout(500);
    await workbench.screenshot('map-10000');
    const box = await frame.locator('.stage').boundingBox();
    if (box === null) throw new Error('no stage');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const idle = await frameTimes(frame, () => page.waitForTimeout(1_000));
    const busy = await frameTimes(frame, async () => {
      await page.mouse.move(x, y);
      for (let step = 0; step < 15; step += 1) await page.mouse.wheel(0, -60);
      await page.mouse.down();
      await page.mouse.move(x + 150, y + 80, { steps: 40 });
      await page.mouse.move(x - 150, y - 80, { steps: 40 });
      await page.mouse.up();
      for (let step = 0; step < 15; step += 1) await page.mouse.wheel(0, 60);
    });
    console.log(
      `frames: idle every ${quantile(idle, 0.5)} ms, while zooming and moving every ${quantile(busy, 0.5)} ms ` +
        `(p95 ${quantile(busy, 0.95)}), ${String(busy.length)} frames`,
    );
    expect(busy.length).toBeGreaterThan(10);
    await workbench.screenshot('map-10000-moved');
    for (const format of ['svg', 'png'] as const) await exportPicture(workbench, frame, format);
    const svg = readFileSync(path.join(workbench.folder, 'theme-map.svg'), 'utf8');
    expect(svg.match(/<circle/g)?.length).toBe(svg.match(/<\/title>/g)?.length);
    expect(svg.match(/<circle/g)?.length).toBeGreaterThan(1_000);
    const png = readFileSync(path.join(workbench.folder, 'theme-map.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Twice the size of the stage.
    const stage = await frame.locator('.stage').boundingBox();
    expect(png.readUInt32BE(16)).toBe(Math.round((stage?.width ?? 0) * 2));
  });
});

function quantile(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN).toFixed(1);
}
