import { describe, expect, test } from 'vitest';
import { footnoteSyntax } from '../../../../../src/core/citations/footnote/footnoteSyntax.ts';
import { latexSyntax } from '../../../../../src/core/citations/latex/latexSyntax.ts';
import { linkSyntax } from '../../../../../src/core/citations/link/linkSyntax.ts';
import { mystSyntax } from '../../../../../src/core/citations/myst/mystSyntax.ts';
import { typstSyntax } from '../../../../../src/core/citations/typst/typstSyntax.ts';
import { wikiSyntax } from '../../../../../src/core/citations/wiki/wikiSyntax.ts';
import { chosen } from './support.ts';

describe('in MyST a key is put in', () => {
  test.each([
    ['{cite:p}`|`', ' → {cite:p}`k1`'],
    ['{cite:p}`|', ' → {cite:p}`k1'],
    ['{cite}`a,sea otters|`', 'sea otters → {cite}`a,k1`'],
    ['{cite:t}`a, |, b`', ' → {cite:t}`a, k1, b`'],
    ['{cite:t}`a;ot|ters;b`', 'ot → {cite:t}`a;k1;b`'],
    ['{cite:p}`{see}ot|{p. 3}`', 'ot → {cite:p}`{see}k1{p. 3}`'],
    ['{cite:p}``ot|``', 'ot → {cite:p}``k1``'],
    ['two {cite:p}`a` and {cite:t}`ot|`', 'ot → two {cite:p}`a` and {cite:t}`k1`'],
    ['```{note}\nsee @ot|\n```', 'ot → ```{note}\nsee @k1\n```'],
    ['see [@sea otters|]', 'sea otters → see [@k1]'],
    ['see @{ot|}', 'ot → see @k1'],
  ])('%s', (marked, after) => {
    expect(chosen(mystSyntax, marked)).toBe(after);
  });

  test('in braces where MyST would end it too early, and not where no role can have it', () => {
    expect(chosen(mystSyntax, 'see @ot|', 'doi:10.1/x.')).toBe('ot → see @{doi:10.1/x.}');
    expect(chosen(mystSyntax, '{cite:p}`ot|`', 'a{b}')).toBe('ot → not to be written');
  });

  test.each([
    ['{code}`ot|`'],
    ['`ot|`'],
    ['`@ot|`'],
    ['{cite:p}`a` ot|'],
    ['% see @ot|'],
    ['% see {cite:p}`ot|`'],
    ['```{code-block} python\n@ot|\n```'],
    ['```{math}\n@ot|\n```'],
    ['\\{cite:p}`ot|`'],
    ['---\nx: "{cite:p}`ot|`"\n---\n'],
  ])('nothing in %s', (marked) => {
    expect(chosen(mystSyntax, marked)).toBe('nothing');
  });
});

describe('in LaTeX a key is put in', () => {
  test.each([
    ['\\cite{|}', ' → \\cite{k1}'],
    ['\\cite{|', ' → \\cite{k1'],
    ['\\cite{a,|}', ' → \\cite{a,k1}'],
    ['\\cite{a, sea otters|}', 'sea otters → \\cite{a, k1}'],
    ['\\cite{a,ot|ters,b}', 'ot → \\cite{a,k1,b}'],
    ['\\cite[p. 3]{ot|}', 'ot → \\cite[p. 3]{k1}'],
    ['\\parencite[see][p.~3]{ot|}', 'ot → \\parencite[see][p.~3]{k1}'],
    ['\\citep*[\\emph{see}][]{ot|}', 'ot → \\citep*[\\emph{see}][]{k1}'],
    ['\\autocites(see)()[1]{a}[2]{ot|}', 'ot → \\autocites(see)()[1]{a}[2]{k1}'],
    ['\\cites{a}{b}{ot|', 'ot → \\cites{a}{b}{k1'],
    ['\\citeA<see>{ot|}', 'ot → \\citeA<see>{k1}'],
    ['\\textcquote[p. 3]{ot|}{Words}', 'ot → \\textcquote[p. 3]{k1}{Words}'],
    ['\\nocite{ot|}', 'ot → \\nocite{k1}'],
    ['\\volcite{2}[p. 3]{ot|}', 'ot → \\volcite{2}[p. 3]{k1}'],
    ['\\cite{a, % not this\n  ot|}', 'ot → \\cite{a, % not this\n  k1}'],
    ['\\cite{%\r\n  a,\r\n  ot|\r\n}', 'ot → \\cite{%\r\n  a,\r\n  k1\r\n}'],
    ['é 😀 \\cite{ot|}', 'ot → é 😀 \\cite{k1}'],
    ['$x \\cite{ot|}$', 'ot → $x \\cite{k1}$'],
    ['\\footnote{See \\cite{ot|}', 'ot → \\footnote{See \\cite{k1}'],
  ])('%s', (marked, after) => {
    expect(chosen(latexSyntax, marked)).toBe(after);
  });

  test('as it is, or not at all where TeX gives a meaning to one of its characters', () => {
    expect(chosen(latexSyntax, '\\cite{ot|}', 'doi:10.1/x_y')).toBe('ot → \\cite{doi:10.1/x_y}');
    expect(chosen(latexSyntax, '\\cite{ot|}', '50%ers')).toBe('ot → not to be written');
  });

  test.each([
    ['\\emph{ot|}'],
    ['\\cite[ot|]{a}'],
    ['\\cite{a} ot|'],
    ['\\cite{a}{ot|}'],
    ['\\cite{a}, as \\emph{ot|}'],
    ['% \\cite{ot|}'],
    ['\\verb|\\cite{ot‸}|'],
    ['\\begin{verbatim}\n\\cite{ot|}\n\\end{verbatim}'],
    ['\\begin{lstlisting}\n\\cite{ot|}'],
    ['\\citestyle{ot|}'],
    ['\\cite{a,\n\not|}'],
    ['\\cite{\\ot|}'],
    ['@ot|'],
    ['\\end{document}\n\\cite{ot|}'],
  ])('nothing in %s', (marked) => {
    expect(chosen(latexSyntax, marked, 'k1', { mark: marked.includes('‸') ? '‸' : '|' })).toBe('nothing');
  });
});

