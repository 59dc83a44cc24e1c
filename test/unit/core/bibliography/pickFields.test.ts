import { describe, expect, test } from 'vitest';
import { blockBelow, pickFields } from '../../../../src/core/bibliography/pickFields.ts';
import { growth } from '../../../support/growth.ts';

describe('the lines of some fields', () => {
  test.each([
    ['a: 1\nb: 2\nc: 3\n', 'b: 2\n'],
    ['a: 1\r\nb:\r\n  - x\r\n  - y\r\nc: 3\r\n', 'b:\r\n  - x\r\n  - y\r\n'],
    // A list may stand in the column of its name.
    ['b:\n- x: 1\n  b: no\n- y\na: b: c\n', 'b:\n- x: 1\n  b: no\n- y\n'],
    ['b: |\n  one\n\n  a: two\na: 1\n', 'b: |\n  one\n\n  a: two\n'],
    ['b: [x,\n  y\n]\na: 1', 'b: [x,\n  y\n]\n'],
    ['"b": 1\n\'a\': 2\n', '"b": 1\n'],
    ['  a: 1\n  b:\n    c: 2\n  d: 3\n', '  b:\n    c: 2\n'],
    ['# b: 0\na:\n  b: 1\n', ''],
    ['{b: 1}', ''],
    ['b:', 'b:'],
    ['b:x\nbb: 1\n', ''],
    ['', ''],
  ])('%j', (yaml, picked) => {
    expect(pickFields(yaml, ['b'])).toBe(picked);
  });

  test('have a block of their own', () => {
    expect(blockBelow('project:\r\n  a: 1\r\n')).toBe('  a: 1\r\n');
    expect(blockBelow('project: {a: 1}')).toBe('');
  });

  test('are found in time in proportion to the text', () => {
    for (const line of ['a: 1\n', '  a: 1\n', ' \n', 'a : ', '"', "'a", '- ', '\t', ': ']) {
      const ratio = growth(
        (size) => `b: 1\n${line.repeat(size)}`,
        (yaml) => pickFields(yaml, ['b']),
        {
          small: 10_000,
          large: 80_000,
          enough: 24,
        },
      );
      expect(ratio, JSON.stringify(line)).toBeLessThan(24);
    }
  });
});
