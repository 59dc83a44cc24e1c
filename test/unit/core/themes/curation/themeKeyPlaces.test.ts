import { expect, test } from 'vitest';
import { themeKeyPlaces } from '../../../../../src/core/themes/curation/themeKeyPlaces.ts';

test.each([
  [
    '{"themes": {"lee": {"label": "lee", "like": [["«lee»", "kim"], "lee"]}}, "papers": {"«lee»": ["lee"], "kim": ["lee"]}}',
  ],
  ['\uFEFF{\r\n  "papers": {\r\n    "«lee»": []\r\n  } // lee\r\n}'],
  ['{"papers": {"l\\u0065e": []}, "lee": 1}'],
  ['{"papers": ["lee"]}'],
  ['{"papers": {"lee": '],
  ['"lee"'],
])('a paper is named in %j', (text) => {
  const places = [...themeKeyPlaces(text.replace(/[«»]/g, ''), 'lee')].toReversed();
  const plain = text.replace(/[«»]/g, '');
  const marked = places.reduce(
    (all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`,
    plain,
  );
  expect(marked).toBe(text);
});
