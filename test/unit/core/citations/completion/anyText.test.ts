import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitationSyntax } from '../../../../../src/core/citations/citationSyntax.ts';
import { keyCompletion } from '../../../../../src/core/citations/completion/keyCompletion.ts';
import { syntaxes } from '../allSyntaxes.ts';

const pieces = [
  '@',
  '@',
  '-@',
  '@{',
  '{',
  '}',
  '[',
  ']',
  '[[',
  ']]',
  '[^',
  '](',
  '.md',
  '; ',
  ', ',
  '\\cite{',
  '{cite}`',
  '`',
  '#cite(',
  '<',
];
const others = [
  'label("',
  '>',
  ')',
  '"',
  'smith',
  'sea otters',
  ' ',
  '\n',
  '\r\n',
  '😀',
  'e\u0301',
  '\uD800',
  '%',
  '$',
  '|',
];
const texts = fc.array(fc.constantFrom(...pieces, ...others), { maxLength: 25 }).map((all) => all.join(''));

describe.each(Object.values(syntaxes))('in any text of $id', (syntax) => {
  test('what is replaced is in the line of the cursor and around it, and the citation is read there', () => {
    let count = 0;
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const offset = before.length;
        const completion = keyCompletion(syntax, before + after, offset);
        const written = completion?.write('k1');
        if (completion === undefined || written === undefined) return;
        count += 1;
        const { start, insertEnd, end, text } = written;
        expect(completion.typed).toBe(before.slice(completion.start));
        expect([start <= completion.start, offset <= insertEnd, insertEnd <= end]).toEqual([true, true, true]);
        expect((before + after).slice(start, end)).not.toMatch(/[\r\n]/);
        expect(keysWith(syntax, before.slice(0, start) + text, after.slice(end - offset))).toContain('k1');
      }),
      { numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(20);
  });

  test('of megabytes on one line, the answer takes no longer than reading it', () => {
    const line = `${'word @a [@b] \\cite{c} {cite}`d` '.repeat(30_000)}@`;
    const started = performance.now();
    syntax.scan(line);
    const scanned = performance.now();
    keyCompletion(syntax, line, line.length);
    expect(performance.now() - scanned).toBeLessThan(5 * (scanned - started) + 100);
  });
});

/** The keys that are read when what may be open is closed. */
function keysWith(syntax: CitationSyntax, before: string, after: string): readonly string[] {
  return ['', '}', '>)', ')', '"))', '))', ']]', ...[1, 2, 3, 4, 5, 6].map((count) => '`'.repeat(count))].flatMap(
    (closers) => syntax.scan(before + closers + after).clusters.flatMap(({ items }) => items.map(({ key }) => key)),
  );
}
