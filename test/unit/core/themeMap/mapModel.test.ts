import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptMap } from '../../../../src/core/themeMap/keptMap.ts';
import { MapModel } from '../../../../src/core/themeMap/mapModel.ts';
import type { PaperText } from '../../../../src/core/themes/paperText.ts';
import { inventedPapers } from '../../../support/inventedPapers.ts';
import { subjectOf, topicPapers } from '../themes/topicPapers.ts';

type Placed = ReadonlyMap<string, readonly [number, number]>;

function follow(model: MapModel, papers: readonly PaperText[]): Placed {
  const work = model.follow(papers, () => -1);
  while (work.next().done !== true);
  return new Map(papers.map(({ key }) => [key, model.placeOf(key) ?? [NaN, NaN]]));
}

function without(placed: Placed, key: string): Placed {
  return new Map([...placed].filter(([one]) => one !== key));
}

const papers = inventedPapers(60);
const [extra, another] = inventedPapers(62).slice(60);

describe('the map', () => {
  test('is the same for the same papers, however they are listed', () => {
    const placed = follow(new MapModel(), papers);
    const turned = follow(new MapModel(), papers.toReversed());
    expect(turned).toEqual(placed);
  });

  test('moves no dot when a paper comes, is edited, or goes', () => {
    const model = new MapModel();
    const before = follow(model, papers);
    if (extra === undefined || another === undefined) throw new Error('no further papers');
    expect(without(follow(model, [...papers, extra]), extra.key)).toEqual(before);
    const key = papers[7]?.key ?? '';
    const edited = papers.map((paper) =>
      paper.key === key ? { ...paper, title: another.title, abstract: another.abstract } : paper,
    );
    const moved = follow(model, edited);
    expect(without(moved, key)).toEqual(without(before, key));
    expect(moved.get(key)).not.toEqual(before.get(key));
    expect(follow(model, papers)).toEqual(before);
    const fewer = papers.filter((paper) => paper.key !== key);
    expect(follow(model, fewer)).toEqual(without(before, key));
    expect(follow(model, papers)).toEqual(before);
  });

  test('moves no dot of a small library while few papers come', () => {
    const model = new MapModel();
    const before = follow(model, papers.slice(0, 12));
    const after = follow(model, papers.slice(0, 19));
    for (const [key, place] of before) expect(after.get(key)).toEqual(place);
  });

  test('moves no dot in any sequence of changes of a few papers', () => {
    const pool = inventedPapers(67);
    fc.assert(
      fc.property(fc.array(fc.subarray([...pool.keys()].slice(60)), { maxLength: 4 }), (steps) => {
        const model = new MapModel();
        const before = follow(model, papers);
        for (const added of steps) {
          const placed = follow(model, [...papers, ...added.flatMap((at) => pool[at] ?? [])]);
          for (const [key, place] of before) expect(placed.get(key)).toEqual(place);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('puts a paper that comes later beside those on the same subject', () => {
    const known = topicPapers(80);
    for (const [at, late] of topicPapers(8, 80).entries()) {
      const model = new MapModel();
      const before = follow(model, known);
      const place = follow(model, [...known, late]).get(late.key) ?? [NaN, NaN];
      const nearest = nearestTo(place, before).slice(0, 5);
      expect(nearest.map((key) => subjectOf(Number(key.slice(3))))).toEqual(nearest.map(() => subjectOf(at + 80)));
    }
  });

  test('keeps every two dots of one making apart', () => {
    for (const [, place] of follow(new MapModel(), papers)) {
      expect(Number.isFinite(place[0]) && Number.isFinite(place[1])).toBe(true);
    }
    const places = [...follow(new MapModel(), papers).values()];
    const distances = places.flatMap(([x, y], at) =>
      places.slice(at + 1).map(([ox, oy]) => Math.hypot(x - ox, y - oy)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(0.9);
  });

  test('moves the papers it had little when it is made anew', () => {
    const known = topicPapers(80);
    const model = new MapModel();
    const before = follow(model, known);
    const after = follow(model, topicPapers(104));
    const moves = known.map(({ key }) => {
      const [x, y] = before.get(key) ?? [NaN, NaN];
      const [nx, ny] = after.get(key) ?? [NaN, NaN];
      return Math.hypot(nx - x, ny - y);
    });
    const xs = [...before.values()].map(([x]) => x);
    const width = Math.max(...xs) - Math.min(...xs);
    expect(moves.some((move) => move > 0)).toBe(true);
    expect(moves.toSorted((a, b) => a - b)[40]).toBeLessThan(width / 10);
  });
});

describe('a later session', () => {
  const late = topicPapers(3, 200);

  test('goes on where the last one ended: every dot stands where it stood, whatever came or went meanwhile', () => {
    const model = new MapModel();
    follow(model, papers);
    const before = follow(model, [...papers, ...late]);
    const map = kept(model);
    expect(follow(new MapModel(map), [...papers, ...late])).toEqual(before);
    const fewer = [...papers.slice(5), ...late.slice(1)];
    const after = follow(new MapModel(map), fewer);
    expect(after).toEqual(new Map(fewer.map(({ key }) => [key, before.get(key)])));
    expect(new MapModel(map).toKeep()).toBeUndefined();
  });

  test('places a paper anew that reads otherwise now', () => {
    const known = topicPapers(80);
    const model = new MapModel();
    const before = follow(model, known);
    const [first, second] = known;
    if (first === undefined || second === undefined) throw new Error('no papers');
    const edited = { ...first, title: second.title, abstract: second.abstract };
    const after = follow(new MapModel(kept(model)), [edited, ...known.slice(1)]);
    expect(without(after, first.key)).toEqual(without(before, first.key));
    const nearest = nearestTo(after.get(first.key) ?? [NaN, NaN], without(before, first.key)).slice(0, 3);
    expect(nearest.map((key) => subjectOf(Number(key.slice(3))))).toEqual([1, 1, 1]);
  });

  test('has nothing to write when nothing moved, came or went', () => {
    const model = new MapModel();
    follow(model, papers);
    expect(kept(model).papers).toHaveLength(60);
    follow(model, papers);
    expect(model.toKeep()).toBeUndefined();
    follow(model, papers.slice(1));
    expect(kept(model).papers).toHaveLength(59);
  });

  test('makes a map of its own of papers that the last one did not have', () => {
    const model = new MapModel();
    follow(model, papers);
    const others = topicPapers(40);
    expect(follow(new MapModel(kept(model)), others)).toEqual(follow(new MapModel(), others));
  });
});

const text = (key: string, title: string, abstract = ''): PaperText => ({ key, title, abstract });

describe('poor libraries have a map, too', () => {
  test.each<[string, readonly PaperText[]]>([
    ['no paper', []],
    ['one paper', [text('a', 'A Paper on Something')]],
    ['two papers without a word in common', [text('a', 'Otters'), text('b', 'Bread')]],
    ['papers without any word', Array.from({ length: 9 }, (_, at) => text(`k${at}`, ''))],
    [
      'fifty times the same',
      Array.from({ length: 50 }, (_, at) => text(`k${at}`, 'Sea Otters Sleep', 'They hold hands.')),
    ],
    ['many scripts', [text('a', '睡眠するラッコ'), text('b', 'ラッコの睡眠'), text('c', 'النوم'), text('d', 'Сон')]],
  ])('%s', (_name, few) => {
    const places = [...follow(new MapModel(), few).values()];
    expect(places).toHaveLength(few.length);
    expect(places.flat().every((value) => Number.isFinite(value) && Math.abs(value) < 1_000)).toBe(true);
    expect(new Set(places.map(String)).size).toBe(few.length);
  });

  test('papers that share no word with others stand around them', () => {
    const model = new MapModel();
    const alone = text('zz', 'Qwxyz');
    const placed = follow(model, [...topicPapers(40), alone]);
    const [x, y] = placed.get('zz') ?? [NaN, NaN];
    const others = [...without(placed, 'zz').values()];
    const [xs, ys] = [others.map(([ox]) => ox), others.map(([, oy]) => oy)];
    const isInside = x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys);
    expect(isInside).toBe(false);
  });
});

function nearestTo([x, y]: readonly [number, number], placed: Placed): readonly string[] {
  return [...placed]
    .map(([key, [ox, oy]]) => ({ key, distance: Math.hypot(x - ox, y - oy) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ key }) => key);
}

function kept(model: MapModel): KeptMap {
  const map = model.toKeep();
  if (map === undefined) throw new Error('nothing to keep');
  return map;
}
