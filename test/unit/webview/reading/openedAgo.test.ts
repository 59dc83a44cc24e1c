import { expect, test } from 'vitest';

import { openedAgo } from '../../../../src/webview/reading/openedAgo.ts';

const now = Date.UTC(2026, 0, 31, 12);
const minute = 60_000;
const day = 24 * 60 * minute;

test.each([
  [0, 'Opened just now'],
  [minute - 1, 'Opened just now'],
  [-5 * day, 'Opened just now'],
  [minute, 'Opened 1 minute ago'],
  [90 * minute, 'Opened 1 hour ago'],
  [day - 1, 'Opened 23 hours ago'],
  [day, 'Opened yesterday'],
  [3.9 * day, 'Opened 3 days ago'],
  [7 * day, 'Opened last week'],
  [29 * day, 'Opened 4 weeks ago'],
  [65 * day, 'Opened 2 months ago'],
  [800 * day, 'Opened 2 years ago'],
])('%d milliseconds ago: %s', (passed, expected) => {
  expect(openedAgo(now - passed, now)).toBe(expected);
});
