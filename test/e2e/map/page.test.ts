import { describe, expect, test } from 'vitest';
import type { ThemeMap } from '../../../src/core/themeMap/themeMap.ts';
import type { MapRow, MapSavedState } from '../../../src/protocol/mapMessages.ts';
import { parseMapSavedState } from '../../../src/protocol/parseMapMessage.ts';
import { twoThemes as drawn } from './maps.ts';
import { mapPages } from './mapPages.ts';
import type { MapTestPage, PageOptions } from './support.ts';

const openPage = mapPages();
let map: MapTestPage;

/** Where a dot stands in a window of 900 by 700, all of the map shown: 80.4 pixels for one unit. */
const scale = (900 - 96) / 10;

async function open(options: PageOptions = {}): Promise<MapTestPage> {
  map = await openPage(options);
  await map.send({ type: 'show', map: drawn });
  return map;
}

/** The point of a place on the map, in the page, while all of it is shown. */
async function pointOf(x: number, y: number): Promise<readonly [number, number]> {
  const box = await map.page.locator('.stage').boundingBox();
  if (box === null) throw new Error('no stage');
  return [box.x + box.width / 2 + (x - 5) * scale, box.y + box.height / 2 + (y - 3) * scale];
}

const status = (): Promise<string> => map.page.locator('.selection [role=status]').innerText();

describe('the pointer', () => {
  test('asks for the paper that it rests on, once, and shows it', async () => {
    const { page } = await open();
    await page.mouse.move(...(await pointOf(10, 6)));
    expect(await map.posted('ask')).toEqual([{ type: 'ask', key: 'bread1' }]);
    await map.send({ type: 'paper', key: 'bread1', title: 'On Sourdough', authors: ['Ada King', 'Bo Li'], year: 2021 });
    expect(await page.locator('.card p').allInnerTexts()).toEqual([
      'On Sourdough',
      'Ada King, Bo Li · 2021',
      'Sourdough',
    ]);
    await page.mouse.move(...(await pointOf(3, 5)));
    expect(await page.locator('.card').isHidden()).toBe(true);
    await page.mouse.move(...(await pointOf(10, 6)));
    expect(await page.locator('.card').isVisible()).toBe(true);
    expect(await map.posted('ask')).toHaveLength(1);
  });

  test('opens a paper with a click, and none with a drag', async () => {
    const { page } = await open();
    await page.mouse.click(...(await pointOf(0, 1)));
    expect(await map.posted('open')).toEqual([{ type: 'open', key: 'otter3' }]);
    await page.mouse.move(...(await pointOf(0, 1)));
    await page.mouse.down();
    await page.mouse.move(...(await pointOf(2, 2)), { steps: 5 });
    await page.mouse.up();
    expect(await map.posted('open')).toHaveLength(1);
    // The dot went with the drag.
    await page.mouse.click(...(await pointOf(2, 2)));
    expect(await map.posted('open')).toHaveLength(2);
  });

  test('selects with Shift what it is drawn around', async () => {
    const { page } = await open();
    await page.keyboard.down('Shift');
    await page.mouse.move(...(await pointOf(8, 2)));
    await page.mouse.down();
    const corners = [
      [11, 2],
      [11, 7],
      [4.5, 7],
      [4.5, 2.5],
    ] as const;
    for (const [x, y] of corners) await page.mouse.move(...(await pointOf(x, y)), { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    expect(await status()).toBe('3 papers selected');
    await page.getByRole('button', { name: 'Filter Tree' }).click();
    expect(await map.posted('filterPapers')).toEqual([{ type: 'filterPapers', keys: ['bread1', 'bread2', 'alone'] }]);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await status()).toBe('');
    expect(await page.getByRole('button', { name: 'Filter Tree' }).isHidden()).toBe(true);
  });

  test('zooms with the wheel about what is under it', async () => {
    const { page } = await open();
    const point = await pointOf(10, 6);
    await page.mouse.move(...point);
    for (let step = 0; step < 5; step += 1) await page.mouse.wheel(0, -200);
    await map.settled();
    await page.mouse.click(...point);
    expect(await map.posted('open')).toEqual([{ type: 'open', key: 'bread1' }]);
    expect((await map.labels()).map(({ text }) => text.trim())).toEqual(['Sourdough']);
  });
});

describe('the keyboard', () => {
  test('moves, zooms and shows all', async () => {
    const { page } = await open({ media: { reducedMotion: 'reduce' } });
    await page.locator('.stage').focus();
    for (const key of ['+', 'ArrowRight', 'ArrowDown', '-', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await map.state()).toMatchObject({ camera: { y: 3 + 60 / (scale * 1.4) } });
    await page.keyboard.press('0');
    expect(await map.state()).toEqual({ colours: ['otters', 'bread'], selection: { kind: 'none' }, list: false });
    await page.mouse.click(...(await pointOf(10, 6)));
    expect(await map.posted('open')).toEqual([{ type: 'open', key: 'bread1' }]);
  });

  test('reaches the names of themes, selects one, and takes it back', async () => {
    const { page } = await open();
    await page.locator('.stage').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await status()).toBe('Sea Otters: 3 papers selected');
    await page.getByRole('button', { name: 'Filter Tree' }).press('Enter');
    expect(await map.posted('filterTheme')).toEqual([{ type: 'filterTheme', theme: 'otters' }]);
    await page.locator('.stage').focus();
    await page.keyboard.press('Escape');
    expect(await status()).toBe('');
  });

  test('walks through the list with one stop for Tab; pages of it come when asked for', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'List of all papers' }).press('Enter');
    expect(await page.locator('.stage').isHidden()).toBe(true);
    expect(await page.locator('.list button[tabindex="0"]').count()).toBe(1);
    await page.locator('.heading').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await map.posted('rows')).toEqual([{ type: 'rows', theme: 'otters', from: 0 }]);
    await map.send({ type: 'rows', theme: 'otters', from: 0, rows: [row('otter1'), row('otter2')], more: true });
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await map.posted('rows')).toHaveLength(2);
    await map.send({ type: 'rows', theme: 'otters', from: 2, rows: [row('otter3')], more: false });
    expect(await page.locator('.row bdi').allInnerTexts()).toEqual(['On otter1', 'On otter2', 'On otter3']);
    // An answer that is too late changes nothing.
    await map.send({ type: 'rows', theme: 'otters', from: 9, rows: [row('bread1')], more: false });
    expect(await page.locator('.row').count()).toBe(3);
    await page.locator('.row').last().press('Enter');
    expect(await map.posted('open')).toEqual([{ type: 'open', key: 'otter3' }]);
    await page.locator('.heading').first().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.row').count()).toBe(0);
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Select Other');
  });
});

