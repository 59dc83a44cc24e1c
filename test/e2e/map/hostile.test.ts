import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { hostileTexts } from '../reader/papers.ts';
import { twoThemes } from './maps.ts';
import { bundleMap, openMap, type MapTestPage } from './support.ts';

let browser: Browser;
let map: MapTestPage;

beforeAll(async () => {
  browser = await launchBrowser();
  map = await openMap(browser, await bundleMap());
});
afterAll(async () => browser.close());

/** Elements that only markup in a text could have made. */
const foreign =
  'main :is(script, img, svg, style, iframe, form, link, base, meta, object, embed, video, a, input, details, table)';

describe('hostile text is shown as the text it is', () => {
  test.each(hostileTexts)('%s', async (text) => {
    const { page } = map;
    const themes = twoThemes.themes.map(({ id, count, isRest }) => ({ id, count, isRest, label: text }));
    await map.send({ type: 'show', map: { ...twoThemes, themes } });
    const box = await page.locator('.stage').boundingBox();
    await page.mouse.move(0, 0);
    // The paper of no theme stands in the middle.
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await map.send({ type: 'paper', key: 'alone', title: text, authors: [text] });
    expect(await page.locator('.card p').allTextContents()).toEqual([text, text, text]);
    await map.send({ type: 'pick', theme: 'otters' });
    expect(await page.locator('.selection [role=status]').textContent()).toBe(`${text}: 3 papers selected`);
    const list = page.getByRole('button', { name: 'List of all papers' });
    await list.click();
    await page.locator('.heading').first().click();
    const rows = [{ key: 'otter1', title: text, byline: text }];
    await map.send({ type: 'rows', theme: 'otters', from: 0, rows, more: false });
    expect(await page.locator('.row bdi').allTextContents()).toEqual([text]);
    await page.locator('.heading').first().click();
    await list.click();
    await page.getByRole('button', { name: 'Show All (0)' }).click();
    expect(await page.locator(foreign).count()).toBe(0);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    expect(await map.violations()).toEqual([]);
    expect(map.requests).toEqual([]);
  });
});
