import { envelopes } from './jsonList.ts';
import { member, textOf } from './jsonValues.ts';

/** What a member of a paper's object can hold that has a place of its own. */
export type JsonField =
  'title' | 'abstract' | 'authors' | 'year' | 'date' | 'venue' | 'doi' | 'arxiv' | 'url' | 'keywords' | 'key';

/** Names of members, letters and digits only, lower case, by what they say; the surest first. */
const names: readonly (readonly [JsonField, string])[] = [
  ['title', 'title papertitle displayname titles'],
  ['abstract', 'abstract summary abstractnote abstracttext abstracts tldr'],
  ['authors', 'authorsparsed authors author authorships creators authorstring authorlist'],
  ['year', 'year publicationyear pubyear'],
  ['date', 'publicationdate published publishedat firstpublicationdate date issued created pdate cdate updatedate'],
  [
    'venue',
    'venue journal conference booktitle journalname journaltitle publicationtitle publicationvenue proceeding proceedings containertitle',
  ],
  ['doi', 'doi dois paperdoi'],
  ['arxiv', 'arxiv arxivid paperarxivid eprint arxiveprints'],
  ['url', 'url link ee puburl paperurl urlabs paperurlabs entryid pdfurl urlpdf pdf'],
  ['keywords', 'keywords tags fieldsofstudy categories aikeywords tasks'],
  ['key', 'citationkey citekey bibkey key'],
];

interface Meaning {
  readonly field: JsonField;
  readonly rank: number;
}

const meanings: ReadonlyMap<string, Meaning> = new Map(
  names.flatMap(([field, list]) => list.split(' ').map((name, rank) => [name, { field, rank }] as const)),
);
const maxName = 40;

/** What a name of a member says of a paper. */
function meaningOf(name: string): Meaning | undefined {
  return name.length > maxName ? undefined : meanings.get(name.replace(/[^A-Za-z\d]/g, '').toLowerCase());
}

/** The paper in an item: the item itself, or what it wraps (`paper`, `content`, `data` …). */
export function bodyOf(item: object): object {
  if (fieldsOf(item).has('title')) return item;
  for (const name of envelopes) {
    const inner = member(item, name);
    if (typeof inner === 'object' && inner !== null && fieldsOf(inner).has('title')) return inner;
  }
  return item;
}

/** The members that have a place of their own; of two for the same the one with the surer name. Empty ones say nothing. */
export function fieldsOf(item: object): ReadonlyMap<JsonField, unknown> {
  const found = new Map<JsonField, { readonly value: unknown; readonly rank: number }>();
  for (const [name, value] of membersOf(item)) {
    const meaning = meaningOf(name);
    if (meaning === undefined || isEmpty(value)) continue;
    const before = found.get(meaning.field);
    if (before === undefined || meaning.rank < before.rank) found.set(meaning.field, { value, rank: meaning.rank });
  }
  return new Map([...found].map(([field, { value }]) => [field, value]));
}

/** Texts and numbers under other names. */
export function otherFieldsOf(item: object): readonly (readonly [name: string, value: string])[] {
  return membersOf(item).flatMap(([name, value]) => {
    const text = textOf(Array.isArray(value) ? undefined : value);
    return text === '' || name.length > maxName || meaningOf(name) !== undefined ? [] : [[name, text] as const];
  });
}

/** OpenReview wraps values: `{ value: … }`. */
function membersOf(item: object): readonly (readonly [name: string, value: unknown])[] {
  const members: readonly (readonly [string, unknown])[] = Object.entries(item);
  return members.map(([name, value]) => [name, Array.isArray(value) ? value : (member(value, 'value') ?? value)]);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
