import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../../../../src/core/paper.ts';
import { finished } from '../../../../../src/core/finished.ts';
import { readThemesFile } from '../../../../../src/core/themes/curation/readThemesFile.ts';
import { cleanLabel, foldLabel } from '../../../../../src/core/themes/curation/themeLabel.ts';
import type { ThemeChange } from '../../../../../src/core/themes/curation/themeChange.ts';
import { topicPapers } from '../topicPapers.ts';
import { CurationBench } from './curationBench.ts';

/** Every fourth one is in a group of its file, every tenth in two. */
const pool: readonly Paper[] = topicPapers(48).map((paper, at) => {
  if (at % 4 !== 3) return paper;
  return Object.assign({}, paper, { groups: at % 10 === 3 ? ['Club', 'To Read'] : ['Club'] });
});
const keys = pool.map(({ key }) => key);

/** What happens to a library and its themes; numbers choose among the themes there are. */
type Step =
  | { readonly do: 'add' | 'edit' | 'regroup'; readonly papers: readonly Paper[] }
  | { readonly do: 'remove'; readonly keys: readonly string[] }
  | { readonly do: 'restart' }
  | {
      readonly do: 'change';
      readonly kind: ThemeChange['kind'];
      readonly at: readonly number[];
      readonly keys: readonly string[];
      readonly label: string;
    };

