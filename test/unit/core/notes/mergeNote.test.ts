import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchLines, splitLines } from '../../../../src/core/notes/matchLines.ts';
import { mergeNoteText, minimalEdit } from '../../../../src/core/notes/mergeNote.ts';
import { applyEdits } from '../citations/support.ts';
import { growth } from '../../../support/growth.ts';

/** Random replacements that insert these letters: place, characters deleted, text. */
const edits = (letters: string) =>
  fc.array(
    fc.tuple(fc.nat(40), fc.nat(4), fc.string({ unit: fc.constantFrom(...letters.split(''), '\n'), maxLength: 5 })),
    { maxLength: 4 },
  );

const applied = (text: string, changes: readonly (readonly [number, number, string])[]) =>
  changes.reduce((now, [at, deleted, inserted]) => {
    const start = Math.min(at, now.length);
    return now.slice(0, start) + inserted + now.slice(start + deleted);
  }, text);

const only = (text: string, letters: RegExp) =>
  text
    .split('')
    .filter((character) => letters.test(character))
    .join('');

/** Where a side puts which lines in place of one. */
const newLines = (letters: string) =>
  fc.tuple(
    fc.nat(8),
    fc.array(fc.constantFrom(...letters.split('').map((letter) => `${letter}${letter}\n`)), { maxLength: 3 }),
  );

const mergeChanged = (text: string) => mergeNoteText(text, `x\n${text}`, text.replaceAll('line 3', 'LINE'));

const longNote = (count: number) => Array.from({ length: count }, (_, i) => `line ${i % 7} ${i}\n`).join('');

