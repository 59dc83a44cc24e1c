import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Centroids } from '../../../../src/core/themes/centroids.ts';
import type { Frozen } from '../../../../src/core/themes/frozen.ts';
import type { ThemesImage } from '../../../../src/core/themes/themesImage.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { readThemes, writeThemes } from '../../../../src/core/themes/themesImage.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { topicPapers } from './topicPapers.ts';

function imageOf(count: number): { readonly frozen: Frozen; readonly image: ThemesImage } {
  const model = createThemeModel();
  updateThemes(model, [], { add: [...topicPapers(count), themePaper('a "key"\n', 'Zymurgy')] });
  const frozen = model.frozen();
  if (frozen === undefined) throw new Error('Nothing was grouped.');
  const work = writeThemes(frozen);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return { frozen, image: value };
  }
}

function read({ lines, numbers }: ThemesImage): Frozen | undefined {
  return readThemes(lines, new Uint8Array(numbers).buffer);
}

function bare({ groups, matrix }: Centroids): Centroids {
  return { groups, matrix, lengths: new Float64Array(groups) };
}

/** The lengths of centroids are not kept. */
function withoutLengths(frozen: Frozen): Frozen {
  const { words, parts } = frozen;
  return {
    ...frozen,
    words: words && { ...words, centroids: bare(words.centroids) },
    parts: new Map([...parts].map(([group, part]) => [group, { ...part, centroids: bare(part.centroids) }])),
  };
}

test.each([0, 2, 50, 900])('%i papers: what is read is what was written', (count) => {
  const { frozen, image } = imageOf(count);
  expect(image.numbers.length % 8).toBe(0);
  expect(isDeepStrictEqual(read(image), withoutLengths(frozen))).toBe(true);
});

const { image: small } = imageOf(20);

test('a part that is too short or too long is nothing', () => {
  const { lines, numbers } = small;
  expect(read(small)).toBeDefined();
  expect(read({ lines, numbers: numbers.subarray(8) })).toBeUndefined();
  expect(read({ lines, numbers: new Uint8Array(numbers.length + 8) })).toBeUndefined();
  expect(read({ lines: lines.slice(0, 1), numbers })).toBeUndefined();
  expect(read({ lines: [], numbers })).toBeUndefined();
});

test('any text is read without an error', () => {
  const [head = '', ...rest] = small.lines;
  fc.assert(
    fc.property(fc.nat(head.length), fc.nat(20), fc.string({ maxLength: 5 }), (at, length, text) => {
      const changed = head.slice(0, at) + text + head.slice(at + length);
      expect(() => read({ lines: [changed, ...rest], numbers: small.numbers })).not.toThrow();
    }),
  );
});
