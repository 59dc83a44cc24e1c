import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { Frozen } from '../../../../src/core/themes/frozen.ts';
import type { InferredThemes } from '../../../../src/core/themes/themeModel.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { papersOfKinds, subjectOf, topicPapers } from './topicPapers.ts';

/** Themes made of papers. */
function frozenFrom(papers: readonly Paper[]): Frozen {
  const model = createThemeModel();
  updateThemes(model, [], { add: papers });
  const frozen = model.frozen();
  if (frozen === undefined) throw new Error('Nothing was grouped.');
  return frozen;
}

/** The same with some papers in another theme than the one they are nearest to, as when few of them may move. */
function misplaced(frozen: Frozen, keys: ReadonlySet<string>): Frozen {
  const places = [...frozen.places].map(([key, place]): [string, typeof place] => {
    const group = place.group < 0 ? -1 : (place.group + 1) % frozen.names.length;
    return [key, keys.has(key) ? { ...place, group, part: -1 } : place];
  });
  return { ...frozen, places: new Map(places) };
}

function restored(frozen: Frozen): InferredThemes {
  const model = createThemeModel();
  model.restore(frozen);
  return model;
}

/** Ids of themes by key, as the frozen themes say. */
function placesIn({ places, names }: Frozen): Record<string, readonly string[]> {
  return Object.fromEntries([...places].map(([key, { group }]) => [key, [names[group]?.id ?? 'other']]));
}

function placesNow(model: InferredThemes, papers: readonly Paper[]): Record<string, readonly string[]> {
  return Object.fromEntries(papers.map(({ key }) => [key, model.themesOf(key)]));
}

const papers = topicPapers(80);
const made = frozenFrom(papers);
/** A third of the papers. */
const wrong = new Set(papers.filter((_, at) => at % 3 === 0).map(({ key }) => key));
const held = misplaced(made, wrong);

function movedFrom(before: Record<string, readonly string[]>, model: InferredThemes, those = papers): number {
  return those.filter(({ key }) => before[key]?.join() !== model.themesOf(key).join()).length;
}

describe('themes of an earlier session', () => {
  test('hold every paper where it stood, also one that is nearer to another theme', () => {
    const model = restored(held);
    updateThemes(model, [], { add: papers });
    expect(placesNow(model, papers)).toEqual(placesIn(held));
    expect(movedFrom(placesIn(made), model)).toBe(wrong.size);
  });

  test('are not made anew from the first part of a load, however much of it is new', () => {
    const kept = papers.filter((_, at) => subjectOf(at) < 5);
    const frozen = frozenFrom(kept);
    const names = frozen.names.map((name, at) => ({ ...name, id: `kept-${at}` }));
    const own = { ...frozen, names };
    const model = restored(own);
    model.expectMore(true);
    const first = updateThemes(model, [], { add: topicPapers(80, 80).filter((_, at) => subjectOf(at) >= 5) });
    expect(first.length).toBeGreaterThan(kept.length / 2);
    model.expectMore(false);
    updateThemes(model, first, { add: kept });
    // As much is new as makes them anew at the end, with few moves.
    expect(movedFrom(placesIn(own), model, kept)).toBeLessThanOrEqual(kept.length / 25);
    expect(model.themes().filter(({ id }) => !id.startsWith('kept-') && id !== 'other').length).toBeGreaterThan(0);
  });
});

/** Ids of parts by key. */
function partsOf(model: InferredThemes): ReadonlyMap<string, string> {
  const parts = model.themes().flatMap(({ parts: ofTheme = [] }) => ofTheme);
  return new Map(parts.flatMap(({ id, keys }) => keys.map((key): [string, string] => [key, id])));
}

