import { expect, test } from 'vitest';
import { cardPlace } from '../../../../src/webview/preview/cardPlace.ts';

const window = { width: 500, height: 400 };
const card = { width: 200, height: 100 };

test.each([
  ['below a place that has room there', { left: 50, top: 20, bottom: 40 }, { left: 50, top: 44 }],
  ['above one at the lower edge', { left: 50, top: 350, bottom: 370 }, { left: 50, top: 246 }],
  ['within the right edge', { left: 450, top: 20, bottom: 40 }, { left: 292, top: 44 }],
  ['within the left edge', { left: -30, top: 20, bottom: 40 }, { left: 8, top: 44 }],
])('stands %s', (_what, place, expected) => {
  expect(cardPlace(place, card, window)).toEqual(expected);
});

test('one that is higher than the window begins at its upper edge', () => {
  const place = cardPlace({ left: 0, top: 100, bottom: 120 }, { width: 900, height: 900 }, window);
  expect(place).toEqual({ left: 8, top: 8 });
});
