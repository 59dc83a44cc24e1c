import { describe, expect, test } from 'vitest';
import { codeAddress } from '../../../../../src/core/formats/listing/codeAddress.ts';
import { labelOf } from '../../../../../src/core/formats/listing/labels.ts';
import { listedNames } from '../../../../../src/core/formats/listing/listedNames.ts';
import { listing } from '../../../../../src/core/formats/listing/listing.ts';
import { arxivYear, publishedYear } from '../../../../../src/core/formats/listing/publicationYear.ts';
import { withoutEscapes } from '../../../../../src/core/formats/listing/terminalEscapes.ts';
import { titleLink } from '../../../../../src/core/formats/listing/titleLink.ts';

const abstract = 'Small seas feel the moon but do not show it. We measured the tide in 400 teacups over one month.';

function titles(...lines: readonly string[]): readonly string[] {
  return listing.parse(lines.join('\n\n')).records.map(({ title }) => title);
}

describe('numbers', () => {
  const names = ['Tides in a Teacup', '3D Printing a Fog', 'Rows of Defeats'];
  test.each([
    ['1. ', '2. ', '3. '],
    ['1) ', '2) ', '3) '],
    ['[7] ', '[8] ', '[9] '],
    ['(1) ', '(2) ', '(3) '],
    ['## 1. ', '## 2. ', '## 3. '],
  ])('"%s" are left out', (...marks) => {
    expect(titles(...names.flatMap((name, index) => [`${marks[index] ?? ''}${name}`, abstract]))).toEqual(names);
  });

  test('of a list without abstracts', () => {
    const { records, problems } = listing.parse(names.map((name, index) => `${index + 1}. ${name}`).join('\n'));
    expect(records.map(({ title }) => title)).toEqual(names);
    expect(problems).toEqual([]);
  });

  test.each([
    ['one number alone', ['1. FC Cologne and Defeat', 'Rows of Defeats']],
    ['no row', ['1. FC Cologne and Defeat', '3. Division and Its Discontents']],
    ['different styles', ['1. FC Cologne and Defeat', '2) Division and Its Discontents']],
    ['numbers that begin a word', ['3D Printing a Fog', '4K Video of Fog']],
  ])('%s: the titles keep them', (_name, kept) => {
    expect(titles(...kept.flatMap((name) => [name, abstract]))).toEqual(kept);
  });

  test('an abstract that counts its points keeps them', () => {
    const points = ['1. We show the first thing;', '2. We show the second thing;', '3. We show the third thing.'];
    const text = names.map((name) => `${name}\n\n${abstract}\n\n${points.join('\n')}\n`).join('\n');
    const { records } = listing.parse(text);
    expect(records.map(({ title }) => title)).toEqual(names);
    expect(records[0]?.abstract).toContain('2. We show the second thing;');
  });
});

describe('links', () => {
  const arxiv = { arxiv: '2401.00001' };
  const url = 'https://arxiv.org/abs/2401.00001';
  test.each([
    [`[Slow Clocks](${url})`, 'Slow Clocks', arxiv, true],
    [`[Slow [and Fast] Clocks](<${url}>)`, 'Slow [and Fast] Clocks', arxiv, true],
    [`[Slow Clocks](${url} "A tooltip")`, 'Slow Clocks', arxiv, true],
    [`Slow Clocks (${url})`, 'Slow Clocks', arxiv, false],
    [`Slow Clocks <${url}>`, 'Slow Clocks', arxiv, true],
    [`Slow Clocks – ${url}`, 'Slow Clocks', arxiv, false],
    [
      `Slow Clocks https://example.org/a https://doi.org/10.1000/A`,
      'Slow Clocks',
      { url: 'https://example.org/a', doi: '10.1000/a' },
      false,
    ],
    [`Slow Clocks [PDF](${url})`, 'Slow Clocks', arxiv, false],
    [`(${url})`, '', arxiv, false],
  ])('%s', (text, title, identifiers, explicit) => {
    expect(titleLink(text)).toEqual({ title, identifiers, explicit });
  });

  test.each([
    'Slow Clocks',
    `Code and data are available at ${url}`,
    `See ${url} for more`,
    `Everything is here: ${url}`,
    '[Slow Clocks](javascript:alert(1))',
    '[Slow Clocks](command:x)',
    'Slow Clocks ftp://example.org/x',
    `]](${url})`,
  ])('"%s" is none', (text) => {
    expect(titleLink(text)).toBeUndefined();
  });

  test('below a title, a link whose text only names it is no title', () => {
    const { records } = listing.parse(`Slow Clocks and Their Owners\n\n[PDF](${url})\n\n${abstract}\n`);
    expect(records).toMatchObject([{ title: 'Slow Clocks and Their Owners', arxiv: '2401.00001', abstract }]);
  });
});

