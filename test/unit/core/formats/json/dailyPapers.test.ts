import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listOf, member } from '../../../../../src/core/formats/json/jsonValues.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';

const fixture = readFileSync(join(import.meta.dirname, '../../../../fixtures/json/daily-papers.json'), 'utf8');
const month = join(import.meta.dirname, '../../../../../../shared/corpus/hf-daily-papers-2024-05.json.gz');

test('what the API says of a paper', () => {
  const { format, records, problems } = parsePaperFile('papers.json', fixture);
  expect({ format, problems }).toEqual({ format: 'dailyPapers', problems: [] });
  expect(records).toHaveLength(2);
  expect(records[0]).toEqual({
    title: 'Tides in Teacups: Small Seas and Their Moons',
    abstract: 'Small seas feel the moon but do not show it.',
    // Whom the page hides wrote the paper nevertheless; who posted it did not.
    authors: ['Ada Byron', 'Johannes van der Berg'],
    year: 2024,
    arxiv: '2405.90001',
    keywords: ['tides', 'small seas'],
    details: {
      type: 'article',
      names: {
        author: [
          { family: 'Byron', given: 'Ada' },
          { family: 'Berg', given: 'Johannes', particle: 'van der' },
        ],
      },
      variables: { issued: '2024-05-19' },
      other: [
        ['upvotes', '157'],
        ['githubRepo', 'https://github.com/example/teacups'],
        ['githubStars', '42'],
        ['ai_summary', 'Cups have tides.'],
        ['submittedOnDailyAt', '2024-05-22T00:00:00.000Z'],
        ['organization', 'Tide Office'],
      ],
    },
    range: { start: { line: 1, character: 2 }, end: { line: 28, character: 3 } },
  });
  expect(records[1]?.details?.other).toEqual([['upvotes', '0']]);
});

test('one paper, as its own address gives it', () => {
  const one: unknown = JSON.parse(fixture);
  const inner = member(listOf(one)[0], 'paper');
  const { format, records } = parsePaperFile('papers.json', JSON.stringify(inner));
  expect(format).toBe('dailyPapers');
  expect(records).toMatchObject([{ arxiv: '2405.90001', authors: ['Ada Byron', 'Johannes van der Berg'] }]);
});

test('a month of the real thing', () => {
  if (!existsSync(month)) {
    console.log('The shared month of daily papers is not on this machine: nothing was read.');
    return;
  }
  const text = gunzipSync(readFileSync(month)).toString('utf8');
  const { format, records, problems } = parsePaperFile('daily-papers.json', text);
  expect({ format, problems, count: records.length }).toEqual({ format: 'dailyPapers', problems: [], count: 155 });
  for (const record of records) {
    expect(record.title).not.toBe('');
    expect(record.abstract.length).toBeGreaterThan(100);
    expect(record.arxiv).toMatch(/^24\d{2}\.\d{5}$/);
    expect(record.year).toBe(2024);
    expect(record.authors.length).toBeGreaterThan(0);
  }
  const raw: unknown = JSON.parse(text);
  const papers = listOf(raw).map((item) => member(item, 'paper'));
  const told = (name: string): number => papers.filter((paper) => member(paper, name) !== undefined).length;
  const kept = (name: string): number =>
    records.filter(({ details }) => details?.other?.some(([own]) => own === name)).length;
  for (const name of ['upvotes', 'githubRepo', 'ai_summary']) expect([name, kept(name)]).toEqual([name, told(name)]);
  expect(records.filter(({ keywords }) => keywords.length > 0)).toHaveLength(told('ai_keywords'));
  expect(told('upvotes')).toBe(155);
});
