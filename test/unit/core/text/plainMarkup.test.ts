import { describe, expect, test } from 'vitest';
import { plainLine, plainMarkup, plainParagraphs } from '../../../../src/core/text/plainMarkup.ts';
import { cpuTime } from '../../../support/cpuTime.ts';

describe('markup', () => {
  test.each([
    ['A <i>b</i> <SUB>2</SUB>', 'A b 2'],
    ['<span style="font-variant: small-caps;">Seas</span>', 'Seas'],
    ['<jats:p>One</jats:p><jats:italic toggle="yes">two</jats:italic>', 'One two'],
    ['a<br/>b<br>c', 'a b c'],
    ['<mml:math xmlns:mml="http://x"><mml:mi>x</mml:mi></mml:math>', 'x'],
    ['<a href="http://x">link</a>', 'link'],
    ['<div>one</div><div>two</div>', 'one two '],
    ['p<i and j>k', 'p<i and j>k'],
    ['if a <b and c> d', 'if a <b and c> d'],
    ['p < 0.05 and n > 3', 'p < 0.05 and n > 3'],
    ['List<String>', 'List<String>'],
    ['<script>x</script>', '<script>x</script>'],
  ])('%j', (text, plain) => {
    expect(plainMarkup(text)).toBe(plain);
  });
});

describe('entities', () => {
  test.each([
    ['&amp; &lt; &gt; &quot; &AMP;', '& < > " &'],
    ['&#233;&#xE9;&eacute;&Eacute;&ccedil;&uuml;', 'éééÉçü'],
    ['&alpha;&Omega; &plusmn;&frac12; &sup2;', 'αΩ ±½ ²'],
    ['&mdash;&ndash;&hellip;', '—–…'],
    ['&#150;&#146;', '–’'],
    ['&lt;i&gt;', '<i>'],
    ['&amp;lt;', '&lt;'],
    ['&#0; &#55296; &#x110000; &#9999999;', '&#0; &#55296; &#x110000; &#9999999;'],
    ['&nosuch; AT&T; R&D; a&b', '&nosuch; AT&T; R&D; a&b'],
    ['&constructor; &__proto__;', '&constructor; &__proto__;'],
  ])('%j', (text, plain) => {
    expect(plainMarkup(text)).toBe(plain);
  });
});

test('a line has single spaces', () => {
  expect(plainLine('  a \n\t b\u00A0 c&nbsp;d ')).toBe('a b c d');
  expect(plainLine('already plain')).toBe('already plain');
});

test.each([
  ['One\n\nTwo', 'One\n\nTwo'],
  ['One\r\n \r\n\r\nTwo', 'One\n\nTwo'],
  ['One\r\rTwo', 'One\n\nTwo'],
  ['One\nstill\r\none', 'One still one'],
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<jats:p>One</jats:p>\n<jats:p>Two</jats:p>', 'One\n\nTwo'],
  ['\n\n', ''],
])('paragraphs of %j', (text, plain) => {
  expect(plainParagraphs(text)).toBe(plain);
});

test.each(['<', '<i', '<i ', '<i a=', '</p>', '&', '&#', '&a', ' ', '\n', '\r', '\n ', '<a '])(
  'a megabyte of %j takes no time',
  (piece) => {
    const start = cpuTime();
    plainParagraphs(`a${piece.repeat(1_000_000 / piece.length)}b`);
    expect(cpuTime() - start).toBeLessThan(2_000);
  },
);
