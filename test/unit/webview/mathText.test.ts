import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { splitMath } from '../../../src/webview/mathText.ts';
import { growth } from '../../support/growth.ts';

/** Formulas in ‹ ›, displayed ones in « ». */
const drawn = (text: string) =>
  splitMath(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.display ? `«${piece.tex}»` : `‹${piece.tex}›`))
    .join('');

describe('splitMath', () => {
  test.each([
    ['we show $O(n^2)$ time', 'we show ‹O(n^2)› time'],
    ['$a$ and $b$', '‹a› and ‹b›'],
    ['costs $5 and $10', 'costs $5 and $10'],
    ['costs $5-$10', 'costs $5-$10'],
    ['US$5, nothing else', 'US$5, nothing else'],
    ['not $ a$ nor $a $ here', 'not $ a$ nor $a $ here'],
    ['\\$5 and $x$', '$5 and ‹x›'],
    ['$a\\$b$', '‹a\\$b›'],
    ['3$\\times$3 and CO$_2$2', '3‹\\times›3 and CO‹_2›2'],
    ['$$a+b$$ c', '«a+b» c'],
    ['$$ spaced $$', '«spaced»'],
    ['$$never closed', '$$never closed'],
    ['\\(x\\) and \\( y', '‹x› and \\( y'],
    ['\\[ x \\] and \\[y', '«x» and \\[y'],
    ['\\begin{align}a\\end{align} b', '«\\begin{align}a\\end{align}» b'],
    [
      '\\begin{align}a\\end{gather} \\begin{itemize}x\\end{itemize}',
      '\\begin{align}a\\end{gather} \\begin{itemize}x\\end{itemize}',
    ],
    ['a\\\\$x$', 'a\\\\‹x›'],
    ['a\nb $c\nd$ e', 'a\nb ‹c\nd› e'],
    ['$', '$'],
    ['$$', '$$'],
    ['$$$$', '$$$$'],
    ['', ''],
    ['\\', '\\'],
  ])('%j', (text, expected) => {
    expect(drawn(text)).toBe(expected);
  });

  test('a formula of more than 2,000 characters is text', () => {
    expect(drawn(`$${'x'.repeat(2000)}$`)).toMatch(/^‹/);
    for (const long of [`$${'x'.repeat(2001)}$`, `$$${'x'.repeat(2001)}$$`, `\\(${'x'.repeat(2001)}\\)`]) {
      expect(drawn(long)).toBe(long);
    }
  });

  test('after the two hundredth formula all is text', () => {
    const pieces = splitMath('$a$ '.repeat(300));
    expect(pieces.filter((piece) => piece.kind === 'math')).toHaveLength(200);
    expect(pieces.at(-1)).toEqual({ kind: 'text', text: ` ${'$a$ '.repeat(100)}` });
  });

  test('loses nothing of any text', () => {
    const hostile = fc.string({ unit: fc.constantFrom('$', '\\', '(', ')', ' ', 'a', '1', '{', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(hostile, (text) => {
        const back = splitMath(text).map((piece) => (piece.kind === 'text' ? piece.text : piece.source));
        // The one thing changed is `\$` to `$`.
        expect(back.join('').replaceAll('\\', '')).toBe(text.replaceAll('\\', ''));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['\\(', '$', '$$', '$a ', '\\$', '\\[', '\\begin{align}', '$$ \\( $', '$a$1'])(
    'is linear for %j',
    (unit) => {
      // 16 times the text: quadratic work would take 256 times as long.
      const sizes = { small: 20_000, large: 320_000, enough: 100 };
      expect(growth((count) => unit.repeat(count), splitMath, sizes)).toBeLessThan(100);
    },
  );
});
