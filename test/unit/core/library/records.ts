import * as fc from 'fast-check';
import type { PaperRecord } from '../../../../src/core/paper.ts';
import { PaperLibrary } from '../../../../src/core/library/paperLibrary.ts';

/** A record at a line of its file; everything but the title is unknown unless given. */
export function recordAt(line: number, fields: Partial<PaperRecord> & { readonly title: string }): PaperRecord {
  return {
    abstract: '',
    authors: [],
    keywords: [],
    range: { start: { line, character: 0 }, end: { line: line + 2, character: 5 } },
    ...fields,
  };
}

/** Titles as files have them: words, signs, scripts, names of JavaScript's own properties. */
export const anyTitle: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('Fig', 'Deep', 'the', 'of', 'C++', 'con', '深度学习', 'Größe', 'обучение', '3D', ':', '?'), {
      maxLength: 9,
    })
    .map((words) => words.join(' ')),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', ' ', '🙂', '$\\alpha$: a {T}est', 'x'.repeat(300)),
);

/** A library of these files, committed. */
export function libraryOf(
  files: Readonly<Record<string, readonly PaperRecord[]>>,
  hash?: (text: string) => string,
): PaperLibrary {
  const library = new PaperLibrary(hash);
  for (const [uri, records] of Object.entries(files)) library.setFile(uri, records);
  library.commit();
  return library;
}

/** Its keys in library order. */
export const keysOf = (library: PaperLibrary): readonly string[] => library.papers().map(({ key }) => key);