describe('what comes later', () => {
  test('a new paper does not move what is seen; what is selected stays', async () => {
    const { page } = await open();
    await page.locator('.label').first().click();
    const place = await page.locator('.label').first().boundingBox();
    const more: ThemeMap = {
      ...drawn,
      keys: [...drawn.keys, 'late'],
      places: Float32Array.from([...drawn.places, 30, 30]),
      themeOf: Uint32Array.from([...drawn.themeOf, 1]),
      partOf: Uint32Array.from([...drawn.partOf, 1]),
    };
    await map.send({ type: 'show', map: more });
    expect(await page.locator('.label').first().boundingBox()).toEqual(place);
    expect(await status()).toBe('Sea Otters: 3 papers selected');
    await page.mouse.click(...(await pointOf(0, 1)));
    expect(await map.posted('open')).toEqual([{ type: 'open', key: 'otter3' }]);
  });

  test('a map that was made anew is shown whole', async () => {
    const { page } = await open();
    const before = await map.labels();
    // As it was, but half of it outside of what was seen.
    await map.send({ type: 'show', map: { ...drawn, places: drawn.places.map((place) => place + 5) } });
    await page.waitForTimeout(600);
    expect(await map.labels()).toEqual(before);
  });

  test('a theme that is gone is no longer selected', async () => {
    await open();
    await map.page.locator('.label').first().click();
    const fewer: ThemeMap = {
      keys: ['bread1'],
      places: Float32Array.from([10, 6]),
      themeOf: Uint32Array.from([0]),
      themes: [{ id: 'bread', label: 'Sourdough', count: 1, isRest: false }],
      parts: [],
      partOf: Uint32Array.from([0]),
    };
    await map.send({ type: 'show', map: fewer });
    expect(await status()).toBe('');
  });

  test('a theme is shown on demand', async () => {
    await open({ media: { reducedMotion: 'reduce' } });
    await map.send({ type: 'pick', theme: 'bread' });
    expect(await status()).toBe('Sourdough: 2 papers selected');
    expect((await map.labels()).map(({ text }) => text.trim())).toEqual(['Sourdough']);
  });

  test('parts of themes have names when one looks closer, and can be selected', async () => {
    const { page } = await open({ media: { reducedMotion: 'reduce' } });
    const names = async (): Promise<string[]> => (await map.labels()).map(({ text }) => text.trim());
    expect(await names()).toEqual(['Sea Otters', 'Sourdough']);
    await map.send({ type: 'pick', theme: 'otters-asleep' });
    await page.waitForTimeout(300);
    expect(await status()).toBe('Otters Asleep: 2 papers selected');
    for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Zoom in (+)' }).click();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    expect(await names()).toContain('Otters Asleep');
    await page.getByRole('button', { name: 'Filter Tree' }).click();
    expect(await map.posted('filterPapers')).toEqual([{ type: 'filterPapers', keys: ['otter1', 'otter2'] }]);
  });

  test('an empty library and a failure are said', async () => {
    await open();
    const none = {
      keys: [],
      places: new Float32Array(),
      themeOf: new Uint32Array(),
      themes: [],
      parts: [],
      partOf: new Uint32Array(),
    };
    await map.send({ type: 'show', map: none });
    expect(await map.page.locator('.message').innerText()).toBe('No papers to draw yet.');
    await map.send({ type: 'failed', message: 'The map could not be drawn. The log says why.' });
    expect(await map.page.locator('.message').innerText()).toBe('The map could not be drawn. The log says why.');
  });

  test('the page comes back as it was left, and each theme in its colour', async () => {
    await open();
    const before = await map.page
      .locator('.label')
      .first()
      .evaluate((one) => one.style.getPropertyValue('--theme-colour'));
    await map.page.locator('.label').first().click();
    await map.page.getByRole('button', { name: 'Zoom out (−)' }).click();
    const state = await map.state();
    expect(state).toMatchObject({ colours: ['otters', 'bread'], selection: { kind: 'theme', theme: 'otters' } });
    await map.page.close();
    map = await openPage({ state: { ...toState(state), colours: ['gone', 'otters', 'bread'] } });
    await map.send({ type: 'show', map: drawn });
    expect(await status()).toBe('Sea Otters: 3 papers selected');
    const kept = { ...toState(await map.state()), colours: ['otters', 'bread'] };
    expect(kept).toEqual(state);
    const after = await map.page
      .locator('.label')
      .first()
      .evaluate((one) => one.style.getPropertyValue('--theme-colour'));
    expect(after).not.toBe(before);
  });
});

