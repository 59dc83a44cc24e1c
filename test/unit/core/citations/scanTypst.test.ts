import { describe, expect, test } from 'vitest';
import { scanTypst } from '../../../../src/core/citations/typst/scanTypst.ts';
import { checkLinear, checkProperties, found, keysOf } from './syntaxSupport.ts';

describe('Typst', () => {
  test.each([
    ['As @a says.', '@a = <a>'],
    ['@a-b_c:d.e. @müller: @2020x.', '@a-b_c:d.e = <a-b_c:d.e>', '@müller = <müller>', '@2020x = <2020x>'],
    ['@a[p.~7] @b[]', '@a[p.~7] = <a>p.~7', '@b[] = <b>'],
    ['@a [p. 7]', '@a = <a>'],
    ['@a[see @b[7]]', '@a[see @b[7]] = <a>see @b[7]', '@b[7] = <b>7'],
    ['#cite(<a>)', '#cite(<a>) = <a>'],
    ['#cite(<a>, form: "prose")', '#cite(<a>, form: "prose") = ^<a>'],
    ['#cite(<a>, form: "author") #cite(form: "year", <b>)'].concat([
      '#cite(<a>, form: "author") = ^<a>',
      '#cite(form: "year", <b>) = -<b>',
    ]),
    ['#cite(<a>, form: none)', '#cite(<a>, form: none) = *<a>'],
    ['#cite(<a>, supplement: [p. 7, 8], form: "full")', '#cite(<a>, supplement: [p. 7, 8], form: "full") = <a>p. 7, 8'],
    ['#cite(\n  label("DBLP:books/a"),\n)', '#cite(\n  label("DBLP:books/a"),\n) = <DBLP:books/a>'],
    ['#footnote[See @a.] #text(red)[@b] #box(fill: red)[#cite(<c>)]', '@a = <a>', '@b = <b>', '#cite(<c>) = <c>'],
    ['#footnote(cite(<a>)).x[@b]', 'cite(<a>) = <a>', '@b = <b>'],
    ['#let x = [@a]\n@b', '@a = <a>', '@b = <b>'],
    ['#let x = "@a"; @b', '@b = <b>'],
    ['#if x [@a] else [@b] and @c', '@a = <a>', '@b = <b>', '@c = <c>'],
    ['#for x in y { [@a] } @b', '@a = <a>', '@b = <b>'],
    ['#context cite(<a>) #context context [@b]', 'cite(<a>) = <a>', '@b = <b>'],
    ['#{ let y = 1; cite(<a>) } @b', 'cite(<a>) = <a>', '@b = <b>'],
    ['#show: doc => [@a]\n#set cite(style: "apa")\n@b', '@a = <a>', '@b = <b>'],
    ['- @a\n= On @b\n_@c _ *@d*', '@a = <a>', '@b = <b>', '@c = <c>', '@d = <d>'],
    ['\\@a @b', '@b = <b>'],
    ['`@a` ```typ @b ` ``` `` @c', '@c = <c>'],
    ['// @a\n@b /* @c /* @d */ @e */ @f', '@b = <b>', '@f = <f>'],
    ['http://x.y/@a?(@b) https://x.y/(z)[@c] @d', '@d = <d>'],
    ['#link("http://x.y/@a")[@b]', '@b = <b>'],
    ['$ x_@a "@b" #cite(<c>) $ @d', '#cite(<c>) = <c>', '@d = <d>'],
    ['#figure(table([@a], $x$), caption: [By @b]) <fig> @fig'].concat(['@a = <a>', '@b = <b>', '@fig = ?<fig>']),
    ['@fig:x @sec-intro @tab:y @figure @intro == Start <intro>'].concat([
      '@fig:x = ?<fig:x>',
      '@sec-intro = ?<sec-intro>',
      '@tab:y = ?<tab:y>',
      '@figure = <figure>',
      '@intro = ?<intro>',
    ]),
    ['[@a] (@b) ] ) } @c', '@a = <a>', '@b = <b>', '@c = <c>'],
    ['😀e\u0301@a 水@b', '@a = <a>', '@b = <b>'],
    ['@a[x\n\n y] @b', '@a = <a>', '@b = <b>'],
    ['@a[x', '@a = <a>'],
  ])('%j', (text, ...expected) => {
    expect(found(scanTypst, text)).toEqual(expected);
  });

  test.each([
    ['calls without a label of their own', '#cite() #cite(x) #cite(f(<a>)) #x.cite(<a>) #recite(<a>)'],
    ['no name', '@ @. @: a@'],
    ['unclosed', '#cite(<a>'],
    ['a blank line in a call', '#cite(<a>,\n\nform: "prose")'],
    ['unclosed raw text', '`` ` @a'],
    ['an unclosed comment', '/* @a'],
    ['an unclosed string', '#f("@a @b'],
    ['code', '#{ @a }'],
  ])('cites nothing: %s', (_name, text) => {
    expect(found(scanTypst, text)).toEqual([]);
  });

  test('places are exact', () => {
    const item = { prefix: '', suppressAuthor: false, crossReference: false };
    expect(scanTypst('😀 @ab[p. 3] #cite(<c>)').clusters).toEqual([
      {
        kind: 'bracketed',
        range: { start: 3, end: 12 },
        bracket: { start: 6, end: 12 },
        items: [{ ...item, key: 'ab', keyRange: { start: 4, end: 6 }, range: { start: 4, end: 12 }, suffix: 'p. 3' }],
      },
      {
        kind: 'bracketed',
        range: { start: 13, end: 23 },
        bracket: { start: 18, end: 23 },
        items: [{ ...item, key: 'c', keyRange: { start: 20, end: 21 }, range: { start: 20, end: 21 }, suffix: '' }],
      },
    ]);
  });
});

