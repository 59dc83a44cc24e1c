import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readProse } from '../../../../src/webview/reading/paperText.ts';
import { growth } from '../../../support/growth.ts';

const open = { em: '<i>', strong: '<b>', code: '<c>', sup: '^(', sub: '_(' };
const close = { em: '</i>', strong: '</b>', code: '</c>', sup: ')', sub: ')' };

const readMarkdown = (text: string) => readProse(text, { markdown: true });

/** As it is drawn: formulas in ‹ ›, displayed ones in « ». */
const drawn = (text: string) =>
  readMarkdown(text)
    .map((piece) => {
      if (piece.kind === 'math') return piece.display ? `«${piece.tex}»` : `‹${piece.tex}›`;
      const { text: inner, styles } = piece;
      return (
        styles.map((one) => open[one]).join('') +
        inner +
        styles
          .toReversed()
          .map((one) => close[one])
          .join('')
      );
    })
    .join('');

describe('TeX in prose becomes what it prints', () => {
  test.each([
    ['12\\% of R\\&D, \\#1, a\\_b, \\{x\\}', '12% of R&D, #1, a_b, {x}'],
    ['\\emph{very} old', '<i>very</i> old'],
    ['\\emph{very \\textbf{very} old} \\texttt{ls}', '<i>very </i><i><b>very</b></i><i> old</i> <c>ls</c>'],
    ['a {\\em new} and {\\bf bold} {\\tt x}', 'a <i>new</i> and <b>bold</b> <c>x</c>'],
    ['\\emph{the $k$-best} way', '<i>the </i>‹k›<i>-best</i> way'],
    ['5\\textsuperscript{th} H\\textsubscript{2}O', '5^(th) H_(2)O'],
    ['1990--2000, pages---many', '1990\u20132000, pages\u2014many'],
    ['yes -- no', 'yes \u2013 no'],
    ["``quotes'' and `single' ones, don't", "“quotes” and ‘single’ ones, don't"],
    ['Theorem~3 by Ng et~al. and $x$~is in~$y$', 'Theorem\u00A03 by Ng et\u00A0al. and ‹x›\u00A0is in\u00A0‹y›'],
    [
      'na\\"ive Erd\\H{o}s, Fran\\c{c}ois, \\\'Ecole, {\\"o}, \\v{c}, \\o re, Stra\\ss e',
      'naïve Erdős, François, École, ö, č, øre, Straße',
    ],
    ['as \\cite{a,b} and \\citep[p. 3]{c} show', 'as [a,b] and [c] show'],
    ['see \\url{https://a.b/c\\_d} or \\href{https://x.y}{there}', 'see https://a.b/c_d or there'],
    ['one\\\\ two\\newline three\\, four', 'one  two  three  four'],
    ['\\ldots{} and \\textgreater\\ 5 \\& so', '… and > 5 & so'],
    ['\\toolname is \\unknown{good}', '\\toolname is good'],
    ['\\begin{itemize}\\item one \\item two\\end{itemize}', ' •  one  •  two'],
    ['\\footnote{aside} end', ' (aside) end'],
    ['\\[x^2\\] and \\begin{align*}a&=b\\end{align*}', '«x^2» and «\\begin{align*}a&=b\\end{align*}»'],
    ['**Results.** A 2**3 **x', '<b>Results.</b> A 2**3 **x'],
    ['\\verb|a|', '\\verb|a|'],
  ])('%j', (text, expected) => {
    expect(drawn(text)).toBe(expected);
  });
});

test('stars in a title are stars', () => {
  expect(readProse('**Bold** moves')).toEqual(readProse('**Bold** moves', { markdown: false }));
  const shown = readProse('**Bold** moves').map((piece) => (piece.kind === 'math' ? piece.source : piece.text));
  expect(shown.join('')).toBe('**Bold** moves');
});

describe('what is not certainly TeX stays as written', () => {
  test.each([
    'the set {a, b} and {} too',
    'C:\\in\\to\\Users\\foo',
    'pass --help or ~10 % of 5~10 in /~me',
    'a * b ** c, **p < 0.05',
    '\\',
    'a \\ b',
    '100 % of {',
    '} alone',
    '\\emph',
    'x** y **z',
    'snake_case^2',
    '\\[unclosed',
  ])('%j', (text) => {
    expect(drawn(text)).toBe(text);
  });
});

const countOf = (of: string) => of.split('a').length + of.split('é').length;

describe('for any text', () => {
  const units = [
    '\\',
    '{',
    '}',
    '$',
    '~',
    '--',
    '`',
    "'",
    '**',
    'a',
    ' ',
    '\\emph',
    '\\em ',
    '\\"',
    '\\cite{',
    '\\item',
    '\\begin{',
    '[',
    ']',
    '\n',
    'é',
  ];
  const hostile = fc.array(fc.constantFrom(...units), { maxLength: 30 }).map((parts) => parts.join(''));

  test('letters are never lost', () => {
    const letters = fc.array(fc.constantFrom(...units.filter((unit) => !/[\\[]/.test(unit)), '{\\em '), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, (parts) => {
        const text = parts.join('');
        const shown = readMarkdown(text).map((piece) => (piece.kind === 'math' ? piece.source : piece.text));
        expect(countOf(shown.join(''))).toBe(countOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('no stretch is empty, and what was read reads the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const pieces = readMarkdown(text);
        expect(pieces.some((piece) => piece.kind === 'text' && piece.text === '')).toBe(false);
        expect(readMarkdown(text)).toEqual(pieces);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '{',
    '}',
    '\\emph{',
    '\\url{',
    '**a',
    '`',
    '\\"',
    '~',
    '-',
    '\\begin{',
    '\\href{a}{',
    '{\\em ',
    '*',
    '[',
    '\\cite[',
  ])('linear for %j', (unit) => {
    // 16 times the text: quadratic work would take 256 times as long.
    const sizes = { small: 5_000, large: 80_000, enough: 100 };
    expect(growth((count) => unit.repeat(count), readMarkdown, sizes)).toBeLessThan(100);
  });
});
