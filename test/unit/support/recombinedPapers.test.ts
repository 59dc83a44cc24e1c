import { describe, expect, test } from 'vitest';
import { inventedPapers } from '../../support/inventedPapers.ts';
import { recombinedPapers } from '../../support/recombinedPapers.ts';

describe('inventedPapers', () => {
  const papers = inventedPapers(2000);

  test('are the same each time, and the beginning of more', () => {
    expect(inventedPapers(300)).toEqual(papers.slice(0, 300));
  });

  test('have distinct keys and titles', () => {
    expect(new Set(papers.map(({ key }) => key)).size).toBe(2000);
    expect(new Set(papers.map(({ title }) => title)).size).toBe(2000);
  });

  test('leave no slot of a template open', () => {
    expect(papers.filter(({ title, abstract }) => /[{}]|undefined/.test(title + abstract))).toEqual([]);
  });

  test('have titles, abstracts and authors of the usual length', () => {
    expect(papers.filter(({ title }) => wordCount(title) < 4 || wordCount(title) > 16)).toEqual([]);
    expect(papers.filter(({ abstract }) => wordCount(abstract) < 40 || wordCount(abstract) > 260)).toEqual([]);
    expect(papers.filter(({ authors }) => authors.length < 1 || authors.length > 6)).toEqual([]);
    expect(papers.filter(({ year }) => year === undefined || year < 2000 || year > 2025)).toEqual([]);
  });

  test('begin in ways that tell most of them apart', () => {
    expect(new Set(papers.map(({ title }) => title.slice(0, 16))).size).toBeGreaterThan(1500);
  });

  test('use words as unevenly as a language', () => {
    const counts = new Map<string, number>();
    const all = papers.flatMap(({ abstract }) => abstract.toLowerCase().match(/[a-z]+/g) ?? []);
    for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const share = sorted.slice(0, 100).reduce((sum, count) => sum + count, 0) / all.length;
    expect(share).toBeGreaterThan(0.4);
    expect(sorted.filter((count) => count < 3).length).toBeGreaterThan(1000);
  });
});

describe('recombinedPapers', () => {
  const [first, second] = inventedPapers(2);
  if (first === undefined || second === undefined) throw new Error('There are two.');
  const papers = [
    { ...first, key: 'a', title: 'One Two Three Four Five', year: 2001 },
    { ...second, key: 'b', title: 'Six Seven', year: 2002 },
  ];

  test('the papers themselves come first', () => {
    expect(recombinedPapers(papers, 1)).toEqual([papers[0]]);
    expect(recombinedPapers(papers, 3).slice(0, 2)).toEqual(papers);
  });

  test('further ones are halves of titles, and the rest of others', () => {
    const further = recombinedPapers(papers, 100).slice(2);
    expect(new Set(further.map(({ title }) => title))).toEqual(
      new Set(['One Two Three Four Five', 'One Two Seven', 'Six Three Four Five', 'Six Seven']),
    );
  });

  test('authors and year are of one paper, abstract, venue and keywords of one other', () => {
    const many = inventedPapers(40);
    const further = recombinedPapers(many, 200).slice(40);
    const pairs = further.map(({ authors, year, abstract, venue, keywords }) => [
      many.findIndex((paper) => paper.authors === authors && paper.year === year),
      many.findIndex((paper) => paper.abstract === abstract && paper.venue === venue && paper.keywords === keywords),
    ]);
    expect(pairs.flat()).not.toContain(-1);
    expect(pairs.filter(([people, text]) => people !== text).length).toBeGreaterThan(140);
  });

  test('are the same each time, and the beginning of more', () => {
    const many = inventedPapers(50);
    const more = recombinedPapers(many, 500);
    expect(more).toHaveLength(500);
    expect(new Set(more.map(({ key }) => key)).size).toBe(500);
    expect(recombinedPapers(many, 200)).toEqual(more.slice(0, 200));
  });

  test('nothing is put together from nothing', () => {
    expect(recombinedPapers([], 10)).toEqual([]);
  });
});

function wordCount(text: string): number {
  return text.split(' ').length;
}
