import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

import type { FromReader, ReaderPaper } from '../../../src/protocol/readerMessages.ts';
import { launchBrowser } from '../../support/browser.ts';
import { citedPlaces, midPlace, noteOf, relatedPapers, richPaper } from './papers.ts';
import { bundleReader, openReader, type PageOptions, type ReaderPage } from './support.ts';

/** One page for each test of a file, closed behind it; none may hit the policy or the network. */
export interface ReaderTests {
  readonly open: (options?: PageOptions) => Promise<ReaderPage>;
  /** Everything the host can say of a paper. */
  readonly showAll: (paper?: ReaderPaper) => Promise<void>;
  /** What was asked of the host since the page was up. */
  readonly asked: () => Promise<readonly FromReader[]>;
  /** `data-focus` or id of what has the focus. */
  readonly focusedName: () => Promise<string | undefined>;
}

/** Registers the hooks of a test file. */
export function useReader(): ReaderTests {
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
    expect({ violations, requests }).toEqual({ violations: [], requests: [] });
  });
  return {
    async open(options = {}) {
      reader = await openReader(browser, files, options);
      return reader;
    },
    async showAll(paper = richPaper) {
      const { key } = paper;
      await reader.show(paper, noteOf(''));
      await reader.send({ type: 'place', key, place: midPlace });
      await reader.send({ type: 'citedIn', key, places: citedPlaces, count: 3, searching: false });
      await reader.send({ type: 'related', key, papers: relatedPapers });
      await reader.page.locator('.related').getByRole('button').first().waitFor();
    },
    async asked() {
      return (await reader.posted()).slice(1).filter(({ type }) => type !== 'edit' && type !== 'ping');
    },
    async focusedName() {
      return reader.page.evaluate(
        () => document.activeElement?.getAttribute('data-focus') ?? document.activeElement?.id,
      );
    },
  };
}
