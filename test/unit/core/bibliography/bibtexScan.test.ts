import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanBibtex } from '../../../../src/core/bibliography/bibtexScan.ts';
import { plainTex } from '../../../../src/core/bibliography/plainTex.ts';
import { growth } from '../../../support/growth.ts';

const keysOf = (bib: string) => scanBibtex(bib).map(({ key }) => key);

describe('scanBibtex', () => {
  test('reads types, keys, fields and exact offsets', () => {
    const bib =
      'free text\n@Article { k:1/x,\n Title = {A {B} c},\n year = 2020,\n note = "q {"} r" # mac # {z},\n year = 1\n}\n@misc(k2, title={x})';
    const [first, second] = scanBibtex(bib);
    expect(first).toMatchObject({ type: 'article', key: 'k:1/x', closed: true });
    expect(Object.fromEntries(first?.fields ?? [])).toEqual({ title: 'A {B} c', year: '2020', note: 'q {"} rmacz' });
    expect(bib.slice(first?.start, first?.end)).toMatch(/^@Article[\s\S]*\n}$/);
    expect(bib.slice(first?.keyRange.start, first?.keyRange.end)).toBe('k:1/x');
    expect(second).toMatchObject({ type: 'misc', key: 'k2', closed: true });
  });

  test.each([
    ['@comment{@article{x, title={t}}} @misc{a, title={t}}', ['a']],
    ['@comment{\n@article{x,\n title={t}}\n}\n@misc{a}', ['a']],
    ['@string{s = "@misc{x,"}\n@preamble{"@misc{y,"}\n@misc{a}', ['a']],
    ['% @misc{x, title={t}}\n@misc{a}', ['a']],
    ['@misc{a, title={never closed\n year=2020\n@misc{b, title={t}}\n@misc{c}', ['a', 'b', 'c']],
    ['@misc{a, title="never closed}\n@misc{b}', ['a', 'b']],
    ['@misc{a, title={x}\n\n@misc{b, title={x}}', ['a', 'b']],
    ['@comment{never closed\n@misc{a}', ['a']],
    ['@misc{a} @misc{b}@misc{c}', ['a', 'b', 'c']],
    ['@misc{, title={x}} @misc{title={x}}', ['', '']],
    ['@misc{__proto__, constructor={x}}', ['__proto__']],
    ['me@x.org @ @misc @{x}', []],
    ['\uFEFF@misc{a,\r\n title={x}\r\n}\r\n', ['a']],
  ])('%j', (bib, keys) => {
    expect(keysOf(bib)).toEqual(keys);
  });

  test('one broken entry among a thousand costs itself only', () => {
    const good = Array.from({ length: 1000 }, (_, i) => `@misc{k${i},\n  title = {T ${i}},\n}\n`);
    good.splice(500, 0, '@article{bad, title={never closed\n year=2020\n');
    const entries = scanBibtex(good.join('\n'));
    expect(entries).toHaveLength(1001);
    expect(entries.filter(({ closed }) => !closed).map(({ key }) => key)).toEqual(['bad']);
  });

  test('any text gives entries that lie in it, in order', () => {
    const pieces = [
      '@misc{',
      '@comment{',
      '@a(',
      'k,',
      'title=',
      '{',
      '}',
      '"',
      '#',
      '\n',
      ' ',
      '@',
      ')',
      '%',
      'x',
      '=',
      ',',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const bib = parts.join('');
        let last = 0;
        for (const { start, end, key, keyRange } of scanBibtex(bib)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(bib.slice(keyRange.start, keyRange.end)).toBe(key);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(bib.length);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '@',
    '@a{k,',
    '@a{k,\n',
    '{',
    '@misc{a, t = {',
    '\n@misc{a, t = {',
    '@comment{',
    'aaaa ',
    '@misc{a,'.concat('x '.repeat(50)),
  ])('time is linear in the length: %j', (piece) => {
    const count = Math.ceil(40_000 / piece.length);
    const repeat = (times: number): string => `@misc{k, ${piece.repeat(times)}`;
    // Eight times the text: linear is 8, quadratic 64.
    expect(growth(repeat, scanBibtex, { small: count, large: count * 8, enough: 40 })).toBeLessThan(40);
  });
});

test.each([
  ['{\\"U}ber M{\\"{u}}ller, \\v{S}t\\\'astn\\\'y \\o{} \\ss', 'Über Müller, Štástný ø ß'],
  ['The {\\emph{A}} and \\textit{B} of $\\mathcal{L}_1$ \\& 5\\%', 'The A and B of L_1 & 5%'],
  ['$\\alpha$-divergence', 'alpha -divergence'],
  ['plain\n  text', 'plain text'],
])('plainTex(%j)', (tex, text) => {
  expect(plainTex(tex)).toBe(text);
});
