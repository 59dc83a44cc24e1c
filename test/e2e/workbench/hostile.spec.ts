import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const titles = [
  '<script>alert(1)</script><img src=x onerror=alert(1)> in Titles of Papers',
  'Icons $(trash) and $(verified-filled) in Titles of Papers',
  'Links [x](command:workbench.action.closeWindow) in Titles of Papers',
  '**Bold** _markdown_ and `code` in Titles of Papers',
];
const abstract =
  'We put <b>bold</b>, <script>alert(2)</script>, $(trash), [x](command:workbench.action.closeWindow) and ![y](https://example.org/leak) into an abstract. All of it stays the text it is. We discuss why.';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-hostile-'));
writeFileSync(path.join(folder, 'hostile-papers.txt'), titles.map((title) => `${title}\n\n${abstract}\n`).join('\n'));
writeFileSync(
  path.join(folder, 'bad [x](command:workbench.action.closeWindow) papers.txt'),
  new Uint8Array([0, 1, 2, 0]),
);
writeFileSync(path.join(folder, 'text.md'), 'Text\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('hostile text is shown as the text it is, in the tree, the search, the reader, messages and the document', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    const outside: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('example.org')) outside.push(request.url());
    });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await workbench.openFile('text.md');
    const tree = await workbench.openPaperside();
    for (let at = 0; at < (await tree.themes.count()); at += 1) await tree.expand(tree.themes.nth(at));
    await until('all titles in the tree', async () => {
      const shown = await tree.papers.locator('.label-name').allInnerTexts();
      return titles.every((title) => shown.includes(title));
    });
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = page.locator('.notification-list-item-message');
    await until('the skipped file is named', async () =>
      (await messages.allInnerTexts()).some((text) => /^bad \[x\].*papers\.txt was skipped/.test(text)),
    );
    expect(await messages.locator('a').count()).toBe(0);
    await page.keyboard.press('Escape');

    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('titles of papers');
    await until('all titles in the search', async () => {
      const shown = await quickPick.labels();
      return titles.every((title) => shown.includes(title));
    });
    expect(await quickPick.rows.locator('.label-name .codicon').count()).toBe(0);
    await workbench.screenshot('hostile-search');
    await page.keyboard.press('Escape');

    for (const title of titles) {
      await tree.row(title.slice(0, 12)).click();
      const reader = await workbench.readerFrame();
      await until('the title', async () => (await reader.locator('h1').innerText()) === title);
      expect(await reader.locator('body').innerText()).toContain('[x](command:workbench.action.closeWindow)');
      expect(await reader.locator('#root :is(img:not(.cm-widgetBuffer), b, script, a[href^="command:"])').count()).toBe(
        0,
      );
    }
    await workbench.screenshot('hostile-reader');

    await tree.row('<script>').click();
    const reader = await workbench.readerFrame();
    await reader.getByRole('button', { name: 'Insert citation' }).click();
    await until('the citation', async () => (await workbench.prose()).includes('[@script-alert'));
    const bibliography = readFileSync(path.join(workbench.folder, 'references.bib'), 'utf8');
    expect(bibliography).toContain('@misc{');
    expect(outside).toEqual([]);
    expect(dialogs).toEqual([]);
  });
});
