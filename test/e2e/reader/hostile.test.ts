import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ReaderPaper } from '../../../src/protocol/readerMessages.ts';
import { barePaper, hostileFormulas, hostileTexts, noteOf } from './papers.ts';
import { launchBrowser } from '../../support/browser.ts';
import { bundleReader, openReader, type ReaderPage } from './support.ts';

let browser: Browser;
let reader: ReaderPage;

beforeAll(async () => {
  browser = await launchBrowser();
  reader = await openReader(browser, await bundleReader());
});
afterAll(async () => browser.close());

/** Elements that only markup in a text could have made: pictures of the page stand in its toolbar only. */
const foreign = [
  'main :is(script, style, iframe, frame, form, link, base, meta, object, embed, video, audio, a, details, table, select)',
  'main svg:not(.toolbar > .tools > .tool > svg)',
  'main input',
  // The note editor puts empty ones where the caret may stand.
  'main img:not(.cm-editor .cm-widgetBuffer:not([src], [srcset]))',
].join(', ');

const shownNote = () =>
  reader.page
    .getByRole('textbox', { name: 'My notes' })
    .evaluate((node) => (node instanceof HTMLTextAreaElement ? node.value : node.textContent));

async function expectHarmless(): Promise<void> {
  expect(await reader.page.evaluate(() => window.pwned)).toBeUndefined();
  expect(await reader.page.locator(foreign).count()).toBe(0);
  expect(await reader.violations()).toEqual([]);
  expect(reader.requests).toEqual([]);
}

describe('hostile text is shown as the text it is', () => {
  test.each(hostileTexts)('%s', async (text) => {
    const paper: ReaderPaper = {
      key: text.slice(0, 400),
      title: text,
      authors: [text, text],
      venue: text,
      abstract: text,
      keywords: [text],
      themes: [text],
      links: [{ label: text, url: `https://good.example/${encodeURIComponent(text)}` }],
      sources: [text],
      versions: [text],
      query: text,
    };
    const { key } = paper;
    await reader.show(paper, noteOf(text, { path: text, state: 'failed', message: text }));
    const place = { path: text, line: 7, before: `${text} `, citation: text, after: ` ${text}` };
    await reader.send({ type: 'citedIn', key, places: [place, place], count: 2, searching: false });
    await reader.send({ type: 'related', key, papers: [{ title: text, byline: text, words: [text, text] }] });
    const { page } = reader;
    await page.locator('.related li').waitFor();
    expect(await page.locator('.entry').first().textContent()).toBe(`${text}:7${text} ${text} ${text}`);
    expect(await page.locator('.related li').textContent()).toBe(`${text}${text}In both: ${text}, ${text}`);
    expect(await page.locator('h1').textContent()).toBe(text);
    expect(await page.title()).toBe(text.replace('\t', ' '));
    expect(await page.locator('.abstract p').textContent()).toBe(text);
    expect(await page.locator('.authors').textContent()).toBe(`${text}, ${text}`);
    expect(await page.locator('.facts').textContent()).toBe(`${text} · @${paper.key}`);
    expect(await page.locator('.chip').allTextContents()).toEqual([text, text]);
    expect(await page.locator('.links').textContent()).toBe(`${text} · good.example`);
    expect(await page.locator('dd .link').allTextContents()).toEqual([text, text]);
    expect(await page.locator('.notes [role=alert][dir=auto]').textContent()).toBe(`Not saved: ${text}`);
    expect(await page.locator('.path').textContent()).toBe(text);
    expect(await shownNote()).toBe(text);
    await expectHarmless();
  });
});

test('at least sixty texts are tried in every field', () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(60);
});

describe('hostile formulas', () => {
  test.each(hostileFormulas.map((formula) => [formula.slice(0, 60), formula]))('%s', async (_name, formula = '') => {
    await reader.show({ ...barePaper, title: formula, abstract: `before ${formula} after` }, noteOf(''));
    const text = (await reader.page.locator('.abstract p').textContent()) ?? '';
    expect(text.startsWith('before ') && text.endsWith(' after')).toBe(true);
    const box = await reader.page.locator('.abstract').boundingBox();
    expect(box?.height ?? 0).toBeLessThan(6000);
    await expectHarmless();
  });
});

describe('hostile sizes and scripts', () => {
  test('a title of 5,000 characters and an abstract of 1 MB', async () => {
    await reader.page.setViewportSize({ width: 300, height: 700 });
    const title = 'Unbreakable'.repeat(455);
    await reader.show({ ...barePaper, title, abstract: 'word '.repeat(200_000) }, noteOf('n'));
    expect(await reader.page.locator('h1').textContent()).toBe(title);
    expect(await reader.overflow()).toBe(0);
    await reader.page.setViewportSize({ width: 760, height: 900 });
    await expectHarmless();
  });

  test('100,000 paragraphs, 5,000 authors, 100,000 dollars', async () => {
    const authors = Array.from({ length: 5000 }, (_, index) => `Author ${index}`);
    await reader.show(
      { ...barePaper, authors, abstract: `${'a\n\n'.repeat(100_000)}${'$'.repeat(100_001)}` },
      noteOf(''),
    );
    await reader.page.getByRole('button', { name: 'Show all of it (400,001 characters)' }).click();
    expect(await reader.page.locator('.abstract p').count()).toBe(500);
    await reader.page.getByRole('button', { name: '+ 4,988 more authors' }).click();
    expect(await reader.page.locator('.authors bdi').count()).toBe(5000);
    await expectHarmless();
  });

  test('bidi overrides, zero-width and control characters do not reach the eye', async () => {
    const title = 'Safe \u202Etxet desrever\u202C \u2066x\u2069 \u200Bz\u0000\u001B[31m\uD800 end';
    await reader.show({ ...barePaper, title, authors: [title] }, noteOf(title));
    expect(await reader.page.locator('h1').textContent()).toBe('Safe txet desrever x z[31m\uFFFD end');
    // The writer's own text is not changed.
    expect(await shownNote()).toContain('\u202E');
    await expectHarmless();
  });

  test('links to anything but the web are refused with their message', async () => {
    const before = await reader.page.locator('h1').textContent();
    for (const url of [
      'javascript:pwned=1',
      'command:x',
      'vscode://a.b/c',
      'file:///etc/passwd',
      'data:text/html,x',
      '//e',
    ]) {
      await reader.send({
        type: 'show',
        paper: { ...barePaper, title: 'bad', links: [{ label: 'l', url }] },
        note: noteOf(''),
        refresh: false,
      });
    }
    expect(await reader.page.locator('h1').textContent()).toBe(before);
    await expectHarmless();
  });

  test('messages that are none are dropped', async () => {
    const before = await reader.page.locator('main').innerHTML();
    await reader.page.evaluate(() => {
      const none = [
        null,
        1,
        'show',
        [],
        { type: 'show' },
        { type: '__proto__' },
        { type: 'show', paper: 1, note: {}, refresh: true },
      ];
      for (const message of none) postMessage(message, '*');
    });
    await reader.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await reader.page.locator('main').innerHTML()).toBe(before);
    await expectHarmless();
  });
});
