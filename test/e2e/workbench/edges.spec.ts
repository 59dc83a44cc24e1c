import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NoteBox } from '../noteBox.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const made: string[] = [];

/** A folder with the given files, to be opened as a workspace. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paperside-edges-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const abstract =
  'Rivers carry sand to the sea and the sea gives some of it back. We measured both directions for a year at six mouths. The balance is negative in five of them.';
const list = `Sand That Goes Out to Sea\n\n${abstract}\n\nA Year at Six River Mouths\n\n${abstract} It is zero in one.\n`;

async function showPaperside(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.activitybar .action-item a[aria-label^="Paperside"]').click();
}

/** The words of the view, welcome and message included. */
async function viewText(workbench: Workbench): Promise<string> {
  const text = await workbench.page.locator('.part.sidebar').innerText();
  return text.replaceAll(/\s+/g, ' ');
}

test('a folder without a list says what to do and shows an example', async () => {
  await withWorkbench({ workspace: folderWith({ 'readme.md': '# Nothing\n' }) }, async (workbench) => {
    await showPaperside(workbench);
    await until('the welcome', async () => (await viewText(workbench)).includes('This folder has no paper files yet'));
    await workbench.screenshot('empty');
    await workbench.page.getByRole('button', { name: 'Show an Example' }).click();
    await until('the example', async () => (await workbench.prose()).includes('The abstract follows its title'));
    writeFileSync(path.join(workbench.folder, 'my-papers.txt'), list);
    await until('the new papers', async () => (await workbench.tree.themes.count()) > 0);
  });
});

test('where a list holds no papers the view says so and shows what one looks like', async () => {
  await withWorkbench({ workspace: folderWith({ 'no-papers.txt': 'new\n\nSubscribe\n' }) }, async (workbench) => {
    await showPaperside(workbench);
    await until('the word', async () => (await viewText(workbench)).includes('No papers were found'));
    expect(await viewText(workbench)).toContain('A Short Title: What the Paper Is About');
    await workbench.screenshot('no-papers');
  });
});

test('edits of the list are followed; selection and expansion stay', async () => {
  await withWorkbench({ workspace: folderWith({ 'river-papers.txt': list }) }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Sand That Goes').click();
    const reader = await workbench.readerFrame();
    await until('the paper', async () => (await reader.locator('h1').innerText()) === 'Sand That Goes Out to Sea');
    const file = path.join(workbench.folder, 'river-papers.txt');
    appendFileSync(file, `\nWhere the Sand of Six Rivers Stays\n\n${abstract} Dunes take the rest.\n`);
    await until('the third paper', async () => (await tree.papers.count()) === 3);
    expect(await tree.row('Sand That Goes').getAttribute('aria-selected')).toBe('true');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Rivers carry sand', 'Small rivers carry sand'));
    await until('the new abstract', async () =>
      (await reader.locator('body').innerText()).includes('Small rivers carry'),
    );
    writeFileSync(file, list.slice(list.indexOf('A Year')));
    await until('word that it is gone', async () =>
      (await reader.locator('body').innerText()).includes('no longer in the library'),
    );
    await workbench.screenshot('followed');
  });
});

test('where notes cannot be written the reader keeps the text and never says "Saved"', async () => {
  const files = { 'river-papers.txt': list, notes: 'a file stands in the way' };
  await withWorkbench({ workspace: folderWith(files) }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.papers.first().click();
    const reader = await workbench.readerFrame();
    await new NoteBox(reader).click();
    await workbench.page.keyboard.type('Do not lose me.');
    await until('the failure', async () =>
      (await reader.locator('.notes [role=alert]').innerText()).startsWith('Not saved:'),
    );
    expect(await new NoteBox(reader).text()).toBe('Do not lose me.');
    expect(await reader.locator('.notes .status').innerText()).not.toContain('Saved');
    await workbench.screenshot('not-saved');
    rmSync(path.join(workbench.folder, 'notes'));
    await until('the retry', async () => (await reader.locator('.notes .status').innerText()) === 'Saved');
  });
});

test('a note that cannot be saved is kept in an editor when the reader is closed', async () => {
  const files = { 'river-papers.txt': list, notes: 'a file stands in the way' };
  await withWorkbench({ workspace: folderWith(files) }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.papers.first().click();
    const reader = await workbench.readerFrame();
    await new NoteBox(reader).click();
    await workbench.page.keyboard.type('Do not lose me.');
    await until('the failure', async () =>
      (await reader.locator('.notes [role=alert]').innerText()).startsWith('Not saved:'),
    );
    await workbench.runCommand('View: Close All Editors in Group');
    await until('the text in an editor', async () => (await workbench.prose()).includes('Do not lose me.'));
  });
});

test('the reader and its note come back after a reload of the window', async () => {
  await withWorkbench({ workspace: folderWith({ 'river-papers.txt': list }) }, async (workbench) => {
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await tree.row('Sand That Goes').click();
    const reader = await workbench.readerFrame();
    await new NoteBox(reader).click();
    await workbench.page.keyboard.type('Written just before the reload.');
    await workbench.runCommand('Developer: Reload Window');
    await until('the note again', async () => {
      const again = await workbench.readerFrame('.cm-content');
      return (await new NoteBox(again).text()) === 'Written just before the reload.';
    });
  });
});

test('an untrusted workspace shows its papers, finds them and opens them', async () => {
  const options = { workspace: folderWith({ 'river-papers.txt': list }), workspaceTrust: true };
  await withWorkbench(options, async (workbench) => {
    const { page, quickPick } = workbench;
    const dialog = page.getByRole('button', { name: "No, I don't trust the authors" });
    await dialog.click({ timeout: 5_000 }).catch(() => undefined);
    await until('restricted mode', async () => (await page.getByText('Restricted Mode').count()) > 0);
    const tree = await workbench.openPaperside();
    await tree.expand(tree.themes.first());
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type('six river');
    await until('the paper', async () => (await quickPick.labels())[0] === 'A Year at Six River Mouths');
    await page.keyboard.press('Enter');
    await workbench.readerFrame();
  });
});
