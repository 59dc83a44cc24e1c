/** CSL's types by what Crossref calls them. */
const crossref: ReadonlyMap<string, string> = new Map([
  ['journal-article', 'article-journal'],
  ['proceedings-article', 'paper-conference'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['reference-entry', 'entry'],
  ['dissertation', 'thesis'],
  ['posted-content', 'article'],
  ['peer-review', 'review'],
  ['report-component', 'report'],
]);

/** Types by whose names a JSON file is known as CSL or as Crossref's. */
export const cslOnlyTypes: ReadonlySet<string> = new Set([
  ...crossref.keys(),
  ...'article-journal article-magazine article-newspaper paper-conference chapter book thesis report webpage entry-encyclopedia post-weblog manuscript dataset software document'.split(
    ' ',
  ),
]);

/** The CSL type of an item; Crossref's own names become CSL's. `undefined` when there is none. */
export function cslType(type: string): string | undefined {
  return crossref.get(type) ?? (type === '' ? undefined : type);
}
