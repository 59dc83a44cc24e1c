import { describe, expect, test } from 'vitest';
import {
  mergeClusters,
  sortCluster,
  splitCluster,
  withoutRepetition,
} from '../../../../../src/core/citations/change/clusterParts.ts';
import { syntaxes, type SyntaxName } from '../allSyntaxes.ts';
import { changed, marked } from './support.ts';
import { applyEdits } from '../support.ts';

test.each<[SyntaxName, string, string | undefined]>([
  ['pandoc', 'A [see @a|, p. 3; -@b; @{c/d}].', 'A [see @a, p. 3] [-@b] [@c/d].'],
  ['pandoc', 'A [@a|].', undefined],
  ['pandoc', 'A @a| [@b].', undefined],
  ['myst', '{cite:p}`a|,{see}b`', '{cite:p}`a` {cite:p}`{see}b`'],
  ['latex', '\\citep{a|,b}', '\\citep{a} \\citep{b}'],
  ['latex', '\\parencites[see][3]{a|}[4]{b}', '\\parencite[see][3]{a} \\parencite[4]{b}'],
  ['latex', '\\citealp{a|,b}', undefined],
  ['typst', '@a|', undefined],
])('split, %s: %j becomes %j', (name, text, expected) => {
  expect(changed(name, text, splitCluster)).toBe(expected);
});

function merged(name: SyntaxName, text: string): readonly [string, number] | undefined {
  const { document, selection } = marked(syntaxes[name], text);
  const merging = mergeClusters(document, selection);
  return merging && [applyEdits(document.text, [merging.edit]), merging.count];
}

function byKey(a: string, b: string): number {
  return a < b ? -1 : 1;
}

describe('merge', () => {
  test.each<[SyntaxName, string, readonly [string, number] | undefined]>([
    ['pandoc', 'A [see @a|, p. 3] [-@b]\n[@c] d.', ['A [see @a, p. 3; -@b; @c] d.', 3]],
    ['pandoc', 'A [@a] [@b|] d.', ['A [@a; @b] d.', 2]],
    ['pandoc', 'A |[@a] [@b]| d.', ['A [@a; @b] d.', 2]],
    ['pandoc', 'A [@a|] and [@b].', undefined],
    ['pandoc', 'A [@a|]\n\n[@b].', undefined],
    ['pandoc', 'A |word [@a] [@b].', undefined],
    ['pandoc', 'A @a| [@b] [@c].', undefined],
    ['latex', '\\citep{a|} \\citep{b}', ['\\citep{a,b}', 2]],
    ['latex', '\\autocite[3]{a|} \\autocite[4]{b}', ['\\autocites[3]{a}[4]{b}', 2]],
    ['latex', '\\citep{a|} \\footcite{b}', undefined],
    ['typst', '@a|  @b', undefined],
    ['myst', '{cite:p}`a|` {cite:p}`b`', ['{cite:p}`a,b`', 2]],
  ])('%s: %j becomes %j', (name, text, expected) => {
    expect(merged(name, text)).toEqual(expected);
  });
});

test.each<[SyntaxName, string, string | undefined]>([
  ['pandoc', 'A [see @c|, p. 3; @a; -@b].', 'A [@a; -@b; see @c, p. 3].'],
  ['pandoc', 'A [@a|; @b].', undefined],
  ['pandoc', 'A @c| [p. 3; @b; @a].', 'A @c [p. 3; @a; @b].'],
  ['latex', '\\citep{b|,a}', '\\citep{a,b}'],
  ['latex', '\\parencite*{b|,a}', '\\parencite*{a,b}'],
  ['latex', '\\citep[see]{b|,a}', undefined],
  ['myst', '{cite:t}`b|,c,a`', '{cite:t}`b,a,c`'],
])('sort, %s: %j becomes %j', (name, text, expected) => {
  expect(changed(name, text, (document, cluster) => sortCluster(document, cluster, byKey))).toBe(expected);
});

test.each<[SyntaxName, string, number, string | undefined]>([
  ['pandoc', '[@a|; @b; @a]', 2, '[@a; @b]'],
  ['pandoc', '[@a|; @b; @a, p. 3]', 2, '[@b; @a, p. 3]'],
  ['pandoc', '[see @a|, p. 3; @a]', 1, '[see @a, p. 3]'],
  ['pandoc', '[@a|, p. 3; @a, p. 3]', 1, '[@a, p. 3]'],
  ['pandoc', '[@a|, p. 3; @a, p. 4]', 1, undefined],
  ['pandoc', '@a| [@a; @b]', 1, '@a [@b]'],
  ['pandoc', '@a| [@a, p. 3]', 1, undefined],
  ['pandoc', '[@a|; @b]', 1, undefined],
  ['latex', '\\citep[see][3]{a|,b,a}', 2, undefined],
  ['latex', '\\citep{a|,b,a}', 2, '\\citep{a,b}'],
])('without what is said twice, %s: %j at %i becomes %j', (name, text, index, expected) => {
  expect(changed(name, text, (document, cluster) => withoutRepetition(document, cluster, index))).toBe(expected);
});

test('fifty thousand clusters take no longer than they are', () => {
  const sentence = 'Words [@a] [@b; @c] and @d.\n\n';
  const { document } = marked(syntaxes.pandoc, sentence.repeat(15_000));
  const started = performance.now();
  for (let at = 0; at < 50; at += 1) {
    const offset = at * 300 * sentence.length;
    expect(mergeClusters(document, { start: offset + 8, end: offset + 8 })?.count).toBe(2);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
