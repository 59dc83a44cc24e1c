import { describe, expect, test } from 'vitest';
import { at, read, fixture, textAt } from '../readText.ts';

/** A record of one author and what else. */
function record(title: string, ...lines: readonly string[]): string {
  return ['TY  - JOUR', `TI  - ${title}`, ...lines, 'ER  - ', ''].join('\n');
}

describe('exports', () => {
  test('of Zotero', () => {
    const { records, problems, format } = read(fixture('tagged/zotero.ris'));
    expect([format, problems]).toEqual(['ris', []]);
    expect(records).toMatchObject([
      {
        title: 'Deep learning',
        authors: ['Yann LeCun', 'Yoshua Bengio', 'Geoffrey Hinton'],
        abstract: 'Layers that learn.\n\nA second paragraph of these notes.',
        year: 2015,
        venue: 'Nature',
        doi: '10.1038/nature14539',
        url: 'https://www.nature.com/articles/nature14539',
        keywords: ['Computer science', 'Mathematics and computing'],
        key: 'lecun2015',
        details: {
          type: 'article-journal',
          variables: { issued: '2015-05-28', accessed: '2024-01-02', page: '436-444', note: 'Read twice.' },
        },
      },
      { title: 'Attention Is All You Need', arxiv: '1706.03762', url: undefined, year: 2023, venue: undefined },
    ]);
    expect(records.map(({ range }) => at(range))).toEqual(['0:0-24:6', '26:0-38:6']);
  });

  test('of publishers and databases', () => {
    const { records, problems } = read(fixture('tagged/publishers.ris'));
    expect(problems).toEqual([]);
    const [ieee, scopus, elsevier, webOfScience, jstor] = records;
    expect(ieee).toMatchObject({
      doi: '10.1109/cvpr.2016.90',
      keywords: ['Training', 'Degradation', 'Complexity theory'],
      details: {
        type: 'paper-conference',
        names: { author: [{ family: 'He', given: 'K.' }, {}, {}, {}] },
        variables: { issued: '2016-06-27', ISSN: '1063-6919' },
      },
    });
    expect(ieee?.details?.variables?.volume).toBeUndefined();
    expect(scopus?.details?.variables).toMatchObject({ ISSN: '08997667', source: 'Scopus', page: '1735-1780' });
    expect(scopus?.details?.variables?.note).toBeUndefined();
    expect(scopus?.details?.other).toEqual([
      ['N1', 'Export Date: 19 May 2024; Cited By: 70000'],
      ['AD', 'Fakultat fur Informatik, Munchen, Germany'],
      ['M3', 'Article'],
    ]);
    expect(elsevier).toMatchObject({ doi: '10.1016/s0169-7552(98)00110-x', year: 1998 });
    expect(webOfScience?.details?.variables).toMatchObject({ issued: '1948-07', ISSN: '0005-8580' });
    expect(jstor).toMatchObject({ key: undefined, year: 1995, abstract: 'Ants and their trails.' });
    expect(jstor?.details?.other).toContainEqual(['ID', '10.2307/3545675']);
  });

  test('of Google Scholar', () => {
    const { records } = read(fixture('tagged/scholar.ris'));
    expect(records).toMatchObject([
      { title: 'Attention is all you need', arxiv: '1706.03762', year: 2017 },
      {
        authors: ['Donald Ervin Knuth', 'Addison-Wesley Editorial Board'],
        venue: undefined,
        details: { type: 'book', variables: { ISBN: '978-0-201-89683-1' } },
      },
    ]);
    expect(records[1]?.details?.names?.author?.[1]).toEqual({ literal: 'Addison-Wesley Editorial Board' });
  });
});

