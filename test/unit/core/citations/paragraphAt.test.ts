import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitationSyntax } from '../../../../src/core/citations/citationSyntax.ts';
import { latexSyntax } from '../../../../src/core/citations/latex/latexSyntax.ts';
import { pandocSyntax } from '../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { paragraphAt } from '../../../../src/core/citations/paragraphAt.ts';
import { withCursors } from './support.ts';
import { growth } from '../../../support/growth.ts';

const markdown: CitationSyntax = pandocSyntax;

/** What is written at the `|`, or between two of them. */
function at(marked: string, options: CitationSyntax = markdown): ReturnType<typeof paragraphAt> {
  const { text, cursors } = withCursors(marked);
  return paragraphAt(text, { start: cursors[0]?.start ?? 0, end: cursors.at(-1)?.end ?? 0 }, options.scan(text));
}

const words = (marked: string, options: CitationSyntax = markdown): string | undefined => at(marked, options)?.text;

describe('the paragraph around the cursor', () => {
  test.each([
    ['One two.\nThree| four.\n\nOther.', 'One two. Three four.'],
    ['First.\n\n|Second.', 'Second.'],
    ['First.|\n\nSecond.', 'First.'],
    ['First.\r\n\r\nSec|ond\r\nline.\r\n', 'Second line.'],
    ['First.\n  \t\nSec|ond.', 'Second.'],
    ['# A Head|ing\nText below.', '# A Heading'],
    ['# A Heading\nText be|low.', 'Text below.'],
    ['> Quoted\n> wor|ds.\n\nNot.', 'Quoted > words.'],
    ['Text[^1].\n\n[^1]: The no|te.', 'The note.'],
  ])('%j', (marked, expected) => {
    expect(words(marked)).toBe(expected);
  });

  test.each([
    ['- first item\n- sec|ond item\n  goes on\n- third', 'second item goes on'],
    ['Intro:\n\n1. first\n|2. second\n', 'second'],
    ['- outer\n    - in|ner\n- next', 'inner'],
    ['- item\n\n  its second par|agraph\n- next', 'its second paragraph'],
    ['A line.\n- no list in Pan|doc', 'A line. - no list in Pandoc'],
  ])('a list item is one, also from its marker: %j', (marked, expected) => {
    expect(words(marked)).toBe(expected);
  });

  test.each([
    ['First.\n\n|\n\nSecond.', 'First.'],
    ['First.\n\nLast.\n\n\n|', 'Last.'],
    ['|\n\nFirst.', 'First.'],
    ['---\ntitle: T\n---\n|\nFirst.', 'First.'],
    ['---\n# a remark\ntitle: T\n---\n|\nFirst.', 'First.'],
    ['Text.\n\n```\ncode\n```\n\n|', 'Text.'],
  ])('between paragraphs the one before counts, else the first: %j', (marked, expected) => {
    expect(words(marked)).toBe(expected);
  });

  test.each([
    '---\ntitle: Fine-|tuning\n---\n\nText.',
    'Text.\n\n```js\nlet fine| = tuning;\n```\n\nText.',
    'Text.\n\n    indented| code\n\nText.',
    '|',
    ' \n|\n',
    '***\n|',
    '`only| code`',
    '[@only; @citations|]',
  ])('no text to go by: %j', (marked) => {
    expect(at(marked)).toBeUndefined();
  });
});

describe('what the words are', () => {
  test('citations, code, math, comments, tags and targets of links are left out', () => {
    const marked =
      'Models [see @kim2020, p. 3; @lee] refuse `rm -rf` when $x^2$ is <!-- todo: cite -->*large*|, as @doe [p. 4] says in [the manual](https://example.org/refusals).';
    expect(at(marked)).toEqual({
      text: 'Models refuse when is *large*, as says in [the manual.',
      cited: ['kim2020', 'lee', 'doe'],
    });
  });

  test('only what is cited there counts, each key once; cross-references are none', () => {
    expect(at('Before [@a].\n\nHere| @b, [@c; @b] and @fig-one.\n\nAfter [@d].')?.cited).toEqual(['b', 'c']);
  });

  test('what follows a comment over blank lines is a paragraph of its own', () => {
    expect(words('Start <!-- a\n\nb --> go|es on.\n\nNext.')).toBe('goes on.');
    expect(words('Start <!-- a\n\nb| c\n\nd --> goes on.')).toBe('Start');
  });

  test('long texts are cut between words', () => {
    const text = words(`|${'word '.repeat(10_000)}`) ?? '';
    expect(text.length).toBe(19_999);
    expect(text.endsWith('word')).toBe(true);
  });
});

describe('a selection', () => {
  test('counts instead of the paragraph, over several of them', () => {
    expect(at('One [@a] |two.\n\nThree [@b]| four.')).toEqual({ text: 'two. Three', cited: ['b'] });
  });

  test('of white space is a cursor', () => {
    expect(words('One.\n|\n|\nTwo.')).toBe('One.');
  });

  test('of code only is nothing to go by', () => {
    expect(at('```\n|let a;|\n```')).toBeUndefined();
  });

  test('outside the text counts as its ends', () => {
    expect(paragraphAt('All.', { start: -5, end: 99 }, markdown.scan('All.'))).toEqual({ text: 'All.', cited: [] });
    expect(paragraphAt('All.', { start: Number.NaN, end: Number.NaN }, markdown.scan('All.'))?.text).toBe('All.');
  });
});

describe('other texts than Markdown', () => {
  test.each([
    ['\\section{A}\n\n    Indented| text \\cite{b}\n    goes on.\n\nNext.', 'Indented text \\cite{b} goes on.'],
    ['- first\n- sec|ond', '- first - second'],
    ['First.\r\rSec|ond.', 'Second.'],
  ])('are cut at blank lines only: %j', (marked, expected) => {
    expect(
      paragraphAt(withCursors(marked).text, withCursors(marked).cursors[0] ?? { start: 0, end: 0 }, undefined),
    ).toEqual({ text: expected, cited: [] });
  });
});

const listText = (times: number): string => '- a `b` [@c] <!-- \n\n> d\n'.repeat(times);

describe('any text', () => {
  const pieces = fc.constantFrom(
    'word',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '# ',
    '```',
    '@key',
    '[@a; @b]',
    '<!--',
    '-->',
    '---\n',
    '$',
    '> ',
    '    ',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  test('gives one line of words or nothing, for every cursor', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(200), fc.boolean(), (text, start, length, isMarkdown) => {
        const written = paragraphAt(text, { start, end: start + length }, isMarkdown ? markdown.scan(text) : undefined);
        if (written === undefined) return;
        expect(written.text).toMatch(/\w/);
        expect(written.text).toBe(written.text.trim());
        expect(written.text).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test.each([0, Infinity])('in linear time, with the cursor at %d', (cursor) => {
    const find = (text: string): void => {
      const offset = Math.min(cursor, text.length);
      paragraphAt(text, { start: offset, end: offset }, markdown.scan(text));
    };
    expect(growth(listText, find, { small: 2_000, large: 16_000, enough: 24 })).toBeLessThan(24);
  });
});

test('in LaTeX what is cited is known and left out, and comments are', () => {
  expect(at('One.\n\nOtters| sleep \\citep[3]{a,b}. % \\cite{c}\n\nTwo.', latexSyntax)).toEqual({
    text: 'Otters sleep.',
    cited: ['a', 'b'],
  });
});
