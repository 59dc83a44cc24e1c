import type { PersonName } from './personName.ts';

/** CSL's text, number and date variables that paper files carry and `PaperFields` has no field of its own for. */
export const cslVariables = [
  'accessed',
  'annote',
  'archive',
  'archive_location',
  'call-number',
  'chapter-number',
  'collection-number',
  'collection-title',
  'container-title-short',
  'edition',
  'event-date',
  'event-place',
  'event-title',
  'genre',
  'ISBN',
  'ISSN',
  'issue',
  'issued',
  'language',
  'medium',
  'note',
  'number',
  'number-of-pages',
  'number-of-volumes',
  'original-date',
  'original-title',
  'page',
  'part-number',
  'PMCID',
  'PMID',
  'publisher',
  'publisher-place',
  'source',
  'status',
  'title-short',
  'version',
  'volume',
  'volume-title',
] as const;

export type CslVariable = (typeof cslVariables)[number];

/** CSL's name variables. */
export const cslRoles = [
  'author',
  'editor',
  'translator',
  'container-author',
  'collection-editor',
  'director',
  'composer',
  'illustrator',
  'interviewer',
  'recipient',
  'reviewed-author',
  'original-author',
] as const;

export type CslRole = (typeof cslRoles)[number];

/** What a bibliographic format says of a work beyond `PaperFields`, in CSL's terms: for formatting and export. */
export interface WorkDetails {
  /** CSL item type: `article-journal`, `paper-conference`, `chapter` … */
  readonly type?: string | undefined;
  /** Name parts by role. `author` is parallel to `PaperFields.authors`. */
  readonly names?: Readonly<Partial<Record<CslRole, readonly PersonName[]>>> | undefined;
  /** Plain text. Dates (`issued`, `accessed` …) are ISO 8601 as exact as known: `2024`, `2024-05`, `2024-05-19`, `2023/2024`. */
  readonly variables?: Readonly<Partial<Record<CslVariable, string>>> | undefined;
  /** Fields of the file that CSL has no variable for, under their names in the file and in its order. */
  readonly other?: readonly (readonly [name: string, value: string])[] | undefined;
}
