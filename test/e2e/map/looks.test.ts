import { describe, expect, test } from 'vitest';
import type { ThemeMap } from '../../../src/core/themeMap/themeMap.ts';
import { inventedPapers } from '../../support/inventedPapers.ts';
import { realPapers } from '../../support/searchCorpus.ts';
import { themes } from '../reader/themes.ts';
import { mapOf } from './maps.ts';
import { mapPages } from './mapPages.ts';
import type { MapTestPage, PageOptions } from './support.ts';

const openPage = mapPages();
let map: MapTestPage;

/** Real papers make a picture that people can judge. */
const papers = realPapers() ?? inventedPapers(10_000);
const few = mapOf(papers.slice(0, 30));
const many = mapOf(papers.slice(0, 10_000));

async function open(drawn: ThemeMap, options: PageOptions = {}): Promise<MapTestPage> {
  map = await openPage(options);
  await map.send({ type: 'show', map: drawn });
  return map;
}

describe.each(themes)('in $name', (theme) => {
  test.each([
    ['few', few],
    ['many', many],
  ])('%s papers: names apart and inside, axe finds nothing', async (name, drawn) => {
    const { page } = await open(drawn, { theme });
    await map.picture(`${theme.name}-${name}`);
    await expectLabelsApart();
    expect(await map.axeViolations()).toEqual([]);
    await page.getByRole('button', { name: 'List of all papers' }).click();
    await page
      .getByRole('button', { name: /^(?!Select).*\d$/ })
      .first()
      .click();
    await map.send({ type: 'rows', theme: drawn.themes[0]?.id ?? '', from: 0, rows: rowsOf(drawn), more: true });
    await map.picture(`${theme.name}-${name}-list`);
    expect(await map.axeViolations()).toEqual([]);
  });
});

test.each([
  ['few', few],
  ['many', many],
])('a narrow panel with %s papers', async (name, drawn) => {
  await open(drawn, { width: 320, height: 640 });
  await map.picture(`narrow-${name}`);
  await expectLabelsApart();
  const overflow = await map.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('forced colours: names and buttons are there, dots in the colour of text', async () => {
  const { page } = await open(few, { media: { forcedColors: 'active' } });
  await map.picture('forced-colours');
  await expectLabelsApart();
  const label = page.locator('.label').first();
  expect(await label.evaluate((one) => one.style.getPropertyValue('--theme-colour'))).toBe('CanvasText');
});

test('a library that comes while the list is shown leaves the map as it was', async () => {
  const { page } = await open(few);
  const before = await map.labels();
  const list = page.getByRole('button', { name: 'List of all papers' });
  await list.click();
  // The list goes again while the map may still be moving.
  const sending = map.send({ type: 'show', map: few });
  await list.click();
  await sending;
  await page.waitForTimeout(500);
  expect(await map.labels()).toEqual(before);
});

function rowsOf({ keys }: ThemeMap): readonly { key: string; title: string; byline: string }[] {
  return keys.slice(0, 20).map((key, at) => ({ key, title: papers[at]?.title ?? '', byline: 'King et al., 2024' }));
}

async function expectLabelsApart(): Promise<void> {
  const labels = await map.labels();
  expect(labels.length).toBeGreaterThan(1);
  const covering = labels.flatMap((a, at) =>
    labels
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
  expect(covering).toEqual([]);
}
