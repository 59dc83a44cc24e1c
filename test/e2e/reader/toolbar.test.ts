import { describe, expect, test } from 'vitest';

import { barePaper, midPlace, noteOf, richPaper } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const tests = useReader();
const { asked, focusedName, showAll } = tests;
const { key } = richPaper;
let reader: ReaderPage;

const tool = (name: string) => reader.page.getByRole('toolbar').getByRole('button', { name, exact: true });

async function open(options: PageOptions = {}) {
  reader = await tests.open(options);
  return reader;
}

describe('the toolbar', () => {
  test('goes where it can, and says where it cannot', async () => {
    await open();
    const state = async (name: string) => tool(name).getAttribute('aria-disabled');
    await reader.show(richPaper, noteOf(''));
    expect(await state('Next paper')).toBe('true');
    await showAll();
    expect(await Promise.all(['Back', 'Forward', 'Previous paper', 'Next paper'].map(state))).toEqual([
      'false',
      'true',
      'false',
      'false',
    ]);
    for (const name of ['Back', 'Previous paper', 'Next paper', 'Pin', 'Insert citation', 'Open note as file']) {
      await tool(name).click();
    }
    // Playwright waits for what is disabled to be enabled.
    await tool('Forward').click({ force: true });
    expect(await asked()).toEqual([
      { type: 'go', key, to: 'back' },
      { type: 'go', key, to: 'previous' },
      { type: 'go', key, to: 'next' },
      { type: 'pin', key, pinned: true },
      { type: 'insertCitation', key },
      { type: 'openNote', key },
    ]);
  });

  test('shows that the paper is pinned, and takes the pin out', async () => {
    await open();
    await showAll();
    expect(await tool('Pin').getAttribute('aria-pressed')).toBe('false');
    await reader.send({ type: 'place', key, place: { ...midPlace, pinned: true } });
    await expect.poll(async () => tool('Pin').getAttribute('aria-pressed')).toBe('true');
    await tool('Pin').click();
    expect(await asked()).toEqual([{ type: 'pin', key, pinned: false }]);
  });

  test('says how far one has come, and asks the host to mark it', async () => {
    const { page } = await open();
    await showAll();
    const checked = () => page.locator('[role=radio][aria-checked=true]').allTextContents();
    expect(await checked()).toEqual(['Reading']);
    await page.getByRole('radio', { name: 'Read', exact: true }).click();
    expect(await asked()).toEqual([{ type: 'markAs', key, reading: 'read' }]);
    // What is shown is what the host says.
    expect(await checked()).toEqual(['Reading']);
    await reader.show({ ...richPaper, reading: 'read' }, noteOf(''), true);
    expect(await checked()).toEqual(['Read']);
    await reader.show(barePaper, noteOf(''));
    expect(await checked()).toEqual(['Unread']);
  });

  test('is one stop of Tab; arrows, Home and End move in it', async () => {
    const { page } = await open();
    await showAll();
    await page.keyboard.press('Tab');
    expect(await focusedName()).toBe('back');
    const walk: unknown[] = [];
    for (const press of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(press);
      walk.push(await focusedName());
    }
    expect(walk).toEqual(['forward', 'previous', 'state-read', 'back', 'state-read', 'state-reading', 'back']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    expect(await focusedName()).toBe('author-0');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedName()).toBe('forward');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ type: 'markAs', key, reading: 'read' }]);
  });

  test('keeps the focus when there is nowhere to go any more', async () => {
    const { page } = await open();
    await showAll();
    await tool('Next paper').focus();
    await page.keyboard.press('Enter');
    await reader.send({ type: 'place', key, place: { ...midPlace, hasNext: false } });
    await expect.poll(async () => tool('Next paper').getAttribute('aria-disabled')).toBe('true');
    expect(await focusedName()).toBe('next');
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ type: 'go', key, to: 'next' }]);
  });
});

describe('the menu of copies', () => {
  test('by keyboard: opens at its first entry, arrows, Enter; the focus comes back', async () => {
    const { page } = await open();
    await showAll();
    const copy = tool('Copy as');
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => copy.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([
      'Citation key',
      'BibTeX entry',
      'Formatted reference',
      'Other form…',
    ]);
    await expect.poll(focusedName).toBe('copy-Citation key');
    expect(await reader.axeViolations()).toEqual([]);
    await reader.picture('copy-menu-dark', false);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await focusedName()).toBe('copy');
    await expect.poll(async () => copy.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await expect.poll(focusedName).toBe('copy-Citation key');
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(focusedName).toBe('copy-Citation key');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(async () => page.locator('.menu').isVisible()).toBe(false);
    expect(await asked()).toEqual([
      { type: 'copyAs', key, format: 'bibtex' },
      { type: 'copyAs', key, format: 'other' },
      { type: 'copyKey', key },
    ]);
  });

  test('closes when one looks elsewhere, and stays in a narrow page', async () => {
    const { page } = await open({ width: 320 });
    await showAll();
    await tool('Copy as').click();
    const box = await page.locator('.menu').boundingBox();
    expect(box).not.toBeNull();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 320).toBe(true);
    await page.locator('.abstract p').first().click();
    expect(await page.locator('.menu').isVisible()).toBe(false);
  });
});

describe('Alt with the arrow keys', () => {
  test('goes back, forward, up and down; VS Code hears nothing of it', async () => {
    const { page } = await open();
    await showAll();
    await page.evaluate(() => {
      addEventListener('keydown', (event) => Object.assign(window, { heard: event.key }));
    });
    for (const press of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(`Alt+${press}`);
    expect(await asked()).toEqual(['back', 'forward', 'previous', 'next'].map((to) => ({ type: 'go', key, to })));
    expect(await page.evaluate(() => 'heard' in window && window.heard)).toBe('Alt');
  });

  test('does nothing where one writes, nor together with other keys', async () => {
    const { page } = await open();
    await showAll();
    await page.keyboard.press('Control+Alt+ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await reader.note.content.waitFor();
    await reader.note.click();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await asked()).toEqual([]);
  });
});
