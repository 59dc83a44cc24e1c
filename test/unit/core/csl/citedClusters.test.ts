import { expect, test } from 'vitest';
import { latexSyntax } from '../../../../src/core/citations/latex/latexSyntax.ts';
import { scanCitations } from '../../../../src/core/citations/pandoc/scanCitations.ts';
import { citedClusters } from '../../../../src/core/csl/citedClusters.ts';
import { readCitation, readReference } from '../../../../src/core/csl/readCitation.ts';
import { formatted, notes, numeric } from '../../engine/csl/smallStyles.ts';

const text = '@stone [p. 3] says, and others [see @berg, p. 4; -@stone] do, and [@nobody].';

function read(style?: string): readonly string[] {
  const { citations } = citedClusters(scanCitations(text));
  const request = style === undefined ? { citations } : { citations, style: { name: 's', text: style } };
  return formatted(request).citations.map(readCitation);
}

test('citations of a text read as its style has them', () => {
  expect(read().slice(0, 2)).toEqual(['Stone (2019, p. 3)', '(see Berg, 2020, p. 4; 2019)']);
  expect(read(numeric).slice(0, 2)).toEqual(['(2)', '(see 1; 2)']);
  expect(read(notes)[0]).toBe('Stone Walls, p. 3.');
});

test('works that are only listed are no citations, and the others keep their places', () => {
  const scan = latexSyntax.scan('\\nocite{berg,*}\n\\cite{stone}');
  const { citations, places, listed } = citedClusters(scan);
  expect(citations.map(({ items }) => items.map(({ key }) => key))).toEqual([['stone']]);
  expect(places).toEqual([undefined, 0]);
  expect(listed).toEqual(['berg']);
});

test('the entry of a work has its number in the document; a work that is not listed has none', () => {
  const { citations } = citedClusters(scanCitations('[@berg] and [@stone]'));
  const { references } = formatted({ citations, style: { name: 'n', text: numeric } });
  expect(readReference(references, ['rock', 'stone'])).toBe('2 Walls');
  expect(readReference(references, ['none'])).toBeUndefined();
});
