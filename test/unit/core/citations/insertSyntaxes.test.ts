import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planCitationInsert } from '../../../../src/core/citations/insertCitation.ts';
import { syntaxes, type SyntaxName } from './allSyntaxes.ts';
import { itemsOf } from './write/support.ts';
import { applyEdits, planInsert, withCursors } from './support.ts';

function insert(id: SyntaxName, marked: string, ...keys: string[]): string {
  const { text, cursors } = withCursors(marked);
  return applyEdits(text, planInsert(syntaxes[id], text, cursors, { keys }).edits);
}

function replace(id: SyntaxName, marked: string, ...keys: string[]): string {
  const { text, cursors } = withCursors(marked);
  return applyEdits(text, planInsert(syntaxes[id], text, cursors, { keys, replaces: true }).edits);
}

function insertAt(text: string, selected: string): string {
  const start = text.indexOf(selected);
  const selections = [{ start, end: start + selected.length }];
  const plan = planInsert(syntaxes.pandoc, text, selections, { keys: ['k'], replaces: true });
  return applyEdits(text, plan.edits);
}

describe('citations of their own', () => {
  test.each([
    ['latex', 'word|', 'word \\cite{k,l}'],
    ['latex', 'word~|.', 'word~\\cite{k,l}.'],
    ['latex', 'word|.', 'word \\cite{k,l}.'],
    ['latex', 'a~\\cite{x} b~\\cite{y} c|.', 'a~\\cite{x} b~\\cite{y} c~\\cite{k,l}.'],
    ['latex', 'a \\citep{x}, b (|).', 'a \\citep{x}, b (\\citep{k,l}).'],
    ['latex', 'a\\footcite{x}, b.|', 'a\\footcite{x}, b.\\footcite{k,l}'],
    ['latex', '\\section{A|}', '\\section{A \\cite{k,l}}'],
    ['latex', '\\textbf{a}|', '\\textbf{a} \\cite{k,l}'],
    ['latex', '\\emph |x', '\\emph \\cite{k,l}x'],
    ['latex', 'a|[b]', 'a \\cite{k,l} [b]'],
    ['latex', '100\\%|', '100\\% \\cite{k,l}'],
    ['latex', '\\hyperref[x]{a|}', '\\hyperref[x]{a \\cite{k,l}}'],
    ['latex', '\\href{x}{a|}', '\\href{x}{a \\cite{k,l}}'],
    ['latex', '\\documentclass{x}\n\\begin{document}\na|', '\\documentclass{x}\n\\begin{document}\na \\cite{k,l}'],
    ['typst', 'word|', 'word @k @l'],
    ['typst', 'word|.', 'word @k @l.'],
    ['typst', 'word |and', 'word @k @l and'],
    ['typst', 'word|[x]', 'word @k @l [x]'],
    ['typst', 'word|. Next', 'word @k @l. Next'],
    ['typst', 'word|.b', 'word @k @l .b'],
    ['typst', '= Title|', '= Title @k @l'],
    ['typst', '#figure(caption: [A|])', '#figure(caption: [A @k @l])'],
    ['myst', 'word|.', 'word [@k; @l].'],
    ['myst', '{cite:t}`x` word|.', '{cite:t}`x` word {cite:p}`k,l`.'],
    ['myst', '{cite:t}`x` |`b`', '{cite:t}`x` {cite:p}`k,l` `b`'],
    ['myst', '```{note}\na|\n```', '```{note}\na [@k; @l]\n```'],
    ['wiki', 'word|.', 'word [[@k]] [[@l]].'],
    ['footnote', 'word|.', 'word[^k] [^l].'],
    ['footnote', 'word.|', 'word.[^k] [^l]'],
    ['footnote', 'word!|', 'word! [^k] [^l]'],
    ['footnote', 'word |', 'word [^k] [^l]'],
    ['footnote', 'a[^b] [c]| d', 'a[^b] [c] [^k] [^l] d'],
    ['link', 'word|.', 'word [k](@k) [l](@l).'],
    ['link', 'word|(x)', 'word [k](@k) [l](@l) (x)'],
  ] as const)('%s: %j', (id, marked, expected) => {
    expect(insert(id, marked, 'k', 'l')).toBe(expected);
  });
});

