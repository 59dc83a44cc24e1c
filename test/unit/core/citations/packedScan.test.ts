import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitationScan } from '../../../../src/core/citations/citation.ts';
import { packScan, unpackScan } from '../../../../src/core/citations/packedScan.ts';
import { syntaxes } from './allSyntaxes.ts';

const pieces = [
  '@a',
  '-@b',
  '@{c d}',
  '[see @fig-e, p. 3; @f]',
  '@g [p. 1]',
  '[[@h|i]]',
  '\\nocite{j}',
  '\\citep[see][p. 2]{k,l}',
  '\\textcite{o}',
  '\\parencite*[p. 3]{p}',
  '\\fullcite{q, r}',
  '\\citeyear{s}',
  '{cite:p}`m`',
  '#cite(<n>, form: "year")',
];
const others = ['`code`', '$x$', '<b>', '\n\n', '\n```\n', '---\n', '% ', 'word ', '😀'];
const texts = fc
  .array(fc.constantFrom(...pieces, ...pieces, ...others), { maxLength: 30 })
  .map((some) => some.join(''));

/** The scan and how often others had a turn meanwhile. */
function unpacked(scan: CitationScan): { readonly scan: CitationScan; readonly turns: number } {
  const steps = unpackScan(structuredClone(packScan(scan)));
  for (let turns = 0; ; turns += 1) {
    const step = steps.next();
    if (step.done === true) return { scan: step.value, turns };
  }
}

describe.each(Object.values(syntaxes))('what $id finds', (syntax) => {
  test('is the same on the other side', () => {
    let clusters = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const scan = syntax.scan(text);
        clusters += scan.clusters.length;
        expect(unpacked(scan).scan).toStrictEqual(scan);
      }),
      { numRuns: 500 },
    );
    expect(clusters).toBeGreaterThan(500);
  });
});

test('of many citations others have a turn in between', () => {
  const scan = syntaxes.pandoc.scan('[@a] and `b`\n\n'.repeat(5_000));
  expect(scan.clusters.length).toBe(5_000);
  expect(unpacked(scan)).toEqual({ scan, turns: 6 });
});
