import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Problem, ProblemCode } from '../../problem.ts';
import { isoDate } from '../../text/isoDate.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { childText, readXmlEntry, type XmlElement } from './xmlEntry.ts';

const entryStart = /<(?:atom:)?(entry|item)(?=[\s>])/g;
const declaration = /<!(?:DOCTYPE|ENTITY)/i;
const maxProblems = 100;

/**
 * The feeds of arXiv: Atom of its API and of its lists, and their RSS. Each entry is read by itself, so that a broken one
 * costs itself; document types and entities are refused unread.
 */
export const arxivAtom: PaperFormat = {
  id: 'arxivAtom',
  label: 'arXiv feed',
  detect(_name, head) {
    const isFeed = /<(?:feed|rss|rdf:RDF)[\s>]/i.test(head);
    return isFeed && /arxiv\.org/i.test(head) ? 0.95 : 0;
  },
  parse,
};

function parse(text: string): ParsedPaperFile {
  const lines = new LineIndex(text);
  const refused = text.search(declaration);
  if (refused !== -1) {
    const message =
      'This feed was not read because it declares a document type or entities: remove the <!…> declarations.';
    return { records: [], problems: [problem('refused-content', message, lines.rangeOf(refused, refused + 9))] };
  }
  const records: PaperRecord[] = [];
  const problems: Problem[] = [];
  const starts = [...text.matchAll(entryStart)].map((match) => ({ start: match.index, name: match[1] ?? '' }));
  for (const [index, { start, name }] of starts.entries()) {
    const limit = starts[index + 1]?.start ?? text.length;
    const end = endOf(text.slice(start, limit), name);
    const range = lines.rangeOf(start, start + (end ?? 6));
    const entry = end === undefined ? undefined : readXmlEntry(text.slice(start, start + end));
    const record = entry === undefined ? undefined : entryRecord(entry, range);
    if (record !== undefined) records.push(record);
    else if (problems.length < maxProblems) problems.push(entry === undefined ? broken(range) : untitled(range));
  }
  return { records, problems };
}

/** Behind the closing tag. */
function endOf(source: string, name: string): number | undefined {
  const close = new RegExp(`</(?:atom:)?${name}\\s{0,9}>`).exec(source);
  return close === null ? undefined : close.index + close[0].length;
}

function entryRecord(entry: XmlElement, range: Range): PaperRecord | undefined {
  const draft = new RecordDraft();
  const line = (name: string): string => childText(entry, name).replace(/\s+/g, ' ').trim();
  draft.title = line('title').replace(/\s*\(arXiv:\S+ \[[^\]]*\][^)]*\)$/, '');
  draft.type = 'article';
  draft.abstract = abstractOf(line('summary') || line('description'));
  const authors = entry.children.filter(({ name }) => name === 'author').map((author) => childText(author, 'name'));
  const creators = line('creator').split(/,\s*/);
  const names = (authors.some((name) => name.trim() !== '') ? authors : creators).map((name) =>
    name.replace(/\s+/g, ' ').trim(),
  );
  draft.names('author', names.filter((name) => name !== '').map(parsePlainName));
  draft.issued(isoDate(line('published') || line('pubDate') || line('date') || line('updated')));
  draft.doi(line('doi'));
  draft.url((line('id') || line('link') || line('guid')).replace(/^http:/, 'https:'));
  draft.arxiv(/^oai:arXiv\.org:(\S+)$/i.exec(line('id') || line('guid'))?.[1] ?? '');
  for (const { name, attributes } of entry.children) if (name === 'link') draft.url(attributes.get('href') ?? '');
  for (const name of ['comment', 'journal_ref']) draft.other(name, line(name));
  const categories = entry.children
    .filter(({ name }) => name === 'category')
    .map(({ attributes, text }) => attributes.get('term') ?? text);
  draft.other('categories', categories.join(' '));
  return draft.build(range);
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
