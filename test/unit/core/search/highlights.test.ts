import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { highlightsOf } from '../../../../src/core/search/highlights.ts';
import { cpuTime } from '../../../support/cpuTime.ts';

/** The text with what is highlighted between brackets. */
function marked(text: string, query: string): string {
  return highlightsOf(text, query).reduceRight(
    (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    text,
  );
}

const title = 'Counting Sheep: a Transformer for Shepherds of the Alps';

describe('highlightsOf', () => {
  test('gives offsets in the text as it stands', () => {
    expect(highlightsOf(title, 'alps sheep')).toEqual([
      [9, 14],
      [51, 55],
    ]);
  });

  test.each([
    ['sheep ', 'Counting [Sheep]: a Transformer for Shepherds of the Alps'],
    ['TRANSFORMER', 'Counting Sheep: a [Transformer] for Shepherds of the Alps'],
    // The word being typed by its beginning, the others whole.
    ['she', 'Counting [She]ep: a Transformer for [She]pherds of the Alps'],
    ['she ', title],
    ['she alp', 'Counting Sheep: a Transformer for Shepherds of the [Alp]s'],
    // Typos where the text has nothing better: one from 4 letters on, two from 8 on.
    ['shepe', 'Counting [Sheep]: a Transformer for Shepherds of the Alps'],
    ['trasnfromer', 'Counting Sheep: a [Transformer] for Shepherds of the Alps'],
    ['sheet', 'Counting [Sheep]: a Transformer for Shepherds of the Alps'],
    ['sheets', title],
    ['aps', title],
    // Function words say nothing beside others.
    ['the alps', 'Counting Sheep: a Transformer for Shepherds of the [Alps]'],
    // A theme has its name of other papers.
    ['theme:"Sheep of the Alps"', title],
    ['of the', 'Counting Sheep: a Transformer for Shepherds [of] [the] Alps'],
    ['', title],
    ['?!', title],
    ['zeppelin', title],
  ])('%j', (query, expected) => {
    expect(marked(title, query)).toBe(expected);
  });

  test.each([
    ['author:shepherds', 'Counting Sheep: a Transformer for [Shepherds] of the Alps'],
    ['title:count', '[Count]ing Sheep: a Transformer for Shepherds of the Alps'],
    ['Title:counting alps', '[Counting] Sheep: a Transformer for Shepherds of the [Alps]'],
    ['author:"of the alps" counting', '[Counting] Sheep: a Transformer for Shepherds [of the Alps]'],
    ['-sheep alps', 'Counting Sheep: a Transformer for Shepherds of the [Alps]'],
    ['-"counting sheep" alps', 'Counting Sheep: a Transformer for Shepherds of the [Alps]'],
    ['-title:counting alps', 'Counting Sheep: a Transformer for Shepherds of the [Alps]'],
    // No field that there is: words like others.
    ['city:alps', 'Counting Sheep: a Transformer for Shepherds of the [Alps]'],
  ])('filters count by their value, exclusions do not: %s', (query, expected) => {
    expect(marked(title, query)).toBe(expected);
  });

  test('what a paper has or is stands nowhere in its title', () => {
    expect(marked('A Note on Cited Notes', 'has:note is:cited notes')).toBe('A Note on Cited [Notes]');
  });

  test.each([
    ['"for shepherds"', 'Counting Sheep: a Transformer [for Shepherds] of the Alps'],
    ['"for shep', 'Counting Sheep: a Transformer [for Shep]herds of the Alps'],
    ['"for shep"', title],
    ['"fo shep', title],
    ['“counting sheep”', '[Counting Sheep]: a Transformer for Shepherds of the Alps'],
    ['"sheep counting"', title],
    ['"coutning sheep"', title],
    ['"sheep" "alps"', 'Counting [Sheep]: a Transformer for Shepherds of the [Alps]'],
    ['"alps sheep"', title],
    ['""', title],
    ['"', title],
  ])('phrases stand together: %s', (query, expected) => {
    expect(marked(title, query)).toBe(expected);
  });

  test('the second of a phrase that begins twice', () => {
    expect(marked('Sheep sheep count', '"sheep count"')).toBe('Sheep [sheep count]');
  });

  test.each([
    ['GPT-4o and GPT-4', 'gpt4o', '[GPT-4o] and GPT-4'],
    ['GPT-4o and GPT-4', 'gpt-4', '[GPT-4]o and [GPT-4]'],
    ['Pretraining', 'pre-training', '[Pretraining]'],
    ['Pre-training of C++', 'pretraining c++', '[Pre-training] of [C++]'],
    ['Modern C and C++', 'c ', 'Modern [C] and C++'],
  ])('compounds and signs: %s, %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test.each([
    ['Größe in Zürich', 'zur', 'Größe in [Zür]ich'],
    ['Größe in Zürich', 'grosse', '[Größe] in Zürich'],
    ['Größe in Zürich', 'gros', '[Größe] in Zürich'],
    ['Zu\u0308rich', 'zur', '[Zu\u0308rich]'],
    ['Zu\u0308rich', 'zu', '[Zu\u0308rich]'],
    ['机器人强化学习', '强化', '机器人[强化]学习'],
    ['复习机器人强化学习', '强化学习', '复习机器人[强化学习]'],
    ['复习机器人强化学习', '"强化"', '复习机器人[强化]学习'],
    ['שלום עולם', 'עולם', 'שלום [עולם]'],
    ['\u{1D400}\u{1D401}\u{1D402} \u{1F600} sheep', 'ab', '[\u{1D400}\u{1D401}\u{1D402}] \u{1F600} sheep'],
  ])('accents and scripts: %s, %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test('any text and query: sorted ranges apart from each other, of whole characters', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(fc.constantFrom('sheep', '-', '"', 'author:', ' ', 'C++', 'Größe', '强化', '\u{1D400}', 'constructor'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (body, query) => {
        let before = -1;
        for (const [start, end] of highlightsOf(body, query)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(body.length);
          expect(body.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          expect(body.isWellFormed() && !body.slice(start, end).isWellFormed()).toBe(false);
          before = end;
        }
      }),
    );
  });

  test('every word of a text finds itself', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 9 }), (words) => {
        const text = words.join(' ');
        expect(marked(text, `"${text}"`)).toBe(`[${text}]`);
        for (const word of words) expect(marked(text, `title:${word} `)).toContain(`[${word}]`);
      }),
    );
  });

  test('long texts and queries take no long time', () => {
    const start = cpuTime();
    highlightsOf('a'.repeat(1_000_000), 'a"'.repeat(100_000));
    highlightsOf('sheep '.repeat(100_000), 'shepe author:"x '.repeat(10_000));
    expect(cpuTime() - start).toBeLessThan(2_000);
  });
});
