import { describe, expect, test } from 'vitest';

import type { NoteState } from '../../../src/protocol/readerMessages.ts';
import { noteOf, richPaper, writtenNote } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const { open: openPage } = useReader();
let reader: ReaderPage;

/** Opens the reader with this note. */
async function open(text: string, options: PageOptions = {}, more: Parameters<typeof noteOf>[1] = {}) {
  reader = await openPage(options);
  await reader.show(richPaper, noteOf(text, more));
  return reader;
}

const { key } = richPaper;
const status = () => reader.page.locator('.notes .status').textContent();
const alert = () => reader.page.locator('.notes [role=alert]').textContent();
const press = (...keys: readonly string[]) =>
  keys.reduce((before, one) => before.then(() => reader.page.keyboard.press(one)), Promise.resolve());
const type = (text: string) => reader.page.keyboard.type(text);
const said = (seq: number, state: NoteState, message?: string) =>
  reader.send({ type: 'noteState', key, seq, state, message });
const hostText = (text: string, version: number, seq = 0) =>
  reader.send({ type: 'noteText', key, note: noteOf(text, { version, seq }) });

/** Waits for an edit that carries this text; it is the page's debounce that is waited for. */
async function editWith(text: string) {
  await expect.poll(async () => (await reader.lastEdit())?.text, { timeout: 3000 }).toBe(text);
  return reader.lastEdit();
}

describe('what is typed', () => {
  test('is sent with its base, kept, and "Saved" waits for the word', async () => {
    await open('one\n', {}, { version: 5 });
    await reader.note.click();
    await press('Control+End');
    await type('two');
    expect(await editWith('one\ntwo')).toMatchObject({ key, base: 5 });
    const seq = (await reader.lastEdit())?.seq ?? 0;
    expect(await status()).toBe('Editing…');
    expect(await reader.state()).toMatchObject({ key, unsaved: { base: 'one\n', text: 'one\ntwo' } });
    await said(seq, 'saving');
    expect(await status()).toBe('Editing…');
    await said(seq, 'draft');
    await expect.poll(status).toBe('Kept as draft');
    await said(seq, 'saved');
    await expect.poll(status).toBe('Saved');
    expect(await reader.state()).toEqual({ key });
  });

  test('is sent at once when the keyboard leaves, and by the key that saves', async () => {
    await open('');
    await reader.note.click();
    await type('now');
    await press('Control+s');
    expect((await reader.lastEdit())?.text).toBe('now');
    await type('!');
    await reader.note.content.evaluate((node: HTMLElement) => node.blur());
    expect((await reader.lastEdit())?.text).toBe('now!');
  });

  test('continues lists, tasks, numbers and quotes; an empty item ends them', async () => {
    await open('');
    await reader.note.click();
    for (const line of ['- [ ] one', 'two', '', '1. three', '', '> five', 'six']) {
      await type(line);
      await press('Enter');
    }
    expect(await reader.note.text()).toBe('- [ ] one\n- [ ] two\n1. three\n> five\n> six\n> ');
  });

  test('Tab indents in a list, leaves the note elsewhere, and after Escape always', async () => {
    await open('- one\n- two');
    await reader.note.click();
    await press('Control+End', 'Tab');
    expect(await reader.note.text()).toBe('- one\n  - two');
    await press('Shift+Tab');
    expect(await reader.note.text()).toBe('- one\n- two');
    await press('Escape', 'Tab');
    expect(await reader.note.hasFocus()).toBe(false);
    expect(await reader.note.text()).toBe('- one\n- two');
    const help = await reader.note.content.evaluate((node) => {
      const root = node.getRootNode();
      return (
        root instanceof ShadowRoot && root.getElementById(node.getAttribute('aria-describedby') ?? '')?.textContent
      );
    });
    expect(help).toBe('Tab indents in lists. Press Escape, then Tab, to leave the note.');
  });

  test('can be undone and done again; keys that were taken do not reach VS Code', async () => {
    await open('one');
    await reader.page.evaluate(() => {
      addEventListener('keydown', (event) => (document.title += ` ${event.key}`));
      document.title = '';
    });
    await reader.note.click();
    await press('Control+End');
    await type(' two');
    await press('Control+z');
    expect(await reader.note.text()).toBe('one');
    await press('Control+y');
    expect(await reader.note.text()).toBe('one two');
    await press('Control+a', 'Control+b');
    expect(await reader.note.text()).toBe('**one two**');
    await press('Control+i');
    expect(await reader.note.text()).toBe('***one two***');
    await press('F2');
    expect(await reader.page.title()).toMatch(/F2$/);
    expect(await reader.page.title()).not.toMatch(/ [zyabi]( |$).* F2$/);
  });

  test('is looked through by the search of the editor', async () => {
    await open('one\ntwo\none');
    await reader.note.click();
    await press('Control+f');
    const field = reader.page.getByRole('textbox', { name: 'Find', exact: true });
    await type('two');
    expect(await field.inputValue()).toBe('two');
    await press('Enter');
    expect(await reader.page.locator('.cm-searchMatch-selected').allTextContents()).toEqual(['two']);
    await reader.picture('note-search');
    expect(await reader.axeViolations()).toEqual([]);
    await press('Escape');
    expect(await field.count()).toBe(0);
    expect(await reader.note.hasFocus()).toBe(true);
  });

  test('is composed by an input method without being disturbed', async () => {
    await open('one\n');
    await reader.note.click();
    await press('Control+End');
    const client = await reader.page.context().newCDPSession(reader.page);
    await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await hostText('zero\none\n', 2);
    await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    expect(await reader.note.text()).toBe('one\nにほ');
    await client.send('Input.insertText', { text: '日本' });
    await editWith('zero\none\n日本');
    expect(await reader.note.text()).toBe('zero\none\n日本');
    expect(await reader.note.selection()).toEqual([11, 11]);
  });
});