describe('labels', () => {
  test.each([
    ['Title: A: B', 'title', 'Title', 'A: B'],
    ['AUTHORS：李明', 'authors', 'Authors', '李明'],
    ['Comments:\t12 pages', 'other', 'Comments', '12 pages'],
    ['Subject : Sound (cs.SD)', 'other', 'Subjects', 'Sound (cs.SD)'],
    ['Journal reference: Nature 1', 'venue', 'Journal-ref', 'Nature 1'],
    ['Cite as: arXiv:2401.00001 [cs.CL] (or so)', 'identifier', 'Cite as', 'arXiv:2401.00001 [cs.CL] (or so)'],
    ['Date: Mon, 1 Jan 2024', 'date', 'Date', 'Mon, 1 Jan 2024'],
    ['Title:', 'title', 'Title', ''],
  ])('%s', (text, field, name, value) => {
    expect(labelOf(text)).toEqual({ field, name, value });
  });

  test.each([
    'Slow Clocks: A Study',
    'Title',
    `Subjects: ${'we asked forty people about clocks '.repeat(4)}`,
    'Date: A Fruit and Its Friends',
    'DOI: the Missing Manual',
    ': a',
    '__proto__: x',
    'constructor: x',
  ])('"%s" is none', (text) => {
    expect(labelOf(text)).toBeUndefined();
  });

  test('a DOI that arXiv gave is the arXiv id', () => {
    const { records } = listing.parse(`Slow Clocks\n\n${abstract}\n\nDOI: 10.48550/arXiv.2401.00001\n`);
    expect(records).toMatchObject([{ arxiv: '2401.00001', doi: undefined, year: 2024 }]);
  });
});

test.each([
  ['A. Bell, C. Door and E. Frame', ['A. Bell', 'C. Door', 'E. Frame']],
  ['A. Bell (1), C. Door (2) ((1) Here, (2) There)', ['A. Bell', 'C. Door']],
  ['Qi (Rose) Yu, Martin Ring, Jr., K. Knock III', ['Qi (Rose) Yu', 'Martin Ring Jr.', 'K. Knock III']],
  ['A. Bell*, C. Door†1 et al.', ['A. Bell', 'C. Door']],
  ['A. Bell, C. Door (12 additional authors not shown)', ['A. Bell', 'C. Door']],
  ['李明、王小红', ['李明', '王小红']],
  [', ,', []],
])('names of "%s"', (list, names) => {
  expect(listedNames(list)).toEqual(names);
});

test.each([
  ['Published on May 19, 2024', 2024],
  ['[Submitted on 1 Jan 2024 (v1), last revised 3 Feb 2025 (this version, v2)]', 2024],
  ['Published on Sep 30', undefined],
  ['Fri, 3 Oct 2025', undefined],
  ['Published on 20240519', undefined],
])('year of "%s"', (line, year) => {
  expect(publishedYear(line)).toBe(year);
});

test.each([
  ['2401.00001', 2024],
  ['0704.0001', 2007],
  ['cs/0309040', 2003],
  ['hep-th/9901001', 1999],
  ['9107.00001', 1991],
])('arXiv gave %s out in %i', (id, year) => {
  expect(arxivYear(id)).toBe(year);
});

test.each([
  ['It works. Code: https://example.org/a', 'https://example.org/a'],
  ['It works. The data are freely available at https://example.org/a_(b).', 'https://example.org/a_(b'],
  ['It works (project page: https://example.org/a).', 'https://example.org/a'],
  ['It refutes https://example.org/a', undefined],
  ['Code: https://example.org/a is old.', undefined],
  ['Code: ftp://example.org/a', undefined],
])('the address of "%s"', (text, url) => {
  expect(codeAddress(text)).toBe(url);
});

test("a paper's own identifier is better than the address of its code", () => {
  const text = `${abstract} Code: https://example.org/code`;
  expect(listing.parse(`Slow Clocks\n\n${text}\n`).records[0]).toMatchObject({
    abstract: text,
    url: 'https://example.org/code',
  });
  expect(listing.parse(`Slow Clocks\n\n${text}\n\narXiv:2401.00001\n`).records[0]?.url).toBeUndefined();
});

test.each([
  ['\u001B[31;1mred\u001B[0m', 'red'],
  ['\u001B]8;;https://e.org\u001B\\link\u001B]8;;\u0007', 'link'],
  ['a\u001B', 'a'],
  ['a\u001B[', 'a'],
  ['a\u001B]8;;never closed', 'a'],
  ['\u001BMa\u001B b', 'a b'],
])('escapes of %j', (text, plain) => {
  expect(withoutEscapes(text)).toBe(plain);
});
