import { expect, test } from 'vitest';
import { RememberedNearest } from '../../../../../src/core/themes/curation/rememberedNearest.ts';
import { createThemes } from '../../../../../src/core/themes/fileThemes.ts';
import { themePaper, updateThemes } from '../../../../support/themeCorpus.ts';
import { topicPapers } from '../topicPapers.ts';

test('nearest themes are worked out once, until the paper or the themes change', () => {
  const base = createThemes();
  let asked = 0;
  const counting = {
    themes: () => base.themes(),
    nearestThemes(key: string, most: number) {
      asked += 1;
      return base.nearestThemes(key, most);
    },
  };
  const nearest = new RememberedNearest(counting);
  const papers = updateThemes(base, [], { add: topicPapers(64) });
  nearest.follow({ added: papers, changed: [], removed: [] });
  const [first, second] = papers.map(({ key }) => key);
  if (first === undefined || second === undefined) throw new Error('No papers.');
  const before = nearest.of(first);
  expect(before).toEqual(base.nearestThemes(first, 100));
  nearest.of(second);
  expect(asked).toBe(2);

  const edited = themePaper(second, 'Honey Bees and Queens', 'honey bee hive pollen nectar queen colony swarm');
  const after = updateThemes(base, papers, { add: [edited] });
  nearest.follow({ added: [], changed: [edited], removed: [] });
  nearest.of(first);
  expect(asked).toBe(2);
  expect(nearest.of(second)).toEqual(base.nearestThemes(second, 100));
  expect(asked).toBe(3);

  const more = topicPapers(64, 64);
  updateThemes(base, after, { add: more });
  nearest.follow({ added: more, changed: [], removed: [] });
  expect(nearest.of(first)).toEqual(base.nearestThemes(first, 100));
  expect(asked).toBe(4);
});
