import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import type { PaperRecord } from '../../../../../src/core/paper.ts';

/** The only record of a file. */
function record(bib: string): PaperRecord {
  const { records } = bibtex.parse(bib);
  expect(records).toHaveLength(1);
  const [only] = records;
  if (only === undefined) throw new Error('no record');
  return only;
}

/** The record of an entry with a title and these fields. */
function withFields(fields: string, type = 'article'): PaperRecord {
  return record(`@${type}{k, title = {T}, ${fields}}`);
}

test('everything a full entry says', () => {
  const paper = record(String.raw`@InProceedings{DBLP:conf/x_1,
  Title = {Deep {R}esidual Learning},
  subtitle = "A {\"U}bersicht",
  author = {He, Kaiming and {Microsoft Research} and others},
  editor = {Jean de La Fontaine},
  booktitle = {Proc.\ of CVPR},
  year = 2016,
  month = jun,
  pages = {770--778},
  publisher = {IEEE},
  doi = {10.1109/CVPR.2016.90},
  url = {https://example.org/a\_b},
  keywords = {vision, Deep Learning; vision},
  abstract = {First.

  Second \& last.},
  isbn = {978-1-4673-8851-1},
  owner = {me},
}`);
  expect(paper).toEqual({
    key: 'DBLP:conf/x_1',
    title: 'Deep Residual Learning: A Übersicht',
    authors: ['Kaiming He', 'Microsoft Research'],
    year: 2016,
    venue: 'Proc. of CVPR',
    doi: '10.1109/cvpr.2016.90',
    arxiv: undefined,
    url: 'https://example.org/a_b',
    keywords: ['vision', 'Deep Learning'],
    groups: undefined,
    abstract: 'First.\n\nSecond & last.',
    details: {
      type: 'paper-conference',
      names: {
        author: [{ family: 'He', given: 'Kaiming' }, { literal: 'Microsoft Research' }],
        editor: [{ family: 'La Fontaine', given: 'Jean', particle: 'de' }],
      },
      variables: { issued: '2016-06', page: '770-778', publisher: 'IEEE', ISBN: '978-1-4673-8851-1' },
      other: [['owner', 'me']],
    },
    range: { start: { line: 0, character: 0 }, end: { line: 18, character: 1 } },
    keyRange: { start: { line: 0, character: 15 }, end: { line: 0, character: 28 } },
  });
});

describe('identifiers', () => {
  test.each<[string, Partial<PaperRecord>]>([
    ['eprint = {2401.00001v2}, archivePrefix = {arXiv}', { arxiv: '2401.00001' }],
    ['eprint = {2401.00001}, eprinttype = {arxiv}', { arxiv: '2401.00001' }],
    ['eprint = {arXiv:2401.00001}', { arxiv: '2401.00001' }],
    ['eprint = {cs/0309040}', { arxiv: 'cs/0309040' }],
    ['eprint = {math.GT/0309136}', { arxiv: 'math.gt/0309136' }],
    ['eprint = {12345}, eprinttype = {jstor}', { arxiv: undefined }],
    ['journal = {arXiv preprint arXiv:2401.00001}', { arxiv: '2401.00001', venue: 'arXiv preprint arXiv:2401.00001' }],
    ['journal = {ArXiv}, volume = {abs/2401.00001}', { arxiv: '2401.00001' }],
    ['journal = {CoRR}, volume = {abs/1706.03762}', { arxiv: '1706.03762' }],
    ['note = {arXiv:2401.00001 [cs]}', { arxiv: '2401.00001' }],
    ['howpublished = {arXiv:2401.00001}', { arxiv: '2401.00001' }],
    ['url = {http://arxiv.org/abs/2401.00001v3}', { arxiv: '2401.00001', url: undefined }],
    ['doi = {10.48550/arXiv.2401.00001}', { arxiv: '2401.00001', doi: undefined }],
    ['doi = {https://doi.org/10.1000/ABC\\_d}', { doi: '10.1000/abc_d' }],
    ['doi = {10.1002/(SICI)1097-4571(199806)49:8}', { doi: '10.1002/(sici)1097-4571(199806)49:8' }],
    ['doi = {doi: 10.1000/x}', { doi: '10.1000/x' }],
    ['doi = {not a doi}', { doi: undefined }],
    ['url = {\\url{https://e.org/a_b}}', { url: 'https://e.org/a_b' }],
    ['url = {https://e.org/\\~{}me/50\\%25}', { url: 'https://e.org/~me/50%25' }],
    ['url = {https://dx.doi.org/10.1000/x}', { doi: '10.1000/x', url: undefined }],
    ['url = {javascript:alert(1)}', { url: undefined }],
    ['howpublished = {\\url{https://e.org/x}}', { url: 'https://e.org/x', venue: undefined }],
  ])('%s', (fields, expected) => {
    expect(withFields(fields)).toMatchObject(expected);
  });
});

