import { describe, expect, test } from 'vitest';
import { syntaxes } from '../allSyntaxes.ts';
import { added, renamed } from './support.ts';

describe('works are added to a cluster', () => {
  test.each([
    ['pandoc', '[@a, p. 3; @b]', '0: <k>', '[@a, p. 3; @k; @b]'],
    ['pandoc', '[@a; @b]', '1: see <k>, p. 3', '[@a; @b; see @k, p. 3]'],
    ['pandoc', '@a', '0: <k>', '@a [@k]'],
    ['pandoc', '@a [p. 3]', '0: <k>', '@a [p. 3; @k]'],
    ['pandoc', '@a [@b; @c]', '0: <k>', '@a [@b; @c; @k]'],
    ['pandoc', '[@a \\ ]', '0: <k>', '[@a \\ ; @k]'],
    ['latex', '\\cite{a,b}', '0: <k>;<l>', '\\cite{a,k,l,b}'],
    ['latex', '\\cite{a, b}', '1: <k>', '\\cite{a, b, k}'],
    ['latex', '\\cite[see][]{a}', '0: <k>', '\\cite[see][]{a,k}'],
    ['latex', '\\cite[p. 3]{a}', '0: <k>', '\\cite[p. 3]{k,a}'],
    ['latex', '\\cite[see][p. 3]{a}', '0: <k>', undefined],
    ['latex', '\\parencite[see][p. 3]{a}', '0: <k>', '\\parencites[see][p. 3]{a}{k}'],
    ['latex', '\\parencite{a}', '0: <k>, p. 3', '\\parencite[p. 3]{a,k}'],
    ['latex', '\\parencite[1]{a}', '0: <k>, p. 3', '\\parencites[1]{a}[p. 3]{k}'],
    ['latex', '\\cites[1]{a}{b}', '0: <k>', '\\cites[1]{a}{k}{b}'],
    ['latex', '\\cites{a % }\n}{b}', '0: <k>, 3', '\\cites{a % }\n}[3]{k}{b}'],
    ['latex', '\\volcite{2}{a}', '0: <k>', undefined],
    ['latex', '\\citeyear{a}', '0: <k>', '\\citeyear{a,k}'],
    ['latex', '\\cite{a}', '0: <k}>', undefined],
    ['typst', '@a[p. 3].', '0: <k>', '@a[p. 3] @k.'],
    ['typst', '#cite(<a>)', '0: <k>', '#cite(<a>) @k'],
    ['myst', '{cite:p}`a`', '0: <k>', '{cite:p}`a,k`'],
    ['myst', '{cite:p}`a; b`', '0: <k>, p. 3', '{cite:p}`a; k{p. 3}; b`'],
    ['myst', '{cite:p}`{x}a{z}`', '0: <k>', '{cite:p}`{x}a{z},k`'],
    ['myst', '{cite:p}`a`', '0: <k`>', undefined],
    ['myst', '[@a]', '0: <k>', '[@a; @k]'],
    ['wiki', '[[@a]]', '0: <k>', '[[@a]] [[@k]]'],
    ['wiki', '[@a]', '0: <k>', '[@a; @k]'],
    ['footnote', 'x[^a].', '0: <k>', 'x[^a] [^k].'],
    ['footnote', '[@a]', '0: <k>', '[@a; @k]'],
    ['link', '[A](@a).', '0: <k>', '[A](@a) [k](@k).'],
    ['link', '[A](x/@a.md).', '0: <k>, p. 3', '[A](x/@a.md) [@k, p. 3].'],
    ['link', '@a', '0: <k>', '@a [@k]'],
  ] as const)('%s, %s: %s', (id, text, marked, expected) => {
    expect(added(syntaxes[id], text, marked)).toBe(expected);
  });
});

describe('a work takes the place of another', () => {
  test.each([
    ['pandoc', '[see @a, p. 3]', 'b.', '[see @{b.}, p. 3]'],
    ['pandoc', '[-@{a.}, p. 3]', 'b', '[-@b, p. 3]'],
    ['pandoc', '@a', 'b c', undefined],
    ['latex', '\\cite[3]{ a }', 'b', '\\cite[3]{ b }'],
    ['latex', '\\cite{a}', 'b}', undefined],
    ['typst', '@a[p. 3]', 'b', '@b[p. 3]'],
    ['typst', '@a[p. 3]', 'x/y', '#cite(label("x/y"), supplement: [p. 3])'],
    ['typst', '#cite(<a>)', 'x/y', '#cite(label("x/y"))'],
    ['typst', '#cite(label("x/y"))', 'b', '#cite(label("b"))'],
    ['typst', '@a', 'b"', undefined],
    ['myst', '{cite}`{x}a{y}`', 'b', '{cite}`{x}b{y}`'],
    ['myst', '@a', 'b.', '@{b.}'],
    ['myst', '@a', 'ü', undefined],
    ['wiki', '[[x/@a|A]]', 'b', '[[x/@b|A]]'],
    ['wiki', '[[@a]]', 'b/c', undefined],
    ['footnote', 'x[^a]', 'b/c', 'x[^b/c]'],
    ['footnote', 'x[^@a]', 'b', 'x[^@b]'],
    ['footnote', 'x[^a]', '2020', undefined],
    ['link', '[A](@a)', 'b/c', '[A](@b/c)'],
    ['link', '[A](x/@a.md#P "T")', 'b', '[A](x/@b.md#P "T")'],
    ['link', '[A](x/@a.md)', 'b/c', undefined],
    ['link', '[@a](x/@a.md)', '$&', undefined],
    ['link', '[@a](x/@a.md)', 'b', '[@b](x/@b.md)'],
    ['link', '[a](<@a>)', 'b', '[b](<@b>)'],
    ['link', '[see @b](@a)', 'c', '[see @b](@c)'],
  ] as const)('%s, %s: %s', (id, text, key, expected) => {
    expect(renamed(syntaxes[id], text, key)).toBe(expected);
  });
});
