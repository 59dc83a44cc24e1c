import { describe, expect, test } from 'vitest';
import { scanMyst } from '../../../../src/core/citations/myst/scanMyst.ts';
import { checkLinear, checkProperties, found, keysOf } from './syntaxSupport.ts';

describe('MyST', () => {
  test.each([
    ['{cite}`a`', '{cite}`a` = ^<a>'],
    ['{cite:p}`a,b; c`', '{cite:p}`a,b; c` = <a> <b> <c>'],
    ['{cite:t}`{see}a{p. 3}`', '{cite:t}`{see}a{p. 3}` = see^<a>p. 3'],
    ['{cite:p}`{see}a, b{p. 3}`', '{cite:p}`{see}a, b{p. 3}` = see<a> <b>p. 3'],
    ['{cite:year}`a` {cite:yearpar}`b`', '{cite:year}`a` = ^-<a>', '{cite:yearpar}`b` = -<b>'],
    ['{cite:ps}`a` {cite:ts}`b` {cite:ct}`c`', '{cite:ps}`a` = <a>', '{cite:ts}`b` = ^<b>', '{cite:ct}`c` = ^<c>'],
    ['{cite:alp}`a` {cite:authorpar}`b` {cite:author}`c`'].concat([
      '{cite:alp}`a` = <a>',
      '{cite:authorpar}`b` = <b>',
      '{cite:author}`c` = ^<c>',
    ]),
    ['{cite:p}``a``', '{cite:p}``a`` = <a>'],
    ['{cite:p}`10.1093/nar/22.22.4673`', '{cite:p}`10.1093/nar/22.22.4673` = <10.1093/nar/22.22.4673>'],
    ['[see @a, p. 3; -@b]', '[see @a, p. 3; -@b] = see<a>, p. 3 -<b>'],
    ['@a [p. 3] and @b.', '@a [p. 3] = ^<a>p. 3', '@b = ^<b>'],
    ['@a..b @c-- @{d.}', '@a..b = ^<a..b>', '@c = ^<c>', '@{d.} = ^<d.>'],
    ['@müller', '@m = ^<m>'],
    ['me@x.org x.@a 7@b (@c', '@c = ^<c>'],
    ['```{note}\nBy {cite}`a` and @b\n```\n@c', '{cite}`a` = ^<a>', '@b = ^<b>', '@c = ^<c>'],
    ['````{note}\n```{tip} x\n[@a]\n```\n@b\n````\n@c', '[@a] = <a>', '@b = ^<b>', '@c = ^<c>'],
    [':::{note}\n{cite:p}`a`\n:::', '{cite:p}`a` = <a>'],
    ['```{code-block} python\n@a {cite}`b`\n```\n{cite}`c`', '{cite}`c` = ^<c>'],
    ['```{math}\n@a\n```\n```python\n@b\n```\n@c', '@c = ^<c>'],
    ['% {cite}`a`\n{cite}`b` %c @d\n  % @e', '{cite}`b` = ^<b>', '@d = ^<d>'],
    ['\\{cite}`a` `{cite}`x`a` {cite} `b` {ref}`c` @d', '@d = ^<d>'],
    ['$@a$ <!-- {cite}`b` --> [x](http://y.z/@c) {cite}`d`', '{cite}`d` = ^<d>'],
    ['😀e\u0301{cite}`a`', '{cite}`a` = ^<a>'],
    ['{cite}`` {cite}`,` {cite}`a b` {cite}`c'],
  ])('%j', (text, ...expected) => {
    expect(found(scanMyst, text)).toEqual(expected);
  });

  test('places are exact, in directives, too', () => {
    const text = '# x\n\n```{note}\n😀 {cite:p}`{see}ab , c{3}`\n```\n';
    expect(scanMyst(text).clusters).toEqual([
      {
        kind: 'bracketed',
        range: { start: 18, end: 42 },
        bracket: { start: 26, end: 42 },
        items: [
          { key: 'ab', keyRange: { start: 32, end: 34 }, range: { start: 27, end: 34 }, prefix: 'see', suffix: '' },
          { key: 'c', keyRange: { start: 37, end: 38 }, range: { start: 37, end: 41 }, prefix: '', suffix: '3' },
        ].map((item) => Object.assign({ suppressAuthor: false, crossReference: false }, item)),
      },
    ]);
  });
});

test('an @key with a full stop at the beginning of a line is no numbered example, as it is in Pandoc', () => {
  const keys = scanMyst('@a\n\n@a. It rains.\n\n(@b) Rain.\n').clusters.map(({ items }) => items[0]?.key);
  expect(keys).toEqual(['a', 'a', 'b']);
});

describe('any MyST', () => {
  test('keeps to its places', () => {
    checkProperties(
      scanMyst,
      [
        '@a',
        '[@b; @c]',
        '{cite}',
        '{cite:p}`a`',
        '{see}a{3}',
        ',',
        ';',
        '[',
        ']',
        '% ',
        '- ',
        '> ',
        '@{d.}',
        '$',
        '{',
        '}',
        '\\',
        ':::{note}\n',
      ],
      ['`', '```{note}\n', '```\n', '```{code-block}\n', '````{tip}\n', '````\n'],
    );
  });

  const pieces = [
    '{cite}`a` ',
    '{cite}`',
    '{cite}',
    '{cite}`a,',
    '`',
    '@a',
    '@{',
    '@a..',
    '[@a; ',
    '```{note}\n',
    '```{note}\n```\n',
    '% @a\n',
    '%',
    '% ',
    '@a %',
    '{cite}`{',
    '~~~{tip}\n@a\n',
    ' \n%',
  ];
  test.each(pieces)('time is linear: %j', (piece) => checkLinear(scanMyst, piece), 60_000);

  test('time is linear in one line with many roles and a comment', () => {
    checkLinear((text) => scanMyst(`%\n${text}`), '{cite}`a` @b ');
  }, 60_000);

  test('5 MB, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep {cite:p}`a,b`, as everybody @c knows.\n\n';
    expect(keysOf(scanMyst, paragraph.repeat(65_000))).toHaveLength(195_000);
    expect(keysOf(scanMyst, 'Otters hold hands {cite}`a`. '.repeat(35_000))).toHaveLength(35_000);
  }, 60_000);
});
