import { identifierLine } from '../../text/identifiers.ts';

/** What a label announces. `other`: a field of arXiv's that a paper has no place of its own for. */
export type LabelledField = 'title' | 'authors' | 'abstract' | 'identifier' | 'date' | 'venue' | 'other';

/** A line `Comments: 12 pages`. */
export interface Label {
  readonly field: LabelledField;
  /** As arXiv writes it, whatever the case in the file: `Journal-ref`. */
  readonly name: string;
  /** `''` when the value stands on the lines below. */
  readonly value: string;
}

const names: readonly (readonly [LabelledField, readonly string[]])[] = [
  ['title', ['Title']],
  ['authors', ['Authors', 'Author']],
  ['abstract', ['Abstract']],
  ['identifier', ['DOI', 'Related DOI', 'Cite as', 'arXiv', 'ArXiv ID', 'arXiv identifier']],
  ['date', ['Date', 'Published', 'Publication date', 'Submitted', 'Year']],
  ['venue', ['Journal-ref', 'Journal ref', 'Journal reference', 'Venue', 'Published in']],
  ['other', ['Comments', 'Comment', 'Subjects', 'Subject', 'Categories']],
  ['other', ['Report-no', 'Report number', 'MSC-class', 'MSC classes', 'ACM-class', 'ACM classes', 'License']],
];
const known = new Map(
  names.flatMap(([field, all]) => all.map((name) => [name.toLowerCase(), { field, name: canonical(name) }] as const)),
);
const longestLabel = 18;

/** Longer values are prose: a structured abstract may have a paragraph "Subjects: …". */
const longestValue = 90;
const longestComment = 1_000;
const categories = /\([a-z-]{2,10}(?:\.[A-Za-z-]{2,10})?\)|^[a-z-]{2,10}\.[A-Za-z-]{2,10}(?: |$)/;
const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:1[5-9]|20)\d{2}\b/i;
const longestDate = 60;
const unseen = /^[\s\p{Cc}]+$/u;

/** One name for each of arXiv's fields, on its pages and in its mails. */
function canonical(name: string): string {
  if (/^journal|^ref/i.test(name)) return 'Journal-ref';
  return name.replace(/^(Comment|Subject)$/, '$1s');
}

/** The label at the beginning of a text, if it is one of those that stand around papers and its value fits it. */
export function labelOf(text: string): Label | undefined {
  const colon = colonOf(text);
  if (colon < 1) return undefined;
  const label = known.get(text.slice(0, colon).trimEnd().toLowerCase());
  if (label === undefined) return undefined;
  const written = text.slice(colon + 1).trim();
  const value = unseen.test(written) ? '' : written;
  return value === '' || fits(label, value) ? { ...label, value } : undefined;
}

function colonOf(text: string): number {
  const end = Math.min(text.length, longestLabel + 1);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3a || code === 0xff1a) return at;
  }
  return -1;
}

function fits({ field, name }: Omit<Label, 'value'>, value: string): boolean {
  switch (field) {
    case 'title':
    case 'authors':
    case 'abstract':
      return true;
    case 'identifier':
      return labelledIdentifier(value) !== undefined;
    case 'date':
      return value.length <= longestDate && month.test(value);
    case 'venue':
      return value.length <= longestValue * 2;
    case 'other':
      if (name === 'Comments') return value.length <= longestComment;
      return value.length <= longestValue || categories.test(value.slice(0, longestValue));
  }
}

/** The identifier that a labelled value begins with: arXiv writes others behind it, "(or arXiv:2401.00001v2 for …)". */
export function labelledIdentifier(value: string): ReturnType<typeof identifierLine> {
  return identifierLine(value) ?? identifierLine(/^\S{1,2000}/.exec(value)?.[0] ?? '');
}