describe('lines', () => {
  test.each([
    ['one space', 'TY - JOUR\nTI - Seas\nAB - Salt\nER -'],
    ['no space before the dash', 'TY- JOUR\nTI- Seas\nAB- Salt\nER-'],
    ['no space behind the dash', 'TY  -JOUR\nTI  -Seas\nAB  -Salt\nER  -'],
    ['lower case', 'ty  - JOUR\nti  - Seas\nab  - Salt\ner  - '],
    ['CR', 'TY  - JOUR\rTI  - Seas\rAB  - Salt\rER  - \r'],
    ['CRLF and LF', 'TY  - JOUR\r\nTI  - Seas\nAB  - Salt\r\nER  - \n'],
    ['blank lines between', 'TY  - JOUR\n\nTI  - Seas\n\nAB  - Salt\n\nER  - \n'],
    ['a BOM', '\uFEFFTY  - JOUR\nTI  - Seas\nAB  - Salt\nER  - \n'],
    ['text before', 'Provider: Example\nContent:text/plain\n\nTY  - JOUR\nTI  - Seas\nAB  - Salt\nER  - \n'],
    ['ER twice', 'TY  - JOUR\nTI  - Seas\nAB  - Salt\nER  - \nER  - \n'],
  ])('with %s', (_name, text) => {
    const { titles, first, problems, format } = read(text);
    expect({ format, titles, abstract: first?.abstract, problems }).toEqual({
      format: 'ris',
      titles: ['Seas'],
      abstract: 'Salt',
      problems: [],
    });
  });

  test('without a tag go on with the field above, indented or not', () => {
    const { first } = read(
      record('Seas', 'AB  - One', 'two', '      three', 'AI - four', 'IT- five', 'TI-six', 'TI: seven', 'DO  - 10.1/x'),
    );
    expect(first?.abstract).toBe('One two three AI - four IT- five TI-six TI: seven');
  });

  test('may hold a tag in their text', () => {
    const { first } = read(record('TI  - Seas', 'AB  - TY  - JOUR', ' ER  - '));
    expect(first).toMatchObject({ title: 'TI - Seas', abstract: 'TY - JOUR ER -' });
  });

  test('of files put together, each with its BOM', () => {
    const { titles, problems, records } = read(`\uFEFF${record('Seas')}\uFEFF${record('Lakes')}`);
    expect([titles, problems]).toEqual([['Seas', 'Lakes'], []]);
    expect(records[1]?.details?.type).toBe('article-journal');
    expect(records.map(({ range }) => at(range))).toEqual(['0:0-2:6', '3:1-5:6']);
  });

  test('with tags that nobody knows are kept', () => {
    expect(read(record('Seas', 'ZZ  - what', 'Q7  - ever')).first?.details?.other).toEqual([
      ['ZZ', 'what'],
      ['Q7', 'ever'],
    ]);
  });
});

