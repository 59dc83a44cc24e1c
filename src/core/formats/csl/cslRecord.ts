import type { PaperRecord } from '../../paper.ts';
import type { PersonName } from '../../personName.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import { cslVariables, type CslRole } from '../../workDetails.ts';
import { listOf, member, textOf } from '../json/jsonValues.ts';
import { RecordDraft } from '../recordDraft.ts';

const roles: readonly CslRole[] = [
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
];
const dates: ReadonlySet<string> = new Set(['issued', 'accessed', 'event-date', 'original-date']);
const variables = cslVariables.filter((name) => !dates.has(name) && name !== 'note');
const read = new Set<string>([
  ...roles,
  ...cslVariables,
  ...'id type title abstract container-title DOI URL keyword citation-key citekey'.split(' '),
]);
/** Lines of Zotero's "Extra" that stand in `note`: `Citation Key: lee2020`, `arXiv: 2401.00001`, `DOI: …`. */
const noteLine = /^\s*(citation key|citekey|arxiv|doi|pmid|pmcid)\s*[:=]\s*(\S.*?)\s*$/i;

/** Names of members that hold the citation key, the surest first. */
export const cslKeyNames: readonly string[] = ['citation-key', 'citekey', 'id'];

/** A CSL item (JSON or YAML, also as Crossref's API gives it) as a record; `undefined` without a title. */
export function cslRecord(item: object, range: Range, keyRange?: Range): PaperRecord | undefined {
  const draft = new RecordDraft();
  const text = (name: string): string => textOf(member(item, name));
  draft.title = plainLine(text('title'));
  if (draft.title === '') return undefined;
  draft.abstract = plainParagraphs(text('abstract'));
  draft.type = text('type') || undefined;
  draft.venue = plainLine(text('container-title')) || undefined;
  for (const role of roles) draft.names(role, listOf(member(item, role)).flatMap(nameOf));
  draft.issued(dateOf(member(item, 'issued') ?? member(item, 'published')));
  for (const name of ['accessed', 'event-date', 'original-date'] as const)
    draft.variable(name, dateOf(member(item, name)));
  for (const name of variables) draft.variable(name, plainLine(text(name)));
  draft.keywords(keywordsOf(member(item, 'keyword')));
  draft.doi(text('DOI'));
  draft.url(text('URL'));
  if (/arxiv/i.test(`${text('archive')} ${text('publisher')} ${text('number')}`)) {
    draft.arxiv(text('number') || text('archive_location') || text('archive-location'));
  }
  const noteKey = readNote(draft, text('note'));
  draft.key = citable(text('citation-key')) ?? citable(text('citekey')) ?? noteKey ?? citable(text('id'));
  for (const [name, value] of Object.entries(item)) {
    if (!read.has(name) && (typeof value === 'string' || typeof value === 'number'))
      draft.other(name, plainLine(String(value)));
  }
  return draft.build(range, keyRange);
}

/** Zotero writes addresses as ids: nobody cites those. */
function citable(key: string): string | undefined {
  return key === '' || /[\s/]/.test(key) || key.includes('://') ? undefined : key;
}

/** Takes the fields out of a note; what remains is the note. Gives the citation key that stands there. */
function readNote(draft: RecordDraft, note: string): string | undefined {
  let key: string | undefined;
  const rest: string[] = [];
  for (const line of note.slice(0, 20_000).split(/\r\n|\n|\r/)) {
    const [, name = '', value = ''] = noteLine.exec(line.slice(0, 500)) ?? [];
    const field = name.toLowerCase();
    if (field === '') rest.push(line);
    else if (field === 'arxiv') draft.arxiv(value.split(/\s/)[0] ?? '');
    else if (field === 'doi') draft.doi(value);
    else if (field === 'pmid') draft.variable('PMID', value);
    else if (field === 'pmcid') draft.variable('PMCID', value);
    else key ??= citable(value);
  }
  draft.variable('note', plainParagraphs(rest.join('\n')));
  return key;
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

/** A CSL date: `date-parts` (numbers or digits), `raw`, `literal`, or a text (EDTF in YAML). */
function dateOf(value: unknown): string | undefined {
  const plain = textOf(value);
  if (plain !== '') {
    const [from = '', to = ''] = plain.split('/');
    const [start, end] = [isoDate(from), isoDate(to)];
    return plain.length < 60 && to.length >= 4 && start !== undefined && end !== undefined
      ? `${start}/${end}`
      : isoDate(plain);
  }
  if (Array.isArray(value)) return dateOf(value[0]) ?? partsOf(value);
  const [from, to] = listOf(member(value, 'date-parts')).map(partsOf);
  if (from !== undefined) return to === undefined ? from : `${from}/${to}`;
  const year = textOf(member(value, 'year'));
  if (year !== '') return partsOf([year, textOf(member(value, 'month')), textOf(member(value, 'day'))]);
  return isoDate(textOf(member(value, 'raw')) || textOf(member(value, 'literal')));
}

function partsOf(parts: unknown): string | undefined {
  const numbers = listOf(parts)
    .slice(0, 3)
    .map((part) => Number(textOf(part)));
  const [year = 0, month = 0, day = 0] = numbers;
  return year >= 1000 && year <= 2999
    ? isoDate(`${Math.trunc(year)}-${Math.trunc(month)}-${Math.trunc(day)}`)
    : undefined;
}