const kinds: readonly ThemeChange['kind'][] = ['put', 'takeOut', 'create', 'rename', 'merge', 'split', 'delete', 'pin'];
const some = fc.subarray([...pool], { maxLength: 24 });
const change = fc.record({
  do: fc.constant('change' as const),
  kind: fc.constantFrom(...kinds),
  at: fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 3 }),
  keys: fc.subarray(keys, { minLength: 1, maxLength: 5 }),
  label: fc.oneof(fc.constantFrom('Mine', 'Coral Reefs', 'mine', '__proto__'), fc.string({ maxLength: 12 })),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: change },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('add', 'edit', 'regroup'), papers: some }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('remove' as const), keys: fc.subarray(keys, { maxLength: 20 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

function changeOf(library: CurationBench, { kind, at, keys: papers, label }: Step & { do: 'change' }): ThemeChange {
  const ids = library.model.themes().map(({ id }) => id);
  const [a = '', b = '', c = ''] = at.map((number) => ids[number % ids.length] ?? 'none');
  switch (kind) {
    case 'put':
      return { kind, keys: papers, into: a, ...(b < c ? { from: b } : {}) };
    case 'takeOut':
      return { kind, keys: papers, from: a };
    case 'create':
      return { kind, label, keys: papers };
    case 'rename':
      return { kind, theme: a, label };
    case 'merge':
      return { kind, themes: [b, c], into: a };
    case 'split':
    case 'delete':
      return { kind, theme: a };
    case 'pin':
      return { kind, theme: a, pinned: b < c };
  }
}

function run(library: CurationBench, one: Step): void {
  if (one.do === 'add') library.add(...one.papers);
  else if (one.do === 'remove') library.remove(...one.keys);
  else if (one.do === 'restart') library.restart();
  else if (one.do === 'change') {
    const asked = changeOf(library, one);
    if (library.change(asked) === undefined) expectDone(library, asked);
  } else if (one.do === 'edit') {
    library.add(...one.papers.map((paper) => Object.assign({}, paper, { title: `Chess ${paper.title}` })));
  } else {
    const { text } = library;
    library.restart();
    // As if the cache of the made themes were lost, in another order.
    library.papers = library.papers.toReversed();
    library.restart().write(text);
  }
}

/** That what was asked for is so now. */
function expectDone(library: CurationBench, asked: ThemeChange): void {
  const themes = new Map(library.model.themes().map((theme) => [theme.id, theme]));
  const present = new Set(library.papers.map(({ key }) => key));
  const standsIn = (key: string, id: string): boolean => library.model.themesOf(key).includes(id);
  switch (asked.kind) {
    case 'put':
      for (const key of asked.keys) {
        if (!present.has(key)) continue;
        // Put to "Other" from one of its themes, a paper stays in the rest.
        if (asked.into !== 'other') expect([key, standsIn(key, asked.into)]).toEqual([key, true]);
        if (asked.from !== undefined && asked.from !== asked.into && asked.from !== 'other') {
          expect([key, standsIn(key, asked.from)]).toEqual([key, false]);
        }
      }
      break;
    case 'takeOut':
      for (const key of asked.from === 'other' ? [] : asked.keys) expect(standsIn(key, asked.from)).toBe(false);
      break;
    case 'rename':
      expect(themes.get(asked.theme)?.label).toBe(cleanLabel(asked.label));
      break;
    case 'merge':
      for (const id of asked.themes) expect([id, themes.has(id)]).toEqual([id, id === asked.into]);
      break;
    case 'delete':
      expect(themes.has(asked.theme)).toBe(false);
      break;
    case 'pin':
      expect(themes.get(asked.theme)?.pinned === true).toBe(asked.pinned);
      break;
    case 'create':
      expect([...themes.values()].filter(({ label }) => label === cleanLabel(asked.label))).toHaveLength(1);
      break;
    case 'split':
      expect(themes.has(asked.theme)).toBe(true);
  }
}

function expectSound(library: CurationBench): void {
  const themes = library.model.themes();
  const ids = new Set(themes.map(({ id }) => id));
  expect(ids.size).toBe(themes.length);
  expect(new Set(themes.map(({ label }) => foldLabel(label))).size).toBe(themes.length);
  for (const { label } of themes) expect(label.trim()).not.toBe('');
  for (const { key } of library.papers) {
    const own = library.model.themesOf(key);
    expect([key, own.length]).toEqual([key, Math.max(1, own.length)]);
    const listed = themes.filter((theme) => theme.keys.includes(key)).map(({ id }) => id);
    expect(listed.toSorted()).toEqual(own.toSorted());
  }
  for (const { keys: members, parts = [] } of themes) {
    expect(new Set(members).size).toBe(members.length);
    for (const part of parts) expect(part.keys.filter((key) => !members.includes(key))).toEqual([]);
  }
}

/** What the file says of the papers that are there. */
function expectLinesHold(library: CurationBench): void {
  const { curation, problems } = finished(readThemesFile(library.text));
  expect(problems).toEqual([]);
  const known = new Set([...curation.themes].flatMap(([id, { deleted }]) => (deleted ? [] : [id])));
  const present = new Set(library.papers.map(({ key }) => key));
  for (const [key, ids] of curation.papers) {
    if (!present.has(key)) continue;
    const written = ids.filter((id) => known.has(id));
    if (written.length > 0) expect([key, library.model.themesOf(key)]).toEqual([key, written]);
    else if (ids.length === 0) expect([key, library.model.themesOf(key)]).toEqual([key, ['other']]);
  }
  const shown = new Map(library.model.themes().map((theme) => [theme.id, theme]));
  for (const [id, { label, pinned, deleted }] of curation.themes) {
    const theme = shown.get(id);
    if (deleted) expect([id, theme]).toEqual([id, undefined]);
    if (theme !== undefined) expect([theme.label, theme.pinned === true]).toEqual([label, pinned]);
    if (pinned && !deleted && library.papers.length > 0) expect([id, theme === undefined]).toEqual([id, false]);
  }
}

test('whatever becomes of papers and themes, every line of the file holds and every paper has a theme', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
      const library = new CurationBench().add(...pool.slice(0, 32));
      for (const one of steps) {
        run(library, one);
        expectSound(library);
        expectLinesHold(library);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same file gives the same themes, however often it is read', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (steps) => {
      const library = new CurationBench().add(...pool);
      for (const one of steps) run(library, one);
      const { text } = library;
      const themes = library.model.themes();
      library.write(undefined);
      library.write(text);
      expect(library.model.themes()).toEqual(themes);
      library.restart();
      expect(library.model.themes()).toEqual(themes);
    }),
    { numRuns: 40 },
  );
});

test('any text is read without a throw, and what cannot be understood shows the made themes', () => {
  const library = new CurationBench().add(...pool);
  const made = library.model.themes();
  const json = fc.json({ maxDepth: 4 });
  const shaped = fc
    .record(
      {
        version: fc.constant(1),
        themes: fc.dictionary(fc.string(), fc.jsonValue()),
        papers: fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), json, shaped), (text) => {
      library.write(text);
      expectSound(library);
      const { curation } = finished(readThemesFile(text));
      if (curation.themes.size + curation.papers.size === 0) expect(library.model.themes()).toEqual(made);
    }),
    { numRuns: 200 },
  );
});
