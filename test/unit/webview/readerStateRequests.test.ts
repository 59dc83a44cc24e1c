import { describe, expect, test } from 'vitest';

import type { ReaderPlace, ToReader } from '../../../src/protocol/readerMessages.ts';
import type { ReaderAction } from '../../../src/webview/readerState.ts';
import { page, show } from './messages.ts';
import { ModelPage } from './modelPage.ts';

const place: ReaderPlace = { canGoBack: true, canGoForward: false, hasPrevious: false, hasNext: true, pinned: false };
const cited = (key: string): Extract<ToReader, { type: 'citedIn' }> => ({
  type: 'citedIn',
  key,
  places: [{ path: 'a.md', line: 1, before: '', citation: '@a', after: '' }],
  count: 1,
  searching: false,
});

describe('what is asked of the host', () => {
  const requests: readonly (readonly [ReaderAction, object])[] = [
    [
      { type: 'go', to: 'next' },
      { type: 'go', to: 'next' },
    ],
    [
      { type: 'pin', pinned: true },
      { type: 'pin', pinned: true },
    ],
    [
      { type: 'markAs', reading: 'read' },
      { type: 'markAs', reading: 'read' },
    ],
    [
      { type: 'copyAs', format: 'bibtex' },
      { type: 'copyAs', format: 'bibtex' },
    ],
    [
      { type: 'askAt', what: 'revealTheme', index: 2 },
      { type: 'revealTheme', index: 2 },
    ],
    [
      { type: 'askAt', what: 'openCitedPlace', index: 0 },
      { type: 'openCitedPlace', index: 0 },
    ],
    [
      { type: 'askAt', what: 'openRelated', index: 1 },
      { type: 'openRelated', index: 1 },
    ],
  ];
  test.each(requests)('%j names the paper, and what is typed goes out before it', (action, message) => {
    const reader = page().type('one\ntwo').act(action);
    expect(reader.posted.slice(1)).toEqual([
      { type: 'edit', key: 'a', seq: 1, base: 1, text: 'one\ntwo' },
      { ...message, key: 'a' },
    ]);
  });

  test.each(requests)('%j is nothing before a paper is shown', (action) => {
    expect(new ModelPage().act(action).posted).toEqual([]);
  });
});

describe('what is around the paper', () => {
  test('is kept by a refresh, and forgotten with the paper', () => {
    const reader = page().receive({ type: 'place', key: 'a', place }).receive(cited('a'));
    reader.receive({ type: 'related', key: 'a', papers: [] });
    const around = { place, citedIn: cited('a'), related: [] };
    expect(reader.state.around).toEqual(around);
    expect(reader.receive(show('a', 'one\n', {}, true)).state.around).toEqual(around);
    expect(reader.receive(show('b', '')).state.around).toEqual({});
  });

  test('of another paper is dropped', () => {
    const reader = page().receive({ type: 'place', key: 'b', place }).receive(cited('b'));
    expect(reader.receive({ type: 'related', key: 'b', papers: [] }).state.around).toEqual({});
  });
});

test('a paper that is gone before it was shown is said, until one is shown', () => {
  const reader = new ModelPage().receive({ type: 'gone', key: 'a' });
  expect(reader.state.gone).toBe(true);
  expect(reader.receive(show('b', '')).state.gone).toBe(false);
});
