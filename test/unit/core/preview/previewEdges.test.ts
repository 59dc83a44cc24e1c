import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { describe, expect, test } from 'vitest';
import type { FormattedText } from '../../../../src/core/csl/formattedText.ts';
import type { PreviewAnswer, PreviewCitation } from '../../../../src/core/preview/previewAnswer.ts';
import { citationsIn, extendPreview } from '../../../../src/core/preview/previewPlugin.ts';

const raised: FormattedText = [{ text: '1', raised: 'super' }];

/** Draws a text whose works begin with `w`; each citation reads as `text`. */
function draw(source: string, more: Partial<PreviewAnswer> = {}, text: FormattedText = [{ text: 'T' }]): string {
  const md = new MarkdownIt({ html: true }).use(footnotes);
  extendPreview(md, {
    answer: (document, clusters) => ({
      citations: clusters.map(({ inText, items }): PreviewCitation => {
        const isKnown = items.some(({ key }) => key.startsWith('w'));
        return {
          author: isKnown && inText ? [{ text: 'A' }] : [],
          text: isKnown ? text : [],
          unknown: items.map(({ key }) => key).filter((key) => !key.startsWith('w')),
          works: isKnown ? [0] : [],
        };
      }),
      references: [
        { keys: ['w'], label: [], text: [{ text: 'Line\nnext' }], card: { title: 'W', byline: '', abstract: '' } },
      ],
      inNotes: false,
      marksUnknown: true,
      title: String(document),
      isListSuppressed: false,
      problems: ['p'],
      ...more,
    }),
  });
  return md.render(source, { currentDocument: 'file:///a.md' });
}

/** The same without elements. */
function read(...drawn: Parameters<typeof draw>): string {
  return draw(...drawn)
    .replace(/<section[\s\S]*<\/section>\n/g, '')
    .replace(/<[^>]*>/g, '')
    .trim();
}

const inNotes = { inNotes: true };

describe('a citation', () => {
  test('in text has its note behind its author, before the punctuation', () => {
    expect(read('As @w, says', inNotes)).toBe('As A1, says');
  });

  test('in the text of a link is no link, with notes and without', () => {
    for (const more of [{}, inNotes])
      expect(draw('[link @w](http://x.y)', more)).not.toMatch(/<a [^>]*><a|<a [^>]*paperside-c/);
  });

  test('with a raised number is close to its author, which has a space before it', () => {
    expect(read('As @w has it', {}, raised)).toBe('As A1 has it');
  });

  test('of which no work is listed is no link, and the mark of its note has no card', () => {
    const citations = [{ author: [], text: [{ text: 'T' }], unknown: [], works: [] }];
    expect(draw('So [@w]', { citations })).toContain('<p>So T</p>');
    expect(draw('So [@w]', { citations, inNotes: true })).toContain('<a id="paperside-noteref-0" href');
  });

  test('marks its unknown keys, shortened, only where they are to be marked', () => {
    const long = 'k'.repeat(500);
    expect(read(`So [@w; @${long}]`)).toMatch(/^So T @k{59}…$/);
    expect(read(`So [@w; @${long}]`, { marksUnknown: false })).toBe('So T');
  });

  test('with a cross-reference and an unknown key is marked', () => {
    expect(draw('[@fig-one; @nobody]')).toContain('paperside-unknown');
    expect(draw('[@fig-one; @sec-two]')).not.toContain('paperside-unknown');
  });

  test('in brackets refers to no example of a list', () => {
    const md = extendPreview(new MarkdownIt(), { answer: () => undefined });
    expect(citationsIn(md, '(@w) One.\n\nAs @w shows [@w].')).toHaveLength(1);
  });
});

describe('in a footnote of the document', () => {
  test.each([
    ['[@w] says so.', 'T says so.'],
    ['So says [@w].', 'So says (T).'],
    ['[@w]\n\n    And more.', '(T)'],
    ['So says @w.', 'So says A, T.'],
    ['So says @w there.', 'So says A, B there.'],
  ])('%j reads as %j', (note, expected) => {
    const bare = note.includes('there') ? [{ text: 'B' }] : undefined;
    const author = note.includes('[') ? [] : [{ text: 'A' }];
    const citations = [{ author, text: [{ text: 'T' }], unknown: [], works: [0], ...(bare && { bare }) }];
    expect(draw(`x[^a]\n\n[^a]: ${note}`, { ...inNotes, citations }).replace(/<[^>]*>/g, '')).toContain(expected);
  });
});

describe('the reference list', () => {
  test('is that of its document, stands above the footnotes, and has a list that only front matter asks for', () => {
    expect(draw('So [@w]')).toContain('<h2>file:///a.md</h2>');
    const html = draw('One [@w].[^a]\n\n[^a]: Note.');
    expect(html.indexOf('paperside-references')).toBeLessThan(html.indexOf('class="footnotes"'));
    expect(draw('---\nnocite: "@w"\n---\n\nText')).toContain('paperside-references');
  });

  test('has a place directly below a paragraph, and paragraphs below it stay whole', () => {
    const html = draw('Text\n::: {#refs}\n:::\nOne\ntwo [@w]');
    expect(html).toContain('<p>Text</p>');
    expect(html).toContain('<p>One\ntwo ');
    expect(html.match(/<section/g)).toHaveLength(1);
  });

  test('says what is wrong also where nothing is listed', () => {
    expect(draw('So [@w]', { references: [] })).toBe(
      '<p>So '.concat(linkTo0, '</p>\n<p class="paperside-problem">p</p>\n'),
    );
    expect(draw('So [@w]', { isListSuppressed: true })).toContain('<p class="paperside-problem">p</p>');
  });

  test('has numbers beside its entries, lines of an entry, and no empty paragraphs in cards', () => {
    const numbered = [{ keys: ['w'], label: [{ text: '[1]' }], text: [{ text: 'W' }], card: undefined }];
    const html = draw('So [@w]', { references: numbered });
    expect(html).toContain('<section class="paperside-references paperside-numbered"');
    expect(html).toContain('<span class="paperside-label">[1]</span> <span>W</span>');
    expect(draw('So [@w]')).toContain('paperside-hanging');
    expect(draw('So [@w]')).toContain('"paperside-ref-0"><span>Line<br>next</span>');
    expect(draw('So [@w]')).toContain('<div data-work="0"><p class="paperside-card-title">W</p></div>');
  });
});

const linkTo0 = '<a class="paperside-citation" data-works="0" href="#paperside-ref-0" role="doc-biblioref">T</a>';

test('of citations that are not known no note is listed', () => {
  expect(draw('One [@nobody]. Two [@w].', inNotes).match(/<li id="paperside-note/g)).toHaveLength(1);
});

test('a second drawing changes the drawing of footnotes no further', () => {
  const md = new MarkdownIt().use(footnotes);
  extendPreview(md, { answer: () => undefined });
  md.render('a');
  const drawsFootnote = md.renderer.rules['footnote_caption'];
  md.render('a');
  expect(md.renderer.rules['footnote_caption']).toBe(drawsFootnote);
});
