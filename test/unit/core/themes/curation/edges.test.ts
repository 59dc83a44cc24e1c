import { describe, expect, test } from 'vitest';
import { createCuratedThemes } from '../../../../../src/core/themes/curation/curatedThemeModel.ts';
import { createWordThemes, CurationBench, papersOf, pile, wordBench } from './curationBench.ts';

/** A file of themes, each with a list of keys. */
function fileOf(themes: Readonly<Record<string, string>>, rest = ''): string {
  const lines = Object.entries(themes).map(
    ([id, keys]) => `"${id}": { "like": [${JSON.stringify(keys.split(' '))}]${rest} }`,
  );
  return `{ "themes": { ${lines.join(', ')} } }`;
}

describe('lists of papers', () => {
  test('of two that mean the same theme the one with more of it has it, the other keeps its papers', () => {
    const library = wordBench();
    library.write(fileOf({ one: 'a1', two: 'a2 a3' }));
    expect(library.shown().slice(0, 2)).toEqual(['one: a1', 'Animals: a2 a3']);
    expect(library.model.themesOf('a2')).toEqual(['two']);
  });

  test('that are mostly in "Other" keep their papers and do not take all of it', () => {
    const library = wordBench().add(...papersOf('o2', 'o3'));
    library.write(fileOf({ mine: 'o1 o2' }));
    expect(library.model.themesOf('o1')).toEqual(['mine']);
    expect(library.model.themesOf('o3')).toEqual(['other']);
  });

  test('of a deleted theme that match none say nothing', () => {
    const library = wordBench();
    library.write(fileOf({ gone: 'a1 g1 r1' }, ', "deleted": true'));
    expect(library.shown()).toEqual(['Animals: a1 a2 a3', 'Games: g1 g2', 'Robots: r1', 'Other: o1']);
  });
});

test('a line that names only a deleted theme says nothing', () => {
  const library = wordBench();
  library.write(
    '{ "themes": { "gone": { "label": "Gone", "deleted": true } }, "papers": { "a1": ["gone"], "a2": ["gone", "robots"] } }',
  );
  expect(library.model.themesOf('a1')).toEqual(['animals']);
  expect(library.model.themesOf('a2')).toEqual(['robots']);
});

test('any number of themes of one name are told apart', () => {
  const library = wordBench();
  library.write('{ "themes": { "a": { "label": "M" }, "b": { "label": "m" }, "c": { "label": "M" } } }');
  const labels = library.model.themes().map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(['M', 'm (More)', 'M (2)']);
});

test('who asks while the themes are being made gets an answer, and the right one afterwards', () => {
  const base = createWordThemes();
  const model = createCuratedThemes({
    ...base,
    *update(diff, papers) {
      yield* base.update(diff, papers.slice(0, 2));
      yield* base.update(diff, papers);
    },
  });
  for (const _ of model.setFile('{ "themes": { "mine": { "label": "Mine" } }, "papers": { "g1": ["mine"] } }'));
  const papers = pile();
  const work = model.update({ added: papers, changed: [], removed: [] }, papers);
  work.next();
  expect(model.themesOf('g1')).toEqual(['mine']);
  expect(model.themes()[0]?.keys).toEqual(['g1']);
  while (work.next().done !== true);
  expect(model.themesOf('r1')).toEqual(['robots']);
});

test('an empty file is filled as it is: line ends and the mark at its beginning stay', () => {
  const library = wordBench();
  library.write('\uFEFF\r\n');
  library.change({ kind: 'create', label: 'Mine', keys: [] });
  expect(library.text).toBe(
    '\uFEFF{\r\n  "version": 1,\r\n  "themes": {\r\n    "mine": { "label": "Mine" }\r\n  },\r\n  "papers": {}\r\n}\r\n',
  );
});

test('a file without sections gets them, and one without lines gets its first', () => {
  const library = wordBench();
  library.write('{\n\t"team": "x",\n\t"papers": {}\n}\n');
  library.change({ kind: 'put', keys: ['a1'], into: 'robots', from: 'animals' });
  expect(library.text).toBe(
    '{\n\t"team": "x",\n\t"papers": {\n\t\t"a1": ["robots"]\n\t},\n\t"themes": {\n\t\t"robots": { "label": "Robots", "like": [["r1"]] }\n\t}\n}\n',
  );
});

test('papers that come and go take their lines along', () => {
  const library = new CurationBench(createWordThemes).add(...pile());
  library.change({ kind: 'put', keys: ['a1'], into: 'robots', from: 'animals' });
  library.remove('a1');
  library.change({ kind: 'pin', theme: 'games', pinned: true });
  library.restart().add(...papersOf('a1 animals play'));
  expect(library.model.themesOf('a1')).toEqual(['robots']);
});
