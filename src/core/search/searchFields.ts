/**
 * The parts of a paper that are indexed, with how much a match there counts. `forms` are the compounds of title and
 * keywords written as one word, `lead` is the surname of the first author: the name that a paper goes by.
 * The numbers were found by trying: 4,200 known items among 8,786 real papers (`npm run bench:search`).
 */
export const searchFields = [
  { name: 'title', boost: 7 },
  { name: 'forms', boost: 6 },
  { name: 'authors', boost: 3 },
  { name: 'lead', boost: 2 },
  { name: 'keywords', boost: 2 },
  { name: 'year', boost: 3 },
  { name: 'venue', boost: 1.5 },
  { name: 'key', boost: 1.5 },
  { name: 'abstract', boost: 1 },
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

export const allFields: FieldMask = (1 << fieldCount) - 1;

/** What stands above an abstract. */
export const headFields: FieldMask = allFields & ~maskOf('abstract');
