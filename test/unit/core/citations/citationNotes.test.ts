import { describe, expect, test } from 'vitest';
import { citationNotes } from '../../../../src/core/citations/pandoc/citationNotes.ts';
import { scanCitations } from '../../../../src/core/citations/pandoc/scanCitations.ts';
import { growth } from '../../../support/growth.ts';

/** `key:note`, with `^` where it stands in a note of the document, in the order of the text. */
function notesOf(text: string): string {
  const scan = scanCitations(text);
  return citationNotes(text, scan)
    .map(({ note, place }, index) => `${scan.clusters[index]?.items[0]?.key ?? ''}:${note}${place ? '^' : ''}`)
    .join(' ');
}

describe('notes of citations', () => {
  test.each([
    ['[@a] and @b [p. 3; @x].\n\n[@c]', 'a:1 b:2 c:3'],
    ['[@a] x[^n] [@b]\n\n[^n]: See [@c] and @d.\n', 'a:1 b:3 c:2^ d:2^'],
    ['[^n]: See [@c].\n\n[@a] x[^n] [@b]', 'c:2^ a:1 b:3'],
    ['x[^1] y[^2] [@a]\n\n[^1]: no\n[^2]: [@b]', 'a:3 b:2^'],
    ['x^[see [@b; @c] [y]] [@a]', 'b:1^ a:2'],
    ['x^[a ^[@b] c @c] [@a]', 'b:1^ c:1^ a:2'],
    // What is indented belongs to the note, what is not does not; blank lines between them do not matter.
    ['x[^n]\n\n[^n]: one\ntwo [@b]\n\n    three @c\n\nfour [@a]', 'b:1^ c:1^ a:2'],
    ['x[^n]\n\n> [^n]: one @b\n> two @c\n>\n> three @a', 'b:1^ c:1^ a:2'],
    // A second reference repeats the note, and one to nothing is text that Pandoc counts all the same.
    ['x[^n] y[^n] [@a]\n\n[^n]: @b', 'a:3 b:1^'],
    ['x[^?] [@a]', 'a:2'],
    // Nothing refers to it.
    ['[@a]\n\n[^n]: @b', 'a:1 b:2^'],
    ['x[^n] [@a]\n\n[^n]: y^[@b] @c', 'a:2 b:1^ c:1^'],
    // Not notes.
    ['`[^n]` \\[^n] \\^[@b] $[^n]$ [@a]\n\n    [^n]: @c', 'b:1 a:2'],
    ['x ^[open\n\n@a] [@b]', 'a:1 b:2'],
    ['x[^n]: @a', 'a:2'],
  ])('%j', (text, expected) => {
    expect(notesOf(text)).toBe(expected);
  });

  test.each([
    ['x[^n]\n\n[^n]: [@b] and [@c].', 'b first, c'],
    ['x[^n]\n\n[^n]: See [@b] For @c', 'b end, c end'],
    ['x[^n]\n\n[^n]: [@b]\n  [@c]\n\nNo', 'b first, c end'],
    ['x[^n]\n\n[^n]: [@b]\n\n    [@c]', 'b end, c end'],
    ['x^[[@b]] y^[see @c, or @d]', 'b first end, c, d end'],
  ])('begin and end notes: %j', (text, expected) => {
    const scan = scanCitations(text);
    const places = citationNotes(text, scan).map(({ place }, index) =>
      [scan.clusters[index]?.items[0]?.key, place?.isFirst && 'first', place?.endsSentence && 'end']
        .filter((part) => typeof part === 'string')
        .join(' '),
    );
    expect(places.join(', ')).toBe(expected);
  });

  test.each(['[^a]: @b\n', '^[', '[^a] ', '[^a]: x\n\n\n', '^[@a] ', ']', '> [^a]:\n'])(
    'are found in time linear in the length: %j',
    (piece) => {
      const sizes = { small: 3_000, large: 24_000, enough: 40 };
      const prepare = (times: number) => ({ text: piece.repeat(times), scan: scanCitations(piece.repeat(times)) });
      expect(growth(prepare, ({ text, scan }) => citationNotes(text, scan), sizes)).toBeLessThan(40);
    },
  );
});
