import { describe, expect, test } from 'vitest';
import { boundsOf } from '../../../../src/core/themeMap/dotGrid.ts';
import { makeBase, type MapBase } from '../../../../src/core/themeMap/mapBase.ts';
import { PlacesByBase } from '../../../../src/core/themeMap/placeByBase.ts';
import { rimPlace } from '../../../../src/core/themeMap/rimPlace.ts';
import type { PaperText } from '../../../../src/core/themes/paperText.ts';
import { inventedPapers } from '../../../support/inventedPapers.ts';

function baseOf(papers: readonly PaperText[]): MapBase {
  const work = makeBase({ papers, groupOf: new Int32Array(papers.length).fill(-1) });
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const base = baseOf(inventedPapers(60));
const places = new PlacesByBase(base);
const dots = base.papers.map((_, dot) => [base.places[dot * 2] ?? NaN, base.places[dot * 2 + 1] ?? NaN] as const);

describe('PlacesByBase', () => {
  test('leaves a paper that reads as before where it stood', () => {
    expect(base.papers.map((paper) => places.of(paper))).toEqual(dots);
  });

  test('places a paper anew when its title or its abstract reads otherwise', () => {
    const [paper, other] = base.papers;
    if (paper === undefined || other === undefined) throw new Error('no papers');
    expect(places.of({ ...paper, title: other.title })).not.toEqual(dots[0]);
    expect(places.of({ ...paper, abstract: other.abstract })).not.toEqual(dots[0]);
  });

  test('puts a paper like many others beside one of them, on no dot', () => {
    const same = inventedPapers(3).flatMap((paper) =>
      Array.from({ length: 30 }, (_, at) => ({ ...paper, key: `${paper.key}-${String(at)}` })),
    );
    const crowded = baseOf(same);
    const among = new PlacesByBase(crowded);
    for (const [at, paper] of same.entries()) {
      const [x, y] = among.of({ ...paper, key: `late-${String(at)}` });
      const gaps = same.map((_, dot) =>
        Math.hypot((crowded.places[dot * 2] ?? NaN) - x, (crowded.places[dot * 2 + 1] ?? NaN) - y),
      );
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.5);
      expect(Math.min(...gaps)).toBeLessThan(2);
    }
  });

  test('puts a paper that has no word of the others at the rim', () => {
    const paper = { key: 'alone', title: 'Xqzwv', abstract: '' };
    expect(places.of(paper)).toEqual(rimPlace('alone', boundsOf(base.places)));
  });
});
