import { describe, expect, test } from 'vitest';
import { furnitureGrade } from '../../../../src/core/formats/listing/furniture.ts';
import { listing } from '../../../../src/core/formats/listing/listing.ts';

const papers = [
  [
    'Tidal Clocks in Limpets: A Field Study',
    'Limpets return to one spot on their rock before the tide goes out. We followed 212 limpets over two summers.',
  ],
  ['Grammar', 'A grammar of bird song is learned from recordings alone. It predicts the next note well.'],
] as const;
const page = papers.map(([title, abstract]) => `${title}\n\n${abstract}\n`).join('\n');

describe('what is no paper', () => {
  test('a title without an abstract is kept and told', () => {
    const { records, problems } = listing.parse(`A Title That Nobody Wrote an Abstract For\n\n${page}`);
    expect(records).toHaveLength(3);
    expect(records[0]?.abstract).toBe('');
    expect(problems.map(({ code, range }) => [code, range.start.line])).toEqual([['missing-abstract', 0]]);
  });

  test('a preface is told as text that was left out', () => {
    const { records, problems } = listing.parse(`These are the papers I read in spring. Most are good.\n\n${page}`);
    expect(records.map(({ title, abstract }) => [title, abstract])).toEqual(papers);
    expect(problems.map(({ code, range }) => [code, range.start.line])).toEqual([['unplaced-text', 0]]);
  });

  test.each(['', '\n\n', 'new\n\nSubscribe\n\nOct 1\n', '---\n***\n'])('%j holds none and says so', (text) => {
    const { records, problems } = listing.parse(text);
    expect(records).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['no-papers']);
  });

  test.each([
    '42',
    'Submitted by',
    '·12 authors',
    '---',
    'Upvote 7',
    'Subscribe',
    '3 days ago',
    'new',
    'Get trending papers in your email inbox!',
    'Daily Papers',
    'byAK and the research community',
    'Oct 1',
    'October 1st, 2025',
    'Wed, 1 Oct 2025',
    '2025-10-01',
    '1.2k',
    '5 comments',
    'Page 2 of 7',
    '* * *',
    '▲',
    'Submitted byada',
    '12 upvotes · 3 comments',
    'Published on Sep 30 · Submitted by Ada Lovelace',
    '← Previous',
    'Next page »',
    'Sep 29 – Oct 5',
    'Week 40',
    'GitHub 42',
    "ada's avatar",
    'cs.CL, cs.AI',
    '[Submitted on 1 Oct 2025]',
    '2025年10月1日',
  ])('"%s" is furniture', (line) => {
    expect(furnitureGrade(line, undefined)).toBe('certain');
  });

  test.each([
    'Grammar of Graphics Revisited',
    'Attention Is All You Need',
    'March 1848: A History',
    'May the Best Model Win',
    'Abstract 1',
    'Models of Search and of Community',
    `${'.'.repeat(3000)} and then a word`,
  ])('"%s" is no furniture', (line) => {
    expect(furnitureGrade(line, undefined)).toBeUndefined();
  });

  test('a bare name is only perhaps furniture: it may be a title', () => {
    expect(furnitureGrade('Ada Lovelace', undefined)).toBe('perhaps');
    expect(furnitureGrade('Grammar', undefined)).toBe('perhaps');
    expect(furnitureGrade('Models Docs Pricing', undefined)).toBe('likely');
    expect(furnitureGrade('akhaliq', undefined)).toBe('likely');
    expect(furnitureGrade('Ada Lovelace', 'Submitted by')).toBe('announced');
  });
});
