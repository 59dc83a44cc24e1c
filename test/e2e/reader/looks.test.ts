import { describe, expect, test } from 'vitest';

import { barePaper, citedPlaces, midPlace, noteOf, relatedPapers, richPaper, writtenNote } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { themeNamed, themes } from './themes.ts';
import { useReader } from './useReader.ts';

const tests = useReader();
let reader: ReaderPage;
async function open(options?: PageOptions) {
  reader = await tests.open(options);
  return reader;
}

const focused = () => reader.page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the keyboard alone', () => {
  test('reaches the note in order; Tab leaves the text area', async () => {
    const { page } = await open();
    await reader.show(richPaper, noteOf('n'));
    const seen: string[] = [];
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const inArea = await reader.note.hasFocus();
      seen.push(inArea ? 'note' : await focused());
    }
    expect(seen).toEqual([
      // The toolbar: the arrow keys move in it.
      '',
      'Adaeze Okonkwo',
      'Jörg Weißenfels',
      'Mei-Ling Tan',
      'نور الهاشمي',
      'Journal of Imagined Results',
      '2024',
      '@okonkwo2024sparse',
      'arXiv · arxiv.org',
      'DOI · doi.org',
      'Preview',
      'note',
    ]);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Graph Algorithms');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('x');
    expect(await reader.note.text()).toMatch(/x/);
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const types = (await reader.posted()).map((message) => message.type);
    expect(types.filter((type) => type !== 'edit')).toEqual(['ready', 'copyKey', 'openLink']);
  });

  test('searches for an author and a keyword, and shows where it is', async () => {
    const { page } = await open();
    await reader.show(richPaper, noteOf(''));
    const author = page.getByRole('button', { name: 'Mei-Ling Tan' });
    const decoration = (): Promise<string> => author.evaluate((node) => getComputedStyle(node).textDecorationLine);
    expect(await decoration()).toBe('none');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
    expect(await decoration()).toBe('underline');
    expect(await author.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'graph search' }).focus();
    await page.keyboard.press('Space');
    const { key } = richPaper;
    expect((await reader.posted()).slice(1)).toEqual([
      { type: 'searchFor', key, fact: 'author', index: 2 },
      { type: 'searchFor', key, fact: 'keyword', index: 1 },
    ]);
  });

  test('a focused button keeps the focus when the paper is read anew', async () => {
    const { page } = await open();
    await reader.show(richPaper, noteOf(''));
    await page.getByRole('button', { name: '@okonkwo2024sparse', exact: true }).focus();
    await reader.show({ ...richPaper, year: 2025 }, noteOf(''), true);
    expect(await page.locator('.facts').textContent()).toContain('2025');
    expect(await focused()).toBe('@okonkwo2024sparse');
  });
});

describe.each(themes)('the looks in $name', (theme) => {
  test.each([300, 760, 1280])('at %i pixels: nothing sticks out, axe finds nothing', async (width) => {
    await open({ theme, width });
    const { key } = richPaper;
    await reader.show({ ...richPaper, query: 'walker' }, noteOf(writtenNote));
    await reader.send({ type: 'place', key, place: { ...midPlace, pinned: true } });
    await reader.send({ type: 'citedIn', key, places: citedPlaces, count: 7, searching: true });
    await reader.send({ type: 'related', key, papers: relatedPapers });
    await reader.page.locator('.related').waitFor();
    await reader.page.keyboard.press('Tab');
    await reader.picture(`${theme.name}-${width}`);
    expect(await reader.overflow()).toBe(0);
    expect(await reader.axeViolations()).toEqual([]);
  });

  test('alerts, banner and empty fields too', async () => {
    await open({ theme });
    await reader.show(barePaper, noteOf('', { state: 'failed', message: 'the disk is full.' }));
    await reader.send({ type: 'gone', key: barePaper.key });
    await reader.page.locator('.banner:not(:empty)').waitFor();
    await reader.picture(`${theme.name}-failed`);
    expect(await reader.axeViolations()).toEqual([]);
  });
});

describe('wide formulas', () => {
  test('scroll in their paragraph, not the page', async () => {
    await open({ width: 300 });
    const wide = Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join('+');
    await reader.show(
      { ...richPaper, title: `On $${wide}$`, abstract: `Let $${wide}$ and $$${wide}$$ be.` },
      noteOf(''),
    );
    expect(await reader.page.locator('math').count()).toBe(3);
    expect(await reader.overflow()).toBe(0);
    expect(await reader.axeViolations()).toEqual([]);
    await reader.picture('wide-formulas');
  });
});

describe('right to left', () => {
  test('a title, an abstract and a note follow their own direction', async () => {
    await open({ theme: themeNamed('light') });
    const abstract = 'ندرس كيف يجد السائر قليل الذاكرة رأسا في رسم $G=(V,E)$ منتظم.';
    await reader.show({ ...richPaper, title: 'مسارات متفرقة في الرسوم', abstract }, noteOf('ملاحظة'));
    const direction = (selector: string) =>
      reader.page
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).direction);
    expect(await direction('h1')).toBe('rtl');
    expect(await direction('.abstract p')).toBe('rtl');
    expect(await direction('.cm-line')).toBe('rtl');
    expect(await direction('.abstract math')).toBe('ltr');
    await reader.picture('right-to-left');
  });
});
