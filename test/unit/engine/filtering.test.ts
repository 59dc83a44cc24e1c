import { expect, test } from 'vitest';
import type { Theme } from '../../../src/core/themes/theme.ts';
import { EngineNotes } from '../../../src/engine/notes/engineNotes.ts';
import { PaperFinder } from '../../../src/engine/paperFinder.ts';
import { noWriterFacts } from '../../../src/engine/writerFacts.ts';
import { paperOf } from '../core/search/papers.ts';

const owls = paperOf({ key: 'owls', title: 'Owls at Night' });
const bees = paperOf({ key: 'bees', title: 'Bees at Night' });

test('a filter is searched once, until papers, themes or what is known of them are others', async () => {
  let themes: readonly Theme[] = [];
  const library = {
    get: (key: string) => [owls, bees].find((paper) => paper.key === key),
    papers: () => [owls, bees],
  };
  const finder = new PaperFinder({
    ...library,
    notes: new EngineNotes(library),
    themes: () => themes,
    row: ({ key, title, authors, year, venue, sources }) => {
      return { key, title, authors, year, venue, themes: [], source: sources[0] };
    },
    async drain(work) {
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value;
        // While the index changes nothing may be remembered.
        finder.filtered('night');
      }
    },
    breathe: async () => undefined,
    cache: undefined,
    trouble: () => undefined,
  });
  const keys = (filter: string): readonly string[] => [...(finder.filtered(filter)?.keys() ?? [])];

  await finder.update({ added: [owls], changed: [], removed: [] }, false);
  const first = finder.filtered('night');
  expect(keys('night')).toEqual(['owls']);
  expect(finder.filtered('bees')?.size).toBe(0);
  expect(finder.filtered('night')).toBe(first);

  await finder.update({ added: [bees], changed: [], removed: [] }, false);
  expect(keys('night').toSorted()).toEqual(['bees', 'owls']);
  expect(keys('is:cited')).toEqual([]);
  finder.setFacts({ ...noWriterFacts, cited: ['bees'] });
  expect(keys('is:cited')).toEqual(['bees']);
  expect(keys('theme:birds')).toEqual([]);
  themes = [{ id: 't', label: 'Birds', terms: [], keys: ['owls'] }];
  expect(keys('theme:birds')).toEqual(['owls']);
  expect(keys('honey')).toEqual([]);
  await finder.setNotes([{ kind: 'note', uri: 'file:///bees.md', name: 'bees.md', text: 'honey' }]);
  expect(keys('honey')).toEqual(['bees']);
  expect(keys('has:note')).toEqual(['bees']);
  expect(finder.filtered(' ')).toBeUndefined();
});