function nested(open: string, close: string): (length: number) => string {
  return (length) => `${open.repeat(length / 10)}${close.repeat(length / 10)}`;
}

describe('any Typst', () => {
  test('keeps to its places', () => {
    checkProperties(scanTypst, [
      '@a',
      '@b[',
      '@c:d.',
      '#cite(',
      '<a>',
      '<b>',
      ')',
      ']',
      '[',
      '(',
      '{',
      '}',
      '#',
      '#let x = ',
      '#if x ',
      'else ',
      '#context ',
      '#f',
      '$',
      '"',
      '`',
      '```',
      '//',
      '/*',
      '*/',
      'http://',
      '\\',
      ',',
      ';',
      'supplement: ',
      'form: none',
      'label("x")',
      '= ',
      '- ',
      '.',
      'cite(<c>)',
    ]);
  });

  const pieces = [
    '@a ',
    '@a[',
    '@a[]',
    '#cite(<a>) ',
    '#cite(',
    '#cite(<a>, supplement: [',
    '#',
    '#f(',
    '#f[',
    '#f.f',
    '$',
    '"',
    '`',
    '``',
    '` ``',
    '/*',
    '//',
    '// \n',
    'http://',
    'https://(',
    '<',
    '<a',
    '{',
    '#{',
    '#let x = ',
    '#if x [',
    '#if x []',
    '#context ',
    '#let ',
    '@',
    '@.',
    '@a.',
    '\n',
    '\n\n',
    '[',
    ']',
    '\\',
    '#{cite(',
    'cite(<a>)',
    '#"',
    '#cite(<a>)\n\n',
  ];
  test.each([...pieces, `@a[${']'.repeat(3)}`])('time is linear: %j', (piece) => checkLinear(scanTypst, piece), 60_000);

  test('what is nested deeply is closed in linear time', () => {
    for (const make of [nested('@a[', ']'), nested('#cite(<a>, supplement: [', '])'), nested('#{(', ')}')]) {
      checkLinear((text) => scanTypst(make(text.length)), 'x');
    }
  }, 60_000);

  test('5 MB, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep @a[p. 3] @b, as #emph[everybody] knows.\n\n';
    expect(keysOf(scanTypst, paragraph.repeat(65_000))).toHaveLength(130_000);
    expect(keysOf(scanTypst, 'Otters hold hands @a. '.repeat(46_000))).toHaveLength(46_000);
  }, 60_000);
});
