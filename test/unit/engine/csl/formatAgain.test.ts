import { expect, test } from 'vitest';
import type { CslItem } from '../../../../src/core/bibliography/cslItem.ts';
import type { CitedCluster, FormatRequest } from '../../../../src/core/csl/formatRequest.ts';
import {
  authorYear,
  cite,
  cluster,
  formatted,
  formatter,
  inText,
  notes,
  numeric,
  sorted,
  works,
} from './smallStyles.ts';

// A formatter keeps what it knows from one request to the next: it must answer as a new one does.

/** Of one author and year, so that letters tell them apart. */
const twins: readonly CslItem[] = ['later', 'other'].map((id) => ({
  id,
  type: 'book',
  title: 'Same',
  author: [{ family: 'Stone', given: 'Ada' }],
  issued: { 'date-parts': [[2019]] },
}));
const known = [...works, ...twins];
const first: readonly CitedCluster[] = [
  cluster(cite('stone'), cite('later')),
  inText(cite('berg')),
  cluster(cite('other', ', p. 3')),
];
const renamed = known.map((work) => (work.id === 'stone' ? { ...work, title: 'Walls, again' } : work));
/** What a writer does one after the other. */
const edits: readonly Partial<FormatRequest>[] = [
  { citations: first },
  { citations: first },
  { citations: [cluster(cite('stone'), cite('later', '', 'see')), ...first.slice(1)] },
  { citations: [cluster(cite('stone', ', p. 3'), cite('later')), inText(cite('berg', 'p. 2')), ...first.slice(2)] },
  { citations: first.toReversed() },
  { citations: first.slice(1) },
  { citations: [...first, cluster(cite('none'))], listed: ['none'] },
  { citations: first.slice(1), listed: ['none', 'stone'] },
  { citations: first, works: renamed },
  { citations: first.map((one, index) => Object.assign({ ...one }, { note: 3 - index })) },
  { citations: first.map((one) => Object.assign({ ...one }, { note: 1, inNote: true })) },
  { citations: [] },
  { citations: first },
];
const letters = authorYear
  .replace('<citation>', '<citation disambiguate-add-year-suffix="true" collapse="year">')
  .replace('<sort><key variable="title"/></sort>', '<sort><key variable="issued" sort="descending"/></sort>');

test.each([
  ['author and year', letters],
  ['numbers', numeric],
  ['sorted numbers', sorted(numeric).text],
  ['notes', notes],
])('with %s an edited document is formatted as a new one', (_, text) => {
  const kept = formatter();
  for (const edit of edits) {
    const request = { works: known, ...edit, style: { name: 's', text } };
    expect(formatted(request, kept)).toEqual(formatted(request, formatter()));
  }
});
