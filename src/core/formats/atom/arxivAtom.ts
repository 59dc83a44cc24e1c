import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Problem, ProblemCode } from '../../problem.ts';
import { isoDate } from '../../text/isoDate.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { ProblemList } from '../problemList.ts';
import { RecordDraft } from '../recordDraft.ts';
import { feedEntries } from './feedEntries.ts';
import { childText, readXmlEntry, type XmlElement } from './xmlEntry.ts';

const root = /<(?:[a-z]{1,20}:)?(?:feed|rss|RDF)[\s>]/i;
const declaration = /^<!(?:DOCTYPE|ENTITY)/i;
/** What makes a feed one of arXiv's; a link to a paper in somebody's blog does not. */
const ofArxiv =
  /xmlns:arxiv=|oai:arXiv\.org|<(?:atom:)?(?:id|link)>\s*https?:\/\/(?:\w+\.)?arxiv\.org\/|rdf:about="https?:\/\/(?:\w+\.)?arxiv\.org\//i;

/**
 * The feeds of arXiv: Atom of its API and of its lists, and their RSS. Each entry is read by itself, so that a broken one
 * costs itself. Document types and entities are refused unread: a declaration before the feed refuses the feed, one inside
 * an entry breaks the entry; the words in a text are text.
 */
export const arxivAtom: PaperFormat = {
  id: 'arxivAtom',
  label: 'arXiv feed',
  detect(_name, head) {
    return /^\s*</.test(head) && root.test(head) && ofArxiv.test(head) ? 0.95 : 0;
  },
  parse,
};

function parse(text: string): ParsedPaperFile {
  const lines = new LineIndex(text);
  const refused = refusedAt(text);
  if (refused !== -1) {
    const message =
      'This feed was not read because it declares a document type or entities: remove the <!…> declarations.';
    return { records: [], problems: [problem('refused-content', message, lines.rangeOf(refused, refused + 9))] };
  }
  const records: PaperRecord[] = [];
  const problems = new ProblemList();
  for (const { start, end } of feedEntries(text)) {
    const range = lines.rangeOf(start, end ?? start + 6);
    const entry = end === undefined ? undefined : readXmlEntry(text.slice(start, end));
    const record = entry === undefined ? undefined : entryRecord(entry, range);
    if (record !== undefined) records.push(record);
    else problems.add(entry === undefined ? broken(range) : untitled(range));
  }
  return { records, problems: problems.all() };
}

/** Where a declaration stands before the feed begins, comments apart; -1 for nowhere. */
function refusedAt(text: string): number {
  const begin = text.search(root);
  const prolog = begin === -1 ? text : text.slice(0, begin);
  for (let at = prolog.indexOf('<!'); at !== -1; at = prolog.indexOf('<!', at + 2)) {
    if (declaration.test(prolog.slice(at, at + 9))) return at;
    if (!prolog.startsWith('<!--', at)) continue;
    const end = prolog.indexOf('-->', at);
    if (end === -1) return -1;
    at = end;
  }
  return -1;
}

function entryRecord(entry: XmlElement, range: Range): PaperRecord | undefined {
  const draft = new RecordDraft();
  const line = (name: string): string => childText(entry, name).replace(/\s+/g, ' ').trim();
  draft.title = line('title').replace(/\s*\(arXiv:\S+ \[[^\]]*\][^)]*\)$/, '');
  draft.type = 'article';
  draft.abstract = abstractOf(line('summary') || line('description'));
  const authors = entry.children.filter(({ name }) => name === 'author').map((author) => childText(author, 'name'));
  // Older feeds have a link around each name.
  const creators = line('creator')
    .replace(/<[^<>]{0,300}>/g, '')
    .split(/,\s*/);
  const names = (authors.some((name) => name.trim() !== '') ? authors : creators).map((name) =>
    name.replace(/\s+/g, ' ').trim(),
  );
  draft.names('author', names.filter((name) => name !== '').map(parsePlainName));
  draft.issued(isoDate(line('published')) ?? isoDate(yearOfId(line('id') || line('link'))));
  draft.issued(isoDate(line('pubDate') || line('date') || line('updated')));
  draft.doi(line('doi') || line('DOI'));
  draft.url((line('id') || line('link') || line('guid')).replace(/^http:/, 'https:'));
  draft.arxiv(/^oai:arXiv\.org:(\S+)$/i.exec(line('id') || line('guid'))?.[1] ?? '');
  for (const { name, attributes } of entry.children) if (name === 'link') draft.url(attributes.get('href') ?? '');
  draft.other('comment', line('comment'));
  draft.other('journal_ref', line('journal_ref') || line('journal_reference'));
  const categories = entry.children
    .filter(({ name }) => name === 'category')
    .map(({ attributes, text }) => attributes.get('term') ?? text);
  draft.other('categories', categories.join(' '));
  return draft.build(range);
}

/** Lists date the announcement, which may be of a new version: the id of a paper says when the first one came. */
function yearOfId(text: string): string {
  const [, year = '', month = ''] = /arxiv\.org[:/](?:abs\/)?(\d\d)(\d\d)\.\d{4,5}/i.exec(text) ?? [];
  return year === '' ? '' : `20${year}-${month}`;
}

/** The lists put the kind of announcement before the abstract, and paragraphs around it. */
function abstractOf(text: string): string {
  return text
    .replace(/^arXiv:\S+\s+Announce Type:\s*\S+\s*/i, '')
    .replace(/^(?:<p>)?\s*Abstract:\s*/i, '')
    .replace(/<\/?p>/g, '')
    .trim();
}

function broken(range: Range): Problem {
  return problem('broken-entry', 'This entry was left out because its XML is broken: copy the feed again.', range);
}

function untitled(range: Range): Problem {
  return problem('untitled-entry', 'This entry was left out because it has no title: copy the feed again.', range);
}

function problem(code: ProblemCode, message: string, range: Range): Problem {
  return { code, severity: code === 'refused-content' ? 'error' : 'warning', message, range };
}
