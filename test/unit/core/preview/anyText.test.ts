import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { expect, test } from 'vitest';
import { extendPreview } from '../../../../src/core/preview/previewPlugin.ts';
import type { PreviewAnswer } from '../../../../src/core/preview/previewAnswer.ts';
import { linkedHtml } from '../../../../src/core/preview/linkedHtml.ts';
import { growth } from '../../../support/growth.ts';

const pieces = [
  '@ab',
  '[',
  ']',
  '-',
  '; ',
  ', p. 3',
  '@{',
  '}',
  '`',
  '$',
  '*',
  '_',
  '[^a]',
  '\n',
  '\n\n',
  '[^a]: ',
  '> ',
  '- ',
  '<b>',
  '(http://a.b)',
  '::: {#refs}',
  ':::',
  '{cite}`ab`',
  '"',
  '&',
  ' x ',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join(''));

/** Everything is known, and has text that would be HTML. */
function render(text: string, inNotes: boolean): string {
  const md = new MarkdownIt({ html: false }).use(footnotes);
  const answer = (_: unknown, clusters: readonly unknown[]): PreviewAnswer => ({
    citations: clusters.map(() => ({ author: [], text: [{ text: '<img src=x>' }], unknown: ['"><img'], works: [0] })),
    references: [
      {
        keys: ['ab'],
        label: [],
        text: [{ text: '<img>' }],
        card: { title: '<img>', byline: '<img>', abstract: '<img>' },
      },
    ],
    inNotes,
    marksUnknown: true,
    title: '<img>',
    isListSuppressed: false,
    problems: ['<img>'],
  });
  return extendPreview(md, { answer }).render(text, {});
}

test('any text is drawn, and nothing in it or in a work becomes an element', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, inNotes) => {
      expect(render(text, inNotes)).not.toMatch(/<img|<script|onerror=x/);
    }),
  );
});

test('a text without citations is drawn as without Paperside', () => {
  const plain = texts.map((text) => text.replaceAll('@', '#').replaceAll('{cite}', '').replaceAll('#refs', 'x'));
  fc.assert(
    fc.property(plain, (text) => {
      expect(render(text, false)).toBe(new MarkdownIt({ html: false }).use(footnotes).render(text, {}));
    }),
  );
});

/** What a browser shows. */
function decoded(html: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  const text = html.replace(/<br>/g, '\n').replace(/<[^>]*>/g, '');
  return text.replace(/&[^;]+;/g, (sign) => signs[sign] ?? sign);
}

test('addresses with anything in them are links to the web, and the text stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = `a https://x.y/${text} b`;
      const html = linkedHtml([{ text: written }]);
      expect(html).toMatch(/<a href="https:\/\/x\.y/);
      expect(decoded(html)).toBe(written);
    }),
  );
});

test.each([
  ['citations', '[see @ab, p. 3; @cd] and @ef [p. 4]. '],
  ['paragraphs', 'Some words @ab.\n\n'],
  ['brackets', '[@ab '],
  ['fences', '::: {#refs}\n'],
  ['footnotes', 'x[^a]\n\n[^a]: @ab\n\n'],
])('many %s take time in proportion to their number', (_what, piece) => {
  const times = growth(
    (size) => piece.repeat(size),
    (text) => render(text, false),
    { small: 400, large: 3_200, enough: 20 },
  );
  expect(times).toBeLessThan(20);
});
