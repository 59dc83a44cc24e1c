import * as fc from 'fast-check';
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { textOf, type FormattedText } from '../../../../src/core/csl/formattedText.ts';
import { markdownReferences } from '../../../../src/core/referenceList/markdownReferences.ts';
import { scanCitations } from '../../../../src/core/citations/pandoc/scanCitations.ts';
import { mystSyntax } from '../../../../src/core/citations/myst/mystSyntax.ts';
import { hostileTexts } from '../../../support/hostileTexts.ts';

const md = markdownIt({ html: true, linkify: true });

const entry = (...text: FormattedText) => ({ keys: ['a'], label: [], text });

/** What a reader sees of Markdown, with the marks of emphasis. */
function seen(markdown: string): string {
  const html = md.render(markdown).trim();
  return html
    .replace(/<\/?(?:p|a)(?: [^>]*)?>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('marks of the style are emphasis, addresses are links', () => {
  const [line] = markdownReferences([
    entry(
      { text: 'Stone, A. (2019). ' },
      { text: 'Walls: ', italic: true },
      { text: '2', bold: true },
      { text: 'nd', raised: 'super' },
      { text: '. https://doi.org/10.1/a_b.' },
    ),
  ]);
  expect(line).toBe('Stone, A. (2019). *Walls:* **2**<sup>nd</sup>. <https://doi.org/10.1/a_b>.');
  expect(md.render(line ?? '')).toContain(
    '<em>Walls:</em> <strong>2</strong><sup>nd</sup>. <a href="https://doi.org/10.1/a_b">',
  );
});

test('emphasis that its marks would not be is an element', () => {
  const [line = ''] = markdownReferences([entry({ text: 'a' }, { text: '(b)', italic: true }, { text: 'c' })]);
  expect(line).toBe('a<i>(b)</i>c');
  const [both = ''] = markdownReferences([entry({ text: 'a', italic: true }, { text: 'b', bold: true })]);
  expect(md.render(both)).toBe('<p><em>a</em><b>b</b></p>\n');
});

test.each([
  '*a* _b_ `c` [d](e) <f> @g $h$ {i} ~j~ ^k^ #l |m|',
  '[x](command:y) ![z](w) <img src=a onerror=b> <!-- /references -->',
  '&lt; &#35; \\* {{< include x >}} {cite}`a` $$',
  '-- --- ... http://a.b/c_d',
  '1. one',
  '12) twelve',
  '(1) one',
  '- a',
  '+ b',
  '# c',
  '::: d',
  '> e',
  'i. roman',
  'A) letter',
  '= t',
  '% comment',
  '*',
  '---',
  ...hostileTexts({ address: 'http://127.0.0.1:1', command: 'a.b' }),
])('%j is seen as it is, and cites nothing', (title) => {
  const [line = ''] = markdownReferences([entry({ text: title })]);
  const flat = title.replace(/\s+/g, ' ').trim();
  expect(seen(line).replace(/\s+/g, ' ')).toBe(flat.replaceAll('\0', '\uFFFD'));
  expect(scanCitations(line).clusters).toEqual([]);
  expect(mystSyntax.scan(line).clusters).toEqual([]);
});

test('any text is seen as it is', () => {
  const signs = fc.constantFrom(...'*_`[]()<>@$&\\{}~^#|!-+=:.;1aA %"\'/'.split(''));
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
      const text = parts.join('').replace(/\s+/g, ' ').trim();
      const [line = ''] = markdownReferences([entry({ text })]);
      const plain = markdownIt({ html: true }).render(line).trim();
      expect(unescaped(plain.replace(/^<p>|<\/p>$/g, '').replace(/<a [^>]*>|<\/a>/g, ''))).toBe(text);
    }),
  );
});

test('runs in any order keep their characters', () => {
  const run = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', ' ', '*', '_', '(', '.', 'é') }),
    italic: fc.constantFrom(true as const, undefined),
    bold: fc.constantFrom(true as const, undefined),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
      const [line = ''] = markdownReferences([entry(...runs)]);
      const text = unescaped(
        markdownIt({ html: true })
          .render(line)
          .replace(/<\/?(?:p|em|strong|i|b)>/g, '')
          .trim(),
      );
      expect(text.replace(/\s+/g, ' ').trim()).toBe(textOf(runs).replace(/\s+/g, ' ').trim());
    }),
  );
});

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
