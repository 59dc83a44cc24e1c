import { describe, expect, test } from 'vitest';

import type { CitedPlace } from '../../../src/protocol/readerMessages.ts';
import { barePaper, citedPlaces, midPlace, noteOf, relatedPapers, richPaper } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const tests = useReader();
const { asked, focusedName, showAll } = tests;
const { key } = richPaper;
let reader: ReaderPage;

const tool = (name: string) => reader.page.getByRole('toolbar').getByRole('button', { name, exact: true });
const cited = () => reader.page.locator('.cited');
const related = () => reader.page.locator('.related');

async function open(options: PageOptions = {}) {
  reader = await tests.open(options);
  return reader;
}

describe('where it is cited', () => {
  test('is looked for, found, and gone to', async () => {
    const { page } = await open();
    await reader.show(richPaper, noteOf(''));
    expect(await cited().textContent()).toBe('Cited inLooking through the workspace…');
    await reader.send({ type: 'citedIn', key, places: [], count: 0, searching: true });
    expect(await cited().textContent()).toBe('Cited inLooking through the workspace…');
    await reader.send({ type: 'citedIn', key, places: citedPlaces.slice(0, 1), count: 1, searching: true });
    await expect.poll(async () => cited().textContent()).toMatch(/^Cited in 1.*Looking through the workspace…$/);
    await reader.send({ type: 'citedIn', key, places: citedPlaces, count: 3, searching: false });
    await expect.poll(async () => cited().locator('h2').textContent()).toBe('Cited in 3');
    expect(await cited().locator('.entry').nth(1).textContent()).toBe(
      'chapters/4-roads.md:9As @okonkwo2024sparse show for forty road networks, the bound is met in practice.',
    );
    expect(await cited().locator('strong').allTextContents()).toEqual(citedPlaces.map(({ citation }) => citation));
    await page.getByRole('button', { name: 'chapters/4-roads.md:9' }).focus();
    await page.keyboard.press('Enter');
    await cited().locator('.sentence').nth(2).click();
    expect(await asked()).toEqual([
      { type: 'openCitedPlace', key, index: 1 },
      { type: 'openCitedPlace', key, index: 2 },
    ]);
    await reader.send({ type: 'citedIn', key, places: [], count: 0, searching: false });
    await expect.poll(async () => cited().textContent()).toBe('Cited inNo text in the workspace cites it yet.');
  });

  test('selecting text in a sentence goes nowhere', async () => {
    await open();
    await showAll();
    await cited()
      .locator('.sentence')
      .first()
      .dblclick({ position: { x: 30, y: 8 } });
    expect(await reader.page.evaluate(() => document.getSelection()?.toString().trim())).toMatch(/^\S+$/);
    // The first click of the two goes, before anything is selected.
    expect((await asked()).length).toBe(1);
  });

  test('begins short; what is open stays open while more comes', async () => {
    const { page } = await open();
    const places: CitedPlace[] = Array.from({ length: 40 }, (_, index) => ({
      path: `text-${index}.md`,
      line: index + 1,
      before: 'so says ',
      citation: '@k',
      after: '.',
    }));
    await reader.show(richPaper, noteOf(''));
    await reader.send({ type: 'citedIn', key, places, count: 1234, searching: true });
    await expect.poll(async () => cited().locator('.entry').count()).toBe(5);
    expect(await cited().locator('.quiet').allTextContents()).toEqual([
      '1,194 more are not listed.',
      'Looking through the workspace…',
    ]);
    await page.getByRole('button', { name: 'Show all 40' }).focus();
    await page.keyboard.press('Enter');
    expect(await cited().locator('.entry').count()).toBe(40);
    expect(await focusedName()).toBe('place-5');
    await reader.send({ type: 'citedIn', key, places: [...places, ...citedPlaces], count: 43, searching: false });
    await expect.poll(async () => cited().locator('.entry').count()).toBe(43);
    expect(await focusedName()).toBe('place-5');
    await reader.show(barePaper, noteOf(''));
    await reader.send({ type: 'citedIn', key: 'bare', places, count: 40, searching: false });
    await expect.poll(async () => cited().locator('.entry').count()).toBe(5);
  });
});

describe('related papers', () => {
  test('say by whom they are and what both share, and open', async () => {
    const { page } = await open();
    await showAll();
    expect(await related().locator('li').allTextContents()).toHaveLength(3);
    expect(await related().locator('li').nth(1).textContent()).toBe(
      'How Many Walkers Does a Maze Need?Tan et al., 2021In both: walker, memory',
    );
    expect(await related().locator('li').first().locator('math').count()).toBe(1);
    await page.getByRole('button', { name: 'Road Networks as Almost Planar Graphs' }).click();
    expect(await asked()).toEqual([{ type: 'openRelated', key, index: 2 }]);
    await reader.show(barePaper, noteOf(''));
    expect(await related().isVisible()).toBe(false);
  });

  test('wait for the places above them, so that nothing jumps', async () => {
    await open();
    await reader.show(richPaper, noteOf(''));
    await reader.send({ type: 'related', key, papers: relatedPapers });
    await reader.send({ type: 'place', key, place: midPlace });
    await expect.poll(async () => tool('Next paper').getAttribute('aria-disabled')).toBe('false');
    expect(await related().isVisible()).toBe(false);
    await reader.send({ type: 'citedIn', key, places: [], count: 0, searching: false });
    await expect.poll(async () => related().isVisible()).toBe(true);
  });

  test.each([760, 1280])('what comes late shifts nothing that is read, at %i pixels', async (width) => {
    const { page } = await open({ width, height: 1400 });
    await reader.show({ ...richPaper, abstract: 'Short.' }, noteOf(''));
    await page.evaluate(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && 'shifts' in window)
            Object.assign(window, { shifts: Number(window.shifts) + Number(entry.value) });
        }
      }).observe({ type: 'layout-shift', buffered: false });
    });
    await reader.send({ type: 'place', key, place: midPlace });
    await reader.send({ type: 'citedIn', key, places: citedPlaces, count: 3, searching: false });
    await reader.send({ type: 'related', key, papers: relatedPapers });
    await related().getByRole('button').first().waitFor();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => 'shifts' in window && window.shifts)).toBe(0);
  });
});

describe('about another paper', () => {
  test('places, papers and place that come late are dropped, and nothing of the one before is left', async () => {
    const { page } = await open();
    await showAll();
    await reader.show(barePaper, noteOf(''));
    await reader.send({ type: 'citedIn', key, places: citedPlaces, count: 3, searching: false });
    await reader.send({ type: 'related', key, papers: relatedPapers });
    await reader.send({ type: 'citedIn', key: 'bare', places: [], count: 0, searching: false });
    await expect.poll(async () => cited().textContent()).toContain('No text');
    expect(await related().isVisible()).toBe(false);
    expect(await page.locator('.authors').isVisible()).toBe(false);
  });
});
