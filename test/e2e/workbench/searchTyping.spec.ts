import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generatedKey } from '../../../src/core/library/citationKey.ts';
import { stopWords } from '../../../src/core/search/stopWords.ts';
import { paperWriters, type WrittenPaper } from '../../support/paperWriters.ts';
import { writtenPapers } from '../../support/writtenPapers.ts';
import { drawnAfter, watchRows } from './rowWatch.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';

const { papers, corpus } = writtenPapers(10_000);
const typedTitles = 10;
const typedLength = 20;
/** From here on a title that nothing else begins like must be on top. */
const surelyOnTop = 12;

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-typing-'));
writeFileSync(path.join(folder, 'library.bib'), paperWriters['bibtex']?.(papers) ?? '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows show no invisible characters. */
function bare(title: string): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const byTitle = new Map(papers.map((paper) => [bare(paper.title), paper]));

/** Titles of plain letters, each the only one that begins with its first twelve characters. */
function knownItems(): readonly WrittenPaper[] {
  const beginnings = new Map<string, number>();
  for (const paper of papers) beginnings.set(beginning(paper), (beginnings.get(beginning(paper)) ?? 0) + 1);
  return papers
    .filter((paper) => /^[A-Za-z]+(?: [A-Za-z]+)+$/.test(paper.title) && paper.title.length >= 60)
    .filter((paper) => beginnings.get(beginning(paper)) === 1)
    .filter((_, index) => index % 7 === 3)
    .slice(0, typedTitles + 1);
}

function beginning({ title }: WrittenPaper): string {
  return title.slice(0, surelyOnTop).toLowerCase();
}

const textOf = new Map<string, readonly string[]>();

/** All that is known of a paper, as words. */
function wordsOf({ key, title, authors, abstract, year, venue, doi }: WrittenPaper): readonly string[] {
  const known = textOf.get(key);
  if (known !== undefined) return known;
  // The key that the title would have made is searched, too.
  const text = [key, generatedKey(title), title, ...authors, abstract, year, venue, doi].join(' ');
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  textOf.set(key, words);
  return words;
}

/** Whether a row is one for what is typed: it has its words, of the last one at least the beginning. */
function fits(label: string, typed: string): boolean {
  const paper = byTitle.get(bare(label));
  if (paper === undefined) return false;
  const asked = typed
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
  const words = wordsOf(paper);
  return asked.every((word, at) => {
    const isOpen = at === asked.length - 1 && !typed.endsWith(' ');
    return words.includes(word) || stopWords.has(word) || (isOpen && words.some((one) => one.startsWith(word)));
  });
}

function percentile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}

test('10,000 papers, 200 keystrokes: every list is the one for what is typed, and so is the last one of a burst', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page, quickPick } = workbench;
    await workbench.openPaperside();
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.input.waitFor();
    await until(
      'the index',
      async () => {
        const labels = await quickPick.labels();
        const areShown = labels.length > 5 && labels.every((label) => byTitle.has(bare(label)));
        return areShown && (await quickPick.title()) === 'Search Papers';
      },
      90_000,
    );
    const first = await quickPick.labels();
    await watchRows(page);

    const times: number[] = [];
    const items = knownItems();
    expect(items).toHaveLength(typedTitles + 1);
    for (const { title } of items.slice(0, typedTitles)) {
      await quickPick.type('');
      let typed = '';
      for (const character of title.slice(0, typedLength)) {
        typed += character;
        await page.keyboard.type(character);
        expect(await quickPick.input.inputValue()).toBe(typed);
        await until(`the list for "${typed}"`, async () => {
          const labels = await quickPick.labels();
          const strange = labels.filter((label) => !fits(label, typed.trimStart()));
          if (labels.length === 0 || strange.length > 0) throw new Error(strange.join(' | '));
          return typed.trim().length < surelyOnTop || labels[0] === title;
        });
        const time = await drawnAfter(page);
        if (time !== undefined) times.push(time);
      }
      // Nothing that was asked before comes late.
      await page.waitForTimeout(200);
      const labels = await quickPick.labels();
      expect(labels[0]).toBe(title);
      expect(labels.filter((label) => !fits(label, typed))).toEqual([]);
    }
    console.log(
      `10,000 ${corpus}: key to drawn rows p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, ` +
        `longest ${percentile(times, 1)} ms (${times.length} of ${typedTitles * typedLength} keys changed the rows)`,
    );
    await workbench.screenshot('search-ten-thousand');

    // The list before anything is typed is another question to the engine, and must not be overtaken by an older one.
    await quickPick.type('');
    await until('all papers', async () => (await quickPick.labels()).join('\n') === first.join('\n'));
    for (let round = 0; round < 10; round += 1) {
      await page.keyboard.type('lear');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
    }
    await page.waitForTimeout(1_000);
    await until('all papers again', async () => (await quickPick.labels()).join('\n') === first.join('\n'));
    await page.waitForTimeout(500);
    expect(await quickPick.labels()).toEqual(first);

    const burst = items[typedTitles]?.title.slice(0, 60) ?? '';
    await quickPick.type('');
    await page.keyboard.type(burst);
    await until('the paper', async () => (await quickPick.labels())[0] === items[typedTitles]?.title);
    await page.waitForTimeout(500);
    const inBurst = await quickPick.labels();
    await page.keyboard.press('Escape');
    await workbench.runCommand('Paperside: Search Papers');
    await quickPick.type(burst);
    await until('the same list', async () => (await quickPick.labels()).join('\n') === inBurst.join('\n'));

    // Enter comes before the answer, and means the paper that was just pasted.
    const pasted = items[0]?.title ?? '';
    await quickPick.input.evaluate((input, text) => {
      if (input instanceof HTMLInputElement) input.value = text;
      const enter = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
      // Both before the window comes to anything else: no answer can be faster.
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', enter));
    }, pasted);
    const reader = await workbench.readerFrame();
    await until('the paper', async () => (await reader.locator('h1').innerText()) === pasted);
  });
});
