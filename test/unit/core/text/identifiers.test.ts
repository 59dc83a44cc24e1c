import { expect, test } from 'vitest';
import { identifierLine } from '../../../../src/core/text/identifiers.ts';

test.each([
  ['arXiv:2401.00001', { arxiv: '2401.00001' }],
  ['arXiv:2401.00001v3 [cs.CL]', { arxiv: '2401.00001' }],
  ['2401.00001', { arxiv: '2401.00001' }],
  ['arXiv: cs/0309040', { arxiv: 'cs/0309040' }],
  ['https://arxiv.org/abs/2401.00001v2', { arxiv: '2401.00001' }],
  ['https://arxiv.org/pdf/2401.00001.pdf', { arxiv: '2401.00001' }],
  ['https://huggingface.co/papers/2401.00001', { arxiv: '2401.00001' }],
  ['doi:10.1000/XYZ.', { doi: '10.1000/xyz' }],
  ['https://doi.org/10.1016/S0140-6736(20)30183-5', { doi: '10.1016/s0140-6736(20)30183-5' }],
  ['10.1000/(a))', { doi: '10.1000/(a)' }],
  ['Code: https://example.org/x', { url: 'https://example.org/x' }],
  ['https://example.org/abs/2401.00001', { url: 'https://example.org/abs/2401.00001' }],
])('%s', (line, expected) => {
  expect(identifierLine(line)).toEqual(expected);
});

test.each(['A title', 'see https://example.org', 'javascript:alert(1)', 'ftp://x/y', '3.14159', 'arXiv', ''])(
  '"%s" is none',
  (line) => {
    expect(identifierLine(line)).toBeUndefined();
  },
);
