import type { PaperRecord } from '../../paper.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslVariable } from '../../workDetails.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { jsonAuthors } from './jsonAuthors.ts';
import { bodyOf, fieldsOf, otherFieldsOf, type JsonField } from './jsonFields.ts';
import { invertedAbstract } from './invertedAbstract.ts';
import { member, textOf } from './jsonValues.ts';
import { looksLikeJson, readJson, sampleItems } from './readJson.ts';

const keyNames = ['citation_key', 'citationKey', 'citekey', 'bibkey', 'key'];
const others: readonly JsonField[] = ['abstract', 'authors', 'year', 'doi', 'arxiv'];
const variables: ReadonlyMap<string, CslVariable> = new Map([
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['number', 'issue'],
  ['pages', 'page'],
  ['publisher', 'publisher'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['language', 'language'],
]);
/** Categories of arXiv stand between blanks: `hep-ph math.CO`. */
const categories =
  /^(?:[a-z]{2,8}(?:-[a-z]{2,5})?(?:\.[A-Za-z-]{2,12})?)(?: [a-z]{2,8}(?:-[a-z]{2,5})?(?:\.[A-Za-z-]{2,12})?)*$/;
/** Items of reference managers that are no works. */
const noWorks = new Set(['attachment', 'note', 'annotation']);
const maxOther = 2_000;
/** On average: the day does not matter. */
const yearMilliseconds = 31_556_952_000;

/**
 * Objects of papers under common names: JSON Lines, own dumps, Semantic Scholar, OpenAlex, arXiv's dump, ACL Anthology,
 * OpenReview, DBLP, Europe PMC, INSPIRE, Zotero.
 */
export const jsonPapers: PaperFormat = {
  id: 'jsonPapers',
  label: 'JSON of papers',
  detect(name, head) {
    if (!looksLikeJson(head)) return 0;
    const { items, keys } = sampleItems(head);
    if (items.length <= 1 && foreign.some((key) => keys.has(key))) return 0;
    if (items.length === 0) return keys.has('title') && (keys.has('abstract') || keys.has('authors')) ? 0.6 : 0;
    const papers = items.filter(isPaper).length;
    return papers * 2 > items.length || (papers * 2 === items.length && /papers/i.test(name)) ? 0.7 : 0;
  },
  parse: (text) => readJson(text, paperRecord, keyNames),
};

/** Members of files that name a title and authors too, and are packages or notebooks. */
const foreign = [
  'dependencies',
  'devDependencies',
  'scripts',
  'engines',
  'lockfileVersion',
  'nbformat',
  'compilerOptions',
];

/** A title, and one more thing that papers have. */
function isPaper(item: object): boolean {
  const fields = fieldsOf(bodyOf(item));
  return plainText(fields.get('title')) !== '' && others.some((field) => fields.has(field));
}

/** A text, or that of the object or list that holds it. */
function plainText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'object') return textOf(first);
  const inner = ['value', 'title', 'text', 'name', 'display_name', 'id'].map((name) => textOf(member(first, name)));
  return inner.find((text) => text !== '') ?? '';
}

function paperRecord(item: object, range: Range): PaperRecord | 'none' | undefined {
  const body = bodyOf(item);
  if (noWorks.has(textOf(member(body, 'itemType')))) return 'none';
  const fields = fieldsOf(body);
  const text = (field: JsonField): string => plainText(fields.get(field));
  const draft = new RecordDraft();
  draft.title = plainLine(text('title'));
  if (draft.title === '') return undefined;
  draft.abstract = plainParagraphs(text('abstract') || invertedAbstract(member(body, 'abstract_inverted_index')));
  draft.names('author', jsonAuthors(fields.get('authors')));
  tellDate(draft, text('year'), dateOf(body, fields.get('date') ?? member(item, 'pdate') ?? member(item, 'cdate')));
  const source = member(member(body, 'primary_location'), 'source');
  draft.venue = plainLine(text('venue') || textOf(member(source, 'display_name'))) || undefined;
  identify(draft, item, body, text);
  draft.keywords(wordsOf(fields.get('keywords')));
  const key = text('key');
  // Zotero's keys of items are no citation keys.
  if (/^\p{L}\S{0,99}$/u.test(key) && member(body, 'itemType') === undefined) draft.key = key;
  else if (/^\p{L}\S{0,99}$/u.test(textOf(member(body, 'citationKey'))))
    draft.key = textOf(member(body, 'citationKey'));
  for (const [name, value] of otherFieldsOf(body)) {
    const variable = variables.get(name.toLowerCase());
    if (variable !== undefined) draft.variable(variable, plainLine(value.slice(0, maxOther)));
    else if (value.length <= maxOther) draft.other(name, plainLine(value));
  }
  return draft.build(range);
}

function identify(draft: RecordDraft, item: object, body: object, text: (field: JsonField) => string): void {
  const ids = member(body, 'externalIds');
  const id = textOf(member(body, 'id')) || textOf(member(item, 'id'));
  draft.doi(text('doi') || textOf(member(ids, 'DOI')));
  draft.arxiv(text('arxiv') || textOf(member(ids, 'ArXiv')) || id);
  draft.url(text('url'));
  draft.url(textOf(member(member(body, 'openAccessPdf'), 'url')));
  const forum = textOf(member(item, 'forum'));
  if (/^[\w-]{5,20}$/.test(forum)) draft.url(`https://openreview.net/forum?id=${forum}`);
  draft.url(id);
}

/** The year as it is said; the day only where it agrees. */
function tellDate(draft: RecordDraft, year: string, date: string | undefined): void {
  const said = /^\s*([12]\d{3})(?!\d)/.exec(year)?.[1];
  draft.issued(date !== undefined && (said === undefined || date.startsWith(said)) ? date : said);
}

/** arXiv's dump dates only versions; OpenReview counts milliseconds. */
function dateOf(body: object, value: unknown): string | undefined {
  const versions = member(body, 'versions');
  const first: unknown = Array.isArray(versions) ? versions[0] : undefined;
  const created = isoDate(textOf(member(first, 'created')));
  if (created !== undefined) return created;
  if (typeof value === 'number' && value > 1e11) return isoDate(String(Math.floor(1970 + value / yearMilliseconds)));
  return isoDate(plainText(value));
}

function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((word) => plainText(word) || textOf(member(word, 'tag')));
  const text = plainText(value);
  return text.split(/[.-]/.test(text) && categories.test(text) ? ' ' : /[,;]/);
}