describe('a text from elsewhere', () => {
  test('keeps caret, selection, focus and page where they are', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('');
    await open(lines);
    await reader.note.click();
    await press('Control+Home', 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await reader.note.selection()).toEqual([14, 16]);
    const top = await reader.page.evaluate(() => scrollY);
    await hostText(`new first line\n${lines}and a last one`, 2);
    await expect.poll(() => reader.note.text()).toContain('new first line');
    expect(await reader.note.selection()).toEqual([29, 31]);
    await reader.show(
      { ...richPaper, title: 'Another Title' },
      noteOf(`new first line\n${lines}`, { version: 3 }),
      true,
    );
    expect(await reader.note.selection()).toEqual([29, 31]);
    expect(await reader.note.hasFocus()).toBe(true);
    expect(await reader.page.evaluate(() => scrollY)).toBe(top);
  });

  test('is joined with what is typed meanwhile; undo takes back the writer’s own steps only', async () => {
    await open('one\n');
    await reader.note.click();
    await press('Control+End');
    // At once: what is typed letter by letter on a busy machine is several steps to undo.
    await reader.page.keyboard.insertText('mine');
    await hostText('theirs\none\n', 2);
    expect(await editWith('theirs\none\nmine')).toMatchObject({ base: 2 });
    await press('Control+z');
    expect(await reader.note.text()).toBe('theirs\none\n');
    await press('Control+Shift+z');
    expect(await reader.note.text()).toBe('theirs\none\nmine');
    // It is not sent back: what the host gave is no typing.
    const count = (await reader.posted()).length;
    await hostText('theirs, more\none\nmine', 9, 99);
    await reader.page.waitForTimeout(300);
    expect((await reader.posted()).length).toBe(count);
  });

  test('the note of another paper has its own undo, and is found again as it was left', async () => {
    await open('one');
    await reader.note.click();
    await press('Control+End');
    await type('!');
    const edit = await editWith('one!');
    await said(edit?.seq ?? 0, 'saved');
    await reader.show({ ...richPaper, key: 'other' }, noteOf('other note'));
    await press('Control+z');
    expect(await reader.note.text()).toBe('other note');
    await reader.show(richPaper, noteOf('one!', { version: 2, seq: edit?.seq ?? 0 }));
    expect(await reader.note.selection()).toEqual([4, 4]);
    await press('Control+z');
    expect(await reader.note.text()).toBe('one');
  });
});

