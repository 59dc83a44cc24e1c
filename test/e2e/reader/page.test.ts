import { describe, expect, test } from 'vitest';

import { barePaper, noteOf, richPaper, writtenNote } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const tests = useReader();
let reader: ReaderPage;
async function open(options?: PageOptions) {
  reader = await tests.open(options);
  return reader;
}

const status = () => reader.page.locator('.notes .status');

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
    expect(await reader.note.text()).toBe(writtenNote);
    expect(await status().textContent()).toBe('Saved');
    await reader.show(barePaper, noteOf('', { path: 'notes/bare.md' }));
    expect(await page.locator('.abstract').textContent()).toContain('no abstract');
    // A word that is seen stays a moment before it goes.
    await expect.poll(async () => status().textContent()).toBe('');
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
