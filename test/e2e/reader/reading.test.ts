import { describe, expect, test } from 'vitest';

import { citedPlaces, noteOf, richPaper } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const tests = useReader();
const { asked, focusedName, showAll } = tests;
const { key } = richPaper;
let reader: ReaderPage;

const cited = () => reader.page.locator('.cited');

async function open(options: PageOptions = {}) {
  reader = await tests.open(options);
  return reader;
}

describe('the head', () => {
  test('says whose each link is, when the paper was opened, and copies its key', async () => {
    const { page } = await open();
    await reader.show(richPaper, noteOf(''));
    expect(await page.locator('.facts').textContent()).toBe(
      'Journal of Imagined Results · 2024 · @okonkwo2024sparse · Opened 3 days ago',
    );
    await page.getByRole('button', { name: '@okonkwo2024sparse', exact: true }).click();
    await page.getByRole('button', { name: 'DOI · doi.org' }).click();
    await page.getByRole('button', { name: 'Search and Planning' }).click();
    expect(await asked()).toEqual([
      { type: 'copyKey', key },
      { type: 'openLink', key, index: 1 },
      { type: 'revealTheme', key, index: 1 },
    ]);
  });

  test('has many authors behind a button, which the keyboard goes on from', async () => {
    const { page } = await open();
    const authors = Array.from({ length: 155 }, (_, index) => `Author ${index}`);
    await reader.show({ ...richPaper, authors }, noteOf(''));
    expect(await page.locator('.authors .term').count()).toBe(12);
    await page.getByRole('button', { name: '+ 143 more authors' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.authors .term').count()).toBe(155);
    expect(await focusedName()).toBe('author-12');
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ type: 'searchFor', key, fact: 'author', index: 12 }]);
    // A refresh that says the same of them leaves them open.
    await reader.show({ ...richPaper, authors, year: 1999 }, noteOf(''), true);
    await expect.poll(async () => page.locator('.facts').textContent()).toContain('1999');
    expect(await page.locator('.authors .term').count()).toBe(155);
    await reader.show({ ...richPaper, authors: authors.slice(0, 13) }, noteOf(''));
    expect(await page.locator('.authors .term').count()).toBe(13);
  });
});

describe('the abstract', () => {
  test('reads as its TeX prints, and what was searched for is marked, never in formulas', async () => {
    const { page } = await open();
    const abstract =
      "We \\emph{measure} graph search: 12\\% of ``graph'' walks by Erd\\H{o}s~\\cite{erdos} --- in $G_{graph}$, \\textbf{bold} \\texttt{code}.";
    await reader.show({ ...richPaper, title: 'A Graph', abstract, query: 'graph' }, noteOf(''));
    expect(await page.locator('.abstract p').innerText()).toContain(
      'We measure graph search: 12% of “graph” walks by Erdős\u00A0[erdos] — in ',
    );
    expect(await page.locator('.abstract em').allTextContents()).toEqual(['measure']);
    expect(await page.locator('.abstract strong, .abstract code').allTextContents()).toEqual(['bold', 'code']);
    expect(await page.locator('h1 mark').allTextContents()).toEqual(['Graph']);
    expect(await page.locator('.abstract mark').allTextContents()).toEqual(['graph', 'graph']);
    expect(await page.locator('math mark').count()).toBe(0);
    await reader.show({ ...richPaper, title: 'A Graph', abstract }, noteOf(''), true);
    await expect.poll(async () => page.locator('mark').count()).toBe(0);
    const displayed = '\\[x^2\\] and \\begin{align*}a&=b\\\\c&=d\\end{align*}.';
    await reader.show({ ...richPaper, title: 'A Graph', abstract: displayed }, noteOf(''), true);
    await expect.poll(async () => page.locator('.abstract .math.display math').count()).toBe(2);
    expect(await page.locator('.abstract mtr').count()).toBe(2);
  });

  test('that is far too long shows its beginning, and all of it when asked', async () => {
    const { page } = await open();
    await reader.show({ ...richPaper, abstract: 'word '.repeat(200_000) }, noteOf(''));
    const text = page.locator('.abstract p');
    expect((await text.textContent())?.length).toBeLessThan(20_010);
    expect(await text.textContent()).toMatch(/word …$/);
    await page.getByRole('button', { name: 'Show all of it (1,000,000 characters)' }).click();
    expect((await text.textContent())?.length).toBe(999_999);
    expect(await focusedName()).toBe('abstract-heading');
    await reader.show(richPaper, noteOf(''));
    await reader.show({ ...richPaper, abstract: 'word '.repeat(200_000) }, noteOf(''));
    expect((await text.textContent())?.length).toBe(999_999);
  });

  test('is left alone by a refresh that is about something else: what is selected stays', async () => {
    const { page } = await open({ height: 400 });
    await showAll();
    const selected = () => page.evaluate(() => document.getSelection()?.toString());
    await page.evaluate(() => {
      const text = document.querySelector('.abstract p')?.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, 3, text, 30);
      scrollTo(0, 200);
    });
    const before = await selected();
    expect(before).toBe('study how a walker with lit');
    await reader.show({ ...richPaper, year: 2025, reading: 'read', keywords: ['new'] }, noteOf(''), true);
    await reader.send({ type: 'citedIn', key, places: citedPlaces.slice(1), count: 2, searching: false });
    await expect.poll(async () => cited().locator('.entry').count()).toBe(2);
    expect(await page.locator('.facts').textContent()).toContain('2025');
    expect(await selected()).toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(200);
  });
});

test('a paper that is not there is not waited for', async () => {
  const { page } = await open();
  await reader.send({ type: 'gone', key: 'left-long-ago' });
  await expect
    .poll(async () => page.locator('main').textContent())
    .toBe('This paper is not in the library any more. Open another one from the tree or by a search.');
  await reader.show(richPaper, noteOf(''));
  expect(await page.locator('.banner').textContent()).toBe('');
});
