import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { until } from './until.ts';
import { withInstalled } from './withInstalled.ts';
import { Workbench } from './workbench.ts';

const saved = '---\ncitekey: otters\n---\n\nSaved.';

test('what a window left as a draft is offered when the next one shows a text, and nobody opens Paperside', async () => {
  await withInstalled('test/fixtures/workspaces/small', async ({ page, folder }, data) => {
    // The server makes it when the folder is opened for the first time.
    const storages = path.join(data, 'data/User/workspaceStorage');
    await until(
      'the storage of the workspace',
      () => existsSync(storages) && readdirSync(storages).length === 1,
      60_000,
    );
    const drafts = path.join(storages, readdirSync(storages)[0] ?? '', 'paperside.paperside/drafts');
    const address = page.url();
    await page.close();
    const note = path.join(folder, 'notes/otters.md');
    mkdirSync(path.dirname(note));
    writeFileSync(note, saved);
    writeFileSync(path.join(folder, 'essay.md'), '# An essay\n');
    mkdirSync(drafts, { recursive: true });
    const draft = { note: pathToFileURL(note).href, text: `${saved} And a draft.`, owner: { host: 'gone' } };
    writeFileSync(path.join(drafts, 'x-gone-1.1.json'), JSON.stringify(draft));

    // Another browser, as it were: nothing of the window before is restored.
    const next = await page
      .context()
      .browser()
      ?.newPage({ viewport: { width: 1400, height: 900 } });
    if (next === undefined) throw new Error('the browser has ended');
    await next.goto(address);
    await next.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    const workbench = new Workbench(next, folder);
    await workbench.openFile('essay.md');
    const message = 'What you wrote in "notes/otters.md" was not saved: it is kept as a draft.';
    const offer = next.locator('.notification-list-item', { hasText: message });
    const untold = next.locator('.statusbar .codicon-bell-dot');
    const isOffered = async (): Promise<boolean> => {
      // A loaded machine may show no toast; the message stays in the list.
      if ((await untold.count()) > 0) await untold.click();
      return (await offer.count()) > 0;
    };
    await until('the offer', isOffered, 120_000);
    await workbench.screenshot('drafts-left');
    expect(await workbench.tree.rows.count()).toBe(0);
    await offer.getByRole('button', { name: 'Restore' }).click();
    await until('the draft in the note', () => readFileSync(note, 'utf8') === `${saved} And a draft.`);
    await until('no drafts', () => readdirSync(drafts).length === 0);
  });
}, 300_000);