describe('mergeNoteText', () => {
  test.each([
    ['different lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n', false],
    ['neighbouring lines', 'a\nb\n', 'A\nb\n', 'a\nB\n', 'A\nB\n', false],
    [
      'one line, two places',
      'say hello world\n',
      'say hello brave world\n',
      'just say hello world\n',
      'just say hello brave world\n',
      false,
    ],
    ['the same change', 'a\nb\n', 'x\nb\nq\n', 'x\nb\n', 'x\nb\nq\n', false],
    ['one side only', 'a', 'b', 'a', 'b', false],
    ['the other side only', 'a', 'a', 'b', 'b', false],
    ['both append a line', 'a\n', 'a\nmine\n', 'a\ntheirs\n', 'a\ntheirs\nmine\n', true],
    ['both append to an open line', 'a', 'amine', 'atheirs', 'atheirsmine', false],
    ['both type on at one place', 'a b\n', 'a mine b\n', 'a theirs b\n', 'a theirs mine b\n', false],
    ['one has heard the beginning of the other', 'a', 'a one', 'a one two', 'a one two', false],
    ['equal letters of two words stand for each', 'a', 'a two', 'a three', 'a three two', false],
    ['typed on after spaces that the other side trimmed', 'a \n', 'a mine\n', 'a\n', 'a mine\n', false],
    ['both type on, one after trimmed spaces', 'a ', 'a mine', 'atheirs', 'atheirsmine', false],
    ['typed on where the other side got its last line end', 'a', 'a mine', 'a\n', 'a mine', false],
    ['trimmed by the one, typed on by the other', 'a ', 'a\n', 'a theirs', 'a theirs', false],
    ['spaces within a line are text', 'a b', 'ab', 'a theirsb', 'a theirsb\nab', true],
    ['both append lines to an open line', 'a', 'a\nmine', 'a\ntheirs', 'a\ntheirs\nmine', true],
    [
      'a page goes on that was not told of its own save',
      '',
      'Before. At the end.',
      'Before. ',
      'Before. At the end.',
      false,
    ],
    ['the other side goes on from lines of the one', 'a\n', 'a\nb\n', 'a\nb\nc\n', 'a\nb\nc\n', false],
    ['both begin', '', 'mine', 'theirs', 'theirs\nmine', true],
    ['deleted and changed', 'a\nb\nc\n', 'a\nc\n', 'a\nB\nc\n', 'a\nB\nc\n', true],
    ['lines that both begin with stand once', 'a\n', 'a\nx\nmine\n', 'a\nx\ntheirs\n', 'a\nx\ntheirs\nmine\n', true],
    ['top and bottom', 'x', 'x\nfoo', 'bar\nx', 'bar\nx\nfoo', false],
    ['moved lines', 'a\nb\nc\nd\n', 'b\nc\nd\na\n', 'a\nb\nc\nd\ne\n', 'b\nc\nd\ne\na\n', true],
  ])('%s', (...[, base, mine, theirs, text, conflict]) => {
    expect(mergeNoteText(base, mine, theirs)).toEqual({ text, conflict });
  });

  // The base is in small letters, mine adds capitals and theirs digits: what each side wrote can be told apart.
  const base = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '\n'), { maxLength: 40 })
    .map((parts) => parts.join(''));
  test('loses nothing that either side wrote', () => {
    fc.assert(
      fc.property(base, edits('ABC'), edits('123'), (text, my, their) => {
        const mine = applied(text, my);
        const theirs = applied(text, their);
        const merged = mergeNoteText(text, mine, theirs);
        if (!merged.conflict) {
          expect(only(merged.text, /[A-C]/)).toBe(only(mine, /[A-C]/));
          expect(only(merged.text, /[1-3]/)).toBe(only(theirs, /[1-3]/));
        }
        for (const side of [mine, theirs]) {
          for (const line of splitLines(side)) {
            const written = only(line, /[A-C1-3]/);
            expect(only(merged.text, /[A-C1-3]/).length).toBeGreaterThanOrEqual(written.length);
          }
        }
        expect(isSubsequence(only(mine, /[A-C]/), merged.text)).toBe(true);
        expect(isSubsequence(only(theirs, /[1-3]/), merged.text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('whole lines that either side wrote are whole in the text, or the line was written by both', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<string>('a\n', 'b\n', 'c\n'), { maxLength: 8 }),
        newLines('ABC'),
        newLines('123'),
        (text, [at, my], [to, their]) => {
          const mine = text.toSpliced(at, 1, ...my).join('');
          const theirs = text.toSpliced(to, 1, ...their).join('');
          const merged = splitLines(mergeNoteText(text.join(''), mine, theirs).text);
          for (const line of [...my, ...their]) expect(merged).toContain(line);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a long note is merged in linear time', () => {
    expect(growth(longNote, mergeChanged, { small: 2000, large: 16_000, enough: 50 })).toBeLessThan(50);
  });
});

test('matchLines pairs equal lines in ascending order', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 15 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      let last = -1;
      for (const [i, j] of matchLines(before, after).entries()) {
        if (j < 0) continue;
        expect(after[j]).toBe(before[i]);
        expect(j).toBeGreaterThan(last);
        last = j;
      }
      if (before.join() === after.join()) expect(last).toBe(after.length - 1);
    }),
    { numRuns: 2000 },
  );
});

test('minimalEdit gives the text and cuts no character', () => {
  const anyText = fc
    .array(fc.constantFrom('a', 'b', '\r\n', '\n', '\r', '😀', '😁', '🀀'), { maxLength: 10 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const edit = minimalEdit(before, after);
      if (edit === undefined) {
        expect(before).toBe(after);
        return;
      }
      expect(applyEdits(before, [edit])).toBe(after);
      for (const [text, offset] of [
        [before, edit.start],
        [before, edit.end],
        [after, edit.start],
        [after, edit.start + edit.text.length],
      ] as const) {
        expect(text.slice(offset - 1, offset + 1)).not.toBe('\r\n');
        expect(text.slice(offset - 1, offset + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/);
      }
    }),
    { numRuns: 3000 },
  );
  expect(minimalEdit('one two three', 'one 2 three')).toEqual({ start: 4, end: 7, text: '2' });
});

function isSubsequence(part: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === part[at]) at += 1;
  return at === part.length;
}
