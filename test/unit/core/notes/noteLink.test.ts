import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteLinkPath } from '../../../../src/core/notes/noteLink.ts';

test.each([
  ['moss', 'moss.md'],
  [' moss.md ', 'moss.md'],
  ['ideas/Moss and fern', 'ideas/Moss and fern.md'],
  ['moss#Second part|see there', 'moss.md'],
  ['v1.2', 'v1.2.md'],
  ['Übung', 'Übung.md'],
  ['', undefined],
  ['#heading', undefined],
  ['..', undefined],
  ['../secret', undefined],
  ['a/../../secret', undefined],
  ['a/./b', undefined],
  ['/etc/passwd', undefined],
  ['C:\\x', undefined],
  ['C:/x', undefined],
  ['a\\..\\b', undefined],
  ['a//b', undefined],
  ['a/ .. /b', undefined],
  ['a/.. ', undefined],
  ['file:///x', undefined],
  ['command:x', undefined],
  ['a\u0000b', undefined],
  ['a\u202Eb', undefined],
  ['x'.repeat(501), undefined],
])('%j', (target, expected) => {
  expect(noteLinkPath(target)).toBe(expected);
});

test('no name leads out of the folder', () => {
  const piece = fc.oneof(fc.constantFrom('.', '..', '/', '\\', ':', ' ', 'a', '#', '|', '%2e'), fc.string());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const path = noteLinkPath(pieces.join(''));
      if (path === undefined) return;
      expect(path).not.toMatch(/^[/\\]|\\|:|(?:^|\/)\s*\.*\s*(?:\/|$)/u);
    }),
  );
});
