import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { withinEdits } from '../../../../src/core/search/editDistance.ts';
import { excerptsFor } from '../../../../src/core/search/excerpt.ts';

function bestExcerpt(text: string, query: string): string | undefined {
  return excerptsFor(query)(text);
}

const abstract =
  'Shepherds count sheep at night, e.g. Before sleep. We propose a transformer that counts flocks.\n' +
  'Transformers of Byron et al. Extend to herds of goats! Code is   available.';

describe('excerpts', () => {
  test.each([
    ['transformer counts', 'We propose a transformer that counts flocks.'],
    ['goats', 'Transformers of Byron et al. Extend to herds of goats!'],
    ['count sheep', 'Shepherds count sheep at night, e.g. Before sleep.'],
    ['avail', 'Code is available.'],
    ['shephreds', 'Shepherds count sheep at night, e.g. Before sleep.'],
    ['SLEEP zeppelin', 'Shepherds count sheep at night, e.g. Before sleep.'],
  ])('%s', (query, sentence) => {
    expect(bestExcerpt(abstract, query)).toBe(sentence);
  });

  test('of equally good sentences the first', () => {
    expect(bestExcerpt('No match. Goats here. Goats there.', 'goats')).toBe('Goats here.');
  });

  test.each(['', '  ', 'zeppelin', 'avail '])('nothing for %j', (query) => {
    expect(bestExcerpt(abstract, query)).toBeUndefined();
  });

  test('slips are for what is nowhere: not where the title has the words', () => {
    expect(excerptsFor('sheeps')(abstract, 'Shepherds')).toBe('Shepherds count sheep at night, e.g. Before sleep.');
    expect(excerptsFor('sheeps')(abstract, 'Sheeps of Old')).toBeUndefined();
  });

  test('words are whole whatever letters stand around them, and folded letters are found', () => {
    expect(bestExcerpt('Éclair goats. A clair moon.', 'clair ')).toBe('A clair moon.');
    expect(bestExcerpt('Nothing here. Le Müller sleeps.', 'müller')).toBe('Le Müller sleeps.');
    expect(bestExcerpt('Pointers of Java. Pointers in C++ too.', 'c++')).toBe('Pointers in C++ too.');
  });

  test('a long sentence is cut at words around the match', () => {
    const words = Array.from({ length: 80 }, (_, n) => `word${String(n)}`);
    const cut = bestExcerpt(`${words.join(' ')}.`, 'word50 ') ?? '';
    expect(cut).toContain('word50');
    expect(cut.length).toBeLessThanOrEqual(165);
    expect(cut).toMatch(/^…word\d+ .* word\d+…$/);
    for (const word of cut.replaceAll('…', '').split(' ')) expect(words).toContain(word);
    expect(bestExcerpt(`${words.join(' ')}.`, 'word0 ')).toMatch(/^word0 word1 .*…$/);
    expect(bestExcerpt(`${words.join(' ')}.`, 'word79 ')).toMatch(/^…word.*word79\.$/);
  });

  test('scripts without spaces', () => {
    const cut = bestExcerpt(`前言。${'机器人'.repeat(100)}强化学习${'控制'.repeat(100)}。`, '强化学习') ?? '';
    expect(cut).toContain('强化学习');
    expect(cut.length).toBeLessThanOrEqual(165);
  });

  test('never throws, never endless, never half a character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(text, text, (body, query) => {
        const excerpt = bestExcerpt(`${body} needle ${body}`, `${query.slice(0, 20)} needle`);
        if (excerpt === undefined) return;
        expect(excerpt.length).toBeLessThanOrEqual(200);
        expect(excerpt).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('withinEdits', () => {
  test.each([
    ['sheep', 'sheep', 0, true],
    ['sheep', 'shepe', 1, true],
    ['sheep', 'shep', 1, true],
    ['sheep', 'sheeep', 1, true],
    ['sheep', 'shoop', 1, false],
    ['sheep', 'shoop', 2, true],
    ['', 'ab', 2, true],
    ['abc', 'cab', 1, false],
  ])('%s, %s within %d: %s', (a, b, max, expected) => {
    expect(withinEdits(a, b, max)).toBe(expected);
    expect(withinEdits(b, a, max)).toBe(expected);
  });
});
