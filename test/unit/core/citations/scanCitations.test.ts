import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCitationKey } from '../../../../src/core/citations/pandoc/citationKey.ts';
import { scanCitations } from '../../../../src/core/citations/pandoc/scanCitations.ts';
import { growth } from '../../../support/growth.ts';

/** Each cluster as `(key prefix|suffix …)`; `-` suppresses the author, `~` stands in the text. */
function read(text: string): string[] {
  return scanCitations(text).clusters.map(({ kind, items }) =>
    items
      .map((item, index) => {
        const mark = kind === 'inText' && index === 0 ? '~' : item.suppressAuthor ? '-' : '';
        return [mark + item.key, item.prefix, item.suffix].join('|').replace(/\|+$/, '');
      })
      .join(' '),
  );
}

describe('clusters', () => {
  test.each([
    ['[@a]', ['a']],
    ['[see @a, p. 3; also -@b, pp. 1-2; and @c]', ['a|see|, p. 3 -b|also|, pp. 1-2 c|and']],
    ['[-@a; --@b]', ['-a b|--']],
    ['[ @a ]', ['a']],
    ['[@a{ii, A}, x]', ['a||{ii, A}, x']],
    ['@a says', ['~a']],
    ['@a [p. 3]', ['~a||p. 3']],
    ['@a\n[p. 3]', ['~a||p. 3']],
    ['@a [@b; @c]', ['~a b c']],
    ['@a [p. 3; see @c]', ['~a||p. 3 c|see']],
    ['@a [; @b]', ['~a b']],
    ['@a []', ['~a']],
    ['@a [p. 3](u)', ['~a']],
    ['@a [^1]', ['~a']],
    ['[@a and @b; @c]', ['a||and @b c', '~b']],
    ['[see [foo @b] @a]', ['a|see [foo @b]', 'b|foo']],
    ['[see @a; no key]', ['~a']],
    ['[@a](url) [@b][ref] [@c]{.x} [@d] (x)', ['~a', '~b', '~c', 'd']],
    ['^[note @a; x] [^@b]', ['~a', '~b']],
    ['[@a\n\n@b]', ['~a', '~b']],
    ['> [see\n> @a]', ['a|see']],
    ['- [@a\n- b]', ['~a']],
    ['[a@b; @c]', ['~c']],
    // `(@x)` begins a numbered example, to which `@x` refers.
    ['(@x) text\n\n@x [p. 3] @x [@b] -@x [see @x]', ['b', 'x|see']],
    ['@x and @x [p. 3] and @x [@b]\n\n(@x) text', ['~x||p. 3', '~x b']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('keys', () => {
  test.each([
    [
      '@Foo_bar.baz. @a--b @a:b:c @a//b @http://x.org/y?z=1',
      ['~Foo_bar.baz', '~a', '~a:b:c', '~a//b', '~http://x.org/y?z'],
    ],
    ['@{Foo.} @{a{b}c} @{} @{a b} @{x', ['~Foo.', '~a{b}c']],
    ['@müller @a² 中文@a 中文[@b]', ['~müller', '~a²', 'b']],
    ['me@x.org foo.@a .@b ...@c foo-@d foo_@e', ['~c', '~d', '~e']],
    ['@* @-a @', []],
    ['[-@a] -@b', ['-a', '~b']],
    ['*@a* "@b" (@c', ['~a', '~b', '~c']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a cross-reference is flagged, not dropped', () => {
    const items = scanCitations('@fig-one [@sec:x; @figure]').clusters.flatMap((cluster) => cluster.items);
    expect(items.map(({ key, crossReference }) => [key, crossReference])).toEqual([
      ['fig-one', true],
      ['sec:x', true],
      ['figure', false],
    ]);
  });
});

describe('what is no text', () => {
  test.each([
    ['`@a` ``@b` `` `@c', ['~c']],
    ['$@a$ $$@b$$ $ @c$ $@d $ $@e$1', ['~c', '~d', '~e$1']],
    ['\\@a \\\\@b', ['~b']],
    ['<!-- @a\n\n@b --> @c', ['~c']],
    ['<!-- @a', ['~a']],
    ['<b x="@a>">@b</b> <http://@c> <me@d.org> https://x.org/@e/f', ['~b']],
    ['[x](http://@a) [x](<@b c> "@c")', []],
    ['[x]: http://foo/@a "@b"\n', []],
    ['\\cite{@a} \\foo[@b]{@c} \\alpha @d', ['~d']],
    ['\\begin{x}\n\n@a\n\n\\end{x} @b', ['~b']],
    ['```\n@a\n```\n@b', ['~b']],
    ['```{r}\n@a\n\n@b\n````\n@c', ['~c']],
    ['````\n@a\n```\n@b\n````', []],
    ['```\n@a', ['~a']],
    ['> ~~~\n> @a\n> ~~~', []],
    ['text\n```\n@a\n```', []],
    ['text\n~~~\n@a\n~~~', ['~a']],
    ['    @a\n\n@b', ['~b']],
    ['text\n    @a', ['~a']],
    ['- x\n\n    @a\n\n      @b', ['~a']],
    ['1.  x\n\n        @a\n\n    @b', ['~b']],
    ['[^1]: x\n\n    @a', ['~a']],
    ['<pre>\n@a\n</pre>\n@b', ['~b']],
    ['<script>\n@a', ['~a']],
    ['---\ntitle: @a\n---\n@b', ['~b']],
    ['\uFEFF---\r\ntitle: @a\r\n...\r\n@b', ['~b']],
    ['---\ntitle: @a\n\n@b', ['~a', '~b']],
    ['---\n\ntitle: @a\n---', ['~a']],
    ['x\n\n---\nabstract: @a\n---\n\n@b', ['~b']],
    ['x\n\n---\n\n@a\n\n---', ['~a']],
    ['(@ex) item\n\nsee @ex, [@ex] and @other', ['ex', '~other']],
    ['Title\n===\n# Head @a\ntext @b', ['~a', '~b']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read(text.replace(/\r?\n/g, '\r\n')).map((line) => line.replaceAll('\r\n', '\n'))).toEqual(expected);
  });
});

test('offsets are exact', () => {
  const text = 'Ü 𝒳 @a [see @{b.}, p. 3 ; -@c ]';
  const { clusters } = scanCitations(text);
  const [cluster] = clusters;
  expect(text.slice(cluster?.range.start, cluster?.range.end)).toBe('@a [see @{b.}, p. 3 ; -@c ]');
  expect(text.slice(cluster?.bracket?.start, cluster?.bracket?.end)).toBe('[see @{b.}, p. 3 ; -@c ]');
  expect(cluster?.items.map(({ range }) => text.slice(range.start, range.end))).toEqual([
    '@a',
    'see @{b.}, p. 3',
    '-@c',
  ]);
  expect(cluster?.items.map(({ keyRange }) => text.slice(keyRange.start, keyRange.end))).toEqual(['a', 'b.', 'c']);
});

describe('formatCitationKey', () => {
  test.each([
    ['doe2020', 'doe2020'],
    ['DBLP:conf/nips/X', 'DBLP:conf/nips/X'],
    ['a--b', '{a--b}'],
    ['a.', '{a.}'],
    ['-a', '{-a}'],
    ['a{b}c', '{a{b}c}'],
    ['a]b;c', '{a]b;c}'],
    ['a}b{', undefined],
    ['a b', undefined],
    ['a\u00A0b', undefined],
    ['a\0b', undefined],
    ['', undefined],
  ])('%j', (key, expected) => {
    expect(formatCitationKey(key)).toBe(expected);
  });

  test('whatever it gives is read back as the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (key) => {
        const written = formatCitationKey(key);
        if (written === undefined) return;
        const items = scanCitations(`x [see @${written}, p. 1; @z]`).clusters.flatMap((cluster) => cluster.items);
        expect(items.map((item) => item.key)).toEqual([key, 'z']);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text', () => {
  const pieces = [
    '@a',
    '[',
    ']',
    ';',
    '`',
    '``',
    '$',
    '<',
    '>',
    '\\',
    '(',
    ')',
    '{',
    '}',
    '\n',
    '\r\n',
    ' ',
    '    ',
    '-',
    '- ',
  ];
  const more = [
    '```\n',
    '~~~\n',
    '---\n',
    '<!--',
    '-->',
    '<pre>',
    '\\begin{x}',
    '\\end{x}',
    '> ',
    'word',
    '^',
    '!',
    '\uFEFF',
    '@{',
    '😀',
    'k: v\n',
  ];
  const anyText = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 60 }).map((parts) => parts.join(''));

  test('gives ranges that lie in the text, hold the keys and do not cross', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { clusters, opaque } = scanCitations(text);
        let last = 0;
        for (const { start, end } of opaque) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const { range, items } of clusters) {
          let before = range.start;
          for (const item of items) {
            expect(text.slice(item.keyRange.start, item.keyRange.end)).toBe(item.key);
            expect(item.range.start).toBeGreaterThanOrEqual(before);
            before = item.range.end;
          }
          expect(before).toBeLessThanOrEqual(range.end);
        }
      }),
      { numRuns: 2000 },
    );
  });

  const repeated = [
    '@a ',
    '[@a; ',
    '[',
    '](',
    '`',
    '``a`',
    '$',
    '$a ',
    '<',
    '<a ',
    '<a b="',
    '<!--',
    '\\begin{x}',
    '@{',
    '- ',
    '> ',
    '```\n',
    '~~~~\n',
    '---\na: b\n\n',
    '<pre>\n',
    '\\foo{',
    '\\foo[',
    '@a [',
    '(@x) a\n',
    'http://',
    '[^a]: ',
    '    \n',
  ];
  test.each(repeated)('time is linear in the length: %j', (piece) => {
    const count = Math.ceil(30_000 / piece.length);
    // Eight times the text: linear is 8, quadratic 64.
    const sizes = { small: count, large: count * 8, enough: 40 };
    expect(growth((times) => piece.repeat(times), scanCitations, sizes)).toBeLessThan(40);
  });
});
