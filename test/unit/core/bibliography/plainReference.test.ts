import { expect, test } from 'vitest';
import { plainReference } from '../../../../src/core/bibliography/plainReference.ts';
import type { PaperFields } from '../../../../src/core/paper.ts';

function reference(fields: Partial<PaperFields>): string {
  return plainReference({ title: 'Lichens on Walls', abstract: '', authors: [], keywords: [], ...fields });
}

test.each([
  [
    { authors: ['Ada Stone', 'Ben Slate'], year: 2019, venue: 'Journal of Walls', doi: '10.1000/walls' },
    'Ada Stone and Ben Slate (2019). Lichens on Walls. Journal of Walls. https://doi.org/10.1000/walls',
  ],
  [{ authors: ['A', 'B', 'C'], title: 'Who grows?' }, 'A, B and C. Who grows?'],
  [{ authors: Array.from({ length: 21 }, (_, at) => `N${String(at)}`), year: 1 }, 'N0 et al. (1). Lichens on Walls.'],
  [{ year: 2020, arxiv: '2001.00001' }, 'Lichens on Walls (2020). https://arxiv.org/abs/2001.00001'],
  [{ authors: [' ', 'Stone\nInc.'], url: 'javascript:1' }, 'Stone Inc. Lichens on Walls.'],
  [{}, 'Lichens on Walls.'],
])('%j', (fields, expected) => {
  expect(reference(fields)).toBe(expected);
});