describe('works go to those that are cited there', () => {
  test.each([
    ['latex', '\\cite{a|}', '\\cite{a,k}'],
    ['latex', '|\\cite{a, b}', '\\cite{a, b, k}'],
    ['latex', '\\cite{a, b}|', '\\cite{a, b, k}'],
    ['latex', '\\cite{a|,b}', '\\cite{a,k,b}'],
    ['latex', '\\ci|te{a}', '\\cite{a,k}'],
    ['latex', '\\cite[p.| 3]{a}', '\\cite[p. 3]{k,a}'],
    ['latex', '\\citep[see][p. 3]{a|}.', '\\citep[see][p. 3]{a} \\citep{k}.'],
    ['latex', '\\parencite[see][p. 3]{a|}', '\\parencites[see][p. 3]{a}{k}'],
    ['latex', '\\cite{k|}', '\\cite{k}'],
    ['latex', '\\cite{|a} \\cite{b|} x|', '\\cite{a,k} \\cite{b,k} x \\cite{k}'],
    ['typst', '@a|', '@a @k'],
    ['typst', '|@a[p. 3].', '@a[p. 3] @k.'],
    ['typst', '@a[p.| 3][x]', '@a[p. 3] @k [x]'],
    ['typst', '#cite(<a|>)', '#cite(<a>) @k'],
    ['myst', '{cite}`a|`', '{cite}`a,k`'],
    ['myst', '{cite}`a`|', '{cite}`a,k`'],
    ['myst', '[@a|]', '[@a; @k]'],
    ['wiki', '[[@a|]]', '[[@a]] [[@k]]'],
    ['wiki', '[see @a|]', '[see @a; @k]'],
    ['footnote', 'x[^a|].', 'x[^a] [^k].'],
    ['footnote', '[see @a|]', '[see @a; @k]'],
    ['link', '[A](@a)|', '[A](@a) [k](@k)'],
    ['link', '[A|](@a)', '[A](@a) [k](@k)'],
    ['link', '[see @a|]', '[see @a; @k]'],
  ] as const)('%s: %j', (id, marked, expected) => {
    expect(insert(id, marked, 'k')).toBe(expected);
  });
});

describe('a key gives way to others', () => {
  test.each([
    ['pandoc', '[see @ab|c, p. 3; @d]', '[see @k, p. 3; @l; @d]'],
    ['pandoc', '[-@{a|b.}]', '[-@k; @l]'],
    ['pandoc', '@a|b says', '@k [@l] says'],
    ['pandoc', '[@abc|]', '[@abc; @k; @l]'],
    ['pandoc', '[@|abc]', '[@abc; @k; @l]'],
    ['pandoc', '[@ab|c; @k]', '[@l; @k]'],
    ['pandoc', '[@k|ey; @a|b]', '[@k; @l; @k; @l]'],
    ['pandoc', '@fig-a|b', '@fig-ab [@k; @l]'],
    ['latex', '\\cite[3]{ab|c}', '\\cite[3]{l,k}'],
    ['latex', '\\cite{ab|c, d}', '\\cite{k, l, d}'],
    ['typst', '@ab|c[p. 3].', '@k[p. 3] @l.'],
    ['typst', '#cite(<a|b>)', '#cite(<k>) @l'],
    ['myst', '{cite:p}`{see}a|b{p. 3},c`', '{cite:p}`{see}k{p. 3},l,c`'],
    ['wiki', '[[x/@a|b]]', '[[x/@k]] [[@l]]'],
    ['footnote', 'x[^a|b].', 'x[^k] [^l].'],
    ['link', '[see @a|b](@x)', '[see @k [@l]](@x)'],
  ] as const)('%s: %j', (id, marked, expected) => {
    expect(replace(id, marked, 'k', 'l')).toBe(expected);
  });
});

test('a key that is selected gives way, a selected word does not', () => {
  expect(insertAt('[see @abc, p. 3]', 'abc')).toBe('[see @k, p. 3]');
  expect(insertAt('[see @abc, p. 3]', 'see')).toBe('[see @abc, p. 3; @k]');
  expect(insertAt('one abc two', 'abc')).toBe('one abc [@k] two');
});

test.each([
  ['pandoc', 'a|', '<k>, p. 3', 'a [@k, p. 3]'],
  ['pandoc', '[@a|]', 'see <k>, p. 3', '[@a; see @k, p. 3]'],
  ['latex', 'a|', '<k>, p. 3', 'a \\cite[p. 3]{k}'],
  ['latex', '\\cite{a|}', '<k>, p. 3', '\\cite[p. 3]{a,k}'],
  ['latex', '\\cite[1]{a|}', '<k>, p. 3', '\\cite[1]{a} \\cite[p. 3]{k}'],
  ['typst', 'a|', '<k>, p. 3', 'a @k[p. 3]'],
  ['myst', '{cite}`a|`', '<k>, p. 3', '{cite}`a,k{p. 3}`'],
  ['wiki', 'a|', '<k>, p. 3', 'a [@k, p. 3]'],
  ['footnote', 'a|', '<k>, p. 3', 'a [@k, p. 3]'],
  ['link', 'a|', '<k>, p. 3', 'a [@k, p. 3]'],
] as const)('%s: a work with a locator at %j', (id, marked, item, expected) => {
  const { text, cursors } = withCursors(marked);
  const document = { syntax: syntaxes[id], text, scan: syntaxes[id].scan(text) };
  const plan = planCitationInsert(document, { selections: cursors, replaces: true }, itemsOf(item));
  expect(applyEdits(text, plan.edits)).toBe(expected);
});

