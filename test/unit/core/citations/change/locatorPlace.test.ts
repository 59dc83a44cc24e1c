import { expect, test } from 'vitest';
import { locatorPlace } from '../../../../../src/core/citations/change/locatorPlace.ts';
import { citationAt } from '../../../../../src/core/citations/citationAt.ts';
import { applyEdits } from '../support.ts';
import { syntaxes, type SyntaxName } from '../allSyntaxes.ts';
import { marked } from './support.ts';

test.each<[SyntaxName, string, string | undefined]>([
  ['pandoc', 'A [see @a|; @b].', 'A [see @a, p. ‸; @b].'],
  ['pandoc', 'A [@a; @b|].', 'A [@a; @b, p. ‸].'],
  ['pandoc', 'A @a| c', 'A @a [p. ‸] c'],
  ['pandoc', 'A @a| [@b] c', 'A @a [p. ‸; @b] c'],
  ['pandoc', 'A [@a|, ch. 2].', undefined],
  ['latex', '\\citep{a|}', '\\citep[p.~‸]{a}'],
  ['latex', '\\citep{a|,b}', undefined],
  ['latex', '\\autocite{a|,b}', '\\autocites[p.~‸]{a}{b}'],
  ['typst', '@a| x', '@a[p.~‸] x'],
  ['myst', '{cite:p}`a,b|`', '{cite:p}`a,b{p. ‸}`'],
  ['wiki', '[[@a|]]', undefined],
  ['footnote', 'x[^a|]', undefined],
  ['link', '[A](@a|)', undefined],
])('%s: %j becomes %j', (name, text, expected) => {
  const { document, selection } = marked(syntaxes[name], text);
  const at = citationAt(document.scan, selection.start);
  const place = at && locatorPlace(document, at.cluster, at.index);
  const edit = place && {
    ...place.edit,
    text: `${place.edit.text.slice(0, place.number.start)}‸${place.edit.text.slice(place.number.end)}`,
  };
  expect(edit && applyEdits(document.text, [edit])).toBe(expected);
});
