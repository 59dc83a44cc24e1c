import type { OpaqueKind } from './citation.ts';
import { isInLatexCommand, latexPreambleEnd } from './latex/commandAround.ts';

/** Why nothing can be inserted for a cursor: what it stands in, or a place where the result would be no citation. */
export type RefusedPlace = OpaqueKind | 'preamble' | 'notText';

/** Ends a sentence for people: "the cursor is in …". */
const placeNames: Readonly<Record<Exclude<RefusedPlace, 'notText'>, string>> = {
  frontMatter: 'the front matter',
  code: 'code',
  math: 'a formula',
  comment: 'a comment',
  html: 'an HTML tag',
  link: 'the target of a link',
  tex: 'a TeX command',
  escape: 'an escape',
  label: 'the label of an example',
  preamble: 'the preamble',
};

/** What reads the documents of a syntax. */
const readers: ReadonlyMap<string, string> = new Map([
  ['pandoc', 'Pandoc'],
  ['latex', 'LaTeX'],
  ['typst', 'Typst'],
  ['myst', 'MyST'],
]);

/** Where a cursor is, for people, in documents of this syntax: `code`. */
export function placeName(place: RefusedPlace, syntax: string): string {
  if (place !== 'notText') return placeNames[place];
  return `a place where ${readers.get(syntax) ?? 'Markdown'} reads no citation`;
}

/** Tells where the language of a document, not its citations, forbids one; `undefined` elsewhere. */
export function forbiddenPlaces(syntax: string, text: string): (offset: number) => RefusedPlace | undefined {
  if (syntax !== 'latex') return () => undefined;
  const preambleEnd = latexPreambleEnd(text);
  return (offset) => {
    if (offset <= preambleEnd) return 'preamble';
    return isInLatexCommand(text, offset) ? 'tex' : undefined;
  };
}
