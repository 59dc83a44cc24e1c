import { describe, expect, test } from 'vitest';
import type { CitedCluster } from '../../../../src/core/csl/formatRequest.ts';
import {
  authorYear,
  cite,
  cluster,
  formatted,
  inText,
  list,
  notes,
  numeric,
  shown,
  sorted,
  works,
} from './smallStyles.ts';

const backwards = (text: string) => ({
  name: 's',
  text: text.replace('<citation>', '<citation><sort><key variable="title" sort="descending"/></sort>'),
});

describe('works of a citation', () => {
  test('are sorted up to one that is introduced, and behind it', () => {
    const citations = [
      cluster(cite('stone'), cite('berg'), cite('none', '', 'see')),
      cluster(cite('none', '', 'see'), cite('stone'), cite('berg', '', 'but')),
      cluster(cite('stone'), cite('berg', ' there'), cite('none')),
      cluster(cite('stone', ' there'), cite('berg'), cite('none')),
    ];
    // By title: Anon, Bricks (of Berg), Walls (of Stone).
    expect(shown(formatted({ citations, style: sorted(authorYear) }))).toEqual([
      '|(Berg, 2020; Stone, 2019; see Anon, 2021)|',
      '|(see Anon, 2021; Stone, 2019; but Berg, 2020)|',
      '|(Anon, 2021; Berg, 2020 there; Stone, 2019)|',
      '|(Stone, 2019 there; Anon, 2021; Berg, 2020)|',
    ]);
    expect(shown(formatted({ citations, style: backwards(authorYear) })).slice(0, 2)).toEqual([
      '|(Stone, 2019; Berg, 2020; see Anon, 2021)|',
      '|(Stone, 2019; see Anon, 2021; but Berg, 2020)|',
    ]);
  });

  test('are sorted behind the one whose author stands in the sentence', () => {
    const citations = [
      inText(cite('stone'), cite('none'), cite('berg')),
      inText(cite('stone', 'p. 2 and more'), cite('none'), cite('berg', '', 'see')),
    ];
    expect(shown(formatted({ citations, style: backwards(authorYear) }))).toEqual([
      'Stone|(2019; Berg, 2020; Anon, 2021)|',
      'Stone|(2019, p. 2 and more; Anon, 2021; see Berg, 2020)|',
    ]);
  });

  test('keep what is said of each of them when one is cited twice', () => {
    const citations = [
      cluster(cite('stone', ', p. 1'), cite('berg'), cite('stone', ', p. 2'), cite('none', '', 'see')),
    ];
    expect(shown(formatted({ citations, style: sorted(authorYear) }))).toEqual([
      '|(Berg, 2020; Stone, 2019, p. 1; Stone, 2019, p. 2; see Anon, 2021)|',
    ]);
  });
});

test('numbers of citations are those of a list that has more works', () => {
  const answer = formatted({
    citations: [cluster(cite('stone'))],
    listed: ['none', 'stone'],
    style: { shipped: 'ieee' },
  });
  expect(shown(answer)).toEqual(['|(2)|']);
  expect(list(answer).map(([key, number]) => [key, number])).toEqual([
    ['none', '1'],
    ['stone', '2'],
  ]);
});

describe('works of the same authors', () => {
  const collapsing = { name: 'c', text: authorYear.replace('<citation>', '<citation collapse="year">') };
  const later = { id: 'later', type: 'book', title: 'Later walls', author: [{ family: 'Stone', given: 'Ada' }] };
  const asked = (...items: CitedCluster['items']) =>
    shown(formatted({ citations: [cluster(...items)], style: collapsing, works: [...works, later] }));

  test('have them once', () => {
    expect(asked(cite('stone'), cite('later'))).toEqual(['|(Stone, 2019)|']);
    expect(asked(cite('stone', ', p. 2'), cite('later'), cite('berg'))).toEqual(['|(Stone, 2019, p. 2; Berg, 2020)|']);
  });

  test('have them again where something is said of one', () => {
    expect(asked(cite('stone'), cite('later', '', 'but see'))).toEqual(['|(Stone, 2019; but see Stone)|']);
    expect(asked(cite('stone', ' and more'), cite('later'))).toEqual(['|(Stone, 2019 and more; Stone)|']);
    // The next document is formatted as the style says.
    expect(asked(cite('stone'), cite('later'))).toEqual(['|(Stone, 2019)|']);
  });
});

const ibid = {
  name: 'i',
  text: notes.replace(
    /<group delimiter=", ">[^]*<\/group>(?=<\/layout>)/,
    '<choose><if position="ibid"><text value="ibid"/></if><else-if position="subsequent"><text variable="first-reference-note-number" prefix="above, n. "/></else-if><else><text variable="title"/></else></choose>',
  ),
};

describe('notes', () => {
  test('are counted from citation to citation', () => {
    const citations = [cluster(cite('stone')), cluster(cite('stone')), cluster(cite('berg')), cluster(cite('stone'))];
    expect(shown(formatted({ citations, style: ibid }))).toEqual([
      '|Walls.|',
      '|Ibid.|',
      '|Bricks.|',
      '|Above, n. 1.|',
    ]);
  });

  test('of the document count, and what stands in one is taken where the note is', () => {
    const citations = [
      { ...cluster(cite('berg')), note: 1 },
      { ...cluster(cite('berg')), note: 3 },
      { ...cluster(cite('stone')), note: 4 },
      { ...cluster(cite('berg', '', 'see')), note: 2, inNote: true },
      { ...cluster(cite('none')), note: 2, inNote: true },
    ];
    expect(shown(formatted({ citations, style: ibid }))).toEqual([
      '|Bricks.|',
      '|Above, n. 1.|',
      '|Walls.|',
      '|see ibid.|',
      '|Anon.|',
    ]);
  });

  test('are counted also where a citation means no work', () => {
    const citations = [cluster(cite('stone')), cluster(cite('nobody')), cluster(cite('stone'))];
    expect(shown(formatted({ citations, style: ibid })).at(-1)).toBe('|Above, n. 1.|');
  });

  test('give numbers their order also where the style has none', () => {
    const citations = [
      { ...cluster(cite('stone')), note: 1 },
      { ...cluster(cite('berg')), note: 3 },
      { ...cluster(cite('none')), note: 2, inNote: true },
    ];
    const style = { name: 'n', text: numeric.replace(/<sort>.*?<\/sort>/, '') };
    expect(shown(formatted({ citations, style }))).toEqual(['|(1)|', '|(3)|', '|(2)|']);
  });
});
