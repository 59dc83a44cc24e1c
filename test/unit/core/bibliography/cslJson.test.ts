import { describe, expect, test } from 'vitest';
import { cslItemOf } from '../../../../src/core/bibliography/cslJson.ts';
import type { PaperFields } from '../../../../src/core/paper.ts';

const item = (fields: Partial<PaperFields>) =>
  cslItemOf({ title: 'Lichens on Walls', abstract: '', authors: [], keywords: [], key: 'stone2019', ...fields });

describe('cslItemOf', () => {
  test('gives all that is known', () => {
    expect(
      item({
        abstract: 'One.\n\nTwo\nlines.',
        authors: ['Jan van der Berg', 'Martin King Jr.', 'Walls Team'],
        year: 2019,
        venue: 'Journal of Walls',
        doi: '10.1000/walls',
        arxiv: 'cs/0309040',
        url: 'https://x.org/walls',
        keywords: ['moss', 'R&D'],
        details: {
          type: 'article-journal',
          names: {
            author: [
              { family: 'Berg', given: 'Jan', particle: 'van der' },
              { family: 'King', given: 'Martin', suffix: 'Jr.' },
              { literal: 'Walls Team' },
            ],
            editor: [{ family: 'Slate', given: 'Ben' }],
          },
          variables: {
            issued: '2019-05-19',
            accessed: '2020-01/2020-02-03',
            volume: '7',
            page: '1-10',
            note: 'a\n\nb',
          },
          other: [['file', '/home/x.pdf']],
        },
      }),
    ).toEqual({
      id: 'stone2019',
      type: 'article-journal',
      title: 'Lichens on Walls',
      author: [
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
        { literal: 'Walls Team' },
      ],
      editor: [{ family: 'Slate', given: 'Ben' }],
      issued: { 'date-parts': [[2019, 5, 19]] },
      accessed: {
        'date-parts': [
          [2020, 1],
          [2020, 2, 3],
        ],
      },
      'container-title': 'Journal of Walls',
      DOI: '10.1000/walls',
      archive: 'arXiv',
      archive_location: 'arXiv:cs/0309040',
      URL: 'https://x.org/walls',
      volume: '7',
      page: '1-10',
      note: 'a\n\nb',
      keyword: 'moss, R&D',
      abstract: 'One.\n\nTwo lines.',
    });
  });

  test('only a title is enough', () => {
    expect(item({})).toEqual({ id: 'stone2019', type: 'article', title: 'Lichens on Walls' });
  });

  test('a preprint is published by arXiv', () => {
    expect(item({ arxiv: '2401.00001', venue: 'arXiv preprint', details: { type: 'document' } })).toEqual({
      id: 'stone2019',
      type: 'article',
      title: 'Lichens on Walls',
      publisher: 'arXiv',
      number: 'arXiv:2401.00001',
      URL: 'https://arxiv.org/abs/2401.00001',
    });
  });

  test('of a paper that appeared elsewhere arXiv is the address', () => {
    const { URL: url, publisher, archive } = item({ arxiv: '2401.00001', venue: 'Journal of Walls' });
    expect({ url, publisher, archive }).toEqual({ url: 'https://arxiv.org/abs/2401.00001' });
  });

  test('names of which the parts are not known are taken apart', () => {
    expect(item({ authors: ['Ludwig van Beethoven', 'Stone, Ada', 'Gemini Team', ' '] }).author).toEqual([
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      { family: 'Stone', given: 'Ada' },
      { literal: 'Gemini Team' },
    ]);
  });

  test('a sign is no markup', () => {
    expect(item({ title: 'On <b> and a<b', keywords: ['<i>x</i>'] })).toMatchObject({
      title: 'On <\u2060b> and a<\u2060b',
      keyword: '<\u2060i>x<\u2060/i>',
    });
    expect(item({ title: 'R&D of <b> &amp; more' }).title).toBe('R&D of <\u2060b> &\u2060amp; more');
    expect(item({ title: 'If a<b and c>d' }).title).toBe('If a<b and c>d');
  });

  test('what is no date or address is left out', () => {
    expect(
      item({ year: 2019.5, url: 'javascript:x', details: { variables: { accessed: 'soon', volume: ' ' } } }),
    ).toEqual({
      id: 'stone2019',
      type: 'article',
      title: 'Lichens on Walls',
    });
  });
});
