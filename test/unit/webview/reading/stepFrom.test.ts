import { expect, test } from 'vitest';

import { stepFrom } from '../../../../src/webview/reading/rovingFocus.ts';

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 0],
  [0, 'ArrowLeft', 2],
  [1, 'ArrowUp', 0],
  [1, 'ArrowDown', 2],
  [1, 'Home', 0],
  [0, 'End', 2],
  [1, 'Enter', undefined],
])('from %d of three by %s', (at, key, to) => {
  expect(stepFrom(at, key, 3)).toBe(to);
});