describe('refusals speak of the language', () => {
  test.each([
    ['latex', '% a|', 'a comment'],
    ['latex', '\\begin{verbatim}\na|\n\\end{verbatim}', 'code'],
    ['latex', '\\verb|a||', 'code'],
    ['latex', '\\sec|tion{a}', 'a TeX command'],
    ['latex', '\\label{a|}', 'a TeX command'],
    ['latex', '\\autoref{a|}', 'a TeX command'],
    ['latex', '\\includegraphics[width=1cm]{a|}', 'a TeX command'],
    ['latex', '\\documentclass{x}\n|\n\\begin{document}', 'the preamble'],
    ['latex', 'a\n\\end{document}\n|b', 'a comment'],
    ['typst', '// a|', 'a comment'],
    ['typst', '`a|b`', 'code'],
    ['typst', '$a | b$', 'a place where Typst reads no citation'],
    ['typst', '#let a = |', 'a place where Typst reads no citation'],
    ['myst', '`a|b`', 'code'],
    ['myst', '```{code-cell}\na|\n```', 'code'],
    ['myst', 'a\n\n% b|', 'a place where MyST reads no citation'],
    ['pandoc', 'a\n\n     |', 'a place where Pandoc reads no citation'],
    ['wiki', 'a\n\n     |', 'a place where Markdown reads no citation'],
    ['footnote', '|: a', 'a place where Markdown reads no citation'],
    ['link', '[a](b|)', 'the target of a link'],
  ] as const)('%s: %j', (id, marked, place) => {
    const at = marked.includes('\\verb') ? marked.lastIndexOf('|') - 1 : marked.indexOf('|');
    const text = marked.includes('\\verb') ? marked.slice(0, -1) : marked.replace('|', '');
    const plan = planInsert(syntaxes[id], text, [{ start: at, end: at }], { keys: ['k'] });
    expect([plan.edits, plan.refused.map(({ reason }) => reason)]).toEqual([[], [`the cursor is in ${place}`]]);
  });

  test('a key that the language cannot write is named', () => {
    const plan = planInsert(syntaxes.latex, 'a', [{ start: 1, end: 1 }], { keys: ['a,b', 'k'] });
    expect([plan.unwritableKeys, applyEdits('a', plan.edits)]).toEqual([['a,b'], 'a \\cite{k}']);
  });
});

const pieces: Readonly<Record<SyntaxName, readonly string[]>> = {
  pandoc: ['[@ab]', '@ab', '`x`', '[see @ab, p. 3; @cd]'],
  latex: [
    '\\cite{ab}',
    '\\citep[3]{ab,cd}',
    '\\cites{ab}[3]{cd}',
    '%',
    '\\verb|x|',
    '\\label{x}',
    '\\x',
    '{',
    '}',
    '~',
    '[3]',
  ],
  typst: ['@ab', '@ab[3]', '#cite(<ab>)', '#f(', ')', '$', '//', '`', '#let x = ', '[', ']', '<l>', '.b', '-'],
  myst: ['{cite}`ab`', '{cite:p}`{x}ab{y}; cd`', '[@ab]', '@ab', '`', '```{note}\n', '```\n', '% ', '{', '}'],
  wiki: ['[[@ab]]', '[[x/@ab|A]]', '[see @ab]', '`', '[', ']', '[[', ']]'],
  footnote: ['[^ab]', '[^@cd]', '[^ab]: ', '[^1]', '[see @ab]', '`', '[', ']', '^', ': '],
  link: ['[A](@ab)', '[@cd](x/@cd.md)', '[see @ab]', '`', '[', ']', '](', '(', ')', '!'],
};

test.each(['pandoc', 'latex', 'typst', 'myst', 'wiki', 'footnote', 'link'] as const)(
  '%s: wherever it inserts, the keys are read and others stay',
  (id) => {
    const syntax = syntaxes[id];
    const common = ['word', ' ', '. ', '\n', '\n\n', '\r\n', '(', ')', '😀', '\\', '*', '"'];
    const texts = fc.array(fc.constantFrom(...pieces[id], ...common), { maxLength: 20 }).map((parts) => parts.join(''));
    const places = fc.array(fc.tuple(fc.nat(80), fc.constantFrom(0, 0, 2)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, places, fc.boolean(), (text, some, replaces) => {
        const selections = some.map(([start, length]) => ({ start, end: start + length }));
        const plan = planInsert(syntax, text, selections, { keys: ['k1', 'k2'], replaces });
        const after = applyEdits(text, plan.edits);
        const count = (all: string, key: string): number =>
          syntax.scan(all).clusters.flatMap(({ items }) => items.filter((item) => item.key === key)).length;
        if (plan.edits.length > 0) expect(count(after, 'k1')).toBeGreaterThan(0);
        if (plan.edits.length > 0 && plan.refused.length === 0) expect(count(after, 'k2')).toBeGreaterThan(0);
        expect(plan.edits.length + plan.refused.length).toBeGreaterThan(0);
        if (replaces) return;
        for (const key of ['ab', 'cd']) expect(count(after, key)).toBeGreaterThanOrEqual(count(text, key));
      }),
      { numRuns: 1500 },
    );
  },
);
