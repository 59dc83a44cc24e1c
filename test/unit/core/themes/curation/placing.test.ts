import { describe, expect, test } from 'vitest';
import { finished } from '../../../../../src/core/finished.ts';
import { createWordThemes, CurationBench, groupedBench, papersOf, wordBench } from './curationBench.ts';

test('without a file the themes are as they were made', () => {
  expect(wordBench().shown()).toEqual(['Animals: a1 a2 a3', 'Games: g1 g2', 'Robots: r1', 'Other: o1']);
});

describe('put', () => {
  test('a paper moves from theme to theme, and the one it comes to has a line from then on', () => {
    const library = wordBench();
    expect(library.change({ kind: 'put', keys: ['a2'], into: 'games', from: 'animals' })).toBeUndefined();
    expect(library.shown()).toEqual(['Animals: a1 a3', 'Games: g1 g2 a2', 'Robots: r1', 'Other: o1']);
    expect(library.text).toBe(
      [
        '{',
        '  "version": 1,',
        '  "themes": {',
        '    "games": { "label": "Games", "like": [["g1", "g2"]] }',
        '  },',
        '  "papers": {',
        '    "a2": ["games"]',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('without "from" it stands in both', () => {
    const library = wordBench();
    library.change({ kind: 'put', keys: ['a2'], into: 'games' });
    expect(library.shown().slice(0, 2)).toEqual(['Animals: a1 a2 a3', 'Games: g1 g2 a2']);
    expect(library.model.themesOf('a2')).toEqual(['animals', 'games']);
    expect(library.lines()).toEqual([
      '"animals": { "label": "Animals", "like": [["a1", "a2", "a3"]] },',
      '"games": { "label": "Games", "like": [["g1", "g2"]] }',
      '"a2": ["animals", "games"]',
    ]);
  });

  test('into "Other" takes it out of all themes, or of the one it came from', () => {
    const library = wordBench();
    library.change({ kind: 'put', keys: ['a2', 'a3'], into: 'games' });
    library.change({ kind: 'put', keys: ['a2'], into: 'other', from: 'games' });
    library.change({ kind: 'put', keys: ['a3'], into: 'other' });
    expect(library.model.themesOf('a2')).toEqual(['animals']);
    expect(library.model.themesOf('a3')).toEqual(['other']);
    expect(library.lines().slice(2)).toEqual(['"a2": ["animals"],', '"a3": []']);
  });

  test('where it stands already writes nothing', () => {
    const plan = finished(wordBench().model.plan({ kind: 'put', keys: ['a1'], into: 'animals' }));
    expect(plan).toEqual({ ok: true, edits: [], theme: undefined });
  });

  test('what is not there is said', () => {
    const library = wordBench();
    const gone = library.change({ kind: 'put', keys: ['zz'], into: 'games' });
    expect(gone).toBe('The papers are no longer in the library.');
    expect(library.change({ kind: 'put', keys: ['a1'], into: 'gone' })).toBe('The theme is no longer there.');
    expect(library.text).toBeUndefined();
  });

  test('a line under an alias is the line of the paper', () => {
    const library = wordBench();
    library.write('{ "themes": { "mine": { "label": "Mine" } }, "papers": { "old": ["mine"] } }');
    library.add(...papersOf('a1 animals play').map((paper) => Object.assign(paper, { aliases: ['old'] })));
    expect(library.model.themesOf('a1')).toEqual(['mine']);
    library.change({ kind: 'put', keys: ['old'], into: 'games', from: 'mine' });
    expect(library.text).toContain('"old": ["games"]');
    expect(library.text).not.toContain('"a1": [');
  });
});

describe('take out', () => {
  test('a paper of no other theme is in "Other" from then on', () => {
    const library = wordBench();
    library.change({ kind: 'takeOut', keys: ['a1'], from: 'animals' });
    expect(library.shown()).toEqual(['Animals: a2 a3', 'Games: g1 g2', 'Robots: r1', 'Other: o1 a1']);
    expect(library.lines()).toEqual(['"a1": []']);
  });

  test('"Other" comes where there was none', () => {
    const library = new CurationBench(createWordThemes).add(...papersOf('a1 animals', 'g1 games'));
    library.change({ kind: 'takeOut', keys: ['a1'], from: 'animals' });
    expect(library.shown()).toEqual(['Games: g1', 'Other: a1']);
  });
});

describe('create', () => {
  test('a theme stands before the made ones, and takes the place of a guess', () => {
    const library = wordBench();
    library.change({ kind: 'create', label: '  Playing   together ', keys: ['a2', 'g1'] });
    expect(library.shown()).toEqual([
      'Playing together: a2 g1',
      'Animals: a1 a3',
      'Games: g2',
      'Robots: r1',
      'Other: o1',
    ]);
    expect(library.lines()).toEqual([
      '"playing-together": { "label": "Playing together" }',
      '"a2": ["playing-together"],',
      '"g1": ["playing-together"]',
    ]);
  });

  test('stands beside what was written before and what the files say', () => {
    const library = groupedBench('Reading Club', 'a1', 'a2');
    library.change({ kind: 'create', label: 'Mine', keys: ['a1'] });
    library.change({ kind: 'create', label: 'Yours', keys: ['a1'] });
    expect(library.model.themesOf('a1')).toEqual(['yours', 'mine', 'group:reading club']);
    expect(library.lines()[0]).toBe('"group:reading club": { "label": "Reading Club" },');
  });

  test('without papers it is shown, and stays', () => {
    const library = wordBench();
    library.change({ kind: 'create', label: 'Later', keys: [] });
    expect(library.restart().shown()[0]).toBe('Later: ');
  });

  test('no name, a name that is taken and a name of ours are refused', () => {
    const library = wordBench();
    const create = (label: string) => library.change({ kind: 'create', label, keys: ['a1'] });
    expect(create(' \u200B ')).toBe('A theme needs a name.');
    expect(create('ANIMALS')).toBe('There is a theme "ANIMALS" already: choose another name, or merge the two.');
    expect(create('other')).toBe('"other" is what Paperside calls papers without a theme: choose another name.');
    expect(create('all papers')).toContain('choose another name');
    expect(library.text).toBeUndefined();
  });

  test('a long name is cut, an id is never one that stands somewhere', () => {
    const library = wordBench();
    library.write('{ "papers": { "gone": ["mine", "mine-2"] } }');
    library.change({ kind: 'create', label: 'Mine', keys: ['a1'] });
    library.change({ kind: 'create', label: 'x'.repeat(200), keys: ['a2'] });
    const made = library.model.themes().map(({ id, label }) => [id, label.length]);
    expect(made.slice(0, 2)).toEqual([
      ['mine-3', 4],
      ['x'.repeat(60), 80],
    ]);
  });
});
