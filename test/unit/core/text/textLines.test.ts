import { expect, test } from 'vitest';
import { textLines } from '../../../../src/core/text/textLines.ts';

test('lines end at CRLF, LF and a lone CR, and a BOM is not text', () => {
  expect(textLines('\uFEFFa\r\nb\n\rc\u2028d\r')).toEqual(
    ['a', 'b', '', 'c\u2028d', ''].map((text, line) => ({ line, text })),
  );
});

test('an empty text has one empty line', () => {
  expect(textLines('')).toEqual([{ line: 0, text: '' }]);
});
