import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { barePaper, noteOf, richPaper, writtenNote } from './papers.ts';
import { launchBrowser } from '../../support/browser.ts';
import { bundleReader, openReader, type PageOptions, type ReaderPage } from './support.ts';

let browser: Browser;
let files: Awaited<ReturnType<typeof bundleReader>>;
let reader: ReaderPage;

beforeAll(async () => {
  browser = await launchBrowser();
  files = await bundleReader();
});
afterAll(async () => browser.close());
afterEach(async () => {
  const [violations, { requests }] = [await reader.violations(), reader];
  await reader.page.close();
  // Every page of every test is a normal page: nothing it does may hit the policy or the network.
  expect({ violations, requests }).toEqual({ violations: [], requests: [] });
});

async function open(options: PageOptions = {}) {
  reader = await openReader(browser, files, options);
  return reader;
}

const area = () => reader.page.getByRole('textbox', { name: 'My notes' });
const status = () => reader.page.locator('.notes .status');
const alert = () => reader.page.locator('.notes [role=alert]');
const caret = () => area().evaluate((node: HTMLTextAreaElement) => [node.selectionStart, node.selectionEnd]);
const said = (seq: number, state: 'saved' | 'saving' | 'failed') =>
  reader.send({ type: 'noteState', key: richPaper.key, seq, state });

/** Waits for an edit that carries this text; it is the page's debounce that is waited for. */
async function editWith(text: string) {
  await expect.poll(async () => (await reader.lastEdit())?.text, { timeout: 3000 }).toBe(text);
  return reader.lastEdit();
}

describe('a paper', () => {
  test('Loading, then everything that is known; formulas are drawn, money is not', async () => {
    const { page } = await open();
    expect(await page.locator('main').textContent()).toBe('Loading…');
    expect(await reader.posted()).toEqual([{ type: 'ready' }]);
    await reader.show(richPaper, noteOf(writtenNote));
    expect(await page.title()).toBe(richPaper.title);
    expect(await page.locator('h1 math').count()).toBe(2);
    expect(await page.locator('.abstract .math.display math').count()).toBe(1);
    expect(await page.locator('.abstract').textContent()).toContain(
      'costs $5 of computing for graphs that cost others $10',
    );
    expect(await page.locator('.facts').textContent()).toBe(
      'Journal of Imagined Results · 2024 · @okonkwo2024sparse · Opened 3 days ago',
    );
    expect(await area().inputValue()).toBe(writtenNote);
    expect(await status().textContent()).toBe('Saved');
    await reader.show(barePaper, noteOf('', { path: 'notes/bare.md' }));
    expect(await page.locator('.abstract').textContent()).toContain('no abstract');
    expect(await status().textContent()).toBe('');
    expect(await page.locator('dt').allTextContents()).toEqual(['Listed in']);
  });

  test('a paper that left the library is said, until it is back', async () => {
    await open();
    await reader.show(richPaper, noteOf('n'));
    await reader.send({ type: 'gone', key: richPaper.key });
    const banner = reader.page.locator('.banner');
    expect(await banner.textContent()).toBe('This paper is no longer in the library; the note is kept.');
    await reader.picture('gone-dark');
    await reader.show(richPaper, noteOf('n'), true);
    expect(await banner.textContent()).toBe('');
  });

  test('every button asks the host, by index where there are several', async () => {
    const { page } = await open();
    await reader.show(richPaper, noteOf(''));
    const { key } = richPaper;
    const names = [
      'Insert citation',
      'Open note as file',
      '@okonkwo2024sparse',
      'DOI · doi.org',
      'Reveal in paper file: reading/graphs.bib:204',
      'Open the other version: @okonkwo2023preprint (arXiv, 2023)',
    ];
    for (const name of names) await page.getByRole('button', { name, exact: true }).click();
    expect((await reader.posted()).slice(1)).toEqual([
      { type: 'insertCitation', key },
      { type: 'openNote', key },
      { type: 'copyKey', key },
      { type: 'openLink', key, index: 1 },
      { type: 'revealSource', key, index: 1 },
      { type: 'openVersion', key, index: 0 },
    ]);
  });

  test('authors, venue, year and keywords search for themselves', async () => {
    const { page } = await open();
    const many = Array.from({ length: 14 }, (_, index) => `Author Number ${index}`);
    await reader.show({ ...richPaper, authors: many }, noteOf(''));
    await page.getByRole('button', { name: '+ 2 more authors' }).click();
    const names = ['Author Number 13', 'Journal of Imagined Results', '2024', 'random walks'];
    for (const name of names) {
      const link = page.getByRole('button', { name, exact: true });
      expect(await link.getAttribute('title')).toMatch(/^Search for this (author|venue|year|keyword)$/);
      await link.click();
    }
    const { key } = richPaper;
    expect((await reader.posted()).slice(1)).toEqual([
      { type: 'searchFor', key, fact: 'author', index: 13 },
      { type: 'searchFor', key, fact: 'venue', index: 0 },
      { type: 'searchFor', key, fact: 'year', index: 0 },
      { type: 'searchFor', key, fact: 'keyword', index: 0 },
    ]);
    await reader.show({ ...barePaper, authors: ['\u200B', 'Solo'], keywords: [' '] }, noteOf(''));
    expect(await page.locator('.term, .chip').allTextContents()).toEqual(['Solo', '@bare']);
  });
});

