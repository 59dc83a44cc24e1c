import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-status-'));
const hostile = '$(trash) walls.bib';
const entry = (key: string): string => `@book{${key}, title = {Lichens of ${key}}, year = {2001}}\n`;
writeFileSync(path.join(folder, hostile), ['slate', 'mortar', 'brick'].map(entry).join('\n'));
writeFileSync(path.join(folder, 'text.md'), `---\nbibliography: '${hostile}'\ncsl: nature\n---\n\nSee [@slate].\n`);
writeFileSync(path.join(folder, 'plain.md'), '# Nothing is cited\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the status of the language says which bibliography a document has, what is wrong with it, and opens it', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    const entryOfBar = page.locator('[id="status.languageStatus"]');
    const said = async (): Promise<string> =>
      ((await entryOfBar.locator('a').first().getAttribute('aria-label')) ?? '').replaceAll('\u200B', '');
    await workbench.openPaperside();
    await workbench.openFile('text.md');
    await until('the works', async () => (await said()).includes(`${hostile}: 3 works`));
    expect(await said()).toContain('Style: Nature');

    await entryOfBar.click();
    const popup = page.locator('.hover-language-status', { hasText: '3 works' });
    await popup.waitFor();
    // The name is a text, not the icon that it spells.
    expect(await popup.locator('.codicon-trash').count()).toBe(0);
    await workbench.screenshot('bibliography-status');
    await popup.getByText('Open', { exact: true }).click();
    await until('the file', async () => (await workbench.editorText()).includes('@book{slate'));

    unlinkSync(path.join(workbench.folder, hostile));
    await workbench.openFile('text.md');
    await until('the warning', async () => (await said()).includes(`${hostile}: missing`));
    expect(await said()).toContain(`The bibliography ${hostile} does not exist: make it, or correct "bibliography:".`);

    await workbench.openFile('plain.md');
    await until('nothing', async () => (await said()).includes('No bibliography'));
    expect(await said()).toContain('Looked for front matter');
  });
});
