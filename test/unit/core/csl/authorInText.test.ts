import { describe, expect, test } from 'vitest';
import { authorInText } from '../../../../src/core/csl/authorInText.ts';
import { textOf } from '../../../../src/core/csl/formattedText.ts';

const plain = (text: string) => [{ text }];

describe('the author in the sentence', () => {
  test.each([
    ['Stone', '(Stone, 2019)', 'Stone'],
    ['How to Lay a Path', '(“How to Lay a Path” 2017)', '“How to Lay a Path”'],
    ['Chemins', '(« Chemins » 2017)', '« Chemins »'],
    ['Wege', '(„Wege“, 2017)', '„Wege“'],
    ['Wege', '(„Wege und Pfade“, 2017)', 'Wege'],
    ['Wege', '(Pfade, 2017)', 'Wege'],
    ['Wege', '', 'Wege'],
    ['', '(2017)', ''],
  ])('%j of %j is %j', (author, whole, expected) => {
    expect(authorInText(plain(author), plain(whole)).map(({ text }) => text)).toEqual(
      expected === '' ? [''] : [expected],
    );
  });

  test('has its quotation marks without the comma that stands in them', () => {
    expect(textOf(authorInText(plain('How to Lay a Path'), plain('(see “How to Lay a Path,” 2017)')))).toBe(
      '“How to Lay a Path”',
    );
  });

  test('is set as in the citation', () => {
    const whole = [{ text: '(see ' }, { text: 'Old ', italic: true as const }, { text: 'Walls, 2019)' }];
    expect(authorInText(plain('Old Walls'), whole)).toEqual([{ text: 'Old ', italic: true }, { text: 'Walls' }]);
  });
});
