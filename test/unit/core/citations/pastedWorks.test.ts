import { describe, expect, test } from 'vitest';
import { namesPaper, pastedWorks, sameAddresses } from '../../../../src/core/citations/pastedWorks.ts';

describe('what is nothing but identifiers', () => {
  test.each([
    ['10.1000/xyz', ['10.1000/xyz']],
    [' https://doi.org/10.1000/xyz \n', ['https://doi.org/10.1000/xyz']],
    ['arXiv:2401.00001v2 [cs.CL]', ['arXiv:2401.00001v2 [cs.CL]']],
    ['2401.00001\r\n2401.00002', ['2401.00001', '2401.00002']],
    ['https://huggingface.co/papers/2401.00001', ['https://huggingface.co/papers/2401.00001']],
    ['see 10.1000/xyz', undefined],
    ['10.1000/xyz and more', undefined],
    ['word', undefined],
    ['', undefined],
    ['2401.00001\n'.repeat(21), undefined],
    ['x'.repeat(100_000), undefined],
  ])('%j', (text, lines) => {
    expect(pastedWorks(text)).toEqual(lines);
  });
});

test.each([
  ['https://openreview.net/pdf?id=aB_1-x&x=1', 'https://openreview.net/forum?id=aB_1-x'],
  ['https://openreview.net/forum?id=aB', 'https://openreview.net/pdf?id=aB'],
  ['https://aclanthology.org/2020.acl-main.1.pdf', 'https://aclanthology.org/2020.acl-main.1'],
  ['https://aclanthology.org/2020.acl-main.1/', 'https://aclanthology.org/2020.acl-main.1.pdf'],
])('%s is also %s', (line, other) => {
  expect(sameAddresses(line)[0]).toBe(line);
  expect(sameAddresses(line)).toContain(other);
});

describe('which paper is meant', () => {
  test.each([
    ['10.1000/xyz', { doi: '10.1000/xyz' }, true],
    ['https://doi.org/10.1000%2FXYZ', { doi: '10.1000/xyz' }, true],
    ['https://dl.acm.org/doi/pdf/10.1000/xyz?x=1', { doi: '10.1000/xyz' }, true],
    ['10.1000/xyz1', { doi: '10.1000/xyz' }, false],
    ['10.1000/xyz', { doi: '10.1000/xyz1' }, false],
    ['10.1000/xyz-1', { doi: '10.1000/xyz' }, false],
    ['10.1000/xyz.1', { doi: '10.1000/xyz' }, false],
    ['doi: 10.1000/xyz.', { doi: '10.1000/xyz' }, true],
    ['110.1000/xyz', { doi: '10.1000/xyz' }, false],
    ['arXiv:2401.00001v2', { arxiv: '2401.00001' }, true],
    ['https://arxiv.org/pdf/2401.00001v2.pdf', { arxiv: '2401.00001' }, true],
    ['https://huggingface.co/papers/2401.00001', { arxiv: '2401.00001' }, true],
    ['https://doi.org/10.48550/arXiv.2401.00001', { arxiv: '2401.00001' }, true],
    ['10.48550/arXiv.2401.00001v2', { arxiv: '2401.00001' }, true],
    ['10.48550/arXiv.2401.000012', { arxiv: '2401.00001' }, false],
    ['2401.000012', { arxiv: '2401.00001' }, false],
    ['https://www.example.org/a/', { url: 'http://example.org/a' }, true],
    ['https://example.org/ab', { url: 'http://example.org/a' }, false],
    ['https://openreview.net/pdf?id=aB', { url: 'https://openreview.net/forum?id=aB' }, true],
    ['https://aclanthology.org/2020.acl-main.1.pdf', { url: 'https://aclanthology.org/2020.acl-main.1/' }, true],
    ['10.1000/xyz', {}, false],
  ])('%s of %j: %s', (line, paper, is) => {
    expect(namesPaper(line, paper)).toBe(is);
  });
});
