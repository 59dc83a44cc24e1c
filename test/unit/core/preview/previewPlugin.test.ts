import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { describe, expect, test } from 'vitest';
import type { CitedCluster } from '../../../../src/core/csl/formatRequest.ts';
import type { PreviewAnswer, PreviewCitation } from '../../../../src/core/preview/previewAnswer.ts';
import { citationsIn, extendPreview } from '../../../../src/core/preview/previewPlugin.ts';

const works = ['smith2020', 'lee2019', 'kim2021'];

interface Options {
  readonly inNotes?: boolean;
  readonly isRaised?: boolean;
  readonly marksUnknown?: boolean;
  readonly more?: Partial<PreviewAnswer>;
}

/** An answer in a style of its own: `(smith2020, p. 3)`. */
function answerOf(clusters: readonly CitedCluster[], options: Options): PreviewAnswer {
  const { inNotes = false, isRaised = false, marksUnknown = true, more } = options;
  return {
    citations: clusters.map(({ inText, items }): PreviewCitation => {
      const known = items.filter(({ key }) => works.includes(key));
      const text = known.map(({ key, suffix }) => `${key}${suffix}`).join('; ');
      const whole = inNotes || isRaised ? text : `(${text})`;
      return {
        author: inText && known.length > 0 ? [{ text: 'Author' }] : [],
        text: known.length === 0 ? [] : [{ text: whole, ...(isRaised && { raised: 'super' as const }) }],
        unknown: items.map(({ key }) => key).filter((key) => !works.includes(key)),
        works: known.map(({ key }) => works.indexOf(key)),
      };
    }),
    references: works.map((key) => ({
      keys: [key],
      label: [],
      text: [{ text: `${key} <b>. ` }, { text: 'https://doi.org/10.1/x.', italic: true as const }],
      card: { title: `Title of ${key} <i>`, byline: 'Smith, 2020', abstract: 'It & more.' },
    })),
    inNotes,
    marksUnknown,
    title: '',
    isListSuppressed: false,
    problems: [],
    ...more,
  };
}

function preview(text: string, options: Options = {}, md = new MarkdownIt({ html: true })): string {
  extendPreview(md, { answer: (_document, clusters) => answerOf(clusters, options) });
  return md.render(text, { currentDocument: 'file:///a.md' });
}

/** The paragraphs of the text as readers see them. */
function seen(text: string, options: Options = {}): string {
  const html = preview(text, options).replace(/<section[\s\S]*<\/section>\n/g, '');
  return html.replace(/<a class="paperside-citation"[^>]*>(.*?)<\/a>/g, '{$1}').replace(/<\/?p>\n?/g, '');
}

function clustersIn(text: string, md = new MarkdownIt()): readonly string[] {
  extendPreview(md, { answer: () => undefined });
  return citationsIn(md, text).map(
    ({ inText, items }) => `${inText ? '' : '- '}${items.map(({ key }) => key).join(' ')}`,
  );
}

