import { expect, test } from 'vitest';
import { queryOfKey } from '../../../../../src/core/citations/check/queryOfKey.ts';

test.each([
  ['smith2020', 'smith 2020'],
  ['smith2020a', 'smith 2020a'],
  ['Smith:2020-lightOnMosses', 'Smith 2020 light On Mosses'],
  ['DBLP:conf/icml/Doe19', 'DBLP conf icml Doe 19'],
  ['2020smith', '2020 smith'],
  ['müller_2019', 'müller 2019'],
  ['--', ''],
])('%s: %s', (key, query) => {
  expect(queryOfKey(key)).toBe(query);
});
