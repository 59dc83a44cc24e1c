import { expect, test } from 'vitest';
import { authorYearOf } from '../../../../src/core/library/authorYear.ts';

test.each([
  ['smith2020', 'smith', '2020', []],
  ['Smith2020deep', 'Smith', '2020', ['deep']],
  ['smith_deep_2020', 'smith', '2020', ['deep']],
  ['smith-2020-deep-learning', 'smith', '2020', ['deep', 'learning']],
  ['VanDerBerg1999', 'Van Der Berg', '1999', []],
  ['müller:2019-fürUns', 'müller', '2019', ['für', 'uns']],
  ["o'neill2001", 'o neill', '2001', []],
  ['DBLP:conf/acl/Smith2020', 'DBLP', '2020', ['conf', 'acl', 'smith']],
])('%s names %s and %s', (key, family, year, words) => {
  expect(authorYearOf(key)).toEqual({ family, year, words });
});

test.each(['otters-hold-hands-7k2qd', '2020smith', 'smith20201', 'smith', '', '10.1234/2020.5', 'a'.repeat(100_000)])(
  '%.30s names nobody',
  (key) => {
    expect(authorYearOf(key)).toBeUndefined();
  },
);
