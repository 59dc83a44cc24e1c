import { describe, expect, test } from 'vitest';
import { syntaxes } from '../allSyntaxes.ts';
import { itemsOf, writerIn } from './support.ts';

const natbib = '\\usepackage[round]{natbib}\n';
const biblatex = '\\usepackage[style=apa]{csquotes, biblatex}\n';
const autocites = '\\autocite{x} \\autocites{y} \\parencite{z}';
const role = '{cite}`x`';

describe('beside the sentence', () => {
  test.each([
    ['pandoc', '', '<a>', '[@a]'],
    ['pandoc', '', 'see <a>, p. 3;-<b>', '[see @a, p. 3; -@b]'],
    ['pandoc', '', '<a> and others', '[@a and others]'],
    ['pandoc', '', '<a.>{ii}, x', '[@{a.}{ii}, x]'],
    ['pandoc', '', '<a>, p.\n  3', '[@a, p. 3]'],
    ['pandoc', '', '<a>,', '[@a]'],
    ['latex', '', '<a>;<b>', '\\cite{a,b}'],
    ['latex', '', '<a>, p. 3', '\\cite[p. 3]{a}'],
    ['latex', '', 'see <a>', '\\cite[see][]{a}'],
    ['latex', '', 'see <a>;<b>, p. 3', '\\cite[see][p. 3]{a,b}'],
    ['latex', natbib, '<a>, p. 3', '\\citep[p. 3]{a}'],
    ['latex', `${natbib}\\cite{x}`, '<a>', '\\cite{a}'],
    ['latex', natbib, '-<a>', '\\citeyearpar{a}'],
    ['latex', natbib, '<a>, p. 3;<b>', undefined],
    ['latex', biblatex, '<a>', '\\autocite{a}'],
    ['latex', '\\parencite{x} \\autocite{y} \\parencite{z}', '<a>', '\\parencite{a}'],
    ['latex', autocites, '<a>, p. 3;see <b>', '\\autocites[p. 3]{a}[see][]{b}'],
    ['latex', autocites, '-<a>;-<b>', '\\autocite*{a,b}'],
    ['latex', autocites, '-<a>;<b>', undefined],
    ['latex', '', '-<a>', undefined],
    ['latex', '', '<DBLP:books/lib/x_1>', '\\cite{DBLP:books/lib/x_1}'],
    ['typst', '', '<a>;<b>', '@a @b'],
    ['typst', '', '<a>, p.~3', '@a[p.~3]'],
    ['typst', '', '-<a>, p. 3', '#cite(<a>, form: "year", supplement: [p. 3])'],
    ['typst', '', '<books/x>', '#cite(label("books/x"))'],
    ['typst', '', '<a.>', '#cite(<a.>)'],
    ['typst', '', 'see <a>', undefined],
    ['myst', '', 'see <a>;-<b>', '[see @a; -@b]'],
    ['myst', role, 'see <a>, p. 3;<b>', '{cite:p}`{see}a{p. 3},b`'],
    ['myst', role, '-<a>', '{cite:yearpar}`a`'],
    ['myst', role, '-<a>;<b>', '[-@a; @b]'],
    ['myst', role, '<a>, pp. 3, 4', '[@a, pp. 3, 4]'],
    ['myst', '', '<müller>', '{cite:p}`müller`'],
    ['myst', '', '<a.>', '[@{a.}]'],
    ['wiki', '', '<a>;<b>', '[[@a]] [[@b]]'],
    ['wiki', '', 'see <a>;<b>', '[see @a; @b]'],
    ['wiki', '', '<a/b>', '[@a/b]'],
    ['wiki', '', '<a.md>', '[@a.md]'],
    ['footnote', '', '<a>;<b>', '[^a] [^b]'],
    ['footnote', '', '<10.1/x(2)>', '[^10.1/x(2)]'],
    ['footnote', '', 'see <a>, p. 3;<b>', '[see @a, p. 3; @b]'],
    ['footnote', '', '<2020>', '[@2020]'],
    ['footnote', '', '<a^b>', '[@{a^b}]'],
    ['link', '', '<a>;<b>', '[a](@a) [b](@b)'],
    ['link', '', '<10.1/x(2)>', '[10.1/x(2)](@10.1/x(2))'],
    ['link', '', 'see <a>, p. 3;<b>', '[see @a, p. 3; @b]'],
    ['link', '', '<a.md>', '[@a.md]'],
    ['link', '', '<a(b>', '[@{a(b}]'],
    ['link', '', '<a#b>', '[@a#b]'],
  ] as const)('%s, %j: %s', (id, text, marked, expected) => {
    expect(writerIn(syntaxes[id], text).cluster(itemsOf(marked), 'bracketed')).toBe(expected);
  });
});

