import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOtherSyntaxes } from '../../../../../src/core/citations/change/clusterSyntax.ts';
import { wordsOf } from '../../../../../src/core/citations/change/keptWords.ts';
import { noteFor } from '../../../../../src/core/citations/change/noteMarkup.ts';
import { clusterAround } from '../../../../../src/core/citations/change/syntaxText.ts';
import type { ClusterForm, WrittenItem } from '../../../../../src/core/citations/citationWriter.ts';
import { syntaxes, type SyntaxName } from '../allSyntaxes.ts';
import { marked } from './support.ts';

function converted(name: SyntaxName, text: string): Readonly<Record<string, string>> {
  const { document, selection } = marked(syntaxes[name], text);
  const cluster = clusterAround(document, selection);
  const all = cluster === undefined ? [] : inOtherSyntaxes(document, cluster);
  return Object.fromEntries(all.map((one) => [one.name, one.written]));
}

describe('a cluster in other syntaxes', () => {
  test.each<[SyntaxName, string, Readonly<Record<string, string>>]>([
    [
      'pandoc',
      'A [see @a|, p. 3].',
      {
        'MyST role': '{cite:p}`{see}a{p. 3}`',
        'LaTeX (natbib)': '\\citep[see][p. 3]{a}',
        'LaTeX (biblatex)': '\\autocite[see][p. 3]{a}',
        Typst: 'see @a[p. 3]',
      },
    ],
    [
      'pandoc',
      '[@a|, p. 3; see @b, 50% & more]',
      {
        'MyST role': '{cite:p}`a{p. 3},{see}b{50% & more}`',
        'LaTeX (biblatex)': '\\autocites[p. 3]{a}[see][50\\% \\& more]{b}',
      },
    ],
    [
      'pandoc',
      '@a| [p. 3; @b]',
      {
        'LaTeX (biblatex)': '\\textcites[p. 3]{a}{b}',
        'MyST role': '{cite:t}`a{p. 3},b`',
        Typst: '#cite(<a>, form: "prose", supplement: [p. 3]) @b',
      },
    ],
    [
      'latex',
      '\\parencite[see][p.~3]{a|}',
      {
        Pandoc: '[see @a, p. 3]',
        'MyST role': '{cite:p}`{see}a{p. 3}`',
        'LaTeX (natbib)': '\\citep[see][p.~3]{a}',
        'LaTeX (biblatex)': '\\autocite[see][p.~3]{a}',
        Typst: 'see @a[p.~3]',
      },
    ],
    ['latex', '\\nocite{a|}', {}],
    [
      'typst',
      '#cite(<a|>, form: "year", supplement: [p.~3])',
      {
        Pandoc: '[-@a, p. 3]',
        'MyST role': '{cite:yearpar}`a{p. 3}`',
        'LaTeX (natbib)': '\\citeyearpar[p.~3]{a}',
        'LaTeX (biblatex)': '\\autocite*[p.~3]{a}',
      },
    ],
    [
      'myst',
      '{cite:t}`a|`',
      {
        Pandoc: '@a',
        'LaTeX (natbib)': '\\citet{a}',
        'LaTeX (biblatex)': '\\textcite{a}',
        Typst: '#cite(<a>, form: "prose")',
      },
    ],
    [
      'myst',
      '[@a|]',
      {
        'MyST role': '{cite:p}`a`',
        'LaTeX (natbib)': '\\citep{a}',
        'LaTeX (biblatex)': '\\autocite{a}',
        Typst: '@a',
      },
    ],
    [
      'wiki',
      '[[@a|]]',
      {
        Pandoc: '@a',
        'MyST role': '{cite:t}`a`',
        'LaTeX (natbib)': '\\citet{a}',
        'LaTeX (biblatex)': '\\textcite{a}',
        Typst: '#cite(<a>, form: "prose")',
      },
    ],
  ])('%s: %s', (name, text, expected) => {
    expect(converted(name, text)).toEqual(expected);
  });
});

describe('there and back', () => {
  const words = fc.array(
    fc.constantFrom('see', 'p. 3', 'and', 'pp. 33--35', 'müller', '50%', 'R&D', '#2', 'a_b', '水', '*em*', 'é'),
    { maxLength: 3 },
  );
  const note = words.map((some) => some.join(' '));
  const suffix = note.map((text) => (text === '' ? '' : `, ${text}`));
  const item: fc.Arbitrary<WrittenItem> = fc.record({
    key: fc.constantFrom('a', 'doe2020', 'x:y-1', 'müller'),
    prefix: note,
    suffix,
    suppressAuthor: fc.boolean(),
  });
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  const forms = fc.constantFrom<ClusterForm>('bracketed', 'inText');
  const names = fc.constantFrom<SyntaxName>('pandoc', 'latex', 'typst', 'myst');

  test('every key and every word before and after a work is still there', () => {
    let tried = 0;
    fc.assert(
      fc.property(names, items, forms, (name, asked, form) => {
        const syntax = syntaxes[name];
        const sample = name === 'latex' ? '\\usepackage{biblatex}' : name === 'myst' ? '{cite:p}`a`' : '';
        const own = asked.map((one) => ({
          ...one,
          prefix: noteFor(one.prefix, 'pandoc', name),
          suffix: noteFor(one.suffix, 'pandoc', name),
        }));
        const text = syntax.writer({ text: sample, scan: syntax.scan(sample) }).cluster(own, form);
        if (text === undefined) return;
        const document = { syntax, text, scan: syntax.scan(text) };
        const [cluster] = document.scan.clusters;
        if (cluster === undefined || cluster.range.end < text.length) return;
        const before = syntax.writer(document).items(cluster);
        for (const { name: into, written } of inOtherSyntaxes(document, cluster)) {
          tried += 1;
          for (const there of [written, pandocAgain(into, written)]) {
            for (const one of wordsOf(before)) expect(there).toContain(one);
            for (const { key } of before) expect(there).toContain(key);
          }
        }
      }),
      { numRuns: 1_000 },
    );
    expect(tried).toBeGreaterThan(500);
  });
});

/** What was written in another syntax as Pandoc writes it, where it is one cluster there. */
function pandocAgain(into: string, written: string): string {
  const name = into.startsWith('LaTeX') ? 'latex' : into === 'Typst' ? 'typst' : 'myst';
  const document = { syntax: syntaxes[name], text: written, scan: syntaxes[name].scan(written) };
  const [cluster, ...more] = document.scan.clusters;
  if (into === 'Pandoc' || cluster === undefined || more.length > 0) return written;
  if (cluster.range.end - cluster.range.start < written.length) return written;
  return inOtherSyntaxes(document, cluster).find((one) => one.name === 'Pandoc')?.written ?? written;
}
