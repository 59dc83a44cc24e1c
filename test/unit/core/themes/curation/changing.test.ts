import { describe, expect, test } from 'vitest';
import { groupedBench, papersOf, wordBench } from './curationBench.ts';

describe('rename', () => {
  test('a made theme keeps its id, place and later papers', () => {
    const library = wordBench();
    library.change({ kind: 'rename', theme: 'animals', label: 'Beasts' });
    library.add(...papersOf('a4 animals'));
    expect(library.shown()[0]).toBe('Beasts: a1 a2 a3 a4');
    expect(library.model.themes()[0]?.id).toBe('animals');
    expect(library.lines()).toEqual(['"animals": { "label": "Beasts", "like": [["a1", "a2", "a3"]] }']);
  });

  test('a theme of files goes by its id', () => {
    const library = groupedBench('Club', 'a1');
    library.change({ kind: 'rename', theme: 'group:club', label: 'Reading Club' });
    expect(library.shown()).toEqual(['Reading Club: a1']);
    expect(library.lines()).toEqual(['"group:club": { "label": "Reading Club" }']);
  });

  test('holds when the theme is made anew under another id', () => {
    const library = wordBench();
    library.change({ kind: 'rename', theme: 'animals', label: 'Beasts' });
    library.add(...papersOf('a1 creatures', 'a2 creatures', 'a3 animals', 'a5 creatures'));
    expect(library.shown()).toEqual(['Animals: a3', 'Beasts: a1 a2 a5', 'Games: g1 g2', 'Robots: r1', 'Other: o1']);
    expect(library.model.themes().map(({ id }) => id)).toEqual(['animals-2', 'animals', 'games', 'robots', 'other']);
  });

  test('a list that matches no theme keeps its papers', () => {
    const library = wordBench();
    library.change({ kind: 'rename', theme: 'animals', label: 'Beasts' });
    library.add(...papersOf('a1 games', 'a2 robots', 'a3'));
    expect(library.shown()).toEqual(['Beasts: a1 a2 a3', 'Games: g1 g2', 'Robots: r1', 'Other: o1']);
  });

  test('to its own name is no change, in other case it is one', () => {
    const library = wordBench();
    expect(library.change({ kind: 'rename', theme: 'animals', label: 'Animals' })).toBeUndefined();
    expect(library.text).toBeUndefined();
    library.change({ kind: 'rename', theme: 'animals', label: 'ANIMALS' });
    expect(library.shown()[0]).toBe('ANIMALS: a1 a2 a3');
  });

  test('"Other" cannot be renamed', () => {
    expect(wordBench().change({ kind: 'rename', theme: 'other', label: 'Rest' })).toBe(
      'The papers that fit no theme cannot be renamed: make a theme of some first.',
    );
  });

  test('a made theme that comes by the name of a written one is told from it', () => {
    const library = wordBench();
    library.change({ kind: 'rename', theme: 'animals', label: 'Plants' });
    library.add(...papersOf('p1 plants', 'p2 plants'));
    expect(library.shown().slice(0, 3)).toEqual(['Plants: a1 a2 a3', 'Games: g1 g2', 'Plants (More): p1 p2']);
  });
});

describe('merge', () => {
  test('later papers of all merged themes come to the one', () => {
    const library = wordBench();
    library.change({ kind: 'merge', themes: ['animals', 'robots'], into: 'games' });
    library.add(...papersOf('a4 animals', 'r2 robots'));
    expect(library.shown()).toEqual(['Games: a1 a2 a3 a4 g1 g2 r1 r2', 'Other: o1']);
    expect(library.lines()).toEqual([
      '"games": { "label": "Games", "like": [["g1", "g2"], ["a1", "a2", "a3"], ["r1"]] }',
    ]);
  });

  test('the line of the merged theme goes, and papers that named it name the other', () => {
    const library = wordBench();
    library.change({ kind: 'create', label: 'Mine', keys: ['a1'] });
    library.change({ kind: 'put', keys: ['a1', 'g1'], into: 'animals' });
    library.change({ kind: 'merge', themes: ['mine'], into: 'animals' });
    expect(library.lines()).toEqual([
      '"animals": { "label": "Animals", "like": [["a1", "a2", "a3"]] },',
      '"games": { "label": "Games", "like": [["g1", "g2"]] }',
      '"a1": ["animals"],',
      '"g1": ["games", "animals"]',
    ]);
  });

  test('a theme of files merged into another stays so when it grows', () => {
    const library = groupedBench('Club', 'c1', 'c2');
    library.change({ kind: 'create', label: 'Mine', keys: [] });
    library.change({ kind: 'merge', themes: ['group:club'], into: 'mine' });
    library.add(...papersOf('c3 animals').map((paper) => Object.assign(paper, { groups: ['Club'] })));
    expect(library.shown()).toEqual(['Mine: c1 c2 c3']);
    expect(library.lines()).toEqual(['"mine": { "label": "Mine", "like": ["group:club"] }']);
  });

  test('with itself, or with nothing, is refused', () => {
    expect(wordBench().change({ kind: 'merge', themes: ['games'], into: 'games' })).toBe(
      'Choose at least two themes to merge.',
    );
  });
});

describe('split', () => {
  test('the smaller half gets a theme with a name of its own', () => {
    const library = wordBench().add(...papersOf('b1 animals whales'));
    library.change({ kind: 'split', theme: 'animals' });
    expect(library.model.themes().map(({ keys }) => keys.join(' '))).toEqual(['b1', 'a1 a2 a3', 'g1 g2', 'r1', 'o1']);
    const [half] = library.model.themes();
    expect(half?.label).toBe('Animals Whales');
    expect(library.lines().at(-1)).toBe('"b1": ["animals-whales"]');
  });

  test('papers that nothing tells apart are not split', () => {
    expect(wordBench().change({ kind: 'split', theme: 'robots' })).toBe(
      '"Robots" cannot be split: nothing tells its papers apart.',
    );
  });
});

describe('delete', () => {
  test('papers of a made theme go to the nearest other one, else to "Other", later ones, too', () => {
    const library = wordBench();
    library.change({ kind: 'delete', theme: 'animals' });
    library.add(...papersOf('a4 animals robots'));
    expect(library.shown()).toEqual(['Games: g1 g2 a2 a3', 'Robots: r1 a4', 'Other: o1 a1']);
    expect(library.lines()).toEqual([
      '"animals": { "label": "Animals", "deleted": true, "like": [["a1", "a2", "a3"]] }',
    ]);
  });

  test('a theme of the writer leaves no trace, and its papers stand where they stood', () => {
    const library = wordBench();
    library.change({ kind: 'create', label: 'Mine', keys: ['a1', 'g1'] });
    library.change({ kind: 'put', keys: ['g1'], into: 'robots' });
    library.change({ kind: 'delete', theme: 'mine' });
    expect(library.lines()).toEqual(['"robots": { "label": "Robots", "like": [["r1"]] }', '"g1": ["robots"]']);
    expect(library.shown()).toEqual(['Animals: a1 a2 a3', 'Games: g2', 'Robots: r1 g1', 'Other: o1']);
  });

  test('all themes: everything is in "Other"', () => {
    const library = wordBench();
    for (const theme of ['animals', 'games', 'robots']) library.change({ kind: 'delete', theme });
    expect(library.shown()).toEqual(['Other: o1 a1 a2 a3 g1 g2 r1']);
  });
});