describe('in Typst a key is put in', () => {
  test.each([
    ['@|', ' → @k1'],
    ['See @smi| and', 'smi → See @k1 and'],
    ['See @smi|th[p. 3].', 'smi → See @k1[p. 3].'],
    ['#cite(<|', ' → #cite(<k1>'],
    ['#cite(<|>)', ' → #cite(<k1>)'],
    ['#cite(<sea otters|>, form: "prose")', 'sea otters → #cite(<k1>, form: "prose")'],
    ['#cite(<ot|, form: "prose")', 'ot → #cite(<k1>, form: "prose")'],
    ['#cite(label("sea otters|"))', 'sea otters → #cite(label("k1"))'],
    ['#cite(label("ot|', 'ot → #cite(label("k1'],
    ['#figure(caption: [From @ot|])', 'ot → #figure(caption: [From @k1])'],
    ['😀 水 @ot|\r\n', 'ot → 😀 水 @k1\r\n'],
  ])('%s', (marked, after) => {
    expect(chosen(typstSyntax, marked)).toBe(after);
  });

  test.each([
    ['See @ot|, who', 'ot → See #cite(label("a/b")), who'],
    ['See @ot|[p. 3].', 'ot → See #cite(label("a/b"), supplement: [p. 3]).'],
    ['#cite(<ot|>)', 'ot → #cite(label("a/b"))'],
    ['#cite(<ot|', 'ot → #cite(label("a/b")'],
    ['#cite(label("ot|"))', 'ot → #cite(label("a/b"))'],
  ])('%s by a call where its key is no label', (marked, after) => {
    expect(chosen(typstSyntax, marked, 'a/b')).toBe(after);
  });

  test.each([
    ['mail me@x|'],
    ['`@ot|`'],
    ['```typ\n@ot|\n```'],
    ['// @ot|'],
    ['/* @ot| */'],
    ['$ @ot| $'],
    ['#let x = "@ot|"'],
    ['\\@ot|'],
    ['https://a.b/@ot|'],
    ['@fig:ot|'],
    ['#link(<ot|>)'],
    ['#cite("ot|")'],
    ['see ot|'],
  ])('nothing in %s', (marked) => {
    expect(chosen(typstSyntax, marked)).toBe('nothing');
  });
});

