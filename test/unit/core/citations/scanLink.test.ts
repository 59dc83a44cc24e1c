import { describe, expect, test } from 'vitest';
import { scanLink } from '../../../../src/core/citations/link/scanLink.ts';
import { checkLinear, checkProperties, found, keysOf } from './syntaxSupport.ts';

describe('links to papers', () => {
  test.each([
    ['See [Smith 2020](@smith2020).', '[Smith 2020](@smith2020) = ^<smith2020>'],
    ['[a](notes/@b.md) [a](../@c.md#Part) ![a](@d.md) [](@e)'].concat([
      '[a](notes/@b.md) = ^<b>',
      '[a](../@c.md#Part) = ^<c>',
      '[a](@d.md) = ^<d>',
      '[](@e) = ^<e>',
    ]),
    ['[a](<my notes/@b.md> "So") [a]( @c \'So\' ) [a](my%20notes/@d.MD)'].concat([
      '[a](<my notes/@b.md> "So") = ^<b>',
      "[a]( @c 'So' ) = ^<c>",
      '[a](my%20notes/@d.MD) = ^<d>',
    ]),
    ['[a](@10.1/x(2).y) [a](@doi:10.1/x)', '[a](@10.1/x(2).y) = ^<10.1/x(2).y>', '[a](@doi:10.1/x) = ^<doi:10.1/x>'],
    ['[a](b.md) [a](notes/@b) [a](img/@2x.png) ![a](@2x.png) [a](#@b) [a](@)'],
    ['[a](https://x.org/@b) [a](https://x.org/@b.md) [a](//x.org/@b.md) [a](mailto:a/@b.md)'],
    ['[a](@b c) [a](@b%20c.md) [a](@b\\_c) [a] (@b) [a][@c]', '@b = ^<b>', '[@c] = <c>'],
    ['[a *b* [c] `]`](@d)', '[a *b* [c] `]`](@d) = ^<d>'],
    ['[a](@b)[c](@d)', '[a](@b) = ^<b>', '[c](@d) = ^<d>'],
    ['[[a](@b)](@c)', '[[a](@b)](@c) = ^<c>', '[a](@b) = ^<b>'],
    ['[@a](@a.md) [@a](@b.md)', '[@a](@a.md) = ^<a>', '[@a](@b.md) = ^<b>', '@a = ^<a>'],
    ['[see @b; @c](@a)', '[see @b; @c](@a) = ^<a>', '@b = ^<b>', '@c = ^<c>'],
    ['see @a [b](@c) [see @d, p. 3]'].concat(['@a = ^<a>', '[b](@c) = ^<c>', '[see @d, p. 3] = see<d>, p. 3']),
    ['[see [a](@b) and @c]', '[see [a](@b) and @c] = see [a](@b) and<c>', '[a](@b) = ^<b>'],
    ['[^a](@b) ^[a](@b)'],
    ['`[a](@b)` <!-- [a](@b) --> $[a](@b)$ \\[a](@x) [c](@d)', '@x = ^<x>', '[c](@d) = ^<d>'],
    ['```\n[a](@b)\n```\n\n    [a](@b)\n\n[c](@d)', '[c](@d) = ^<d>'],
    ['---\nx: "[a](@b)"\n---\n[c](@d)', '[c](@d) = ^<d>'],
    ['[a\n\nb](@x) [a\nb](@c)', '@x = ^<x>', '[a\nb](@c) = ^<c>'],
    ['[x @{b[} y](@c)', '[x @{b[} y](@c) = ^<c>', '@{b[} = ^<b[>'],
    ['😀e\u0301[ü](@ü.1)', '[ü](@ü.1) = ^<ü.1>'],
  ])('%j', (text, ...expected) => {
    expect(found(scanLink, text)).toEqual(expected);
  });

  test('keep to their places', () => {
    checkProperties(
      scanLink,
      [
        '[a](@b)',
        '[',
        '](@c)',
        '](x/@d.md)',
        '[@b]',
        '(',
        ')',
        '^',
        'see @d',
        '@{',
        '}',
        '[@e; @f]',
        ']',
        '\\',
        '$',
        '-->',
      ],
      ['`', '<!--', '```\n'],
    );
  });

  test.each(['[a](@b) ', '[', '](@', '[](@a', '[a](@b', '](', '[[](@a)', '[a](@b "', '[a](@b       ', '`[a](@b)` '])(
    'time is linear: %j',
    (piece) => checkLinear(scanLink, piece),
    60_000,
  );

  test('5 MB, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep [so](@a), as everybody @c knows.\n\n';
    expect(keysOf(scanLink, paragraph.repeat(70_000))).toHaveLength(140_000);
    expect(keysOf(scanLink, 'Otters hold hands [so](@a). '.repeat(40_000))).toHaveLength(40_000);
  }, 60_000);
});
