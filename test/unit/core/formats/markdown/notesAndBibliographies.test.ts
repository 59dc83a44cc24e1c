import { expect, test } from 'vitest';
import { readList } from './readList.ts';

// Whole lists, with every field of every paper.

const weeklyNotes = [
  {
    place: '9:0-11:28',
    title: 'Tides in a Teacup',
    year: 2024,
    arxiv: '2402.00001',
  },
  {
    place: '12:0-12:103',
    title: '3D Printing a Fog',
    authors: ['Dora Door', 'Eva Frost'],
    url: 'https://www.nature.com/articles/s00000-024-0001-1',
  },
  {
    place: '16:0-16:62',
    title: 'Echoes without Answers',
    year: 2024,
    arxiv: '2402.00003',
    groups: ['Echoes'],
  },
  {
    place: '17:0-17:113',
    title: 'The Silence of Doorbells',
    year: 2022,
    venue: 'INTERSPEECH',
    url: 'https://www.isca-archive.org/interspeech_2022/bell22.pdf',
    groups: ['Echoes'],
  },
  {
    place: '28:0-28:96',
    title: 'Maps of the Moon and of What Is Behind It',
    authors: ['Ana Moss'],
    year: 2019,
    doi: '10.1000/maps',
    groups: ['Maps'],
  },
  {
    place: '29:0-29:59',
    title: 'Maps for Moles',
    authors: ['Guy Hall'],
    year: 2021,
    groups: ['Maps'],
  },
  {
    place: '32:2-32:54',
    title: 'Maps of Maps',
    url: 'https://dl.acm.org/doi/10.1145/1.2',
    groups: ['Follow-ups'],
  },
  {
    place: '33:2-33:59',
    title: 'Moles on Maps',
    url: 'https://ieeexplore.ieee.org/document/1',
    groups: ['Follow-ups'],
  },
];

const numberedBibliography = [
  {
    place: '2:0-2:121',
    title: 'Walking on Ice with Two Legs',
    authors: ['A. Moss', 'C. Bell'],
    year: 2023,
    venue: 'Journal of Cold',
    doi: '10.1000/ice',
    details: {
      variables: {
        volume: '12',
        issue: '3',
        page: '4-19',
      },
    },
  },
  {
    place: '3:0-3:72',
    title: 'Rivers in the city',
    authors: ['A. Moss'],
    year: 2020,
    venue: 'Journal of Rivers',
    details: {
      variables: {
        volume: '7',
        issue: '1',
        page: '1-10',
      },
    },
  },
  {
    place: '4:0-4:115',
    title: 'Quoted titles and their friends',
    authors: ['A. Moss', 'C. Bell', 'D. Door'],
    year: 2019,
    venue: 'Proc. of the Fog Conference',
    details: {
      variables: {
        page: '3-9',
      },
    },
  },
  {
    place: '5:0-5:67',
    title: 'On the Weight of Fog',
    authors: ['Dora Door', 'Eva Frost'],
    year: 2021,
    venue: 'NeurIPS',
  },
  {
    place: '6:0-6:107',
    title: 'A Link in the Middle',
    authors: ['E. Frost'],
    year: 2018,
    venue: 'Annals of Links',
    url: 'https://link.springer.com/article/10.1007/s1',
  },
  {
    place: '7:0-7:117',
    title: 'Is it cold?',
    authors: ['G. Hall', 'J. van den Berg', 'A. Moss'],
    year: 2017,
    venue: 'Physical Review of Cold',
    doi: '10.1000/cold.1',
    details: {
      variables: {
        volume: '3',
        page: '12-14',
      },
    },
  },
  {
    place: '8:0-8:49',
    title: 'Ice and Its Uses',
    authors: ['Ana Moss'],
    year: 2016,
    venue: 'ICML',
  },
  {
    place: '9:0-9:70',
    title: 'Bells at Noon',
    authors: ['Carl Bell'],
    year: 2015,
    venue: 'Journal of Sound',
    details: {
      variables: {
        volume: '4',
        issue: '2',
        page: '11-12',
      },
    },
  },
];

test.each([
  ['notes by week: checkboxes, front matter, comments, code', 'weekly-notes.md', weeklyNotes],
  ['a bibliography as journals print it', 'numbered-bibliography.md', numberedBibliography],
] as const)('%s', (_name, file, expected) => {
  expect(readList(file)).toEqual(expected);
  expect(readList(file, (text) => text.replaceAll('\n', '\r\n'))).toEqual(expected);
});
