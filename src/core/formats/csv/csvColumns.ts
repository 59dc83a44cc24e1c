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
  | 'extra'
  | 'firstPage'
  | 'lastPage';

/** Column names, letters and digits only, lower case, the surest first: Zotero, Scopus, Web of Science, IEEE, PubMed, Publish or Perish, own ones. */
const fieldNames: readonly (readonly [CsvField, string])[] = [
  ['title', 'title papertitle documenttitle articletitle ti name'],
  ['authors', 'authorfullnames af authors author authornames au creators'],
  ['year', 'year publicationyear pubyear py'],
  ['date', 'date publicationdate published publisheddate publisheddateonline publicationdate2 pd'],
  ['abstract', 'abstract abstractnote summary ab'],
  [
    'venue',
    'venue journal journalbook publicationtitle sourcetitle publication source conference booktitle so containertitle',
  ],
  ['doi', 'doi di'],
  ['arxiv', 'arxiv arxivid'],
  ['url', 'url link articleurl pdflink pdfurl paperurl'],
  ['keywords', 'keywords authorkeywords indexkeywords manualtags automatictags tags de ieeeterms keyword'],
  ['key', 'citationkey citekey bibtexkey bibkey'],
  ['type', 'itemtype documenttype type dt'],
  ['extra', 'extra'],
  ['firstPage', 'startpage pagestart firstpage bp'],
  ['lastPage', 'endpage pageend lastpage ep'],
];

const variableNames: ReadonlyMap<string, CslVariable> = new Map([
  ['volume', 'volume'],
  ['vl', 'volume'],
  ['issue', 'issue'],
  ['number', 'issue'],
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

const fields: ReadonlyMap<string, { readonly field: CsvField; readonly rank: number }> = new Map(
  fieldNames.flatMap(([field, names]) => names.split(' ').map((name, rank) => [name, { field, rank }] as const)),
);

/** What each column is: a field, a CSL variable, or something else under its own name. */
export type CsvColumn =
  | { readonly kind: 'field'; readonly field: CsvField }
  | { readonly kind: 'variable'; readonly variable: CslVariable }
  | { readonly kind: 'other'; readonly name: string };

/**
 * The columns of a header. Of two for the same field the one with the surer name counts, and of equal names the first;
 * of keywords all do.
 */
export function csvColumns(header: readonly string[]): readonly CsvColumn[] {
  const names = header.map((cell) =>
    cell
      .slice(0, 100)
      .replace(/[^A-Za-z\d]/g, '')
      .toLowerCase(),
  );
  const surest = new Map<CsvField, { readonly rank: number; readonly index: number }>();
  for (const [index, name] of names.entries()) {
    const found = fields.get(name);
    if (found === undefined) continue;
    const before = surest.get(found.field);
    if (before === undefined || found.rank < before.rank) surest.set(found.field, { rank: found.rank, index });
  }
  // Web of Science calls its keywords ID; a column `id` of others is none.
  const isWebOfScience = names.includes('ti') && names.includes('de');
  return names.map((name, index) => {
    const field = name === 'id' && isWebOfScience ? 'keywords' : fields.get(name)?.field;
    if (field !== undefined && (field === 'keywords' || surest.get(field)?.index === index))
      return { kind: 'field', field };
    const variable = variableNames.get(name);
    return variable === undefined ? { kind: 'other', name: header[index] ?? '' } : { kind: 'variable', variable };
  });
}

/** A title and something else that papers have: else it is a table of other things. Of a "name" more is asked. */
export function isPaperTable(columns: readonly CsvColumn[], header: readonly string[]): boolean {
  const found = new Set(columns.map((column) => (column.kind === 'field' ? column.field : undefined)));
  const title = columns.findIndex((column) => column.kind === 'field' && column.field === 'title');
  const sure: readonly CsvField[] = ['authors', 'abstract', 'doi', 'arxiv'];
  const others: readonly CsvField[] = /^\W*name\W*$/i.test(header[title] ?? '') ? sure : [...sure, 'venue', 'year'];
  return title !== -1 && others.some((field) => found.has(field));
}
