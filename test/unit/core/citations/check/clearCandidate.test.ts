import { expect, test } from 'vitest';
import { isClearCandidate } from '../../../../../src/core/citations/check/clearCandidate.ts';

test.each([
  ['smth2020', [], false],
  ['smth2020', ['smith2020'], true],
  ['SMITH2020', ['smith2020'], true],
  ['smth2020', ['smith2020', 'smyth2021'], true],
  ['smith2020', ['smith2020a', 'smith2020b'], false],
  ['smith2020', ['smith2020a', 'jones'], true],
  ['smith2020', ['smith-2020-light-on-mosses'], false],
])('%s: of %j the first is clear: %s', (key, instead, isClear) => {
  expect(isClearCandidate(key, instead)).toBe(isClear);
});
