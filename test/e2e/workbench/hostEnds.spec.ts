import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NoteBox } from '../noteBox.ts';
import { killExtensionHost } from './extensionHostProcess.ts';
import { until } from './until.ts';
import { withInstalled } from './withInstalled.ts';

/** The only note in the folder, without its front matter. */
function noteIn(folder: string): string {
  const notes = path.join(folder, 'notes');
  const [file] = existsSync(notes) ? readdirSync(notes) : [];
  return file === undefined ? '' : readFileSync(path.join(notes, file), 'utf8').replace(/^---\n[^]*?\n---\n\n/, '');
}

test('the host ends while one types: it is said within two seconds, and the next host saves everything', async () => {
  await withInstalled('test/fixtures/workspaces/small', async (workbench) => {
    const { page } = workbench;
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Otters').click();
    const reader = await workbench.readerFrame('.cm-content');
    await new NoteBox(reader).click();
    await page.keyboard.type('Before. ');
    await until('the note on disk', () => noteIn(workbench.folder) === 'Before. ');
    await page.keyboard.type('At the end. ');
    // When the page says it, by its own clock: the next host may be there sooner than a test can look.
    await reader.evaluate(() => {
      const banner = document.querySelector<HTMLElement>('.host-gone');
      const ended = Date.now();
      if (banner === null) throw new Error('no banner');
      new MutationObserver(() => {
        if (!banner.hidden) localStorage.setItem('noticed', String(Date.now() - ended));
      }).observe(banner, { attributes: true });
    });
    killExtensionHost();
    await page.keyboard.type('After it. ');
    const words = 'Before. At the end. After it. ';
    await until('all words on disk', () => noteIn(workbench.folder) === words, 40_000);
    await until('one reader', async () => (await page.locator('.tab').count()) === 1);
    await workbench.screenshot('host-back');
    const next = await workbench.readerFrame('.cm-content');
    expect(await new NoteBox(next).text()).toBe(words);
    await until('the word', async () => (await next.locator('.notes .status').textContent()) === 'Saved');
    expect(await next.locator('.host-gone').isVisible()).toBe(false);
    const noticed = Number(await next.evaluate(() => localStorage.getItem('noticed')));
    expect(noticed).toBeGreaterThan(0);
    // Two seconds, and the time that it takes to end a process on a busy machine.
    expect(noticed).toBeLessThan(2_500);
    await until('the focus', () => new NoteBox(next).hasFocus());
    await page.keyboard.press('Control+End');
    await page.keyboard.type('And on.');
    await until('what is typed then', () => noteIn(workbench.folder) === `${words}And on.`);
  });
});