describe('as a part of the sentence', () => {
  test.each([
    ['pandoc', '', '<a>', '@a'],
    ['pandoc', '', '<a>, p. 3', '@a [p. 3]'],
    ['pandoc', '', '<a>, p. 3;<b>', '@a [p. 3; @b]'],
    ['pandoc', '', '<a>;see <b>', '@a [see @b]'],
    ['pandoc', '', 'see <a>', undefined],
    ['pandoc', '', '-<a>', undefined],
    ['latex', '', '<a>', undefined],
    ['latex', '\\citep{x}', '<a>;<b>', '\\citet{a,b}'],
    ['latex', biblatex, '<a>, p. 3;<b>', '\\textcites[p. 3]{a}{b}'],
    ['typst', '', '<a>;<b>', '#cite(<a>, form: "prose") @b'],
    ['typst', '', '<a>, p. 3', '#cite(<a>, form: "prose", supplement: [p. 3])'],
    ['myst', '', '<a>', '@a'],
    ['myst', role, '<a>;<b>', '{cite:t}`a,b`'],
    ['myst', role, '-<a>', '{cite:year}`a`'],
    ['wiki', '', '<a>', '[[@a]]'],
    ['footnote', '', '<a>', '@a'],
    ['footnote', '', '<a>, p. 3;<b>', '@a [p. 3; @b]'],
    ['link', '', '<a>', '[a](@a)'],
    ['link', '', '-<a>', undefined],
  ] as const)('%s, %j: %s', (id, text, marked, expected) => {
    expect(writerIn(syntaxes[id], text).cluster(itemsOf(marked), 'inText')).toBe(expected);
  });
});

test('of no works nothing is written', () => {
  for (const syntax of Object.values(syntaxes)) {
    expect(writerIn(syntax, '').cluster([], 'bracketed')).toBeUndefined();
    expect(writerIn(syntax, '').cluster([], 'inText')).toBeUndefined();
  }
});

describe('what would break out is not written', () => {
  test.each([
    ['pandoc', '<a b>'],
    ['pandoc', '<a}b>'],
    ['pandoc', '<a>, `code'],
    ['pandoc', '<a>, x] y'],
    ['pandoc', '[ <a>'],
    ['pandoc', '<a>, $x'],
    ['pandoc', '<a> <!-- x'],
    ['pandoc', '<a>, @b'],
    ['pandoc', '<a>, x\\'],
    ['pandoc', '^ <a>'.replace(' ', '')],
    ['latex', '<a}\\input{x>'],
    ['latex', '<a%b>'],
    ['latex', '<a,b>'],
    ['latex', '<a^^5cb>'],
    ['latex', '<a~b>'],
    ['latex', '<a>, x]{b} ['],
    ['latex', '<a>, } x'],
    ['latex', '<a>, { x'],
    ['latex', '<a>, 3 % x'],
    ['latex', '<a>, \\cite{b}'],
    ['typst', '<a"b>'],
    ['typst', '<a\\>'],
    ['typst', '<a>, x] #eval("1")'],
    ['typst', '<a>, [ x'],
    ['typst', '<a>, // x'],
    ['typst', '<a>, /* x'],
    ['typst', '<a>, $ x'],
    ['typst', '<a>, #f('],
    ['myst', '<a`b>'],
    ['myst', '<a\\>'],
    ['wiki', '<a]]b c>'],
    ['footnote', '<a b>'],
    ['footnote', '<a]}b>'],
    ['footnote', '<a>, `code'],
    ['link', '<a b>'],
    ['link', '<a}) b>'],
    ['link', '<a>, x] y'],
  ] as const)('%s: %s', (id, marked) => {
    expect(writerIn(syntaxes[id], '').cluster(itemsOf(marked), 'bracketed')).toBeUndefined();
  });
});
