import { describe, expect, test } from 'vitest';
import { themeDrop } from '../../../../src/core/themes/themeDrop.ts';
import { otherId } from '../../../../src/core/themes/themeIds.ts';

describe('themeDrop', () => {
  test('papers move from the theme they were dragged from', () => {
    expect(
      themeDrop(
        [
          { key: 'b', from: 'x' },
          { key: 'a', from: 'x' },
        ],
        'y',
      ),
    ).toEqual([{ kind: 'put', keys: ['b', 'a'], into: 'y', from: 'x' }]);
  });

  test('from elsewhere, or from "Other", they are added', () => {
    expect(themeDrop([{ key: 'a' }, { key: 'b', from: otherId }], 'y')).toEqual([
      { kind: 'put', keys: ['a', 'b'], into: 'y' },
    ]);
  });

  test('one change for each theme they come from', () => {
    const papers = [
      { key: 'a', from: 'x' },
      { key: 'b' },
      { key: 'c', from: 'z' },
      { key: 'd', from: 'x' },
      { key: 'a', from: 'x' },
    ];
    expect(themeDrop(papers, 'y')).toEqual([
      { kind: 'put', keys: ['a', 'd'], into: 'y', from: 'x' },
      { kind: 'put', keys: ['b'], into: 'y' },
      { kind: 'put', keys: ['c'], into: 'y', from: 'z' },
    ]);
  });

  test('dropped on "Other" they leave their theme', () => {
    expect(themeDrop([{ key: 'a', from: 'x' }, { key: 'b' }, { key: 'c', from: otherId }], otherId)).toEqual([
      { kind: 'takeOut', keys: ['a'], from: 'x' },
    ]);
  });

  test('dropped where they are, nothing changes', () => {
    expect(themeDrop([{ key: 'a', from: 'y' }], 'y')).toEqual([]);
    expect(themeDrop([], 'y')).toEqual([]);
  });
});
