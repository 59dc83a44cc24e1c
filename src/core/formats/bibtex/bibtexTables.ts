import { cslRoles, cslVariables, type CslRole, type CslVariable } from '../../workDetails.ts';

/** CSL types by entry type (BibTeX's and BibLaTeX's own, and the common extensions). */
export const cslTypes: ReadonlyMap<string, string> = new Map([
  ['article', 'article-journal'],
  ['periodical', 'periodical'],
  ['suppperiodical', 'article-journal'],
  ['inproceedings', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['book', 'book'],
  ['mvbook', 'book'],
  ['collection', 'book'],
  ['mvcollection', 'book'],
  ['proceedings', 'book'],
  ['mvproceedings', 'book'],
  ['reference', 'book'],
  ['inbook', 'chapter'],
  ['bookinbook', 'chapter'],
  ['suppbook', 'chapter'],
  ['incollection', 'chapter'],
  ['suppcollection', 'chapter'],
  ['inreference', 'entry-encyclopedia'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['thesis', 'thesis'],
  ['techreport', 'report'],
  ['report', 'report'],
  ['manual', 'report'],
  ['booklet', 'pamphlet'],
  ['online', 'webpage'],
  ['electronic', 'webpage'],
  ['www', 'webpage'],
  ['unpublished', 'manuscript'],
  ['dataset', 'dataset'],
  ['software', 'software'],
  ['patent', 'patent'],
  ['standard', 'standard'],
  ['review', 'review'],
  ['misc', 'document'],
]);

/** Fields that are a CSL variable as they are. */
export const variableFields: ReadonlyMap<string, CslVariable> = new Map([
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['publisher', 'publisher'],
  ['organization', 'publisher'],
  ['school', 'publisher'],
  ['institution', 'publisher'],
  ['address', 'publisher-place'],
  ['location', 'publisher-place'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['edition', 'edition'],
  ['series', 'collection-title'],
  ['chapter', 'chapter-number'],
  ['note', 'note'],
  ['annotation', 'annote'],
  ['annote', 'annote'],
  ['language', 'language'],
  ['langid', 'language'],
  ['version', 'version'],
  ['pagetotal', 'number-of-pages'],
  ['volumes', 'number-of-volumes'],
  ['type', 'genre'],
  ['howpublished', 'medium'],
  ['shorttitle', 'title-short'],
  ['shortjournal', 'container-title-short'],
  ['eventtitle', 'event-title'],
  ['venue', 'event-place'],
  ['origtitle', 'original-title'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['library', 'archive'],
  ['pubstate', 'status'],
  ['part', 'part-number'],
]);

/** Fields of names. */
export const nameFields: ReadonlyMap<string, CslRole> = new Map([
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
]);

/** Where a work stands, the best name first. */
export const venueFields = ['journaltitle', 'journal', 'booktitle', 'maintitle'] as const;

/** Fields of dates, besides `date` and `year`. */
export const dateFields: ReadonlyMap<string, CslVariable> = new Map([
  ['urldate', 'accessed'],
  ['eventdate', 'event-date'],
  ['origdate', 'original-date'],
]);

/** What stands in a field named `csl-…`. */
type CslField = { readonly role: CslRole } | { readonly variable: CslVariable };

/** Fields that Paperside writes for what neither BibTeX nor BibLaTeX has a name for: `csl-director`. */
export const cslFields: ReadonlyMap<string, CslField> = new Map<string, CslField>([
  ...cslVariables.map((variable): [string, CslField] => [`csl-${variable}`, { variable }]),
  ...cslRoles.map((role): [string, CslField] => [`csl-${role}`, { role }]),
]);
