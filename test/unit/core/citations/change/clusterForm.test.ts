import { expect, test } from 'vitest';
import { toForm } from '../../../../../src/core/citations/change/clusterForm.ts';
import type { SyntaxName } from '../allSyntaxes.ts';
import { changed } from './support.ts';

test.each<[SyntaxName, string, string | undefined]>([
  ['pandoc', 'A [@a|] b', 'A @a b'],
  ['pandoc', 'A @a| b', 'A [@a] b'],
  ['pandoc', 'A |[@a, p. 3; see @b, ch. 2] c.', 'A @a [p. 3; see @b, ch. 2] c.'],
  ['pandoc', 'A @a| [p. 3; see @b, ch. 2] c.', 'A [@a, p. 3; see @b, ch. 2] c.'],
  ['pandoc', 'A [see e.g. @a|, p. 3] c.', 'A see e.g. @a [p. 3] c.'],
  ['pandoc', 'A [-@a|] c.', undefined],
  ['pandoc', 'A [@a|](x)', 'A [[@a]](x)'],
  ['pandoc', 'A [@a|] [b]', undefined],
  ['pandoc', 'A @a|(b)', 'A [@a] (b)'],
  ['pandoc', 'A [@a| and @b] c', undefined],
  ['pandoc', '> A [@a,\n> p. 3|] c', '> A @a [p. 3] c'],
  ['pandoc', '😀e\u0301 [@a|]', '😀e\u0301 @a'],
  ['myst', '{cite:p}`a|` x', '{cite:t}`a` x'],
  ['myst', '{cite:t}`{see}a|{p. 3},b` x', '{cite:p}`{see}a{p. 3},b` x'],
  ['latex', '\\citep[p. 3]{a|,b} \\citet{c}', '\\citet[p. 3]{a,b} \\citet{c}'],
  ['latex', '\\textcite{a|}', '\\autocite{a}'],
  ['latex', '\\parencite[see][3]{a|}', 'see \\textcite[3]{a}'],
  ['latex', '\\cite{a|}', undefined],
  ['latex', '\\nocite{a|}', undefined],
  ['typst', '@a|[p. 3] x', '#cite(<a>, form: "prose", supplement: [p. 3]) x'],
  ['typst', '#cite(<a|>, form: "prose") x', '@a x'],
  ['wiki', 'A [@a|, p. 3]', 'A @a [p. 3]'],
  ['wiki', '[[@a|]]', undefined],
  ['footnote', 'A [^a|].', 'A @a.'],
  ['footnote', 'A @a|.', 'A [^a].'],
  ['footnote', 'A[^a|].', undefined],
  ['link', '[A](@a|)', undefined],
])('%s: %j becomes %j', (name, text, expected) => {
  const result = changed(name, text, (document, cluster) =>
    toForm(document, cluster, cluster.kind === 'inText' ? 'bracketed' : 'inText'),
  );
  expect(result).toBe(expected);
});

test('a cluster that has the form already is left alone', () => {
  expect(changed('pandoc', '[@a|]', (document, cluster) => toForm(document, cluster, 'bracketed'))).toBeUndefined();
});
