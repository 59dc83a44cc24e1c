import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import type { PersonName } from '../../personName.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { listOf, member, textOf } from './jsonValues.ts';
import { looksLikeJson, readJson, sampleItems } from './readJson.ts';

/** Names of members, letters and digits only, lower case, by what they say; the surest first. */
const names = {
  title: ['title', 'papertitle', 'displayname'],
  abstract: ['abstract', 'summary', 'tldr'],
  authors: ['authors', 'author', 'authorships', 'creators'],
  year: ['year', 'publicationyear', 'pubyear'],
  date: ['publicationdate', 'published', 'publishedat', 'date', 'issued', 'created'],
  venue: ['venue', 'journal', 'conference', 'booktitle', 'journalname', 'publicationvenue', 'containertitle'],
  doi: ['doi'],
  arxiv: ['arxiv', 'arxivid', 'eprint'],
  url: ['url', 'link', 'pdfurl', 'pdf', 'paperurl'],
  keywords: ['keywords', 'tags', 'fieldsofstudy', 'categories', 'aikeywords'],
  key: ['citationkey', 'citekey', 'bibkey', 'key'],
} as const;

type Field = keyof typeof names;

const known: ReadonlyMap<string, Field> = new Map(
  (Object.keys(names) as Field[]).flatMap((field) => names[field].map((name) => [name, field] as const)),
);
const maxWords = 20_000;

/** Objects of papers under common names: JSON Lines, own dumps, Semantic Scholar, OpenAlex. */
export const jsonPapers: PaperFormat = {
  id: 'jsonPapers',
  label: 'JSON of papers',
  detect(name, head) {
    if (!looksLikeJson(head)) return 0;
    const { items, keys } = sampleItems(head);
    if (items.length === 0) return keys.has('title') && (keys.has('abstract') || keys.has('authors')) ? 0.6 : 0;
    const papers = items.filter(isPaper).length;
    return papers * 2 > items.length || (papers * 2 === items.length && /papers/i.test(name)) ? 0.7 : 0;
  },
  parse: (text) => readJson(text, paperRecord, ['citation_key', 'citationKey', 'citekey', 'bibkey', 'key']),
};

/** A title, and one more thing that papers have. */
function isPaper(item: object): boolean {
  const values = membersOf(item);
  const others: readonly Field[] = ['abstract', 'authors', 'year', 'doi', 'arxiv'];
  return textOf(values.get('title')) !== '' && others.some((field) => values.has(field));
}

function membersOf(item: object): ReadonlyMap<Field, unknown> {
  const found = new Map<Field, { readonly value: unknown; readonly rank: number }>();
  for (const [name, value] of Object.entries(item) as [string, unknown][]) {
    if (value === null || value === undefined || value === '' || name.length > 40) continue;
    const folded = name.replace(/[^A-Za-z\d]/g, '').toLowerCase();
    const field = known.get(folded);
    if (field === undefined) continue;
    const rank = (names[field] as readonly string[]).indexOf(folded);
    const before = found.get(field);
    if (before === undefined || rank < before.rank) found.set(field, { value, rank });
  }
  return new Map([...found].map(([field, { value }]) => [field, value]));
}

function paperRecord(item: object, range: Range): PaperRecord | undefined {
  const values = membersOf(item);
  const text = (field: Field): string => textOf(values.get(field));
  const draft = new RecordDraft();
  draft.title = plainLine(text('title'));
  draft.abstract = plainParagraphs(
    text('abstract') || textOf(member(values.get('abstract'), 'text')) || invertedAbstract(item),
  );
  draft.names('author', authorsOf(values.get('authors')));
  draft.issued(isoDate(text('date')));
  draft.year(Number(text('year').slice(0, 4)));
  const venue = text('venue') || textOf(member(values.get('venue'), 'name'));
  draft.venue =
    plainLine(venue || textOf(member(member(member(item, 'primary_location'), 'source'), 'display_name'))) || undefined;
  const ids = member(item, 'externalIds');
  draft.doi(text('doi') || textOf(member(ids, 'DOI')));
  draft.arxiv(text('arxiv') || textOf(member(ids, 'ArXiv')) || textOf(member(item, 'id')));
  draft.url(text('url'));
  draft.url(textOf(member(member(item, 'openAccessPdf'), 'url')));
  draft.keywords(wordsOf(values.get('keywords')));
  if (/^\p{L}\S{0,99}$/u.test(text('key'))) draft.key = text('key');
  for (const [name, value] of Object.entries(item) as [string, unknown][]) {
    const isKnown = known.has(name.replace(/[^A-Za-z\d]/g, '').toLowerCase());
    if (!isKnown && (typeof value === 'string' || typeof value === 'number') && name.length <= 40)
      draft.other(name, plainLine(String(value)));
  }
  return draft.build(range);
}

/** A list of names or of objects that name somebody, or one text with semicolons, "and", or commas between. */
function authorsOf(value: unknown): readonly PersonName[] {
  if (!Array.isArray(value)) {
    const text = plainLine(textOf(value));
    const separator = text.includes(';') ? ';' : / and /.test(text) ? /,? and / : ', ';
    return text === ''
      ? []
      : text
          .split(separator)
          .filter((name) => name.trim() !== '')
          .map(parsePlainName);
  }
  return value
    .map((author) => plainLine(nameOf(author)))
    .filter((name) => name !== '')
    .map(parsePlainName);
}

function nameOf(author: unknown): string {
  if (typeof author === 'string') return author;
  const inner = member(author, 'author') ?? author;
  for (const name of ['name', 'fullname', 'full_name', 'display_name']) {
    const text = textOf(member(inner, name));
    if (text !== '') return text;
  }
  const family = textOf(member(inner, 'family')) || textOf(member(inner, 'last'));
  const given = textOf(member(inner, 'given')) || textOf(member(inner, 'first'));
  return given === '' ? family : `${family}, ${given}`;
}

function wordsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return textOf(value).split(/[,;]/);
  return value.map((word) => textOf(word) || textOf(member(word, 'name')) || textOf(member(word, 'display_name')));
}

/** OpenAlex gives abstracts as places of words. */
function invertedAbstract(item: object): string {
  const index = member(item, 'abstract_inverted_index');
  if (typeof index !== 'object' || index === null) return '';
  const words: string[] = [];
  for (const [word, places] of Object.entries(index) as [string, unknown][]) {
    for (const place of listOf(places))
      if (typeof place === 'number' && place >= 0 && place < maxWords) words[place] = word;
  }
  return words.filter((word) => word !== undefined).join(' ');
}