describe('venue and numbers', () => {
  test.each<[type: string, fields: string, venue: string | undefined, variables: object]>([
    ['article', 'journal = {J}, volume = 3, number = 4', 'J', { volume: '3', issue: '4' }],
    ['article', 'journaltitle = {J}, journal = {K}', 'J', {}],
    ['article', 'journaltitle = {}, journal = {K}', 'K', {}],
    ['inproceedings', 'booktitle = {B}, number = 4', 'B', { 'collection-number': '4' }],
    ['techreport', 'number = {TR-4}, institution = {MIT}', undefined, { number: 'TR-4', publisher: 'MIT' }],
    ['misc', 'howpublished = {Talk at ICML}', 'Talk at ICML', { medium: 'Talk at ICML' }],
    ['article', 'pages = {12 -- 34, 40}', undefined, { page: '12-34, 40' }],
    ['article', 'pages = 12--34', undefined, { page: '12-34' }],
    ['book', 'edition = {2nd}, address = {New York}', undefined, { edition: '2nd', 'publisher-place': 'New York' }],
  ])('@%s{%s}', (type, fields, venue, variables) => {
    const paper = withFields(fields, type);
    expect(paper.venue).toBe(venue);
    expect(paper.details?.variables).toMatchObject(variables);
  });

  test.each([
    ['ARTICLE', 'article-journal'],
    ['PhdThesis', 'thesis'],
    ['online', 'webpage'],
    ['incollection', 'chapter'],
    ['unheardof', 'document'],
  ])('@%s is %s', (type, csl) => {
    expect(withFields('', type).details?.type).toBe(csl);
  });
});

describe('strings', () => {
  test.each([
    ['@string{j = "Journal of X"}\n@misc{k, title={T}, journal = j}', 'Journal of X'],
    ['@misc{k, title={T}, journal = j}\n@STRING(J = {Journal of X})', 'Journal of X'],
    ['@string{j = "J"}\n@misc{k, title={T}, journal = j # " of " # {X} # 1}', 'J of X1'],
    ['@string{a = "A"}@string{b = a # a}@misc{k, title={T}, journal = b # B}', 'AAAA'],
    ['@misc{k, title={T}, journal = nowhere}', 'nowhere'],
    ['@string{__proto__ = "P"}@misc{k, title={T}, journal = __proto__ # constructor}', 'Pconstructor'],
  ])('%s', (bib, venue) => {
    expect(record(bib).venue).toBe(venue);
  });

  test.each([
    ['month = jan', '2024-01'],
    ['month = 10 # "~" # jan', '2024-01-10'],
    ['month = jan # "~10"', '2024-01-10'],
    ['month = "10~" # jan', '2024-01-10'],
    ['month = mar # "/" # apr', '2024-03/2024-04'],
  ])('%s', (month, issued) => {
    expect(withFields(`year = 2024, ${month}`).details?.variables?.issued).toBe(issued);
  });
});

function find(bib: string, key = 'k'): PaperRecord | undefined {
  return bibtex.parse(bib).records.find((paper) => paper.key === key);
}

