import type { CslVariable } from '../../workDetails.ts';

/** What a column can hold that has a place of its own. */
export type CsvField =
  | 'title'
  | 'authors'
  | 'year'
  | 'date'
  | 'abstract'
  | 'venue'
  | 'doi'
  | 'arxiv'
  | 'url'
  | 'keywords'
  | 'key'
  | 'type'
  | 'extra';

/** Column names, letters and digits only, lower case: Zotero, Scopus, Web of Science, IEEE, PubMed, Publish or Perish, own ones. */
const fieldNames: Readonly<Record<CsvField, string>> = {
  title: 'title papertitle documenttitle articletitle ti name',
  authors: 'authors author authorfullnames authornames au af creators',
  year: 'year publicationyear pubyear py',
  date: 'date publicationdate published publisheddate publisheddateonline publicationdate2 pd',
  abstract: 'abstract abstractnote summary ab',
  venue: 'venue journal journalbook publicationtitle sourcetitle source conference booktitle so containertitle',
  doi: 'doi di',
  arxiv: 'arxiv arxivid',
  url: 'url link articleurl pdflink pdfurl paperurl ut',
  keywords: 'keywords authorkeywords indexkeywords manualtags tags de id ieeeterms keyword',
  key: 'citationkey citekey bibtexkey bibkey',
  type: 'itemtype documenttype type dt',
  extra: 'extra',
};

const variableNames: ReadonlyMap<string, CslVariable> = new Map([
  ['volume', 'volume'],
  ['vl', 'volume'],
  ['issue', 'issue'],
  ['is', 'issue'],
  ['pages', 'page'],
  ['publisher', 'publisher'],
  ['pu', 'publisher'],
  ['isbn', 'ISBN'],
  ['isbns', 'ISBN'],
  ['issn', 'ISSN'],
  ['sn', 'ISSN'],
  ['place', 'publisher-place'],
  ['language', 'language'],
  ['la', 'language'],
  ['pmid', 'PMID'],
  ['pubmedid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['edition', 'edition'],
  ['series', 'collection-title'],
  ['journalabbreviation', 'container-title-short'],
  ['abbreviatedsourcetitle', 'container-title-short'],
  ['note', 'note'],
  ['notes', 'note'],
]);

const fields: ReadonlyMap<string, CsvField> = new Map(
  (Object.keys(fieldNames) as CsvField[]).flatMap((field) =>
    fieldNames[field].split(' ').map((name) => [name, field] as const),
  ),
);

/** What each column is: a field, a CSL variable, or something else under its own name. */
export type CsvColumn =
  | { readonly kind: 'field'; readonly field: CsvField }
  | { readonly kind: 'variable'; readonly variable: CslVariable }
  | { readonly kind: 'other'; readonly name: string };

/** The columns of a header. Of two for the same field the first counts. */
export function csvColumns(header: readonly string[]): readonly CsvColumn[] {
  const taken = new Set<CsvField>();
  return header.map((cell) => {
    const name = cell.replace(/[^A-Za-z\d]/g, '').toLowerCase();
    const field = fields.get(name);
    if (field !== undefined && !taken.has(field)) {
      taken.add(field);
      return { kind: 'field', field };
    }
    const variable = variableNames.get(name);
    return variable === undefined ? { kind: 'other', name: cell } : { kind: 'variable', variable };
  });
}

/** A title and something else that papers have: else it is a table of other things. */
export function isPaperTable(columns: readonly CsvColumn[]): boolean {
  const found = new Set(columns.map((column) => (column.kind === 'field' ? column.field : undefined)));
  const others: readonly CsvField[] = ['authors', 'abstract', 'doi', 'arxiv', 'venue', 'year'];
  return found.has('title') && others.some((field) => found.has(field));
}
