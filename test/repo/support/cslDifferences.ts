import type { Pair } from './cslComparison.ts';

/** Why a text is not what pandoc 2.17 prints. */
export interface DifferenceReason {
  readonly what: string;
  /** Of CSL's specification (1.0.2), which pandoc is not in agreement with; `undefined`: CSL leaves it open. */
  readonly section: string | undefined;
  readonly explains: (pair: Pair) => boolean;
}

/** Tried in this order. */
export const differenceReasons: readonly DifferenceReason[] = [
  {
    what: 'works that the style does not order pandoc has in the order of the bibliography, and we as they are cited',
    section: undefined,
    explains: ({ kind, ours, theirs }) => kind === 'order' && inFileOrder(ours) === theirs,
  },
  {
    what: 'pandoc has "van den Berg" under V where the particle is demoted for sorting, and works without authors first',
    section: 'Sorting: items with an empty sort key are placed at the end; Name Particles: sort-only appears under "G"',
    explains: ({ kind, ours, theirs }) => kind === 'order' && withoutMoved(ours) === withoutMoved(theirs),
  },
  {
    what: 'pandoc leaves "[Online]." out where the date of access is not known',
    section: 'Group: a non-empty nested group is treated as a non-empty variable',
    explains: ({ ours, theirs }) => ours.replace(/ \[(?:Online|En ligne)\]\./, '') === theirs,
  },
  {
    what: 'pandoc prints the year of access with four digits where the style asks for two',
    section: 'Date-part: the short form of a year is "05"',
    explains: ({ ours, theirs }) => ours === theirs.replace(/(\d+\.\d+\.)20(?=\d\d\))/, '$1'),
  },
  {
    what: 'pandoc drops the full stop behind a German day where the style names the parts of the date',
    section: "Date: date-part elements do not affect affixes of localized formats, which are the locale's",
    explains: ({ ours, theirs }) => ours.replace(/(\(Zugegriffen: \d+)\./, '$1') === theirs,
  },
  {
    what: 'pandoc prints the pages 1-10 as "1–0"',
    section: 'Page Range Formats: minimal leaves out digits that are repeated, and 1 and 10 have none in common',
    explains: ({ ours, theirs }) => ours.replace(/(\b1[–‑])1(?=[04]\b)/, '$1') === theirs,
  },
  {
    what: 'pandoc begins prepositions with a capital letter in titles',
    section: 'Title Case Conversion: stop words are lowercased; those listed hold "between" and "under"',
    explains: ({ ours, theirs }) => ours.replace(/\bbetween:/g, 'Between:').replace(/\bunder\b/g, 'Under') === theirs,
  },
  {
    what: 'pandoc does not begin a term with a raised letter with a capital one',
    section: 'Text-case: capitalize-first capitalizes the first character of the first word',
    explains: ({ ours, theirs }) => ours.replace(/\b(?:No) (?=17\)|US )/, 'no ') === theirs,
  },
  {
    what: 'pandoc sorts the work whose author stands in the text among the others, and so takes the author from it',
    section: undefined,
    explains: ({ ours, theirs }) => parts(ours) === parts(theirs),
  },
  {
    what: 'pandoc takes "arXiv:2402.00001" and "2.1.0" for numbers, and writes "No." and "Version" before them',
    section: undefined,
    explains: ({ ours, theirs }) => theirs.replace(/\((?:No\.|Nr\.|no|Version) (?=arXiv|2\.1\.0)/, '(') === ours,
  },
  {
    what: 'pandoc writes a dash in a double issue, and citeproc-js what the language has between pages',
    section: undefined,
    explains: ({ ours, theirs }) => ours.replace('no 1‑2', 'no 1–2') === theirs,
  },
  {
    what: 'pandoc keeps the typewriter apostrophe of a French term',
    section: undefined,
    explains: ({ ours, theirs }) => ours.replace('à l’adresse', "à l'adresse") === theirs,
  },
];

function inFileOrder(keys: string): string {
  return keys.replace('stone2019b stone2019', 'stone2019 stone2019b');
}

/** The order of a list without the works that pandoc has elsewhere. */
function withoutMoved(keys: string): string {
  return inFileOrder(keys)
    .split(' ')
    .filter((key) => key !== 'berg2005' && key !== 'anon2017')
    .join(' ');
}

/** What stands between brackets, commas and semicolons, in an order of its own: the same works with the same words, sorted otherwise. */
function parts(text: string): string {
  const found = text.split(/[;,()[\]]/).map((part) => part.replace(/\s/g, ''));
  return found
    .filter((part) => part !== '')
    .sort()
    .join('|');
}
