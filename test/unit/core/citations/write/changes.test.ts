import { describe, expect, test } from 'vitest';
import { added, renamed, syntaxes } from './support.ts';

describe('works are added to a cluster', () => {
  test.each([
    ['pandoc', '[@a, p. 3; @b]', '<k>', 0, '[@a, p. 3; @k; @b]'],
    ['pandoc', '[@a; @b]', 'see <k>, p. 3', 1, '[@a; @b; see @k, p. 3]'],
    ['pandoc', '@a', '<k>', 0, '@a [@k]'],
    ['pandoc', '@a [p. 3]', '<k>', 0, '@a [p. 3; @k]'],
    ['pandoc', '@a [@b; @c]', '<k>', 0, '@a [@b; @c; @k]'],
    ['pandoc', '[@a \\ ]', '<k>', 0, '[@a \\ ; @k]'],
    ['latex', '\\cite{a,b}', '<k>;<l>', 0, '\\cite{a,k,l,b}'],
    ['latex', '\\cite{a, b}', '<k>', 1, '\\cite{a, b, k}'],
    ['latex', '\\cite[see][]{a}', '<k>', 0, '\\cite[see][]{a,k}'],
    ['latex', '\\cite[p. 3]{a}', '<k>', 0, '\\cite[p. 3]{k,a}'],
    ['latex', '\\cite[see][p. 3]{a}', '<k>', 0, undefined],
    ['latex', '\\parencite[see][p. 3]{a}', '<k>', 0, '\\parencites[see][p. 3]{a}{k}'],
    ['latex', '\\parencite{a}', '<k>, p. 3', 0, '\\parencite[p. 3]{a,k}'],
    ['latex', '\\parencite[1]{a}', '<k>, p. 3', 0, '\\parencites[1]{a}[p. 3]{k}'],
    ['latex', '\\cites[1]{a}{b}', '<k>', 0, '\\cites[1]{a}{k}{b}'],
    ['latex', '\\cites{a % }\n}{b}', '<k>, 3', 0, '\\cites{a % }\n}[3]{k}{b}'],
    ['latex', '\\volcite{2}{a}', '<k>', 0, undefined],
    ['latex', '\\citeyear{a}', '<k>', 0, '\\citeyear{a,k}'],
    ['latex', '\\cite{a}', '<k}>', 0, undefined],
    ['typst', '@a[p. 3].', '<k>', 0, '@a[p. 3] @k.'],
    ['typst', '#cite(<a>)', '<k>', 0, '#cite(<a>) @k'],
    ['myst', '{cite:p}`a`', '<k>', 0, '{cite:p}`a,k`'],
    ['myst', '{cite:p}`a; b`', '<k>, p. 3', 0, '{cite:p}`a; k{p. 3}; b`'],
    ['myst', '{cite:p}`{x}a{z}`', '<k>', 0, '{cite:p}`{x}a{z},k`'],
    ['myst', '{cite:p}`a`', '<k`>', 0, undefined],
    ['myst', '[@a]', '<k>', 0, '[@a; @k]'],
    ['wiki', '[[@a]]', '<k>', 0, '[[@a]] [[@k]]'],
    ['wiki', '[@a]', '<k>', 0, '[@a; @k]'],
  ] as const)('%s, %s: %s', (id, text, marked, index, expected) => {
    expect(added(syntaxes[id], text, marked, index)).toBe(expected);
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
  ] as const)('%s, %s: %s', (id, text, key, expected) => {
    expect(renamed(syntaxes[id], text, key)).toBe(expected);
  });
});
