import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatMath } from '../../../../src/core/text/flatMath.ts';

test.each([
  ['no formula', 'no formula'],
  ['a $x^2$ b', 'a x² b'],
  ['$\\alpha_{12} \\leq 10^{-3}$', 'α₁₂ ≤ 10⁻³'],
  ['$\\mathcal{O}(n \\log n)$', 'O(n log n)'],
  ['$\\frac{a+1}{b}$', '(a+1)/b'],
  ['\\(x_k\\) and \\[y^{ab}\\]', 'xₖ and y^(ab)'],
  ['$$\\mathbf{x} \\in \\mathbb{R}^d$$', 'x ∈ R^d'],
  ['$x\\,=\\,5\\%$', 'x = 5%'],
  ['$\\{a\\}$', '{a}'],
  ['costs $5 and $10 today', 'costs $5 and $10 today'],
  ['an open $x', 'an open $x'],
  [`$${'x'.repeat(400)}$`, `$${'x'.repeat(400)}$`],
  ['$\\left(\\sqrt{x}\\right)$', '(√x)'],
])('%s is %s', (text, flat) => {
  expect(flatMath(text)).toBe(flat);
});

test('any text is answered, and one without dollars and backslashes is itself', () => {
  const pieces = fc.array(
    fc.constantFrom('$', '$$', '\\', '{', '}', '^', '_', 'x', ' ', '\\frac', '\\(', '\\)', '2', '\n\n'),
  );
  fc.assert(
    fc.property(pieces, (all) => {
      const text = all.join('');
      expect(typeof flatMath(text)).toBe('string');
      if (!/[$\\]/.test(text)) expect(flatMath(text)).toBe(text);
    }),
  );
});

test('a megabyte of dollars takes no time', () => {
  const started = performance.now();
  flatMath('$x '.repeat(330_000));
  flatMath('\\frac{'.repeat(160_000));
  expect(performance.now() - started).toBeLessThan(4000);
});
