import { expect, test } from 'vitest';
import { markdownLink } from '../../../../src/core/bibliography/markdownLink.ts';

test.each([
  [{ doi: '10.1000/walls' }, '[On *x*](https://doi.org/10.1000/walls)'.replace('*x*', String.raw`\*x\*`)],
  [{ doi: '10.1000/s(7)1' }, String.raw`[On \*x\*](https://doi.org/10.1000/s%287%291)`],
  [{ arxiv: '2401.00001' }, String.raw`[On \*x\*](https://arxiv.org/abs/2401.00001)`],
  [{ url: 'javascript:alert(1)' }, String.raw`On \*x\*`],
  [{}, String.raw`On \*x\*`],
])('%j', (fields, expected) => {
  expect(markdownLink({ title: 'On *x*', abstract: '', authors: [], keywords: [], ...fields })).toBe(expected);
});