describe('in a wiki a key is put in', () => {
  test.each([
    ['[[@|]]', ' → [[@k1]]'],
    ['[[@sea otters|]]', 'sea otters → [[@k1]]'],
    ['[[@ot|', 'ot → [[@k1'],
    ['[[papers/@ot|]] say', 'ot → [[papers/@k1]] say'],
    ['[[@ot|ter hold]]', 'ot → [[@k1]]'],
    ['see @ot| and [[@a]]', 'ot → see @k1 and [[@a]]'],
    ['[see @sea ot|; @b]', 'sea ot → [see @k1; @b]'],
  ])('%s', (marked, after) => {
    expect(chosen(wikiSyntax, marked)).toBe(after);
  });

  test('before what the link shows and the part that it leads to', () => {
    expect(chosen(wikiSyntax, '[[@ot‸|Otters]]', 'k1', { mark: '‸' })).toBe('ot → [[@k1|Otters]]');
    expect(chosen(wikiSyntax, '[[@ot‸ter#Sleep]]', 'k1', { mark: '‸' })).toBe('ot → [[@k1#Sleep]]');
  });

  test.each([['`[[@ot|]]`'], ['[[ot|]]'], ['[[@a]] ot|'], ['```\n[[@ot|]]\n```']])('nothing in %s', (marked) => {
    expect(chosen(wikiSyntax, marked)).toBe('nothing');
  });

  test('not a key that no name of a file can have', () => {
    expect(chosen(wikiSyntax, '[[@ot|]]', 'a/b')).toBe('ot → not to be written');
    expect(chosen(wikiSyntax, 'see @ot|', 'a/b')).toBe('ot → see @a/b');
  });
});

describe('with citations in footnotes a key is put in', () => {
  test.each([
    ['Otters[^|]', ' → Otters[^k1]'],
    ['Otters[^|', ' → Otters[^k1'],
    ['Otters[^sea otters|].', 'sea otters → Otters[^k1].'],
    ['Otters[^ot|ter]', 'ot → Otters[^k1]'],
    ['[Otters[^ot|ter hold] hands', 'ot → [Otters[^k1 hold] hands'],
    ['Otters[^@ot|]', 'ot → Otters[^@k1]'],
    ['[^a]: see @ot| and [^a]', 'ot → [^a]: see @k1 and [^a]'],
    ['[^a]: see [^ot|]', 'ot → [^a]: see [^k1]'],
    ['[see @sea ot|; @b]', 'sea ot → [see @k1; @b]'],
    ['^[see @ot|]', 'ot → ^[see @k1]'],
  ])('%s', (marked, after) => {
    expect(chosen(footnoteSyntax, marked)).toBe(after);
  });

  test.each([['[^ot|]: words'], ['[^1|]'], ['`[^ot|]`'], ['[^a] ot|'], ['\\[^ot|]'], ['^[ot|]'], ['```\n[^ot|]\n```']])(
    'nothing in %s',
    (marked) => {
      expect(chosen(footnoteSyntax, marked)).toBe('nothing');
    },
  );

  test('not a key that no label can have', () => {
    expect(chosen(footnoteSyntax, '[^ot|]', '2020')).toBe('ot → not to be written');
    expect(chosen(footnoteSyntax, 'see @ot|', '2020')).toBe('ot → see @2020');
  });
});

describe('with citations in links a key is put in', () => {
  test.each([
    ['[Otters](@|)', ' → [Otters](@k1)'],
    ['[Otters](@|', ' → [Otters](@k1'],
    ['[Otters](@sea otters|) sleep', 'sea otters → [Otters](@k1) sleep'],
    ['[Otters](@ot|ter)', 'ot → [Otters](@k1)'],
    ['([Otters](@ot|ter hold) hands', 'ot → ([Otters](@k1 hold) hands'],
    ['[Otters](@ot|ter.md#Sleep)', 'ot → [Otters](@k1.md#Sleep)'],
    ['[Otters](notes/@sea ot|.md)', 'sea ot → [Otters](notes/@k1.md)'],
    ['[Otters](<my notes/@ot|.md>)', 'ot → [Otters](<my notes/@k1.md>)'],
    ['[Otters](<@ot|', 'ot → [Otters](<@k1'],
    ['[see @ot|](@a)', 'ot → [see @k1](@a)'],
    ['(see @ot|) [a](@b)', 'ot → (see @k1) [a](@b)'],
  ])('%s', (marked, after) => {
    expect(chosen(linkSyntax, marked)).toBe(after);
  });

  test.each([
    ['[Otters](ot|)'],
    ['[Otters](notes/@ot|)'],
    ['[Otters](https://x.org/@ot|)'],
    ['`[Otters](@ot|)`'],
    ['[Otters](@a) ot|'],
    ['[Otters](@a "@ot|")'],
    ['```\n[Otters](@ot|)\n```'],
  ])('nothing in %s', (marked) => {
    expect(chosen(linkSyntax, marked)).toBe('nothing');
  });

  test('not a key that would end the target', () => {
    expect(chosen(linkSyntax, '[Otters](@ot|)', 'a)b')).toBe('ot → not to be written');
    expect(chosen(linkSyntax, '[Otters](@ot|)', 'a(b)')).toBe('ot → [Otters](@a(b))');
  });
});
