import { describe, expect, test } from 'vitest';
import { scanWiki } from '../../../../src/core/citations/wiki/scanWiki.ts';
import { checkLinear, checkProperties, found, keysOf } from './syntaxSupport.ts';

describe('wiki links', () => {
  test.each([
    ['See [[@a]].', '[[@a]] = ^<a>'],
    ['[[@a|Doe (2020)]] [[@b#Part 2]] [[@c#^block|x]]'].concat([
      '[[@a|Doe (2020)]] = ^<a>',
      '[[@b#Part 2]] = ^<b>',
      '[[@c#^block|x]] = ^<c>',
    ]),
    ['![[@a]] [[notes/@b]] [[@c.md|x]]', '[[@a]] = ^<a>', '[[notes/@b]] = ^<b>', '[[@c.md|x]] = ^<c>'],
    ['[[@a]] [see @b, p. 3] and @c', '[[@a]] = ^<a>', '[see @b, p. 3] = see<b>, p. 3', '@c = ^<c>'],
    ['[[@{x]]} [[@{x}]]', '[[@{x]] = ^<{x>', '[[@{x}]] = ^<{x}>'],
    ['[[@a_x y]] is Pandoc', '[@a_x y] = <a_x>y'],
    ['[[@a; @b]]', '[@a; @b] = <a> <b>'],
    ['[[a]] [[a@b]]'],
    ['`[[@a]]` <!-- [[@b]] --> $[[@c]]$ [[@d]]', '[[@d]] = ^<d>'],
    ['```\n[[@a]]\n```\n\n[[@b]]', '[[@b]] = ^<b>'],
    ['[[@a\n]] [[@b]', '[@a\n] = <a>', '[@b] = <b>'],
    ['😀e\u0301[[@ü.1]]', '[[@ü.1]] = ^<ü.1>'],
  ])('%j', (text, ...expected) => {
    expect(found(scanWiki, text)).toEqual(expected);
  });

  test('keep to their places', () => {
    checkProperties(
      scanWiki,
      ['[[@a]]', '[[@b|c]]', '[[', ']]', 'see @d', '[@e; @f]', '|', '#', '/', '[', ']', '\\', '$', '-->'],
      ['`', '<!--', '```\n'],
    );
  });

  test.each(['[[@a]] ', '[[', '[[@', '[[@a', '[[@a|', '[[/@', ']]', '[[a/', '`[[@a]]` '])(
    'time is linear: %j',
    (piece) => checkLinear(scanWiki, piece),
    60_000,
  );

  test('5 MB, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep [[@a|so]], as everybody @c knows.\n\n';
    expect(keysOf(scanWiki, paragraph.repeat(70_000))).toHaveLength(140_000);
    expect(keysOf(scanWiki, 'Otters hold hands [[@a]]. '.repeat(40_000))).toHaveLength(40_000);
  }, 60_000);
});
