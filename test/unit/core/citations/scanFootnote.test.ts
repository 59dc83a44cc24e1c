import { describe, expect, test } from 'vitest';
import { scanFootnote } from '../../../../src/core/citations/footnote/scanFootnote.ts';
import { checkLinear, checkProperties, found, keysOf } from './syntaxSupport.ts';

describe('references to footnotes', () => {
  test.each([
    ['Otters sleep[^smith2020].', '[^smith2020] = <smith2020>'],
    ['a[^b] c.[^doi:10.1/x] [^d_e-f+g]'].concat([
      '[^b] = <b>',
      '[^doi:10.1/x] = <doi:10.1/x>',
      '[^d_e-f+g] = <d_e-f+g>',
    ]),
    ['a[^@b] and [^b@c]', '[^@b] = <b>', '[^b@c] = <b@c>'],
    ['a[^1] b[^2020] c[^1a]', '[^1a] = <1a>'],
    ['a[^b c] [^] [^b^c] [^b[c]] [^b'],
    ['a[^b][^c]', '[^b] = <b>', '[^c] = <c>'],
    ['a[^b] [see @c, p. 3] and @d [p. 4]'].concat([
      '[^b] = <b>',
      '[see @c, p. 3] = see<c>, p. 3',
      '@d [p. 4] = ^<d>p. 4',
    ]),
    ['see @a [^b]', '@a = ^<a>', '[^b] = <b>'],
    ['[see @a[^b]]', '[see @a[^b]] = see<a>[^b]', '[^b] = <b>'],
    ['an inline ^[see @a] note', '@a = ^<a>'],
    ['`[^a]` <!-- [^b] --> $[^c]$ \\[^d] <i title="[^e]"> [^f]', '[^f] = <f>'],
    ['```\n[^a]\n```\n\n    [^b]\n\n---\nx: "[^c]"\n---\n\n[^d]', '[^d] = <d>'],
    ['---\nx: "[^a]"\n---\n[^b]', '[^b] = <b>'],
    ['[^a\n] @{b[^c]}', '@{b[^c]} = ^<b[^c]>'],
    ['😀e\u0301[^ü.1]', '[^ü.1] = <ü.1>'],
  ])('%j', (text, ...expected) => {
    expect(found(scanFootnote, text)).toEqual(expected);
  });

  test.each([
    ['a[^b]\n\n[^b]: Otters [^c].', '[^b] = <b>', '[^c] = <c>'],
    ['[^a]: one\n[^b]: two'],
    ['[^a]:one\r\n\r\n> [^b]: two\n\n- [^c]: three'],
    ['text\n[^@a]: right below [^@b] it', '[^@b] = <b>'],
    ['text\n[^a]: right below it'],
    ['\uFEFF[^a]: one'],
    ['as [^a]: they sleep', '[^a] = <a>'],
    ['- [^a] sleeps', '[^a] = <a>'],
  ])('the footnote itself is none: %j', (text, ...expected) => {
    expect(found(scanFootnote, text)).toEqual(expected);
  });

  test('keep to their places', () => {
    checkProperties(
      scanFootnote,
      ['[^a]', '[^@b]', '[^', '^', ']', '[^c]:', 'see @d', '@{', '}', '[@e; @f]', '[', '\\', '$', '-->', '> ', '- '],
      ['`', '<!--', '```\n'],
    );
  });

  test.each(['[^a] ', '[^', '[^a', '[^@', '[^a]:\n', '[^a]:', '    [^a]:', '`[^a]` ', '[^a]$', '^[', '@{[^a]'])(
    'time is linear: %j',
    (piece) => checkLinear(scanFootnote, piece),
    60_000,
  );

  test('5 MB, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep.[^a] Everybody @c knows.\n\n';
    expect(keysOf(scanFootnote, paragraph.repeat(80_000))).toHaveLength(160_000);
    expect(keysOf(scanFootnote, 'Otters hold hands.[^a] '.repeat(45_000))).toHaveLength(45_000);
  }, 60_000);
});
