import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { bundleMap, openMap, type MapTestPage, type PageOptions } from './support.ts';

/**
 * A browser for the tests of a file, and what opens the map in it. After each test its page must have broken no policy
 * and asked for nothing.
 */
export function mapPages(): (options?: PageOptions) => Promise<MapTestPage> {
  let browser: Browser;
  let files: Awaited<ReturnType<typeof bundleMap>>;
  let map: MapTestPage;
  beforeAll(async () => {
    browser = await launchBrowser();
    files = await bundleMap();
  });
  afterAll(async () => browser.close());
  afterEach(async () => {
    const [violations, { requests }] = [await map.violations(), map];
    await map.page.close();
    expect({ violations, requests }).toEqual({ violations: [], requests: [] });
  });
  return async (options) => {
    map = await openMap(browser, files, options);
    return map;
  };
}
