import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  parseFromReader,
  parseReaderSavedState,
  parseToReader,
  readerLimits,
} from '../../../src/protocol/parseReaderMessage.ts';
import type { FromReader, ToReader } from '../../../src/protocol/readerMessages.ts';

const paper = {
  key: 'DBLP:conf/x/ÿ',
  title: '<script>',
  authors: ['A', 'B'],
  year: 2024,
  venue: 'V',
  abstract: 'a $x$',
  keywords: ['k'],
  themes: ['t'],
  links: [{ label: 'arXiv', url: 'https://arxiv.org/abs/1' }],
  sources: ['papers.txt:13'],
};
const note = { text: 'n', version: 1, seq: 0, state: 'saved', path: 'notes/k.md' } as const;

const toReader: readonly ToReader[] = [
  { type: 'show', paper, note, refresh: false },
  { type: 'show', paper: { ...paper, year: undefined, venue: undefined }, note, refresh: true },
  { type: 'noteText', key: 'k', note: { ...note, state: 'failed', message: 'why' } },
  { type: 'noteState', key: 'k', seq: 3, state: 'conflict', message: 'm' },
  { type: 'gone', key: 'k' },
  { type: 'focusNote', key: 'k' },
];
const fromReader: readonly FromReader[] = [
  { type: 'ready' },
  { type: 'ready', unsaved: { key: 'k', base: '', text: 't' } },
  { type: 'edit', key: 'k', seq: 1, base: 0, text: '' },
  { type: 'openNote', key: 'k' },
  { type: 'insertCitation', key: 'k' },
  { type: 'copyKey', key: 'k' },
  { type: 'openLink', key: 'k', index: 0 },
  { type: 'revealSource', key: 'k', index: 1 },
  { type: 'openVersion', key: 'k', index: 0 },
  { type: 'searchFor', key: 'k', fact: 'author', index: 2 },
];

describe('good messages', () => {
  test.each(toReader)('to the reader: $type', (message) => {
    expect(parseToReader(message)).toEqual({ ok: true, value: message });
    expect(parseToReader(JSON.parse(JSON.stringify(message)))).toMatchObject({ ok: true });
    expect(parseFromReader(message).ok).toBe(false);
  });

  test.each(fromReader)('from the reader: $type', (message) => {
    expect(parseFromReader(message)).toEqual({ ok: true, value: message });
    expect(parseFromReader(JSON.parse(JSON.stringify(message)))).toMatchObject({ ok: true });
    expect(parseToReader(message).ok).toBe(false);
  });
});

describe('hostile messages', () => {
  const edit = { type: 'edit', key: 'k', seq: 1, base: 0, text: '' };

  test.each([
    undefined,
    null,
    0,
    'ready',
    [],
    [{ type: 'ready' }],
    {},
    { type: '__proto__' },
    { type: 'constructor' },
    { type: ['ready'] },
    { type: 'save', path: '../../.vscode/settings.json' },
    { ...edit, path: '../x' },
    { ...edit, seq: -1 },
    { ...edit, seq: 1.5 },
    { ...edit, seq: Number.NaN },
    { ...edit, seq: 2 ** 53 },
    { ...edit, base: '0' },
    { ...edit, text: 5 },
    { ...edit, key: '' },
    { ...edit, key: 'k'.repeat(501) },
    { ...edit, text: 'x'.repeat(readerLimits.noteText + 1) },
    { type: 'openLink', key: 'k', index: Number.POSITIVE_INFINITY },
    { type: 'searchFor', key: 'k', fact: 'abstract', index: 0 },
    { type: 'searchFor', key: 'k', fact: 'author', index: 0, query: 'is:cited' },
    { type: 'ready', unsaved: { key: 'k', base: '', text: '', more: 1 } },
    { type: 'ready', unsaved: null },
    JSON.parse('{"type":"ready","__proto__":{"polluted":true}}') as unknown,
    JSON.parse('{"type":"ready","constructor":{"prototype":{"polluted":true}}}') as unknown,
  ])('from the reader %#', (message) => {
    expect(parseFromReader(message)).toMatchObject({ ok: false });
    expect('polluted' in {}).toBe(false);
  });

  test.each([
    { type: 'show', paper: { ...paper, html: '<b>' }, note, refresh: false },
    { type: 'show', paper: { ...paper, links: [{ label: 'x', url: 'javascript:alert(1)' }] }, note, refresh: false },
    { type: 'show', paper: { ...paper, links: [{ label: 'x', url: ' https://x' }] }, note, refresh: false },
    { type: 'show', paper: { ...paper, authors: 'A' }, note, refresh: false },
    { type: 'show', paper: { ...paper, authors: Array.from({ length: 20_001 }, () => 'A') }, note, refresh: false },
    { type: 'show', paper: { ...paper, keywords: { length: 1, 0: 'k' } }, note, refresh: false },
    { type: 'show', paper, note: { ...note, state: 'Saved' }, refresh: false },
    { type: 'show', paper, note, refresh: 'false' },
    { type: 'noteState', key: 'k', seq: 0, state: 'saved', message: 1 },
  ])('to the reader %#', (message) => {
    expect(parseToReader(message)).toMatchObject({ ok: false });
  });

  test('the longest allowed passes', () => {
    expect(parseFromReader({ ...edit, key: 'k'.repeat(500), text: 'x'.repeat(5_000_000) }).ok).toBe(true);
  });

  test('the error names the place and never the content', () => {
    const outcome = parseFromReader({ ...edit, text: { secret: 'words' } });
    expect(outcome).toEqual({ ok: false, error: 'text: expected string' });
    expect(JSON.stringify(parseFromReader({ type: 'words'.repeat(1000) }))).not.toContain('words');
  });

  test('a huge list is refused without a look at its items', () => {
    let looked = 0;
    const trap = new Proxy<string[]>([], {
      get(target, name) {
        if (name === 'length') return 50_000_000;
        looked++;
        return Reflect.get(target, name) as unknown;
      },
    });
    expect(parseToReader({ type: 'show', paper: { ...paper, authors: trap }, note, refresh: false }).ok).toBe(false);
    expect(looked).toBe(0);
  });

  test('anything at all gives a result', () => {
    const withType = fc.record({
      type: fc.constantFrom('show', 'edit', 'ready', 'noteText'),
      key: fc.anything(),
      note: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true }), withType), (input) => {
        expect(typeof parseToReader(input).ok).toBe('boolean');
        expect(typeof parseFromReader(input).ok).toBe('boolean');
        expect(typeof parseReaderSavedState(input).ok).toBe('boolean');
      }),
    );
  });
});

describe('saved state', () => {
  test('a key alone, or with an edit', () => {
    const unsaved = { key: 'b', base: '', text: 't', seq: 4 };
    expect(parseReaderSavedState({ key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
    expect(parseReaderSavedState({ key: 'a', unsaved })).toEqual({ ok: true, value: { key: 'a', unsaved } });
  });

  test.each([undefined, null, {}, { key: 1 }, { key: 'a', unsaved: { key: 'b' } }, { key: 'a', more: 1 }])(
    '%j is refused',
    (input) => {
      expect(parseReaderSavedState(input).ok).toBe(false);
    },
  );
});
