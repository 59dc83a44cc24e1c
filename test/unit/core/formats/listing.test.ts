import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listing } from '../../../../src/core/formats/listing/listing.ts';
import { furnitureGrade } from '../../../../src/core/formats/listing/furniture.ts';
import type { PaperRecord } from '../../../../src/core/paper.ts';
import { identifierLine } from '../../../../src/core/text/identifiers.ts';
import { growth } from '../../../support/growth.ts';

type Pair = readonly [title: string, abstract: string];

/** Made-up papers in every awkward shape: the texts differ in length, punctuation and case. */
const papers: readonly Pair[] = [
  [
    'Tidal Clocks in Limpets: A Field Study',
    'Limpets return to one spot on their rock before the tide goes out. We followed 212 limpets over two summers and found that the return begins forty minutes early, whatever the weather. A clock that counts tides, not days, explains the data best.',
  ],
  [
    'can a thermostat be curious?',
    'Curiosity is often said to need a model of the world. This work builds the smallest controller that seeks information for its own sake. It has three parts and fits on one page.',
  ],
  [
    'Paper Folding is Enough.',
    'We show that folding alone reaches every shape that folding and one cut reach, up to scale. The proof is short and constructive; a program that prints the creases is given.',
  ],
  [
    'On the Slow, Steady and Surprisingly Regular Growth of Very Large Crystals in Caves that Nobody Entered for a Hundred Thousand Years or More',
    'They grow.',
  ],
  [
    'LoRa Weather Stations, Cheap Sensors, and What a Village Learns From Them',
    'Ten villages built their own weather stations from parts that cost less than a pair of shoes. After a year, nine of the ten networks were still running. Forecasts for frost improved by 18 % (p < 0.01), e.g. in valleys that the national service does not resolve.',
  ],
  [
    'Grammar',
    'A grammar of bird song is learned from recordings alone. It predicts the next note well. We release the data.',
  ],
  [
    'Bounds on $k$-SAT: Why $2^{n/2}$ Is Not the End',
    'We prove that $k$-SAT on $n$ variables can be solved in time $O(1.3^n)$ for $k = 3$ under a mild assumption. The algorithm is a random walk with restarts. Its analysis uses nothing beyond first-year probability.',
  ],
  [
    '城市树木对夏季温度的影响：十年观测',
    '本文分析了十年来城市树木对夏季气温的影响。结果表明，树木覆盖率每增加百分之十，午后气温下降约零点八度。这一效应在老城区最为明显。',
  ],
];

const furniture = [
  '42',
  'Submitted by',
  'akhaliq',
  'Oct 2',
  '·12 authors',
  '---',
  'Upvote 7',
  'Subscribe',
  '3 days ago',
];

function page(pairs: readonly Pair[], gap = '\n\n'): string {
  return `${pairs.map(([title, abstract]) => `${title}${gap}${abstract}`).join('\n\n')}\n`;
}

function pairsOf(records: readonly PaperRecord[]): Pair[] {
  return records.map(({ title, abstract }) => [title, abstract]);
}

function reports(count: number): Pair[] {
  return Array.from({ length: count }, (_, index): Pair => [`Report ${index} on Tides`, papers[0]?.[1] ?? '']);
}

