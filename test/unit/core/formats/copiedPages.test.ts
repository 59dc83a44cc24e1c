import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { authorsOf } from '../../../../src/core/formats/listing/labelledLists.ts';
import { listing } from '../../../../src/core/formats/listing/listing.ts';

type Pair = readonly [title: string, abstract: string];

const root = join(import.meta.dirname, '../../../..');

const moss: Pair = [
  'What Moss Remembers: Drought Memory in Bryophytes Without Nerves',
  'Moss that has dried out once survives a second drought better than moss that has not. We dried 300 cushions of four species and counted living leaves after re-wetting. The effect lasts for two winters and needs no new growth, so that something in the old cells must carry it.',
];
const beach: Pair = [
  'who sweeps the beach?',
  'Beaches lose litter at night, and nobody is paid for it. Cameras on nine beaches show who comes: gulls, tides and one retired teacher.',
];
const own: readonly Pair[] = [
  moss,
  beach,
  ['Shadow Clocks', 'We build a clock that runs on shadows alone.'],
  [
    'Bread, Butter and Bacteria: A Short Survey of Things That Grow in Kitchens and of the People Who Would Rather They Did Not, with an Appendix on Sponges',
    'It grows.',
  ],
  [
    'Nobody Reads the Manual.',
    'A thousand people were given a kettle and its manual. Nine read the manual. Eight of them could not find the switch.',
  ],
];

function real(): readonly Pair[] | undefined {
  const path = join(root, '../shared/workspace/daily-papers.txt');
  if (!existsSync(path)) {
    console.log('shared/workspace/daily-papers.txt is not here: only the lists of the tests are compared');
    return undefined;
  }
  // Everything after the furniture of the page's head alternates: title, abstract.
  const kept = readFileSync(path, 'utf8')
    .split('\n')
    .slice(11)
    .filter((line) => line !== '');
  return kept.flatMap((title, index) => (index % 2 === 0 ? [[title, kept[index + 1] ?? ''] as const] : []));
}

function pairs(text: string): readonly Pair[] {
  return listing.parse(text).records.map(({ title, abstract }) => [title, abstract]);
}

function page(papers: readonly Pair[]): string {
  return papers.map(([title, abstract]) => `${title}\n\n${abstract}\n`).join('\n');
}

function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();
}

const furniture =
  `42|Submitted by|akhaliq|Oct 2|·12 authors|---|Upvote 12|View all papers|Back to articles|Sign up|new|Subscribe
|Submitted by akhaliq|1.2k|***|===|Previous|Next|Log in|3 days ago|BestReader7|Get trending papers in your email inbox!
|byAK and the research community|October 1, 2025|Ada Lovelace|5 comments|▲ 12|GitHub 42|@someone|View PDF Project page`
    .split('|')
    .map((line) => line.trim());