describe('how safe the note is', () => {
  test('is not shouted while one types: "Saved" is heard once, when it stays', async () => {
    await open('');
    await reader.page.evaluate(() => {
      const region = document.querySelector('.notes [role=status]');
      if (region === null) return;
      document.title = '';
      new MutationObserver(() => (document.title += `[${region.textContent}]`)).observe(region, { childList: true });
    });
    await reader.note.click();
    for (let step = 0; step < 4; step++) {
      await type('x');
      await editWith('x'.repeat(step + 1));
      await said((await reader.lastEdit())?.seq ?? 0, 'saved');
      await reader.page.waitForTimeout(100);
      expect(await status()).toBe('Editing…');
    }
    await expect.poll(status).toBe('Saved');
    await expect.poll(() => reader.page.title(), { timeout: 3000 }).toBe('[Saved]');
  });

  test('a host that answers, but not about the edit: an alert after two seconds, the text kept and copied', async () => {
    await open('one\n');
    await reader.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.note.click();
    await press('Control+End');
    await type('lost?');
    await editWith('one\nlost?');
    expect(await alert()).toBe('');
    await expect
      .poll(alert, { timeout: 5000 })
      .toBe('Not saved: the editor does not answer. Copy your text or reload the window.');
    expect(await reader.state()).toMatchObject({ unsaved: { text: 'one\nlost?' } });
    await reader.picture('note-silent');
    await reader.page.getByRole('button', { name: 'Copy text' }).click();
    await expect.poll(status).toMatch(/^(Copied|Not copied)/);
  });

  test('after a reload the unconfirmed text is handed over', async () => {
    const unsaved = { key, base: 'one\n', text: 'one\nlost?', seq: 3 };
    reader = await openPage({ state: { key, unsaved } });
    const { base, text } = unsaved;
    expect(await reader.posted()).toEqual([{ type: 'ready', unsaved: { key, base, text } }]);
  });

  test('a conflict, a failure, a draft and a read-only note are said with what to do', async () => {
    const message = 'your other version is in notes/okonkwo2024sparse.conflict.md.';
    await open(writtenNote, {}, { state: 'conflict', message });
    const buttons = () => reader.page.locator('.notes .alert button:visible').allTextContents();
    const click = (name: string) => reader.page.locator('.notes .alert').getByRole('button', { name }).click();
    expect(await alert()).toBe(`Conflict: ${message}`);
    expect(await buttons()).toEqual(['Compare', 'Dismiss']);
    await reader.picture('note-conflict');
    await click('Compare');
    await click('Dismiss');
    expect(await reader.page.locator('.notes .alert').isVisible()).toBe(false);
    expect(await reader.note.hasFocus()).toBe(true);
    await said(0, 'failed', 'the disk is full.');
    await expect.poll(alert).toBe('Not saved: the disk is full.');
    expect(await buttons()).toEqual(['Try again', 'Open as file', 'Copy text']);
    await reader.picture('note-failed');
    // In a narrow pane the buttons go under the text together.
    await reader.page.setViewportSize({ width: 400, height: 900 });
    const tops = await Promise.all(
      (await reader.page.locator('.notes .alert button:visible').all()).map((one) => one.boundingBox()),
    );
    expect(new Set(tops.map((box) => box?.y)).size).toBe(1);
    await reader.picture('note-failed-narrow');
    await reader.page.setViewportSize({ width: 760, height: 900 });
    await click('Try again');
    await click('Open as file');
    await said(0, 'draft', 'the disk is full.');
    await expect.poll(alert).toBe('Kept as draft: the disk is full.');
    await said(0, 'readOnly', 'the folder is read-only.');
    await expect.poll(status).toBe('Read-only: the folder is read-only.');
    expect(await reader.note.content.getAttribute('aria-readonly')).toBe('true');
    await type('x');
    expect(await reader.note.text()).toBe(writtenNote);
    expect((await reader.posted()).slice(1)).toEqual([
      { type: 'noteAction', key, action: 'compare' },
      { type: 'noteAction', key, action: 'retry' },
      { type: 'openNote', key },
    ]);
  });
});
