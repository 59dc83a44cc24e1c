/**
 * The parts of a paper that are indexed, with how much a match there counts, and how much a long text takes from that (0
 * nothing, 1 all of its length). `forms` are the compounds of title and keywords written as one word, `lead` is the
 * surname of the first author: the name that a paper goes by. The numbers were found by trying: 7,200 known items among
 * 10,000 papers (`npm run bench:search`).
 */
export const searchFields = [
  { name: 'title', boost: 8, lengths: 0.9 },
  { name: 'forms', boost: 6, lengths: 0.7 },
  { name: 'authors', boost: 3, lengths: 0.7 },
  { name: 'lead', boost: 2, lengths: 0.7 },
  { name: 'keywords', boost: 1.5, lengths: 0.7 },
  { name: 'year', boost: 3, lengths: 0.7 },
  { name: 'venue', boost: 1, lengths: 0.7 },
  { name: 'key', boost: 1, lengths: 0.7 },
  { name: 'abstract', boost: 0.8, lengths: 0.7 },
] as const;

export type SearchField = (typeof searchFields)[number]['name'];

export const fieldCount = searchFields.length;

/** Place of a field in `searchFields`. */
export function fieldAt(name: SearchField): number {
  return searchFields.findIndex((field) => field.name === name);
}

/** One bit for each field: `1 << fieldAt(name)`. */
export type FieldMask = number;

export function maskOf(...names: readonly SearchField[]): FieldMask {
  return names.reduce((mask, name) => mask | (1 << fieldAt(name)), 0);
}

/** The number of what notes say of a paper. It is no field of the index of papers: notes have one of their own. */
export const noteField = searchFields.length;
export const noteMask: FieldMask = 1 << noteField;

export const allFields: FieldMask = (1 << (fieldCount + 1)) - 1;

/** What stands above an abstract. */
export const headFields: FieldMask = allFields & ~maskOf('abstract') & ~noteMask;