describe('furniture anywhere', () => {
  test.each([
    ['our own papers', own],
    ['the real page', real() ?? own],
  ])('between papers, with any blank lines, %s come out the same', (_name, papers) => {
    const gap = fc.constantFrom('\n', '\n\n', '\n\n\n', ' \n', '\r\n\r\n', '\n\u00A0\n');
    const between = fc.array(fc.tuple(fc.constantFrom(...furniture), gap), { maxLength: 4 });
    const pieces = fc.array(fc.tuple(between, fc.constantFrom('\n\n', '\n\n\n'), gap), {
      minLength: papers.length,
      maxLength: papers.length,
    });
    fc.assert(
      fc.property(pieces, (shape) => {
        const text = papers.map(([title, abstract], index) => {
          const [before, middle, after] = shape[index] ?? [[], '\n\n', '\n'];
          return `${before.flat().join('')}${title}${middle}${abstract}${after}`;
        });
        const { problems } = listing.parse(text.join(''));
        expect(pairs(text.join(''))).toEqual(papers);
        expect(problems).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('"Submitted by" may stand right above a title', () => {
    expect(
      pairs(`Submitted by\nShadow Clocks\n\n${moss[1]}\n\nSubmitted by\n\nWhat Moss Remembers\n\n${beach[1]}`),
    ).toEqual([
      ['Shadow Clocks', moss[1]],
      ['What Moss Remembers', beach[1]],
    ]);
  });

  test('a whole copied page: menus, submitters, votes, numbers of authors, footer', () => {
    const text = readFileSync(join(root, 'test/fixtures/lists/copied-page.txt'), 'utf8');
    const grammar =
      "A grammar of bird song is learned from recordings alone. It predicts the next note better than the birds' own neighbours do.\n\nThe recordings are free to use.";
    expect(pairs(text)).toEqual([moss, ['Grammar', grammar], beach]);
    expect(listing.parse(text).problems).toEqual([]);
    expect(listing.parse(text).records.map(({ range }) => range.start.line)).toEqual([17, 24, 34]);
  });
});

describe('wrapped lists', () => {
  test('titles may be wrapped, too', () => {
    const text = own.map(([title, abstract]) => `${wrap(title, 60)}\n\n${wrap(abstract, 60)}\n`).join('\n');
    expect(pairs(text)).toEqual(own);
  });

  test('the second paragraph of a wrapped abstract may begin with a full line and a capital', () => {
    // "… of four" fills the line, and the next one could be the beginning of a sentence.
    const second =
      'These cushions were used to judge the endurance of three other Hypnum species, which nobody had tried. It is high.';
    expect(wrap(second, 66)).toContain('other\nHypnum');
    const text = `${moss[0]}\n\n${wrap(moss[1], 66)}\n\n${wrap(second, 66)}\n\n${beach[0]}\n\n${wrap(beach[1], 66)}\n`;
    expect(pairs(text)).toEqual([[moss[0], `${moss[1]}\n\n${second}`], beach]);
  });

  test('an address that is longer than the lines stays in its paragraph', () => {
    const abstract = `${moss[1]} All counts and photographs are at https://example.org/a/very/long/address/of/the/data/of/this/work/on/moss.`;
    const text = `${moss[0]}\n\n${wrap(abstract, 60)}\n\n${beach[0]}\n\n${wrap(beach[1], 60)}\n`;
    expect(pairs(text)).toEqual([[moss[0], abstract], beach]);
  });

  test('a divider below a full line is no part of it', () => {
    const text = own.map(([title, abstract]) => `${title}\n${'='.repeat(20)}\n\n${wrap(abstract, 60)}\n`).join('\n');
    expect(pairs(text)).toEqual(own);
  });

  test('furniture right above a title is not its first line', () => {
    const sleepers: Pair = ['Electroencephalography of Sleeping Mosses', beach[1]];
    const text = [moss, sleepers].map(
      ([title, abstract]) => `Get trending papers in your email inbox!\n${title}\n\n${wrap(abstract, 60)}\n`,
    );
    expect(pairs(text.join('\n'))).toEqual([moss, sleepers]);
  });

  test('a title that fills the width stands right above its abstract', () => {
    const full: Pair = ['A Day at the Sea Shore: Nine Beaches, Ten Cameras and a Dog', beach[1]];
    const list = [moss, full, beach].map(([title, abstract]) => `${title}\n${wrap(abstract, 60)}\n`).join('\n');
    expect(pairs(list)).toEqual([moss, full, beach]);
  });
});

describe('what stands where a title could', () => {
  test('a preface above a short title', () => {
    const text = `My favourite papers of spring, collected for the reading group on Tuesdays.\n\n${page([['Shadow Clocks', moss[1]]])}`;
    expect(pairs(text)).toEqual([['Shadow Clocks', moss[1]]]);
    expect(listing.parse(text).problems.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['unplaced-text', 0],
    ]);
  });

  test('titles with full stops in a list without any blank line', () => {
    const long: Pair = [own[3]?.[0] ?? '', moss[1]];
    const papers = [moss, beach, long, beach].map(([title, abstract]): Pair => [
      `${title.replace('?', '')}.`,
      abstract,
    ]);
    expect(pairs(papers.flat().join('\n'))).toEqual(papers);
  });

  test('two authors below a title that could be a name', () => {
    const { records } = listing.parse(`${page([beach])}\nShadow Clocks\n\nAda Lovelace, Mary Somerville\n\n${moss[1]}`);
    expect(records[1]).toMatchObject({ title: 'Shadow Clocks', authors: ['Ada Lovelace', 'Mary Somerville'] });
  });

  test.each([
    'Trees, Forests, Grass, Random Graphs and Slow Clocks',
    'We study trees, forests, and graphs',
    'Trees',
    'Ada Lovelace',
  ])('"%s" is no list of authors', (line) => {
    expect(authorsOf(line)).toBeUndefined();
  });

  test.each([
    ['Authors: Ada Lovelace', ['Ada Lovelace']],
    [
      'Ada Lovelace*, J. von Neumann¹ and Grace B. Hopper et al.',
      ['Ada Lovelace', 'J. von Neumann', 'Grace B. Hopper'],
    ],
    ['李明、王小红', ['李明', '王小红']],
  ])('%s', (line, names) => {
    expect(authorsOf(line)).toEqual(names);
  });
});

describe('details of a paper', () => {
  test('a list that writes the arXiv id above the title', () => {
    const text = own.map(([title, abstract], index) => `arXiv:2401.0000${index}\n${title}\n${abstract}\n`).join('\n');
    const { records, problems } = listing.parse(text);
    expect(records.map(({ title, arxiv }) => [title, arxiv])).toEqual(
      own.map(([title], index) => [title, `2401.0000${index}`]),
    );
    expect(problems).toEqual([]);
  });

  test('keywords and what arXiv prints around an abstract', () => {
    const text = `${moss[0]}\n\nAda Lovelace, wanli shi, Émilie du Châtelet, Mary Somerville\n\n${moss[1]}\n\nComments: 12 pages, 4 figures\n\nKeywords: moss, drought; memory.\n\n${page([beach])}`;
    const { records, problems } = listing.parse(text);
    expect(pairs(text)).toEqual([moss, beach]);
    expect(records[0]?.keywords).toEqual(['moss', 'drought', 'memory']);
    expect(records[0]?.authors).toEqual(['Ada Lovelace', 'wanli shi', 'Émilie du Châtelet', 'Mary Somerville']);
    expect(problems).toEqual([]);
  });

  test('a name between a title and its abstract is no title, and a title of two phrases no list of names', () => {
    expect(pairs(`${moss[0]}\n\nAda Lovelace\n\n${moss[1]}`)).toEqual([moss]);
    expect(pairs(`${page([beach])}\nSlow Clocks and Shadow Clocks\n\n${moss[1]}`)).toEqual([
      beach,
      ['Slow Clocks and Shadow Clocks', moss[1]],
    ]);
  });

  test('Markdown headings above those of the titles are sections', () => {
    const text = `# Reading list\n\n## Plants\n\n### ${moss[0]}\n${moss[1]}\n\n## Beaches\n\n### ${beach[0]}\n${beach[1]}\n`;
    expect(pairs(text)).toEqual([moss, beach]);
    expect(listing.parse(text).problems).toEqual([]);
  });
});
