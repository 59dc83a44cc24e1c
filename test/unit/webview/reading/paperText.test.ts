import { describe, expect, test } from 'vitest';

import { readPaperText } from '../../../../src/webview/reading/paperText.ts';

/** Marked stretches in [ ], formulas in ‹ ›. */
function drawn(title: string, abstract: string, query?: string): readonly string[] {
  const text = readPaperText({ key: 'k', title, abstract, query });
  return [text.title, ...text.paragraphs].map((pieces) =>
    pieces
      .map((piece) => {
        if (piece.kind === 'math') return `‹${piece.tex}›`;
        return piece.marked === true ? `[${piece.text}]` : piece.text;
      })
      .join(''),
  );
}

describe('what the last search looked for', () => {
  test('is marked in title and paragraphs, also within emphasis', () => {
    expect(drawn('Random Walks', 'A \\emph{random graph} walks.\n\nRandomly.', 'random ')).toEqual([
      '[Random] Walks',
      'A [random] graph walks.',
      'Randomly.',
    ]);
  });

  test('is never marked in a formula, and no phrase reaches over one', () => {
    expect(drawn('On $random$ walks', 'a random $x$ walk', 'random')).toEqual([
      'On ‹random› walks',
      'a [random] ‹x› walk',
    ]);
    expect(drawn('t', 'the random walk and $x$', '"random walk"')).toEqual(['t', 'the [random walk] and ‹x›']);
    expect(drawn('t', 'the random $x$ walk', '"random walk"')).toEqual(['t', 'the random ‹x› walk']);
    expect(drawn('random', 'walk', '"random walk"')).toEqual(['random', 'walk']);
    // What stands in a formula does not count as found either.
    expect(drawn('t', '$walker$ walkor', 'walker ')).toEqual(['t', '‹walker› [walkor]']);
  });

  test('a near word is marked only where the right one stands nowhere', () => {
    expect(drawn('Attention', 'Atention here.', 'attention ')).toEqual(['[Attention]', 'Atention here.']);
    expect(drawn('Other', 'Atention here.', 'attention ')).toEqual(['Other', '[Atention] here.']);
  });

  test('may be nothing', () => {
    expect(drawn('Title', 'Text.', '  ')).toEqual(['Title', 'Text.']);
    expect(drawn('Title', 'Text.')).toEqual(['Title', 'Text.']);
    expect(drawn('Title', 'Text.', 'absent')).toEqual(['Title', 'Text.']);
  });
});

describe('the text of a paper', () => {
  test('without a title has its key', () => {
    expect(drawn(' \u200B', '')).toEqual(['k']);
  });

  test('has two hundred formulas at most, title and abstract together', () => {
    const text = readPaperText({
      key: 'k',
      title: '$a$ '.repeat(150),
      abstract: `${'$b$ '.repeat(40)}\n\n${'$c$ '.repeat(40)}`,
    });
    const formulas = [text.title, ...text.paragraphs].map(
      (pieces) => pieces.filter(({ kind }) => kind === 'math').length,
    );
    expect(formulas).toEqual([150, 40, 10]);
  });
});