function pageOfReports(count: number): string {
  return page(reports(count));
}

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (line.length <= width || lines.at(-1) === '') lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('shapes of a list', () => {
  const plain = page(papers);
  const wrapped = papers.filter(([title]) => title.length < 80);
  test.each<readonly [string, string, readonly Pair[]]>([
    ['as copied', plain, papers],
    ['with CRLF', plain.replaceAll('\n', '\r\n'), papers],
    ['with CR', plain.replaceAll('\n', '\r'), papers],
    ['with a BOM', `\uFEFF${plain}`, papers],
    ['with several blank lines', plain.replaceAll('\n\n', '\n\n \n\t\n\n'), papers],
    ['without a blank line between title and abstract', page(papers, '\n'), papers],
    ['without a newline at the end', plain.trimEnd(), papers],
    ['with Markdown headings for titles', papers.map(([t, a]) => `## ${t}\n\n${a}\n`).join('\n'), papers],
    [
      'with furniture before each',
      papers.map(([t, a]) => `${furniture.join('\n\n')}\n\n${t}\n\n${a}\n`).join('\n'),
      papers,
    ],
    [
      'with votes between title and abstract',
      papers.map(([t, a]) => `${t}\n\n·12 authors\n\n7\n\n${a}\n`).join('\n'),
      papers,
    ],
    ['wrapped at 72', wrapped.map(([t, a]) => `${t}\n\n${wrap(a, 72)}\n`).join('\n'), wrapped],
    ['wrapped at 90', wrapped.map(([t, a]) => `${t}\n\n${wrap(a, 90)}\n`).join('\n'), wrapped],
  ])('%s', (_name, text, expected) => {
    const { records, problems } = listing.parse(text);
    expect(pairsOf(records)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('no blank lines at all, where abstracts are longer than titles', () => {
    const long = papers.filter(([title, abstract]) => abstract.length > 150 && title.length > 12);
    const { records } = listing.parse(long.flat().join('\n'));
    expect(pairsOf(records)).toEqual(long);
  });

  test('abstracts of two and three paragraphs', () => {
    const second = 'A second study with other people gave the same result. It is reported in full.';
    const third = 'Code is available at https://example.org/code.';
    const text = papers.map(([title, abstract]) => `${title}\n\n${abstract}\n\n${second}\n\n${third}\n`).join('\n');
    const { records, problems } = listing.parse(text);
    expect(pairsOf(records)).toEqual(
      papers.map(([title, abstract]) => [title, `${abstract}\n\n${second}\n\n${third}`]),
    );
    expect(problems).toEqual([]);
  });

  test('one wrapped abstract in a list that is not wrapped', () => {
    // The others stand right under their titles, so most line breaks of the list say nothing of a width.
    const text = papers.map(([title, abstract], at) =>
      at === 4 ? `${title}\n\n${wrap(abstract, 60)}\n` : `${title}\n${abstract}\n`,
    );
    expect(pairsOf(listing.parse(text.join('\n')).records)).toEqual(papers);
  });

  test('two papers with one title are two records', () => {
    const [first] = papers;
    const { records } = listing.parse(page([first ?? ['', ''], first ?? ['', '']]));
    expect(records).toHaveLength(2);
  });

  test('ranges are whole lines, title to end of abstract', () => {
    const { records } = listing.parse(
      'new\n\nA Title That Is Plain Enough\n\nIt has one part. The second is below.\n\nIt stands here.\n\n42\n',
    );
    expect(records[0]?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 6, character: 15 } });
  });

  test('a copied address, arXiv id, DOI and authors line belong to the paper', () => {
    const [title, abstract] = papers[0] ?? ['', ''];
    const text = `${title}\n\nAda Lovelace, Charles Babbage and Mary Somerville\n\narXiv:2401.00001v2 [cs.CL]\n\n${abstract}\n\nhttps://doi.org/10.1000/ABC.1\n`;
    const { records, problems } = listing.parse(text);
    expect(records).toMatchObject([
      {
        title,
        abstract,
        arxiv: '2401.00001',
        doi: '10.1000/abc.1',
        authors: ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville'],
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('an address inside a sentence may be another work and is not taken', () => {
    const { records } = listing.parse(
      'A Reply to an Older Paper\n\nWe answer https://arxiv.org/abs/2401.00001 point by point. Nothing of it stands.\n',
    );
    expect(records[0]).toMatchObject({ arxiv: undefined, url: undefined });
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...furniture, ...papers.flat(), '', ' ', '\u001B[31mred', '## ', '__proto__'),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join(end));

  test('every line is in one record, in a problem, or furniture', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { records, problems } = listing.parse(input);
        const lines = input.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        const owners = lines.map(() => 0);
        for (const { range } of records) {
          for (let at = range.start.line; at <= range.end.line; at += 1) owners[at] = (owners[at] ?? 0) + 1;
        }
        expect(Math.max(0, ...owners)).toBeLessThanOrEqual(1);
        // What was left out between a title and its abstract is told inside the record.
        for (const { range, code } of problems) {
          if (code !== 'unplaced-text') continue;
          for (let at = range.start.line; at <= range.end.line; at += 1) owners[at] = 1;
        }
        for (const [at, content] of lines.entries()) {
          if (content.trim() === '' || owners[at] === 1) continue;
          const known = furnitureGrade(content.trim(), undefined) ?? identifierLine(content);
          const announced = furnitureGrade(content.trim(), 'Submitted by');
          expect(known ?? announced, `line ${at} "${content}" was lost`).toBeDefined();
        }
        for (const record of records) expect(record.title).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('twice the list takes about twice the time', () => {
    // Four times the papers: twelve times the time would still be far from quadratic (sixteen).
    const sizes = { small: 5_000, large: 20_000, enough: 12 };
    expect(growth(pageOfReports, (list) => listing.parse(list), sizes)).toBeLessThan(12);
  });

  test('a hundred thousand papers come out one by one', () => {
    const many = Array.from({ length: 100_000 }, (_, index): Pair => [
      `Report ${index} on Tides`,
      papers[0]?.[1] ?? '',
    ]);
    const { records, problems } = listing.parse(page(many));
    expect(records).toHaveLength(100_000);
    expect(records[99_999]?.title).toBe('Report 99999 on Tides');
    expect(problems).toEqual([]);
  });

  test('lines of a megabyte, and a hundred thousand of one letter', () => {
    for (const hostile of ['a'.repeat(1_000_000), 'a\n'.repeat(100_000), 'A. '.repeat(300_000), '$'.repeat(500_000)]) {
      const { records, problems } = listing.parse(hostile);
      expect(records.length + problems.length).toBeGreaterThan(0);
    }
  });
});

describe('the real page', () => {
  const path = `${import.meta.dirname}/../../../../../shared/workspace/daily-papers.txt`;
  const present = existsSync(path);
  const lines = present ? readFileSync(path, 'utf8').split('\n') : [];
  // Everything after the furniture of the page's head alternates: title, abstract.
  const kept = lines.map((text, line) => ({ text, line })).filter(({ text, line }) => line > 10 && text !== '');
  const expected = kept.flatMap((title, index) =>
    index % 2 === 0 ? [{ title: title.text, abstract: kept[index + 1]?.text ?? '', line: title.line }] : [],
  );

  test.each([
    ['as it is', (text: string) => text],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a BOM', (text: string) => `\uFEFF${text}`],
  ])('gives its 28 papers exactly, %s', (_name, change) => {
    if (!present) {
      console.log('shared/workspace/daily-papers.txt is not here: nothing was compared');
      return;
    }
    expect(expected).toHaveLength(28);
    const { records, problems } = listing.parse(change(lines.join('\n')));
    expect(records.map(({ title, abstract, range }) => ({ title, abstract, line: range.start.line }))).toEqual(
      expected,
    );
    expect(problems).toEqual([]);
  });
});
