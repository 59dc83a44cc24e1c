import { describe, expect, test } from 'vitest';
import { allGroups, by, keysOf, labelled, viewsOver } from './support.ts';

const view = { by: 'author' } as const;

function authors(...papers: readonly (readonly string[])[]): readonly string[] {
  return labelled(viewsOver({ papers: papers.map((names, at) => by(names, `P${String(at)}`)) }).groups(view));
}

describe('authors', () => {
  test('each paper under each of its authors, by family names, the latest first', () => {
    const papers = [
      by(['Ada Stone', 'Ben de Vries'], 'Old', { year: 2001 }),
      by(['Cora Ash', 'Ada Stone'], 'New', { year: 2020 }),
      by([], 'Nobody'),
      by(['et al.', ''], 'Nobody else'),
    ];
    const views = viewsOver({ papers });
    expect(labelled(views.groups(view))).toEqual(['Ash, Cora: 1', 'de Vries, Ben: 1', 'Stone, Ada: 2', 'No Author: 2']);
    expect(keysOf(views, view, 'author:stone|ada')).toEqual(['New', 'Old']);
    expect(views.placeOf(view, 'New')).toEqual({ path: ['author:ash|cora'], index: 0 });
    expect(views.placeOf(view, 'Nobody')).toEqual({ path: ['none'], index: 0 });
  });

  test.each([
    ['case and accents', [['Zoë Müller'], ['Zoe Muller'], ['ZOË MÜLLER'], ['Zoë Müller']], ['Müller, Zoë: 4']],
    ['points and hyphens', [['Jean-Luc Roi'], ['Jean Luc Roi'], ['Roi, Jean-Luc']], ['Roi, Jean-Luc: 3']],
    ['a middle name', [['John Smith'], ['John A. Smith'], ['John Adam Smith']], ['Smith, John Adam: 3']],
    [
      'middle names that contradict each other',
      [['John Smith'], ['John A. Smith'], ['John B. Smith']],
      ['Smith, John: 1', 'Smith, John A.: 1', 'Smith, John B.: 1'],
    ],
    [
      'initials of the only one, with the same other',
      [
        ['J. Smith', 'Ada Ash'],
        ['John Smith', 'A. Ash'],
        ['Smith, JP', 'Ada Ash'],
      ],
      ['Ash, Ada: 3', 'Smith, JP: 1', 'Smith, John: 2'],
    ],
    ['initials, with nobody in common', [['J. Smith'], ['John Smith']], ['Smith, J.: 1', 'Smith, John: 1']],
    [
      'initials of two',
      [
        ['J. Smith', 'X Ash'],
        ['John Smith', 'X Ash'],
        ['Jane Smith', 'X Ash'],
      ],
      ['Ash, X: 3', 'Smith, J.: 1', 'Smith, Jane: 1', 'Smith, John: 1'],
    ],
    ['bodies', [['Gemini Team'], ['gemini team']], ['Gemini Team: 2']],
    ['the same one twice in a paper', [['Ada Ash', 'Ada Ash', 'ADA ASH']], ['Ash, Ada: 1']],
  ])('%s', (_, papers, expected) => {
    expect(authors(...papers)).toEqual(expected);
  });

  test('many stand in groups of letters, many of one letter in stretches of the alphabet', () => {
    const letters = 'bcdfghklmnprstvz';
    const names = Array.from({ length: 250 }, (_, at) => {
      const second = letters[Math.trunc(at / 16)] ?? '';
      return `Ada L${second}${letters[at % 16] ?? ''}a`;
    });
    const papers = [
      ...names.map((name, at) => by([name], `P${String(at)}`)),
      by(['Ömer Öz', 'Ada Lbba'], 'Turkish'),
      by(['Ван Чжан'], 'Other'),
      by([], 'None'),
    ];
    const views = viewsOver({ papers });
    const top = views.groups(view);
    expect(labelled(top)).toEqual(['L: 251', 'O: 1', 'Other Letters: 1', 'No Author: 1']);
    expect(top.map(({ divided, parts, own }) => [divided, parts.length, own])).toEqual([
      [true, 0, 0],
      [true, 0, 0],
      [true, 0, 0],
      [false, 0, 1],
    ]);
    const stretches = views.groups(view, 'letter:l');
    expect(labelled(stretches)).toEqual(['Lbba – Lhda: 84', 'Lhfa – Lpka: 84', 'Lpla – Lzna: 83']);
    expect(stretches.reduce((sum, { id }) => sum + views.groups(view, id).length, 0)).toBe(250);
    expect(views.placeOf(view, 'Turkish')).toEqual({ path: ['letter:o', 'author:oz|omer'], index: 0 });
    expect(views.placeOf(view, 'P249')?.path).toEqual(['letter:l', 'letter:l/3', 'author:lzna|ada']);
    expect(allGroups(views, view).filter(({ divided }) => !divided)).toHaveLength(253);
  });
});
