import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FromMap, MapSavedState, ToMap } from '../../../src/protocol/mapMessages.ts';
import { mapLimits, parseFromMap, parseMapSavedState, parseToMap } from '../../../src/protocol/parseMapMessage.ts';

const map = {
  keys: ['a', 'b'],
  places: Float32Array.from([0, 1, 2, 3]),
  themeOf: Uint32Array.from([0, 1]),
  themes: [
    { id: 'otters', label: 'Otters', count: 1, isRest: false },
    { id: 'other', label: 'Other', count: 1, isRest: true },
  ],
  parts: [{ id: 'asleep', label: 'Otters Asleep', theme: 0 }],
  partOf: Uint32Array.from([0, 1]),
};

const toMap: readonly ToMap[] = [
  { type: 'show', map },
  { type: 'paper', key: 'a', title: 'On Otters', authors: ['Ada King'], year: 2024 },
  { type: 'paper', key: 'a', title: '', authors: [] },
  { type: 'rows', theme: 'otters', from: 100, rows: [{ key: 'a', title: 't', byline: '' }], more: true },
  { type: 'titles', titles: [['a', 'On Otters']] },
  { type: 'reading', key: 'a' },
  { type: 'reading' },
  { type: 'pick', theme: 'otters' },
  { type: 'failed', message: 'No.' },
];

const fromMap: readonly FromMap[] = [
  { type: 'ready' },
  { type: 'ask', key: 'a' },
  { type: 'open', key: 'a' },
  { type: 'rows', theme: 'otters', from: 0 },
  { type: 'filterTheme', theme: 'otters' },
  { type: 'filterPapers', keys: ['a', 'b'] },
  { type: 'titles' },
  { type: 'save', format: 'svg', text: '<svg/>' },
  { type: 'save', format: 'png', bytes: Uint8Array.from([1, 2]) },
];

describe('good messages come through as they are', () => {
  test.each(toMap)('to the map: $type', (message) => {
    expect(parseToMap(message)).toEqual({ ok: true, value: message });
  });
  test.each(fromMap)('from the map: $type', (message) => {
    expect(parseFromMap(message)).toEqual({ ok: true, value: message });
  });
});

describe('anything else is an error that names the place', () => {
  test.each<[string, unknown, string]>([
    ['a place too few', { ...map, places: new Float32Array(3) }, 'map'],
    ['a place that is none', { ...map, places: Float32Array.from([0, NaN, 1, 1]) }, 'map'],
    ['a list instead of numbers', { ...map, places: [0, 1, 2, 3] }, 'map.places'],
    ['a theme that is not there', { ...map, themeOf: Uint32Array.from([0, 2]) }, 'map'],
    ['a part that is not there', { ...map, partOf: Uint32Array.from([0, 2]) }, 'map'],
    ['a part of no theme', { ...map, parts: [{ id: 'p', label: 'Part', theme: 2 }] }, 'map'],
    ['a part too few', { ...map, partOf: Uint32Array.from([0]) }, 'map'],
    ['a theme too few', { ...map, themeOf: Uint32Array.from([0]) }, 'map'],
    ['an empty key', { ...map, keys: ['a', ''] }, 'map.keys.1'],
    ['something more', { ...map, script: 'x' }, 'map.script'],
  ])('%s', (_name, broken, place) => {
    const parsed = parseToMap({ type: 'show', map: broken });
    expect(parsed.ok ? 'accepted' : parsed.error.split(':')[0]).toBe(place);
  });

  test.each<[string, unknown]>([
    ['an unknown type', { type: 'run', command: 'rm' }],
    ['a key that is none', { type: 'open', key: 7 }],
    [
      'more papers than may be selected',
      { type: 'filterPapers', keys: Array.from({ length: mapLimits.selected + 1 }, () => 'a') },
    ],
    ['another format', { type: 'save', format: 'html', text: '' }],
    ['a text as a PNG', { type: 'save', format: 'png', text: '' }],
    ['a place before the first', { type: 'rows', theme: 'x', from: -1 }],
    ['nothing', undefined],
  ])('from the map: %s', (_name, message) => {
    expect(parseFromMap(message).ok).toBe(false);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect([parseFromMap(message), parseToMap(message), parseMapSavedState(message)].map(({ ok }) => ok)).toEqual([
          false,
          false,
          false,
        ]);
      }),
    );
  });
});

describe('what the page kept', () => {
  const state: MapSavedState = {
    camera: { x: 1, y: -2, scale: 3 },
    colours: ['otters', ''],
    selection: { kind: 'papers', keys: ['a'] },
    list: false,
  };
  test.each<MapSavedState>([
    state,
    { colours: [], selection: { kind: 'none' }, list: true },
    { ...state, selection: { kind: 'theme', theme: 'otters' } },
  ])('%j', (kept) => {
    expect(parseMapSavedState(kept)).toEqual({ ok: true, value: kept });
  });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a camera without a scale', { ...state, camera: { x: 0, y: 0, scale: 0 } }],
    ['a camera nowhere', { ...state, camera: { x: Infinity, y: 0, scale: 1 } }],
  ])('%s is not taken', (_name, kept) => {
    expect(parseMapSavedState(kept).ok).toBe(false);
  });
});
