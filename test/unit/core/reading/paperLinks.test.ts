import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperLinks, secure } from '../../../../src/core/reading/paperLinks.ts';
import type { PaperFields } from '../../../../src/core/paper.ts';

function linksOf(fields: Partial<PaperFields>): readonly string[] {
  const paper = { title: 'T', abstract: '', authors: [], keywords: [], ...fields };
  return paperLinks(paper).map(({ label, url }) => `${label}: ${url}`);
}

describe('links of a paper', () => {
  test('DOI, arXiv with its PDF, the page', () => {
    expect(linksOf({ doi: '10.1000/a(b)<c>#d', arxiv: 'cs/0309040', url: 'http://Example.org/p' })).toEqual([
      'DOI: https://doi.org/10.1000/a(b)%3Cc%3E%23d',
      'arXiv: https://arxiv.org/abs/cs/0309040',
      'PDF: https://arxiv.org/pdf/cs/0309040',
      'Web page: https://Example.org/p',
    ]);
  });

  test('an address that is a PDF or code is told as that, once', () => {
    expect(linksOf({ url: 'https://example.org/a.PDF?x=1' })).toEqual(['PDF: https://example.org/a.PDF?x=1']);
    expect(
      linksOf({ url: 'https://github.com/moss/lichen/', abstract: 'See https://github.com/moss/lichen.' }),
    ).toEqual(['Code: https://github.com/moss/lichen/']);
    expect(linksOf({ url: 'https://arxiv.org/abs/2401.00001/', arxiv: '2401.00001' })).toEqual([
      'arXiv: https://arxiv.org/abs/2401.00001',
      'PDF: https://arxiv.org/pdf/2401.00001',
    ]);
    const other = [['file', 'https://files.example.org/x.pdf'] as const, ['file', ':C\\x.pdf:PDF'] as const];
    expect(linksOf({ details: { other } })).toEqual(['PDF: https://files.example.org/x.pdf']);
  });

  test('code in the abstract, without the end of its sentence; other addresses there are not offered', () => {
    const abstract =
      'Code (https://gitlab.com/a/b), data (https://huggingface.co/datasets/c), more: https://github.com/d/e.git. See https://github.com and https://evil.example/x.';
    expect(linksOf({ abstract })).toEqual([
      'Code: https://gitlab.com/a/b',
      'Code: https://huggingface.co/datasets/c',
      'Code: https://github.com/d/e.git',
    ]);
  });
});

test.each([
  ['http://a.example/', 'https://a.example/'],
  [' HTTPS://a.example:8443/x?y=%2F#z ', 'https://a.example:8443/x?y=%2F#z'],
  ['https://münchen.example', 'https://münchen.example'],
  ['https://github.com@evil.example/', undefined],
  ['https://github.com:x@evil.example/', undefined],
  ['https://a.example\\@evil.example', undefined],
  ['https://a.example/\u202Egpj', undefined],
  ['javascript:alert(1)', undefined],
  ['command:paperside.reload', undefined],
  ['vscode://x/y', undefined],
  ['file:///etc/passwd', undefined],
  ['https:///x', undefined],
  ['//a.example', undefined],
  ['https://a.example/<script>', undefined],
  [`https://a.example/${'x'.repeat(3_000)}`, undefined],
])('%s', (address, expected) => {
  expect(secure(address)).toBe(expected);
});

test('any record gives only https addresses, each once', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl());
  fc.assert(
    fc.property(text, text, text, text, (doi, arxiv, url, abstract) => {
      const links = linksOf({ doi, arxiv, url, abstract });
      expect(links.every((link) => /^(?:DOI|arXiv|PDF|Code|Web page): https:\/\/[^/@\s]+(?:[/?#]|$)/.test(link))).toBe(
        true,
      );
      expect(new Set(links).size).toBe(links.length);
    }),
  );
});
