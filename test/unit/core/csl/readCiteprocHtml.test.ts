import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlOf, textOf } from '../../../../src/core/csl/formattedText.ts';
import { readCiteprocHtml } from '../../../../src/core/csl/readCiteprocHtml.ts';

const entry = (html: string) => `  <div class="csl-entry">${html}</div>\n`;

describe('citeproc’s HTML', () => {
  test('is read into runs', () => {
    const html =
      'a &#38; <i>b <b>c</b></i> <sup>1</sup><sub>2</sub> <span style="font-variant:small-caps;">D</span>' +
      '<span style="text-decoration:underline;">e</span>';
    expect(readCiteprocHtml(html)).toEqual({
      label: [],
      text: [
        { text: 'a & ' },
        { text: 'b ', italic: true },
        { text: 'c', italic: true, bold: true },
        { text: ' ' },
        { text: '1', raised: 'super' },
        { text: '2', raised: 'sub' },
        { text: ' ' },
        { text: 'D', smallCaps: true },
        { text: 'e', underlined: true },
      ],
    });
  });

  test('may take a mark back', () => {
    const { text } = readCiteprocHtml(
      '<i>a <span style="font-style:normal;">b</span></i><b>c<span style="font-weight:normal;">d</span></b>',
    );
    expect(text).toEqual([{ text: 'a ', italic: true }, { text: 'b' }, { text: 'c', bold: true }, { text: 'd' }]);
  });

  test('of an entry has its label apart, and blocks on lines of their own', () => {
    const margin = '\n    <div class="csl-left-margin">[1]</div><div class="csl-right-inline">A. <i>T</i>.</div>\n  ';
    expect(readCiteprocHtml(entry(margin))).toEqual({
      label: [{ text: '[1]' }],
      text: [{ text: 'A. ' }, { text: 'T', italic: true }, { text: '.' }],
    });
    const blocks = '\n\n    <div class="csl-block">A</div>\n<div class="csl-indent">B</div>\n  ';
    expect(textOf(readCiteprocHtml(entry(blocks)).text)).toBe('A\nB');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror="x">',
    '<a href="command:x">y</a>',
    '</i> <i x>',
    '<span class="nocase',
    '&#0; &#9999999; &amp;',
  ])('has nothing else: %s stays text', (html) => {
    expect(readCiteprocHtml(html)).toEqual({ label: [], text: [{ text: html }] });
  });

  test('shows texts as they were before they were kept from being markup', () => {
    const html = '<i>A &#60;\u2060b&#62; &#38;\u2060amp; x\u2060y</i>';
    expect(readCiteprocHtml(html).text).toEqual([{ text: 'A <b> &amp; x\u2060y', italic: true }]);
  });

  test('of any kind throws nothing and takes what it must', () => {
    const piece = fc.constantFrom(
      '<i>',
      '</i>',
      '<b>',
      '</div>',
      '<div class="csl-left-margin">',
      '&#38;',
      '<',
      'x',
      ' \n ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { label, text } = readCiteprocHtml(pieces.join(''));
        for (const run of [...label, ...text]) expect(run.text).not.toBe('');
      }),
    );
  });
});

describe('a formatted text', () => {
  test('becomes HTML of few elements', () => {
    const text = readCiteprocHtml('<i>a <b>b</b></i>&#60;script&#62; "x" <sup>2</sup>').text;
    expect(htmlOf(text)).toBe('<i>a </i><i><b>b</b></i>&lt;script&gt; &quot;x&quot; <sup>2</sup>');
    expect(htmlOf([{ text: 'D', smallCaps: true, underlined: true }])).toBe(
      '<u><span style="font-variant: small-caps">D</span></u>',
    );
    expect(htmlOf([{ text: '2', raised: 'sub' }])).toBe('<sub>2</sub>');
  });
});
