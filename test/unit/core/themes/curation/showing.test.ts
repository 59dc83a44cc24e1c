import { describe, expect, test } from 'vitest';
import { createWordThemes, CurationBench, pile, wordBench } from './curationBench.ts';

describe('pin', () => {
  test('a pinned theme stands on top, is marked, and stays without papers', () => {
    const library = wordBench();
    library.change({ kind: 'pin', theme: 'robots', pinned: true });
    expect(library.shown()[0]).toBe('*Robots: r1');
    library.remove('r1');
    expect(library.shown()[0]).toBe('*Robots: ');
    library.change({ kind: 'pin', theme: 'robots', pinned: false });
    expect(library.shown()).toEqual(['Animals: a1 a2 a3', 'Games: g1 g2', 'Other: o1']);
    expect(library.lines()).toEqual(['"robots": { "label": "Robots", "like": [["r1"]] }']);
  });

  test('without a paper in the library there is no theme', () => {
    const library = wordBench();
    library.change({ kind: 'pin', theme: 'robots', pinned: true });
    library.remove(...pile().map(({ key }) => key));
    expect(library.model.themes()).toEqual([]);
  });
});

function partedBench(): CurationBench {
  const base = createWordThemes();
  const parts = [{ id: 'animals/2', label: 'Singing', terms: [], keys: ['a2', 'a3'] }];
  const themes = () =>
    base.themes().map((theme) => (theme.id === 'animals' ? Object.assign({}, theme, { parts }) : theme));
  return new CurationBench(() => Object.assign({}, base, { themes })).add(...pile());
}

describe('parts', () => {
  test('lose the papers that leave their theme', () => {
    const library = partedBench();
    library.change({ kind: 'put', keys: ['a2'], into: 'robots', from: 'animals/2' });
    expect(library.model.themes()[0]?.parts?.map(({ keys }) => keys)).toEqual([['a3']]);
    library.change({ kind: 'put', keys: ['a3'], into: 'robots', from: 'animals' });
    expect(library.model.themes()[0]?.parts).toBeUndefined();
  });

  test('take papers for their theme', () => {
    const library = partedBench();
    library.change({ kind: 'put', keys: ['r1'], into: 'animals/2', from: 'robots' });
    expect(library.model.themesOf('r1')).toEqual(['animals']);
  });

  test('cannot be changed themselves', () => {
    expect(partedBench().change({ kind: 'rename', theme: 'animals/2', label: 'Song' })).toBe(
      '"Singing" is a part of "Animals" and cannot be renamed: make a theme of its papers first.',
    );
  });
});

describe('a file written by hand', () => {
  test('ids of made themes may be named without a line; a line that nothing knows does nothing', () => {
    const library = wordBench();
    expect(library.write('{ "papers": { "a1": ["games"], "a2": ["nobody knows"] } }')).toEqual([]);
    expect(library.model.themesOf('a1')).toEqual(['games']);
    expect(library.model.themesOf('a2')).toEqual(['animals']);
  });

  test('what nothing knows stays in a line that is changed', () => {
    const library = wordBench();
    library.write('{ "papers": { "a1": ["later", "games"] } }');
    library.change({ kind: 'put', keys: ['a1'], into: 'robots', from: 'games' });
    expect(library.text).toContain('"papers": { "a1": ["robots", "later"] }');
  });

  test('labels that two themes have are told apart', () => {
    const library = wordBench();
    library.write('{ "themes": { "a": { "label": "Mine" }, "b": { "label": "mine" }, "c": {} } }');
    const labels = library.model.themes().map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['Mine', 'mine (More)', 'c']);
  });

  test('nearest themes are asked by the shown ids', () => {
    const library = wordBench();
    library.write('{ "themes": { "play": { "label": "Play", "like": [["g1"]] } } }');
    expect(library.model.nearestThemes('a2', 5)).toEqual(['play']);
  });

  test('cannot be written while it is damaged, and the made themes are shown', () => {
    const library = wordBench();
    const problems = library.write('{ "papers": { "a1": ["games"] \n "a2": [] } }');
    expect(problems.map(({ code, range }) => [code, range.start])).toEqual([
      ['broken-themes', { line: 1, character: 1 }],
    ]);
    expect(library.model.themesOf('a1')).toEqual(['animals']);
    expect(library.change({ kind: 'pin', theme: 'games', pinned: true })).toBe(
      'Nothing can be written into the themes file: in line 2, a comma is missing. Mend it first.',
    );
  });

  test('of another version is read as far as possible and not written', () => {
    const library = wordBench();
    const problems = library.write('{ "version": 2, "papers": { "a1": ["games"] } }');
    expect(problems.map(({ code, range }) => [code, range.start.character])).toEqual([['themes-version', 13]]);
    expect(library.model.themesOf('a1')).toEqual(['games']);
    expect(library.change({ kind: 'pin', theme: 'games', pinned: true })).toBe(
      'Nothing can be written into the themes file: it is of another version of Paperside. Mend it first.',
    );
  });
});
