import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteIds } from '../../../../src/core/notes/noteIdentity.ts';
import { noteKeyPlaces } from '../../../../src/core/notes/noteKeyPlaces.ts';

/** The text with each place in `|`. */
function marked(text: string): string {
  const places = [...noteKeyPlaces(text)].sort((a, b) => b.start - a.start);
  return places.reduce(
    (all, { start, end }) => `${all.slice(0, start)}|${all.slice(start, end)}|${all.slice(end)}`,
    text,
  );
}

test.each([
  ['---\ncitekey: |lee2020|\ntitle: lee2020\n---\nOn lee2020\n'],
  ['---\r\nCitation Key: "|lee2020|"\r\n---\r\n'],
  ['---\ntitle: on lee2020 and lee2020\ncitekey: |lee2020| # lee2020\n---\n'],
  ['---\ncitekeys:\n  - |lee2020|\n  - "@|kim2021|"\n---\n'],
  ['---\ncitekeys: [|lee2020|, |lee2020b|]\n---\n'],
  ['---\naliases: ["@|lee2020|", Otters]\n---\n'],
  ['---\naliases: [[@|lee2020|]]\n---\n'],
  ['---\ncitekey: "[[@|lee2020||shown]]"\n---\n'],
  ['\uFEFF---\ncitekey: |lee2020|\n---\n'],
  ['citekey: lee2020\n'],
  ['---\ncitekey: lee2020\n'],
  ['---\ncitekey: "lee\\u0032020"\n---\n'],
  ['---\ncitekey: {{key}}\n---\n'],
])('the keys of a note are %j', (text) => {
  const plain = text.replace(/\|(?!shown)/g, '');
  expect(marked(plain)).toBe(text);
});

test('whatever is written at a place is a key of the note', () => {
  const pieces = ['---\n', 'citekey: ', 'aliases: ', 'a1', 'b2', '@', '[', ']', '"', ', ', '\n', '- ', ' # ', '|', "'"];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((some) => `---\n${some.join('')}\n---\n`);
  fc.assert(
    fc.property(texts, (text) => {
      for (const { key, start, end } of noteKeyPlaces(text)) {
        expect(text.slice(start, end)).toBe(key);
        expect(noteIds(`${text.slice(0, start)}other9${text.slice(end)}`)).toContain('other9');
      }
    }),
    { numRuns: 2000 },
  );
});
