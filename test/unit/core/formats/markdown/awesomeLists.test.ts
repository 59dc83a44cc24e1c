import { expect, test } from 'vitest';
import { readList } from './readList.ts';

// Whole lists, with every field of every paper.

const awesome = [
  {
    place: '18:0-18:82',
    title: 'Rivers at Night',
    authors: ['Ana Moss', 'Carl Bell'],
    year: 2024,
    arxiv: '2401.00001',
    groups: ['Sediment'],
  },
  {
    place: '19:0-19:145',
    title: 'Counting Grains & Pebbles in $\\alpha$-Deltas',
    year: 2023,
    venue: 'NeurIPS',
    url: 'https://openreview.net/forum?id=abc',
    groups: ['Sediment'],
  },
  {
    place: '20:0-20:126',
    title: 'Moss and the Memory of Rain',
    year: 2024,
    arxiv: '2405.00010',
    url: 'https://github.com/moss/rain',
    groups: ['Sediment'],
    details: {
      variables: {
        issued: '2024-05',
      },
    },
  },
  {
    place: '21:0-21:164',
    title: 'The Slow Delta [Revisited]',
    year: 2024,
    doi: '10.1000/delta',
    arxiv: '2401.00009',
    groups: ['Sediment'],
  },
  {
    place: '27:0-27:76',
    title: 'Walking on Thin Ice',
    year: 2022,
    venue: 'ACL',
    url: 'https://aclanthology.org/2022.acl-long.1/',
    groups: ['Ice'],
  },
  {
    place: '28:0-28:38',
    title: 'Melting by Degrees',
    year: 2022,
    venue: 'ICLR',
    url: 'https://openreview.net/pdf?id=melt',
    groups: ['Ice'],
  },
  {
    place: '34:0-34:237',
    title: 'Floes in Flight',
    year: 2021,
    venue: 'ICCV',
    arxiv: '2104.00003',
    url: 'https://github.com/door/floes',
    groups: ['Ice'],
    details: {
      variables: {
        issued: '2021-04-05',
      },
    },
  },
  {
    place: '35:0-35:59',
    title: 'Pipes | and Other Frozen Things',
    year: 2021,
    venue: 'CVPR',
    groups: ['Ice'],
  },
];

const boldTitles = [
  {
    place: '4:0-6:104',
    title: 'Shadow Clocks',
    abstract: 'We build a clock that runs on shadows alone and show that it stops at night, as all clocks should.',
    authors: ['Ana Moss', 'Carl Bell', 'Dora Door'],
    year: 2023,
    venue: 'Journal of Fog',
    url: 'https://example.org/shadow.pdf',
    groups: ['Clocks'],
  },
  {
    place: '8:0-11:73',
    title: 'Slow Clocks, Fast Clocks',
    abstract: 'Clocks are slow, and nobody minds. We measure nine of them.',
    authors: ['Ana Moss', 'Carl Bell', 'Dora Door'],
    year: 2023,
    venue: 'ICML',
    arxiv: '2301.00002',
    groups: ['Clocks'],
  },
  {
    place: '13:0-20:12',
    title: 'Clocks for Cats',
    abstract: 'Cats know when it is dinner time. We ask how, and the cats do not tell.',
    authors: ['Eva Frost', 'Guy Hall'],
    year: 2022,
    venue: 'NeurIPS',
    url: 'https://papers.nips.cc/paper/2022/hash/1.html',
    groups: ['Clocks'],
  },
  {
    place: '24:0-28:85',
    title: 'What Moss Remembers',
    abstract: 'Moss that has dried out once survives a second drought better than moss that has not.',
    authors: ['Ana Moss', 'Carl Bell'],
    year: 2024,
    venue: 'ICLR',
    arxiv: '2302.00004',
    groups: ['Moss'],
  },
  {
    place: '30:0-36:87',
    title: 'Moss on Stones without a Link',
    abstract: 'Stones are hard, and moss is soft. We show who wins, after two hundred years and a day.',
    authors: ['Ana Moss', 'Carl Bell', 'Dora Door'],
    year: 2023,
    arxiv: '2302.00005',
    url: 'https://github.com/moss/stones',
    groups: ['Moss'],
  },
  {
    place: '38:0-38:90',
    title: 'A Paragraph about Ferns',
    authors: ['Guy Hall'],
    year: 2020,
    venue: 'Nature',
    doi: '10.1000/ferns',
    groups: ['Moss'],
  },
  {
    place: '40:0-40:74',
    title: 'Lichens Are Two',
    authors: ['Eva Frost'],
    year: 2019,
    venue: 'Annals of Lichen',
    arxiv: '1901.00006',
    groups: ['Moss'],
  },
];

test.each([
  ['an awesome list: badges, contents, nested headings, tables, tools', 'awesome.md', awesome],
  ['bold titles with abstracts below, headings and paragraphs that are papers', 'bold-titles.md', boldTitles],
] as const)('%s', (_name, file, expected) => {
  expect(readList(file)).toEqual(expected);
  expect(readList(file, (text) => text.replaceAll('\n', '\r\n'))).toEqual(expected);
});
