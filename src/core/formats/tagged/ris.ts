import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslRole, CslVariable } from '../../workDetails.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { readTagged } from './readTagged.ts';
import { risTypes } from './risTypes.ts';
import type { TagDialect, TagField } from './tagLines.ts';

/** Tolerant: exporters write one space or none where the standard wants two. */
const dialect: TagDialect = {
  tagLine: /([A-Z][A-Z0-9])[ \t]{0,3}-(?:[ \t]{1,2}|(?=[\r\n]|$))/y,
  first: 'TY',
  last: 'ER',
  blankEnds: false,
};
const typeLine = /^[ \t]*TY[ \t]{0,3}-[ \t]*[A-Z]{2,8}[ \t]*$/m;

/** RIS, as downloads of publishers and exports of reference managers have it (the tags of both versions of the standard). */
export const ris: PaperFormat = {
  id: 'ris',
  label: 'RIS',
  detect: (name, text) => (typeLine.test(text.replaceAll('\r', '\n')) ? 0.95 : /\.ris$/i.test(name) ? 0.4 : 0),
  parse: (text) => readTagged(text, dialect, risRecord),
};

const variables: ReadonlyMap<string, CslVariable> = new Map([
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['PP', 'publisher-place'],
  ['LA', 'language'],
  ['ET', 'edition'],
  ['N1', 'note'],
  ['DB', 'source'],
  ['CN', 'call-number'],
  ['ST', 'title-short'],
  ['J2', 'container-title-short'],
  ['JA', 'container-title-short'],
  ['M1', 'number'],
  ['NV', 'number-of-volumes'],
  ['AN', 'archive_location'],
]);

const roles: ReadonlyMap<string, CslRole> = new Map([
  ['AU', 'author'],
  ['A1', 'author'],
  ['A2', 'editor'],
  ['ED', 'editor'],
  ['A4', 'translator'],
]);

const used = new Set('TY TI T1 CT AB N2 KW PY Y1 DA Y2 SP EP SN DO UR T2 JO JF BT L1 L2 ID LB'.split(' '));

function risRecord(fields: readonly TagField[], range: Range): PaperRecord | undefined {
  const first = (...tags: readonly string[]): string => {
    for (const tag of tags) {
      const found = fields.find((field) => field.tag === tag && field.text !== '');
      if (found !== undefined) return found.text;
    }
    return '';
  };
  const all = (...tags: readonly string[]): readonly string[] =>
    fields.filter(({ tag, text }) => tags.includes(tag) && text !== '').map(({ text }) => text);
  const draft = new RecordDraft();
  const type = first('TY').toUpperCase();
  const isBook = type === 'BOOK' || type === 'EDBOOK';
  draft.title = plainLine(first('TI', 'T1', 'CT', ...(isBook ? ['BT', 'T2'] : [])));
  draft.type = risTypes.get(type) ?? 'document';
  draft.abstract = plainParagraphs(first('AB', 'N2'));
  draft.venue = plainLine(first('T2', 'JO', 'JF', 'BT', 'JA', 'J2')) || undefined;
  if (isBook) draft.venue = undefined;
  const byRole = Map.groupBy(fields, ({ tag }) => roles.get(tag));
  for (const [role, names] of byRole) {
    if (role !== undefined)
      draft.names(
        role,
        names.filter(({ text }) => text !== '').map(({ text }) => parsePlainName(plainLine(text))),
      );
  }
  draft.issued(isoDate(first('DA')) ?? isoDate(first('PY', 'Y1')));
  draft.year(Number(first('PY', 'Y1').slice(0, 4)));
  draft.variable('accessed', isoDate(first('Y2')));
  draft.variable('page', pagesOf(first('SP'), first('EP')));
  draft.variable(
    /^(?:97[89][\d-]{10,}|[\d-]{9,}[\dXx])$/.test(first('SN').replaceAll(' ', '')) &&
      first('SN').replace(/\D/g, '').length > 8
      ? 'ISBN'
      : 'ISSN',
    first('SN'),
  );
  for (const [tag, variable] of variables) draft.variable(variable, plainLine(first(tag)));
  draft.keywords(all('KW').flatMap((text) => text.split(/[;\n]/)));
  for (const text of all('DO', 'M3', 'N1')) draft.doi(text);
  for (const text of all('UR')) for (const url of text.split(/[\s;]+(?=https?:)|\n/)) draft.url(url);
  draft.arxiv(/arxiv/i.test(first('PB', 'DP', 'T2', 'JO')) ? first('AN', 'M1') : '');
  const key = first('ID', 'LB');
  if (/\p{L}/u.test(key) && !/\s/.test(key)) draft.key = key;
  for (const { tag, text } of fields)
    if (!used.has(tag) && !variables.has(tag) && !roles.has(tag)) draft.other(tag, plainLine(text));
  return draft.build(range, range);
}

function pagesOf(from: string, to: string): string {
  const start = from.replace(/\s*[–—-]+\s*/g, '-');
  return to === '' || start.includes('-') || start === '' ? start || to : `${start}-${to}`;
}
