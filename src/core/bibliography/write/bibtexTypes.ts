import type { PaperFields } from '../../paper.ts';
import type { CslVariable } from '../../workDetails.ts';
import { venueOf } from '../venue.ts';

/** BibTeX as its styles of 1988 read it, or BibLaTeX with the names that Biber knows. */
export type BibtexDialect = 'bibtex' | 'biblatex';

/** A field with its value as it stands behind the `=`, with its braces. */
export type BibtexField = readonly [name: string, value: string];

/** What kind of entry a paper becomes. */
export interface EntryKind {
  /** Of the entry, lower case. */
  readonly type: string;
  /** The field for the venue. */
  readonly venue: string;
  /** The field for the publisher. */
  readonly publisher: string;
  /** What the field `number` says of such a work. */
  readonly number: CslVariable;
}

type Names = readonly [type: string, venue: string, publisher?: string];
/** The names in BibTeX and, where it has others, in BibLaTeX. */
type BothNames = readonly [bibtex: Names, biblatex?: Names];

const article: BothNames = [
  ['article', 'journal'],
  ['article', 'journaltitle'],
];
const book: BothNames = [
  ['book', 'booktitle'],
  ['book', 'maintitle'],
];
const online: BothNames = [
  ['misc', 'howpublished'],
  ['online', 'howpublished', 'organization'],
];
const inReference: BothNames = [
  ['incollection', 'booktitle'],
  ['inreference', 'booktitle'],
];
const misc: BothNames = [['misc', 'howpublished']];

const byCslType: ReadonlyMap<string, BothNames> = new Map([
  ['article-journal', article],
  ['article-magazine', article],
  ['article-newspaper', article],
  [
    'periodical',
    [
      ['article', 'journal'],
      ['periodical', 'journaltitle'],
    ],
  ],
  [
    'review',
    [
      ['article', 'journal'],
      ['review', 'journaltitle'],
    ],
  ],
  ['paper-conference', [['inproceedings', 'booktitle']]],
  ['book', book],
  ['chapter', [['incollection', 'booktitle']]],
  ['entry', inReference],
  ['entry-dictionary', inReference],
  ['entry-encyclopedia', inReference],
  [
    'thesis',
    [
      ['phdthesis', 'howpublished', 'school'],
      ['thesis', 'howpublished', 'institution'],
    ],
  ],
  [
    'report',
    [
      ['techreport', 'howpublished', 'institution'],
      ['report', 'howpublished', 'institution'],
    ],
  ],
  ['pamphlet', [['booklet', 'howpublished']]],
  ['manuscript', [['unpublished', 'howpublished']]],
  ['webpage', online],
  ['post', online],
  ['post-weblog', online],
  [
    'dataset',
    [
      ['misc', 'howpublished'],
      ['dataset', 'howpublished'],
    ],
  ],
  [
    'software',
    [
      ['misc', 'howpublished'],
      ['software', 'howpublished'],
    ],
  ],
  [
    'patent',
    [
      ['misc', 'howpublished'],
      ['patent', 'howpublished'],
    ],
  ],
  [
    'standard',
    [
      ['misc', 'howpublished'],
      ['standard', 'howpublished'],
    ],
  ],
]);

/** Where only the venue says what a paper is. */
const byVenueType: Readonly<Record<'article' | 'inproceedings' | 'misc', BothNames>> = {
  article,
  inproceedings: [['inproceedings', 'booktitle']],
  misc,
};

const masters = /\b(?:master|msc|m\.sc|diplom|ma thesis)/i;

/** The kind of entry for a paper. BibLaTeX has one for what is only on the web. */
export function entryKind(paper: PaperFields, dialect: BibtexDialect): EntryKind {
  const { type: csl, variables } = paper.details ?? {};
  const { type: byVenue, isPreprint } = venueOf(paper);
  const isOnline =
    byVenue === 'misc' && isPreprint && paper.venue === undefined && (paper.arxiv ?? paper.url) !== undefined;
  const unnamed = isOnline ? online : byVenueType[byVenue];
  // CSL's `article` is a preprint, which may have appeared somewhere by now.
  const [bibtex, biblatex = bibtex] = csl === undefined || csl === 'article' ? unnamed : (byCslType.get(csl) ?? misc);
  const [type, venue, publisher = 'publisher'] = dialect === 'bibtex' ? bibtex : biblatex;
  const isMasters = type === 'phdthesis' && masters.test(variables?.genre ?? '');
  return { type: isMasters ? 'mastersthesis' : type, venue, publisher, number: numberVariable(type) };
}

/** `number` is the issue of a periodical, the number in a series of a book, and the number of anything else. */
export function numberVariable(type: string): CslVariable {
  if (type === 'article' || type === 'periodical' || type === 'suppperiodical' || type === 'review') return 'issue';
  return /^(?:book|inbook|incollection|collection|inreference)$|proceedings/.test(type)
    ? 'collection-number'
    : 'number';
}

/** Fields that hold a CSL variable as it is, in the order in which they are written. */
export const variableFields: readonly (readonly [variable: CslVariable, bibtex: string, biblatex?: string])[] = [
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['edition', 'edition'],
  ['collection-title', 'series'],
  ['chapter-number', 'chapter'],
  ['number-of-volumes', 'volumes'],
  ['number-of-pages', 'pagetotal'],
  ['part-number', 'part'],
  ['publisher-place', 'address', 'location'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['title-short', 'shorttitle'],
  ['container-title-short', 'shortjournal'],
  ['original-title', 'origtitle'],
  ['genre', 'type'],
  ['version', 'version'],
  ['status', 'pubstate'],
  ['language', 'language'],
  ['archive', 'library'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['note', 'note'],
  ['annote', 'annote', 'annotation'],
];
