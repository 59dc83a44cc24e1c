import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationAt, citationInPart } from '../../../../src/core/citations/citationAt.ts';
import { LineIndex } from '../../../../src/core/text/lineIndex.ts';
import { windowAround, type LinedText } from '../../../../src/core/text/textWindow.ts';
import { syntaxes } from './allSyntaxes.ts';

function linesOf(text: string): LinedText {
  const lines = new LineIndex(text);
  return {
    length: text.length,
    lineOf: (offset) => lines.positionAt(offset).line,
    startOf: (line) => lines.offsetOf(line),
    isBlank: (line) => text.slice(lines.offsetOf(line), lines.offsetOf(line + 1)).trim() === '',
  };
}

const sizes = { whole: 300, before: 200, behind: 150 };
/** None longer than 60 characters: more of each is read than it has. */
const paragraph = fc
  .array(
    fc.constantFrom(
      'word ',
      '@smith ',
      '[see @a, p. 3; -@b] ',
      '@c [p. 1] ',
      '\\cite{d,e} ',
      '\\textcite{h} ',
      '\\citep[p. 3]{i} ',
      '{cite:p}`f` ',
      '[[@g]] ',
      '😀 ',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((some) => some.join(''));
const texts = fc
  .tuple(fc.array(paragraph, { minLength: 10, maxLength: 40 }), fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n'))
  .map(([all, gap]) => all.join(gap));

describe.each(Object.values(syntaxes))('with $id', (syntax) => {
  test('the citation at a place is the same in a window around it as in the whole text', () => {
    let [found, parts] = [0, 0];
    fc.assert(
      fc.property(texts, fc.nat(), (text, some) => {
        const all = syntax.scan(text);
        // Any place, and every other time one at a key.
        const keys = all.clusters.flatMap(({ items }) => items.map(({ keyRange }) => keyRange.end));
        const offset = (some % 2 === 0 ? keys[some % keys.length] : undefined) ?? some % (text.length + 1);
        const { start, end, isWhole } = windowAround(linesOf(text), offset, sizes);
        if (!isWhole) expect(end - start).toBeLessThanOrEqual(sizes.before + sizes.behind);
        const whole = citationAt(all, offset);
        expect(citationInPart(syntax.scan(text.slice(start, end)), start, offset)).toEqual(whole);
        if (whole !== undefined) found += 1;
        if (start > 0) parts += 1;
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(found, parts)).toBeGreaterThan(100);
  });
});

describe('the window around a place', () => {
  const text = `${'a'.repeat(10)}\n\n${'b'.repeat(10)}\n\n${'c'.repeat(10)}`;

  test.each([
    [34, { whole: 34, before: 5, behind: 5 }, { start: 0, end: 34, isWhole: true }],
    [5, { whole: 33, before: 5, behind: 5 }, { start: 0, end: 10, isWhole: false }],
    [28, { whole: 33, before: 20, behind: 2 }, { start: 12, end: 30, isWhole: false }],
    [28, { whole: 33, before: 13, behind: 9 }, { start: 24, end: 34, isWhole: false }],
    // No paragraph begins in between.
    [20, { whole: 33, before: 5, behind: 2 }, { start: 15, end: 22, isWhole: false }],
  ])('at %i of %j is %j', (offset, some, expected) => {
    expect(text.length).toBe(34);
    expect(windowAround(linesOf(text), offset, some)).toEqual(expected);
  });
});
