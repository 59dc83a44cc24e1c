import type { PaperRecord } from '../../paper.ts';
import type { PersonName } from '../../personName.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import { cslRoles, cslVariables } from '../../workDetails.ts';
import { listOf, member, textOf } from '../json/jsonValues.ts';
import { RecordDraft } from '../recordDraft.ts';
import { cslDate } from './cslDate.ts';
import { cslType } from './cslTypes.ts';
import { citable, readExtra } from './extraFields.ts';

const dates: ReadonlySet<string> = new Set(['issued', 'accessed', 'event-date', 'original-date']);
const variables = cslVariables.filter((name) => !dates.has(name) && name !== 'note');
const read = new Set<string>([
  ...cslRoles,
  ...cslVariables,
  ...'id type title abstract container-title short-container-title journalAbbreviation DOI URL keyword subject citation-key citekey'.split(
    ' ',
  ),
]);
/** Crossref's abstracts begin with their own heading. */
const abstractHeading = /^\s*<jats:title>\s*(?:abstract|summary)\s*<\/jats:title>/i;

/** Names of members that hold the citation key, the surest first. */
export const cslKeyNames: readonly string[] = ['citation-key', 'citekey', 'id'];

/** The work of an answer of Crossref (`{"status":"ok","message":{…}}`), or the item itself. */
export function itemOf(item: object): object {
  const message = member(item, 'message');
  const isAnswer = member(item, 'title') === undefined && typeof message === 'object' && message !== null;
  return isAnswer ? message : item;
}

/** A CSL item (JSON or YAML, also as Crossref's API gives it) as a record; `undefined` without a title. */
export function cslRecord(found: object, range: Range, keyRange?: Range): PaperRecord | undefined {
  const item = itemOf(found);
  const draft = new RecordDraft();
  const text = (name: string): string => textOf(member(item, name));
  draft.title = plainLine(text('title'));
  if (draft.title === '') return undefined;
  draft.abstract = plainParagraphs(text('abstract').replace(abstractHeading, ''));
  draft.type = cslType(text('type'));
  draft.venue = plainLine(text('container-title')) || undefined;
  for (const role of cslRoles) draft.names(role, listOf(member(item, role)).flatMap(nameOf));
  draft.issued(cslDate(member(item, 'issued')) ?? cslDate(member(item, 'published')));
  for (const name of ['accessed', 'event-date', 'original-date'] as const)
    draft.variable(name, cslDate(member(item, name)));
  for (const name of variables) draft.variable(name, plainLine(text(name)));
  draft.variable('container-title-short', plainLine(text('short-container-title') || text('journalAbbreviation')));
  draft.keywords(keywordsOf(member(item, 'keyword') ?? member(item, 'subject')));
  draft.doi(text('DOI'));
  draft.url(text('URL'));
  readArxiv(draft, text);
  const noteKey = readExtra(draft, text('note'));
  draft.key = cslKeyNames
    .map((name) => (name === 'id' ? (noteKey ?? citable(text(name))) : citable(text(name))))
    .find((key) => key !== undefined);
  readOthers(draft, item);
  return draft.build(range, keyRange);
}

/** A number may be arXiv's id; it surely is one where arXiv is the archive or the publisher. */
function readArxiv(draft: RecordDraft, text: (name: string) => string): void {
  const numbers = ['number', 'archive_location', 'archive-location'].map(text);
  if (!/arxiv/i.test([text('archive'), text('publisher'), ...numbers].join(' '))) return;
  for (const number of numbers) draft.arxiv(number);
}

function readOthers(draft: RecordDraft, item: object): void {
  for (const [name, value] of Object.entries(item)) {
    if (!read.has(name) && (typeof value === 'string' || typeof value === 'number'))
      draft.other(name, plainLine(String(value)));
  }
}

function nameOf(value: unknown): readonly PersonName[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ literal: plainLine(value) }];
  const part = (name: string): string => plainLine(textOf(member(value, name)));
  const literal = part('literal') || part('name');
  const family = part('family');
  if (family === '') return literal === '' && part('given') === '' ? [] : [{ literal: literal || part('given') }];
  const particle = [part('dropping-particle'), part('non-dropping-particle')].filter((one) => one !== '').join(' ');
  const given = part('given');
  const suffix = part('suffix');
  return [{ family, ...(given && { given }), ...(particle && { particle }), ...(suffix && { suffix }) }];
}

function keywordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textOf);
  return textOf(value).split(/[,;]/);
}
