import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planBibliographyInsert } from '../../../../../src/core/bibliography/planBibliographyInsert.ts';
import { cslJson } from '../../../../../src/core/formats/csl/cslJson.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import { at } from '../readText.ts';

// What Paperside writes into a CSL-JSON bibliography is read as the same paper.

const letters = 'abcdefghijklmnopqrstuvwxyzäéłßαЖ'.split('');
const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 9 }).map((all) => all.join(''));
const words = (minLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(word, fc.constantFrom('&', '"a"', '\\b', '$x_1$', '{}', '1 < 2', '…')), { minLength, maxLength: 8 })
    .map((all) => all.join(' '));
const name = fc.tuple(word, word).map(([given, family]) => `${capital(given)} ${capital(family)}`);

const paper: fc.Arbitrary<PaperFields> = fc.record({
  title: words(1).map((text) => `A ${text}`),
  abstract: fc.constant(''),
  authors: fc.array(name, { maxLength: 4 }),
  year: fc.option(fc.integer({ min: 1500, max: 2100 }), { nil: undefined }),
  venue: fc.option(
    word.map((text) => `Journal of ${text}`),
    { nil: undefined },
  ),
  doi: fc.option(
    fc.integer({ min: 1 }).map((number) => `10.1000/x.${number}`),
    { nil: undefined },
  ),
  url: fc.option(
    fc.webUrl().filter((url) => !url.includes('doi.org')),
    { nil: undefined },
  ),
  keywords: fc.uniqueArray(word, { maxLength: 4 }),
});

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

test.each(['', '[]', '[\n\t{"id":"old","title":"Old"}\n]\n'])('into a file that holds %j', (file) => {
  fc.assert(
    fc.property(paper, (written) => {
      const plan = planBibliographyInsert('a.json', file, [{ paper: written, key: 'new2020' }]);
      if (!plan.ok || plan.value.edit === undefined) throw new Error('nothing was written');
      const { start, end, text } = plan.value.edit;
      const whole = file.slice(0, start) + text + file.slice(end);
      const { records, problems } = cslJson.parse(whole);
      const read = records.at(-1);
      expect(problems).toEqual([]);
      expect(records).toHaveLength(file.includes('old') ? 2 : 1);
      expect({ ...read, range: undefined, keyRange: undefined, details: undefined, venue: undefined }).toEqual({
        ...written,
        key: 'new2020',
        arxiv: undefined,
        venue: undefined,
        groups: undefined,
        details: undefined,
        range: undefined,
        keyRange: undefined,
      });
      if (written.venue !== undefined) expect(read?.venue).toBe(written.venue);
      expect(read?.keyRange && at(read.keyRange)).toBe(at(rangeOf(whole, 'new2020')));
    }),
    { numRuns: 200 },
  );
});

function rangeOf(text: string, key: string) {
  const before = text.slice(0, text.indexOf(key)).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + key.length } };
}

test('an arXiv paper', () => {
  const written: PaperFields = { title: 'Seas', abstract: '', authors: ['Ann Lee'], arxiv: '2401.00001', keywords: [] };
  const plan = planBibliographyInsert('a.json', '', [{ paper: written, key: 'lee' }]);
  const [read] = cslJson.parse(plan.ok ? (plan.value.edit?.text ?? '') : '').records;
  expect(read).toMatchObject({ title: 'Seas', arxiv: '2401.00001', authors: ['Ann Lee'], key: 'lee', doi: undefined });
});
