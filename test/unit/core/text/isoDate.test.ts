import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '../../../../src/core/text/isoDate.ts';

test.each([
  ['2020', '2020'],
  ['2020-05', '2020-05'],
  ['2020-5-9', '2020-05-09'],
  ['2020/05/19/', '2020-05-19'],
  ['2020/05/19/later', '2020-05-19'],
  ['2020///', '2020'],
  ['2020//', '2020'],
  ['2020.05.19', '2020-05-19'],
  ['20200519', '2020-05-19'],
  ['2020-05-19T10:00:00Z', '2020-05-19'],
  ['2020 May 19', '2020-05-19'],
  ['2020 May-Jun', '2020-05'],
  ['2020 Dec 15-2021 Jan 3', '2020-12-15'],
  ['2020 Spring', '2020'],
  ['Winter 2019', '2019'],
  ['19 May 2020', '2020-05-19'],
  ['May 19, 2020', '2020-05-19'],
  ['1st September 2020', '2020-09-01'],
  ['Sept. 2020', '2020-09'],
  ['14-19 June 2020', '2020-06-14'],
  ['Tue, 19 May 2020 10:22:00 GMT', '2020-05-19'],
  ['Available online 19 May 2020', '2020-05-19'],
  ['(c2020)', '2020'],
  ['2010-2020', '2010'],
  ['2010–2020', '2010'],
  ['2020-13', '2020'],
  ['2020-02-31', '2020-02'],
  ['2020-00-00', '2020'],
  ['05/19/2020', '2020'],
  ['Nova Scotia, 2019', '2019'],
  ['Marketing 2020', '2020'],
  ['in press', undefined],
  ['201X', undefined],
  ['12024', undefined],
  ['0999', undefined],
  ['3020', undefined],
  ['', undefined],
])('%j is %j', (text, expected) => {
  expect(isoDate(text)).toBe(expected);
});

test('any answer is a possible date, and the answer to itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[12]\d{3}[-/. ]\d{0,3}[-/. ]?\d{0,3}$/)), (text) => {
      const date = isoDate(text);
      if (date === undefined) return;
      expect(date).toMatch(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
      expect(isoDate(date)).toBe(date);
    }),
    { numRuns: 1000 },
  );
});