describe('inheritance', () => {
  test('crossref: parts inherit the names their whole has for them, and nothing that is its own', () => {
    const paper = find(`@inproceedings{k, title={Part}, crossref={W}}
      @proceedings{w, title={Whole}, year=2020, publisher={P}, doi={10.1000/whole}, keywords={no}, abstract={no}, url={https://e.org}}`);
    expect(paper).toMatchObject({
      title: 'Part',
      venue: 'Whole',
      year: 2020,
      doi: undefined,
      keywords: [],
      abstract: '',
    });
    expect(paper?.details?.variables).toMatchObject({ publisher: 'P' });
  });

  test('an own value counts', () => {
    expect(
      find('@inbook{k, title={P}, booktitle={Mine}, year=1999, crossref=w}@book{w, title={W}, year=2020}'),
    ).toMatchObject({
      venue: 'Mine',
      year: 1999,
    });
  });

  test('xdata gives everything, also of several, also of others', () => {
    const paper = find(`@article{k, title={T}, xdata={x, y}}
      @xdata{x, journal={J}, xdata={z}} @xdata{y, year=2001, journal={No}} @xdata{z, doi={10.1000/z}}`);
    expect(paper).toMatchObject({ venue: 'J', year: 2001, doi: '10.1000/z' });
  });

  test('strings are resolved in the parent', () => {
    expect(find('@string{w = "Whole"}@misc{k, title={T}, crossref=p}@book{p, title=w}')?.venue).toBe('Whole');
  });

  test('circles and long chains end', () => {
    const circle = bibtex.parse(
      '@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={a}}\n@misc{c, title={C}, crossref={c}}',
    );
    expect(circle.records.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(circle.problems.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['unresolved-reference', 0],
      ['unresolved-reference', 1],
      ['unresolved-reference', 2],
    ]);
    const chain = Array.from({ length: 1000 }, (_, i) => `@misc{k${i}, title={T${i}}, crossref={k${i + 1}}}`);
    const { records, problems } = bibtex.parse(
      `${chain.join('\n')}\n@misc{k1000, title={End}, year=2020, publisher={P}}`,
    );
    expect(records).toHaveLength(1001);
    expect(problems).toEqual([]);
    expect(records.filter(({ year }) => year === 2020)).toHaveLength(11);
  });
});

describe('keys', () => {
  test.each([
    ['DBLP:conf/nips/VaswaniSPUJGKP17'],
    ['müller2020'],
    ['论文2020'],
    ['smith+jones:2020.a*b'],
    ['10.1000/182'],
    ["o'brien_2020"],
    ['a"b'],
    ['__proto__'],
    ['constructor'],
    ['k#1'],
  ])('%s', (key) => {
    const paper = record(`@misc{${key}, title = {T}, constructor = {c}, __proto__ = {p}, toString = {t}}`);
    expect(paper.key).toBe(key);
    expect(paper.details?.other).toEqual([
      ['constructor', 'c'],
      ['__proto__', 'p'],
      ['tostring', 't'],
    ]);
  });

  test.each(['@misc{, title = {T}}', '@misc{title = {T}}', '@misc{\n  title = {T}\n}', '@misc( , title = {T})'])(
    'none in %j',
    (bib) => {
      const paper = record(bib);
      expect(paper).toMatchObject({ title: 'T', key: undefined, keyRange: undefined });
    },
  );
});

describe('what is no entry', () => {
  test.each([
    '@comment{@article{x, title={X}}}',
    '@Comment{\n@article{x, title={X}}\n}',
    '@preamble{"\\newcommand{\\x}{y}" # "@misc{x, title={X}}"}',
    '% @article{x, title={X}}',
    'mail me@x.org, see @article and {braces}',
    '@media (max-width: 600px) { a { color: red } }',
    '<div class="x">@user (said)</div>',
    '@string{x = "@misc{x, title={X}}"}',
  ])('%j', (text) => {
    const { records, problems } = bibtex.parse(`@misc{a, title = {A}}\n${text}\n@misc{b, title = {B}}\n`);
    expect(records.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(problems).toEqual([]);
  });

  test('a line in an entry that begins with % is taken out', () => {
    expect(record('@misc{k,\n  % title = {Old},\n  title = {New}, % year = 1999,\n  year = 2020\n}')).toMatchObject({
      title: 'New',
      year: 2020,
    });
  });

  test('parentheses and upper case', () => {
    expect(record('@ARTICLE(k, TITLE = {T (x)}, Year = "2020")')).toMatchObject({
      key: 'k',
      title: 'T (x)',
      year: 2020,
    });
  });

  test('the first of two equal fields counts', () => {
    expect(record('@misc{k, title = {First}, title = {Second}}').title).toBe('First');
  });
});