describe('what is faulty costs itself', () => {
  test('a record without an end', () => {
    const text = `TY  - JOUR\nTI  - Seas\n\n${record('Lakes')}TY  - BOOK\nTI  - Ponds\n`;
    const { titles, problems, records, messages } = read(text);
    expect(titles).toEqual(['Seas', 'Lakes', 'Ponds']);
    expect(problems).toEqual(['broken-entry 0:0-0:10', 'broken-entry 6:0-6:10']);
    expect(records.map(({ range }) => at(range))).toEqual(['0:0-1:10', '3:0-5:6', '6:0-7:11']);
    expect(messages[0]).toContain('add the line "ER  - "');
  });

  test('a record without a title: the problem is at its first line', () => {
    const { titles, problems } = read(`${record('Seas')}TY  - JOUR\nAU  - Lee, Ann\nER  - \n${record('Lakes')}`);
    expect([titles, problems]).toEqual([['Seas', 'Lakes'], ['untitled-entry 3:0-3:10']]);
  });

  test('a record that has lost its TY', () => {
    const { titles, problems } = read(`TI  - Seas\nPY  - 2020\nER  - \n${record('Lakes')}`);
    expect([titles, problems]).toEqual([['Seas', 'Lakes'], []]);
  });

  test('problems past the hundredth are counted', () => {
    const { problems, messages } = read('TY  - JOUR\nER  - \n'.repeat(250));
    expect(problems).toHaveLength(100);
    expect(messages[99]).toMatch(/There are 150 more problems below\.$/);
    expect(messages[98]).not.toContain('more');
  });

  test('a file of that name with no record at all says so', () => {
    const { problems, messages } = read('  TI  nothing here');
    expect(problems).toEqual(['no-papers 0:0-0:0']);
    expect(messages[0]).toContain('"TY  - JOUR"');
    expect(read('').problems).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['DA  - 2020/05/19/', '2020-05-19'],
    ['PY  - 2020///', '2020'],
    ['Y1  - 2020/05//', '2020-05'],
    ['PY  - 2020\nDA  - May 19', '2020-05-19'],
    ['PY  - 2020\nDA  - 2021/03/02/', '2020'],
    ['PY  - 2020\nY1  - 2020/05/19/\nDA  - 2020/05', '2020-05-19'],
    ['DA  - 14-19 June 2020', '2020-06-14'],
    ['PY  - in press', undefined],
  ])('the date %j', (line, issued) => {
    expect(read(record('Seas', line)).variables.issued).toBe(issued);
  });

  test.each([
    ['DO  - https://doi.org/10.1000/ABC', '10.1000/abc'],
    ['DO  - doi: 10.1000/abc', '10.1000/abc'],
    ['M3  - 10.1000/abc', '10.1000/abc'],
    ['UR  - https://doi.org/10.1000/abc', '10.1000/abc'],
    ['N1  - doi: 10.1000/abc', '10.1000/abc'],
    ['N1  - see 10.1000/abc', undefined],
  ])('the DOI of %j', (line, doi) => {
    expect(read(record('Seas', line)).first?.doi).toBe(doi);
  });

  test.each([
    ['SP  - 1\nEP  - 9', '1-9'],
    ['SP  - 1–9', '1-9'],
    ['SP  - 1--9\nEP  - 9', '1-9'],
    ['SP  - e12', 'e12'],
    ['SP  - 5\nEP  - 5', '5'],
    ['EP  - 9', '9'],
  ])('the pages of %j', (line, page) => {
    expect(read(record('Seas', line)).variables.page).toBe(page);
  });

  test.each([
    ['SN  - 1476-4687 (Electronic)\n0028-0836 (Linking)', { ISSN: '1476-4687' }],
    ['SN  - 978 3 16 148410 0', { ISBN: '978 3 16 148410 0' }],
    ['SN  - 0-937073-80-6', { ISBN: '0-937073-80-6' }],
    ['SN  - 0028-083X\nSN  - 9783161484100', { ISSN: '0028-083X', ISBN: '9783161484100' }],
    ['SN  - US1234567', {}],
  ])('the numbers of %j', (line, expected) => {
    const { ISSN, ISBN } = read(record('Seas', line)).variables;
    expect({ ...(ISSN && { ISSN }), ...(ISBN && { ISBN }) }).toEqual(expected);
  });

  test('keywords, one a line or several between semicolons; a comma may belong to one', () => {
    expect(read(record('Seas', 'KW  - salt; water', 'KW  - Lakes, Rivers', 'KW  - Salt')).first?.keywords).toEqual([
      'salt',
      'water',
      'Lakes, Rivers',
    ]);
  });

  test.each(['World Health Organization', 'World Health Organization,', 'ACME'])('the body %s stays whole', (name) => {
    expect(read(record('Seas', `AU  - ${name}`)).first?.details?.names?.author).toEqual([
      { literal: name.replace(',', '') },
    ]);
  });

  test('roles', () => {
    const lines = [
      'AU  - van den Berg, Jan',
      'A1  - King, Martin L., Jr.',
      'A2  - Lee, Ann',
      'ED  - Roe, Al',
      'A4  - Ito, Yu',
    ];
    expect(read(record('Seas', ...lines)).first?.details?.names).toEqual({
      author: [
        { family: 'Berg', given: 'Jan', particle: 'van den' },
        { family: 'King', given: 'Martin L.', suffix: 'Jr.' },
      ],
      editor: [
        { family: 'Lee', given: 'Ann' },
        { family: 'Roe', given: 'Al' },
      ],
      translator: [{ family: 'Ito', given: 'Yu' }],
    });
  });
});

describe('keys', () => {
  test.each(['ID  - lee2020', 'ID  -   lee2020  ', 'LB  - lee2020', 'ID  - 12\nLB  - lee2020'])('in %j', (line) => {
    const text = record('Seas', line);
    const { first } = read(text);
    expect(first?.key).toBe('lee2020');
    expect(first?.keyRange && textAt(text, first.keyRange)).toBe('lee2020');
  });

  test.each(['ID  - 12345', 'ID  - 10.1093/nar/gkaa1', 'ID  - two words', 'ID  - https://example.org/a'])(
    'none in %j',
    (line) => {
      const { first } = read(record('Seas', line));
      expect([first?.key, first?.keyRange]).toEqual([undefined, undefined]);
      expect(first?.details?.other).toEqual([['ID', line.slice(6)]]);
    },
  );

  test('two records with one key', () => {
    const { problems } = read(`${record('Seas', 'ID  - a1')}${record('Lakes', 'ID  - a1')}`);
    expect(problems).toEqual(['duplicate-key 6:6-6:8']);
  });
});
