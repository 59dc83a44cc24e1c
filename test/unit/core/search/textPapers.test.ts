import { describe, expect, test } from 'vitest';
import { paperOf, searchOver } from './papers.ts';

const library = [
  paperOf({ key: 'refusal', title: 'Steering Refusal in Chat Models', abstract: 'We steer activations of a model.' }),
  paperOf({ key: 'otters', title: 'Otters Hold Hands', abstract: 'Sea otters sleep and drift in kelp forests.' }),
  paperOf({ key: 'kelp', title: 'Kelp Forest Ecology', abstract: 'Forests of kelp feed urchins and otters.' }),
  paperOf({ key: 'bread', title: 'Sourdough Dynamics', abstract: 'Yeast and bacteria rise.' }),
];

describe.each([
  ['frozen', 0],
  ['changing', 128],
])('papers for a text, %s', (_, maxChanges) => {
  const search = searchOver(library, maxChanges);

  function keysFor(text: string, without: readonly string[] = []): readonly string[] {
    return search.papersFor(text, 10, new Set(without)).map(({ key }) => key);
  }

  test('those that share several telling words, the more the better', () => {
    expect(keysFor('In kelp forests an otter may drift while it is asleep, among urchins.')).toEqual([
      'kelp',
      'otters',
    ]);
    expect(keysFor('Refusals can be steered by activations.')[0]).toBe('refusal');
  });

  test('singular and plural are one word', () => {
    expect(keysFor('The otter and its hand.')[0]).toBe('otters');
  });

  test('says which words led to it, as they stand in the text, the most telling first', () => {
    const [hit] = search.papersFor('KELP is home to Urchins; urchins, however, are not.', 1);
    expect(hit?.key).toBe('kelp');
    expect(hit?.words).toEqual(['KELP', 'Urchins']);
  });

  test('a word and its plural count, and are shown, as one', () => {
    const [hit] = search.papersFor('Urchins: an urchin in kelp.', 1);
    expect(hit?.words).toEqual(['kelp', 'Urchins']);
  });

  test('a plural counts that would be a small word of another language without its ending', () => {
    const dens = paperOf({ key: 'dens', title: 'Winter Dens', abstract: 'Badgers sleep in their dens.' });
    const [hit] = searchOver([...library, dens], maxChanges).papersFor('The dens of badgers.', 1);
    expect(hit?.words).toEqual(['dens', 'badgers']);
  });

  test('leaves out what is cited already', () => {
    expect(keysFor('otters in kelp forests', ['kelp'])).toEqual(['otters']);
  });

  test('one shared word is enough only where no paper shares more', () => {
    expect(keysFor('A sourdough.')).toEqual(['bread']);
    expect(keysFor('Yeast, sourdough and otters.')).toEqual(['bread']);
  });

  test.each(['', 'The of and it is', 'We propose a novel method and show results.', '12 34', '🙂', 'zzzz'])(
    'nothing for %j',
    (text) => {
      expect(keysFor(text)).toEqual([]);
    },
  );

  test.each([0, -1, Number.NaN])('no more than asked: %d', (limit) => {
    expect(search.papersFor('otters in kelp forests', limit)).toEqual([]);
    expect(search.papersFor('otters in kelp forests', 1)).toHaveLength(1);
  });

  test('an endless text is cut', () => {
    expect(keysFor('otters kelp forests '.repeat(50_000))).toEqual(expect.arrayContaining(['otters', 'kelp']));
  });
});