test('parts of large themes hold their papers, and few change their part when themes are made anew', () => {
  const many = papersOfKinds(1000);
  const frozen = frozenFrom(many);
  const places = [...frozen.places].map(([key, place], at): [string, typeof place] => {
    const parts = frozen.parts.get(place.group)?.names.length ?? 0;
    return [key, at % 3 > 0 || place.part < 0 ? place : { ...place, part: (place.part + 1) % parts }];
  });
  const model = restored({ ...frozen, places: new Map(places) });
  const now = updateThemes(model, [], { add: many });
  const idOf = ({ group, part }: { group: number; part: number }): string | undefined =>
    frozen.parts.get(group)?.names[part]?.id;
  const before = new Map(places.flatMap(([key, place]) => (place.part < 0 ? [] : [[key, idOf(place)]])));
  expect(new Map(partsOf(model))).toEqual(before);
  expect(before.size).toBeGreaterThan(400);
  model.renewWithNext();
  updateThemes(model, now, {});
  const after = partsOf(model);
  const moved = [...before].filter(([key, id]) => after.get(key) !== id);
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.length).toBeLessThanOrEqual(before.size / 25);
});

/** A model that has read all but the last `rest` papers. */
function partlyLoaded(rest: number): { readonly model: InferredThemes; readonly now: readonly Paper[] } {
  const model = createThemeModel();
  model.expectMore(true);
  const now = updateThemes(model, [], { add: papers.slice(0, papers.length - rest) });
  return { model, now };
}

describe('a load in parts', () => {
  test('shows themes of its first part, which are not kept; at its end they are those of all papers', () => {
    const { model, now } = partlyLoaded(5);
    expect([model.themes().length > 4, model.areProvisional, model.frozen()]).toEqual([true, true, undefined]);
    model.expectMore(false);
    updateThemes(model, now, { add: papers.slice(-5) });
    expect([model.areProvisional, model.frozen()]).toEqual([false, made]);
  });

  test('whose last part holds nothing new is over, too: its themes are kept, and one more paper moves no other', () => {
    const { model, now } = partlyLoaded(0);
    model.expectMore(false);
    updateThemes(model, now, {});
    expect([model.areProvisional, model.frozen()]).toEqual([false, made]);
    updateThemes(model, now, { add: topicPapers(1, 80) });
    expect([model.areProvisional, model.frozen()]).toEqual([false, made]);
  });

  test('whose last part has another text of a paper makes themes of the texts that there are', () => {
    const { model, now } = partlyLoaded(0);
    const edited = themePaper('key0000', 'Glacier Melt', 'Snow and ice of the moraine.');
    model.expectMore(false);
    updateThemes(model, now, { add: [edited] });
    expect(model.frozen()).toEqual(frozenFrom([edited, ...papers.slice(1)]));
  });
});

describe('of many papers that stand in a wrong theme', () => {
  test('a quarter of all is moved on command, and none by what happens next', () => {
    const model = restored(held);
    const now = updateThemes(model, [], { add: papers });
    model.renewWithNext();
    updateThemes(model, now, {});
    expect(movedFrom(placesIn(held), model)).toBe(papers.length / 4);
    const then = placesNow(model, papers);
    updateThemes(model, now, { add: topicPapers(1, 80) });
    expect(placesNow(model, papers)).toEqual(then);
  });

  test('one in twenty-five is moved when the library has grown by a quarter', () => {
    const model = restored(held);
    const now = updateThemes(model, [], { add: papers });
    const more = updateThemes(model, now, { add: topicPapers(19, 80) });
    expect(movedFrom(placesIn(held), model)).toBe(0);
    updateThemes(model, more, { add: topicPapers(1, 99) });
    expect(movedFrom(placesIn(held), model)).toBe(Math.floor(papers.length / 25));
  });
});

test('an edited paper leaves its theme only for one that is clearly nearer', () => {
  // Nearer to bread by a little.
  const corals = 'bleaching algae lagoon polyp ocean warming symbiont larvae';
  const bread = 'dough yeast flour fermentation crust gluten baking oven';
  const model = restored(made);
  let now = updateThemes(model, [], { add: papers });
  const both = (key: string): Paper => themePaper(key, 'On Both', `${corals} ${bread}`);
  now = updateThemes(model, now, { add: [both('key0000'), both('new')] });
  expect([model.themesOf('key0000'), model.themesOf('new')]).toEqual([['coral-reefs'], ['sourdough-bread']]);
  updateThemes(model, now, { add: [themePaper('key0000', 'On Both', `${corals} ${bread} ${bread}`)] });
  expect(model.themesOf('key0000')).toEqual(['sourdough-bread']);
});