describe('citations', () => {
  test.each([
    ['So [@smith2020, p. 3].', 'So {(smith2020, p. 3)}.'],
    ['As @smith2020 said', 'As {Author (smith2020)} said'],
    ['As @smith2020 [p. 3] said', 'As {Author (smith2020p. 3)} said'],
    ['*Both [see @smith2020; -@lee2019]*', '<em>Both {(smith2020; lee2019)}</em>'],
    ['`[@smith2020]` and\n\n    [@smith2020]', '<code>[@smith2020]</code> and<pre><code>[@smith2020]\n</code></pre>\n'],
    ['a@smith2020.org and \\@smith2020', 'a@smith2020.org and @smith2020'],
    ['$x@smith2020$', '$x@smith2020$'],
    ['<b title="@smith2020">x</b>', '<b title="@smith2020">x</b>'],
    ['[text](http://a.b/@smith2020)', '<a href="http://a.b/@smith2020">text</a>'],
    ['> Quoted\n> [@smith2020]', '<blockquote>\nQuoted\n{(smith2020)}</blockquote>\n'],
  ])('%j are shown as %j', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  test('in the text of a link there is no other link', () => {
    expect(preview('[as @smith2020 has it](http://a.b)')).toContain(
      '<a href="http://a.b">as <span class="paperside-citation" data-works="0">Author (smith2020)</span> has it</a>',
    );
  });

  test('lead to the entry of their first work, and carry all of them', () => {
    expect(preview('[@lee2019; @smith2020]')).toContain(
      '<a class="paperside-citation" data-works="1 0" href="#paperside-ref-1" role="doc-biblioref">',
    );
  });

  test('that nobody knows are marked, and stay as they are written', () => {
    expect(seen('So @nobody <b>')).toBe(
      'So <span class="paperside-unknown" title="No work is known under “nobody”.">@nobody</span> <b>',
    );
    expect(seen('[@smith2020; @no"body]')).toContain(`{(smith2020)} <span class="paperside-unknown"`);
    expect(seen('So @nobody', { marksUnknown: false })).toBe('So @nobody');
    expect(seen('See @fig-one and [@sec:two]')).toBe('See @fig-one and [@sec:two]');
  });

  test('stay as they are written where they describe an image', () => {
    expect(preview('![As @smith2020 has it; **so [@lee2019]**.](a.png)')).toContain(
      'alt="As @smith2020 has it; so [@lee2019]."',
    );
  });

  test('are shown as written where nothing is known of the document', () => {
    const md = extendPreview(new MarkdownIt(), { answer: () => undefined });
    expect(md.render('So [see *x* @a<b].')).toBe('<p>So [see *x* @a&lt;b].</p>\n');
  });

  test('with raised numbers stand close to the word', () => {
    expect(seen('A word [@smith2020], and', { isRaised: true })).toBe('A word{<sup>smith2020</sup>}, and');
  });

  test('of the examples of a list are none', () => {
    expect(clustersIn('(@good) One.\n\nAs @good shows, and @smith2020.')).toEqual(['smith2020']);
  });

  test('of MyST are shown, too', () => {
    expect(seen('So {cite:p}`smith2020` and {cite:t}`lee2019`')).toBe('So {(smith2020)} and {Author (lee2019)}');
  });

  test('beside links of a wiki are shown; the links stay', () => {
    expect(seen('[[@lee2019]] and [@smith2020]')).toBe('[[@lee2019]] and {(smith2020)}');
  });

  test('that are the whole of a note written in the text are no links of a wiki', () => {
    const md = new MarkdownIt().use(footnotes);
    expect(clustersIn('So^[[@smith2020]] and [@lee2019].', md)).toEqual(['- smith2020', '- lee2019']);
  });

  test('of a footnote stand where it is referred to first', () => {
    const md = new MarkdownIt().use(footnotes);
    const text = 'One [@lee2019] [^a] [@kim2021] and [^a].\n\n[^a]: See [@smith2020].';
    expect(clustersIn(text, md)).toEqual(['- lee2019', '- smith2020', '- kim2021']);
    expect(citationsIn(md, text).map(({ note, inNote }) => [note, inNote])).toEqual([
      [1, undefined],
      [2, true],
      [3, undefined],
    ]);
  });
});

describe('the reference list', () => {
  test('stands at the end, with entries that are text, links that lead to the web, and cards', () => {
    const html = preview('So [@smith2020].');
    expect(html).toContain('<div class="paperside-entry" id="paperside-ref-0"><span>smith2020 &lt;b&gt;. ');
    expect(html).toContain('<a href="https://doi.org/10.1/x"><i>https://doi.org/10.1/x</i></a><i>.</i>');
    expect(html).toContain('<div data-work="0"><p class="paperside-card-title">Title of smith2020 &lt;i&gt;</p>');
    expect(html.indexOf('So ')).toBeLessThan(html.indexOf('<section'));
  });

  test.each([
    ['# A\n\n::: {#refs}\n:::\n\nEnd [@smith2020]'],
    ['# A\n\n:::: {#refs .x}\n\nAbove.\n\n::::\n\nEnd [@smith2020]'],
    ['# A\n\n```{bibliography}\n```\n\nEnd {cite}`smith2020`'],
  ])('stands where the text has a place for it: %j', (text) => {
    const html = preview(text);
    expect(html.indexOf('<section')).toBeGreaterThan(html.indexOf('<h1'));
    expect(html.indexOf('<section')).toBeLessThan(html.indexOf('End '));
    expect(html.match(/<section/g)).toHaveLength(1);
    expect(html).not.toContain('#refs');
  });

  test('stands in the first of two places', () => {
    const html = preview('::: {#refs}\n:::\n\nBetween [@smith2020].\n\n::: {#refs}\n:::\n');
    expect(html.match(/id="paperside-ref-0"/g)).toHaveLength(1);
    expect(html.indexOf('<section')).toBeLessThan(html.indexOf('Between'));
  });

  test('is left out where the document says so, and where nothing is cited', () => {
    expect(preview('[@smith2020]', { more: { isListSuppressed: true } })).not.toContain('<section');
    expect(preview('Nothing')).toBe('<p>Nothing</p>\n');
    expect(preview('::: {#refs}\nnot closed')).toContain('::: {#refs}');
  });

  test('is not added to one that was written into the text', () => {
    const html = preview('So [@smith2020].\n\n<!-- references -->\n\nSmith (2020)\n\n<!-- /references -->\n');
    expect(html).not.toContain('<section');
    expect(html).toContain('<span class="paperside-citation" data-works="0" tabindex="0">');
    expect(html).toContain('<div data-work="0">');
  });

  test('has the title that the document gives it, and says what is wrong', () => {
    const html = preview('[@smith2020]', { more: { title: 'Works <b>', problems: ['a.csl & more'] } });
    expect(html).toContain('<h2>Works &lt;b&gt;</h2>\n<p class="paperside-problem">a.csl &amp; more</p>');
  });
});

describe('notes', () => {
  test('are marked with numbers behind the punctuation, and listed at the end', () => {
    const html = preview('A word [@smith2020, p. 3]. As @lee2019 says.', { inNotes: true });
    expect(html).toContain(
      'A word.<sup class="paperside-note-mark"><a class="paperside-citation" data-works="0" id="paperside-noteref-0" href="#paperside-note-0"',
    );
    expect(html).toMatch(/>Author<\/a><sup [^>]*><a [^>]*>2<\/a><\/sup> says/);
    expect(html).toContain('<li id="paperside-note-1" value="2">lee2019 <a href="#paperside-noteref-1"');
  });

  test('are counted together with the footnotes of the document', () => {
    const md = new MarkdownIt().use(footnotes);
    const html = preview('One [@smith2020].[^a] Two [@lee2019].\n\n[^a]: See [@kim2021].', { inNotes: true }, md);
    expect(html).toMatch(
      /One\.<sup [^>]*><a [^>]*>1<\/a><\/sup><sup [^>]*><a [^>]*>\[2\]<\/a><\/sup> Two\.<sup [^>]*><a [^>]*>3</,
    );
    expect(html).toContain('<li value="2" id="fn1"');
    expect(html).toContain('value="3">lee2019');
    expect(preview('One.[^a]\n\n[^a]: See [@kim2021].', {}, new MarkdownIt().use(footnotes))).toContain('[1]</a>');
  });

  test('are none in a footnote, which is one', () => {
    const md = new MarkdownIt().use(footnotes);
    const html = preview('One.[^a]\n\n[^a]: See [@smith2020].', { inNotes: true }, md);
    expect(html).toMatch(/See <a class="paperside-citation"[^>]*>\(smith2020\)<\/a>\./);
    expect(html).not.toContain('paperside-notes');
  });
});
