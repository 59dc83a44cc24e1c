import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { ReaderSavedState } from '../../../../src/protocol/parseReaderMessage.ts';
import { KeptPages } from '../../../../src/webview/note/keptPages.ts';

/** A storage with so much room. */
class Room {
  readonly entries = new Map<string, string>();
  room = 1_000_000;
  denied = false;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    if (this.denied) throw new Error('denied');
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(name: string): string | null {
    if (this.denied) throw new Error('denied');
    return this.entries.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (this.denied || value.length > this.room) throw new Error('no room');
    this.entries.set(name, value);
  }

  removeItem(name: string): void {
    if (this.denied) throw new Error('denied');
    this.entries.delete(name);
  }
}

const states: ReaderSavedState[] = [];
const page = (storage: Room | undefined, session = 'one', folder = 'here') =>
  new KeptPages({ setState: (state) => states.push(state), storage, session, folder });
const typed = (text: string): ReaderSavedState => ({ key: 'k', unsaved: { key: 'k', base: '', text, seq: 1 } });

const long = (last: string) => typed('x'.repeat(100_001) + last);

beforeEach(() => {
  states.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what nobody has saved', () => {
  test('is kept in the state of the page, and found by the page that takes its place', () => {
    const room = new Room();
    page(room).keep(typed('text'));
    expect(states).toEqual([typed('text')]);
    expect(page(room).rescue('k')).toEqual(typed('text'));
    expect(page(room).rescue('other')).toEqual({ key: 'other' });
    expect(page(room, 'two').rescue('k')).toEqual({ key: 'k' });
  });

  test('is forgotten as soon as it is saved', () => {
    const room = new Room();
    const one = page(room);
    one.keep(typed('text'));
    one.keep({ key: 'k' });
    expect(room.entries.size).toBe(0);
    expect(page(room).rescue('k')).toEqual({ key: 'k' });
  });

  test('stands in one place, also when another paper is shown, or the page starts anew', () => {
    const room = new Room();
    const one = page(room);
    const { unsaved } = typed('text');
    one.keep(typed('text'));
    one.keep({ key: 'other', unsaved });
    expect([...room.entries.keys()]).toEqual(['paperside.reader.here.one.other']);
    const again = page(room);
    again.goesOn({ key: 'other', unsaved });
    again.keep({ key: 'k' });
    expect(room.entries.size).toBe(0);
  });

  test('that has no room is not given as "nothing": its tab must stay', () => {
    const room = new Room();
    const one = page(room);
    one.keep(typed('text'));
    room.room = 20;
    one.keep(typed('a text that is longer'));
    expect(states.at(-1)).toEqual(typed('a text that is longer'));
    expect(page(room).rescue('k')).toBeUndefined();
  });

  test('where storage is denied nothing is known, and nothing thrown', () => {
    const room = new Room();
    room.denied = true;
    page(room).keep(typed('text'));
    page(undefined).keep(typed('text'));
    expect(states).toEqual([typed('text'), typed('text')]);
    expect(page(room).rescue('k')).toBeUndefined();
    expect(page(undefined).rescue('k')).toBeUndefined();
  });

  test('in something else than a state is not taken', () => {
    const room = new Room();
    for (const entry of ['{', '1', '{"key":"other"}', '{"key":"k","more":1}']) {
      room.entries.set('paperside.reader.here.one.k', entry);
      expect(page(room).rescue('k')).toBeUndefined();
    }
  });

  test('in a long note is written down after a pause, or at the end of the page', () => {
    const room = new Room();
    const one = page(room);
    one.keep(long('a'));
    one.keep(long('b'));
    expect(states).toEqual([]);
    vi.advanceTimersByTime(400);
    expect(states).toEqual([long('b')]);
    one.keep(long('c'));
    one.flush();
    one.flush();
    expect(states).toEqual([long('b'), long('c')]);
    one.keep(long('d'));
    // What comes later is not overwritten by what waits.
    one.keep({ key: 'k' });
    vi.advanceTimersByTime(1_000);
    expect(states.at(-1)).toEqual({ key: 'k' });
    expect(states).toHaveLength(3);
  });
});

describe('what a window left that has ended', () => {
  const nobody: ReadonlySet<string> = new Set();
  const text = typed('text');

  test('is brought by the next reader in the same folder, and there until it is saved', () => {
    const room = new Room();
    page(room, 'some.session').keep(text);
    const next = page(room, 'two');
    expect(next.othersLeft).toBe(true);
    expect(next.adopt(nobody)).toEqual(text.unsaved);
    // Another paper is shown, and more is typed.
    next.keep({ key: 'other', ...(text.unsaved && { unsaved: text.unsaved }) });
    next.keep(typed('text and more'));
    expect(page(room, 'three').adopt(nobody)).toEqual(text.unsaved);
    next.keep({ key: 'k' });
    expect(page(room, 'three').adopt(nobody)).toBeUndefined();
    expect(page(room, 'three').othersLeft).toBe(false);
  });

  test('is not brought again when VS Code has brought the reader back, which has got it saved', () => {
    const room = new Room();
    page(room).keep(text);
    const restored = page(room, 'two');
    restored.goesOn(text);
    expect(page(room, 'three').adopt(nobody)).toEqual(text.unsaved);
    restored.keep({ key: 'k' });
    expect(room.entries.size).toBe(0);
  });

  test('is left alone while that window lives', () => {
    const room = new Room();
    page(room, 'some.session').keep(text);
    expect(page(room, 'two').adopt(new Set(['some-session']))).toBeUndefined();
    page(room, 'two').keep({ key: 'k' });
    expect(page(room, 'some.session').rescue('k')).toEqual(text);
  });

  test('is nothing to a reader in another folder, nor to its own window', () => {
    const room = new Room();
    page(room).keep(text);
    expect(page(room, 'two', 'there').othersLeft).toBe(false);
    expect(page(room, 'two', 'there').adopt(nobody)).toBeUndefined();
    expect(page(room).othersLeft).toBe(false);
    expect(page(room).adopt(nobody)).toBeUndefined();
  });

  test('that cannot be read is passed over', () => {
    const room = new Room();
    room.entries.set('paperside.reader.here.zero.k', '"more"');
    page(room).keep(text);
    expect(page(room, 'two').adopt(nobody)).toEqual(text.unsaved);
    room.denied = true;
    expect(page(room, 'two').othersLeft).toBe(false);
    expect(page(room, 'two').adopt(nobody)).toBeUndefined();
    expect(page(undefined).adopt(nobody)).toBeUndefined();
  });
});