describe('pictures', () => {
  test('an SVG has a dot with its title for each paper, and the names', async () => {
    await open();
    await map.page.getByRole('button', { name: 'Export as SVG…' }).click();
    expect(await map.posted('titles')).toEqual([{ type: 'titles' }]);
    await map.send({ type: 'titles', titles: [['bread1', 'On <Sourdough>']] });
    const [saved] = await map.posted('save');
    const svg = saved?.format === 'svg' ? saved.text : '';
    expect(svg.match(/<circle /g)).toHaveLength(6);
    expect(svg).toContain('<title>On &lt;Sourdough&gt;</title>');
    expect(svg).toContain('>Sea Otters</text>');
  });

  test('a PNG is twice as large as what is seen', async () => {
    await open();
    await map.page.getByRole('button', { name: 'Export as PNG…' }).click();
    await map.page.waitForFunction(() => window.mapHost.posted.some(({ type }) => type === 'save'));
    const size = await map.page.evaluate(async () => {
      const saved = window.mapHost.posted.find((message) => message.type === 'save');
      if (saved?.format !== 'png') return undefined;
      const picture = await createImageBitmap(new Blob([Uint8Array.from(saved.bytes)]));
      return [picture.width, picture.height];
    });
    const stage = map.page.locator('.stage');
    expect(size).toEqual(await stage.evaluate((one) => [one.clientWidth * 2, one.clientHeight * 2]));
  });
});

function toState(kept: unknown): MapSavedState {
  const parsed = parseMapSavedState(kept);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function row(key: string): MapRow {
  return { key, title: `On ${key}`, byline: 'King, 2024' };
}