describe('the note', () => {
  test('typing is sent with its base, kept, and "Saved" waits for the word', async () => {
    await open();
    await reader.show(richPaper, noteOf('one\n', { version: 5 }));
    await area().click();
    await reader.page.keyboard.press('Control+End');
    await reader.page.keyboard.type('two');
    expect(await editWith('one\ntwo')).toMatchObject({ key: richPaper.key, base: 5 });
    const seq = (await reader.lastEdit())?.seq ?? 0;
    expect(await status().textContent()).toBe('Saving…');
    expect(await reader.state()).toMatchObject({ key: richPaper.key, unsaved: { base: 'one\n', text: 'one\ntwo' } });
    await said(seq, 'saving');
    expect(await status().textContent()).toBe('Saving…');
    await said(seq, 'saved');
    await expect.poll(async () => status().textContent()).toBe('Saved');
    expect(await reader.state()).toEqual({ key: richPaper.key });
  });

  test('leaving the field sends at once', async () => {
    await open();
    await reader.show(richPaper, noteOf(''));
    await area().fill('now');
    await area().evaluate((node) => node.blur());
    expect((await reader.lastEdit())?.text).toBe('now');
  });

  test('a text from elsewhere keeps caret, selection, scroll and focus', async () => {
    await open({ height: 500 });
    const lines = Array.from({ length: 120 }, (_, index) => `line ${index}\n`).join('');
    await reader.show(richPaper, noteOf(lines));
    const at = lines.indexOf('line 60');
    const top = await area().evaluate((node: HTMLTextAreaElement, offset) => {
      node.focus();
      node.setSelectionRange(offset, offset + 4);
      node.scrollTop = 700;
      return node.scrollTop;
    }, at);
    const page = await reader.page.evaluate(() => scrollY);
    await reader.send({
      type: 'noteText',
      key: richPaper.key,
      note: noteOf(`new first line\n${lines}`, { version: 2 }),
    });
    await expect.poll(async () => area().inputValue()).toContain('new first line');
    expect(await caret()).toEqual([at + 15, at + 19]);
    expect(await area().evaluate((node) => node.scrollTop)).toBe(top);
    expect(await reader.page.evaluate(() => scrollY)).toBe(page);
    await reader.show(
      { ...richPaper, title: 'Another Title' },
      noteOf(`new first line\n${lines}`, { version: 3 }),
      true,
    );
    expect(await caret()).toEqual([at + 15, at + 19]);
    expect(await area().evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await reader.page.evaluate(() => scrollY)).toBe(page);
  });

  test('what is typed while another text arrives is joined with it', async () => {
    await open();
    await reader.show(richPaper, noteOf('one\n'));
    await area().evaluate((node: HTMLTextAreaElement) => {
      node.value = 'one\nmine\n';
      node.dispatchEvent(new InputEvent('input'));
    });
    await reader.send({ type: 'noteText', key: richPaper.key, note: noteOf('theirs\none\n', { version: 2 }) });
    expect(await editWith('theirs\none\nmine\n')).toMatchObject({ base: 2 });
  });

  test('a host that does not answer: an alert after two seconds, the text kept and copied', async () => {
    await open();
    await browser
      .contexts()[0]
      ?.grantPermissions(['clipboard-read', 'clipboard-write'])
      .catch(() => undefined);
    await reader.show(richPaper, noteOf('one\n'));
    await area().fill('one\nlost?');
    await editWith('one\nlost?');
    expect(await alert().textContent()).toBe('');
    await expect
      .poll(async () => alert().textContent(), { timeout: 5000 })
      .toBe('Not saved: the editor does not answer. Copy your text or reload the window.');
    expect(await reader.state()).toMatchObject({ unsaved: { text: 'one\nlost?' } });
    await reader.picture('silent-dark');
    await reader.page.getByRole('button', { name: 'Copy text' }).click();
    await expect.poll(async () => status().textContent()).toMatch(/^(Copied|Not copied)/);
  });

  test('after a reload the unconfirmed text is handed over', async () => {
    const unsaved = { key: richPaper.key, base: 'one\n', text: 'one\nlost?', seq: 3 };
    await open({ state: { key: richPaper.key, unsaved } });
    const { key, base, text } = unsaved;
    expect(await reader.posted()).toEqual([{ type: 'ready', unsaved: { key, base, text } }]);
  });

  test('a conflict, a failure and a read-only note are said', async () => {
    await open();
    const message = 'your other version is in notes/okonkwo2024sparse.conflict.md.';
    await reader.show(richPaper, noteOf(writtenNote, { state: 'conflict', message }));
    expect(await alert().textContent()).toBe(`Conflict: ${message}`);
    await reader.picture('conflict-dark');
    await reader.page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await reader.page.locator('.alert').isVisible()).toBe(false);
    await reader.send({ type: 'noteState', key: richPaper.key, seq: 0, state: 'failed', message: 'the disk is full.' });
    await expect.poll(async () => alert().textContent()).toBe('Not saved: the disk is full.');
    await reader.send({
      type: 'noteState',
      key: richPaper.key,
      seq: 0,
      state: 'readOnly',
      message: 'the folder is read-only.',
    });
    await expect.poll(async () => status().textContent()).toBe('Read-only: the folder is read-only.');
    expect(await area().getAttribute('readonly')).not.toBeNull();
  });
});
