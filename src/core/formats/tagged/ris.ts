import type { PaperRecord } from '../../paper.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslRole, CslVariable } from '../../workDetails.ts';
import { readExtra } from '../csl/extraFields.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { readTagged } from './readTagged.ts';
import { risTypes } from './risTypes.ts';
import type { TagDialect } from './tagLines.ts';
import type { TaggedFields } from './taggedFields.ts';
import { dateOf, pagesOf, readArxiv, readSerialNumbers, readUrls } from './taggedValues.ts';

/** The tags of both versions of the standard and those that programs add. */
const known =
  'TY|ER|A[1-5U]|AB|A[DNV]|BT|C[1-8ANPTY]|D[ABIOP]|E[DPT]|I[DS]|J[12AFO]|KW|L[1-4ABK]|LA|M[1-3]|N[12V]|OP|P[BPY]|R[INP]|S[ENPT]|T[1-3AIT]|U[1-5R]|V[LO]|Y[12]';

/**
 * Lines begin with `XX  - ` in upper or lower case. Exporters also write one space or none before the dash: then the tag
 * must be a known one, for `AI - the` and `IT- und` begin lines of abstracts; without a space only where `TY` is written so.
 */
export function risDialect(text: string): TagDialect {
  const space = /^TY-/m.test(text.replaceAll('\r', '\n')) ? '[ \\t]?' : '[ \\t]';
  return {
    tagLine: new RegExp(`([A-Za-z][A-Za-z0-9])[ \\t]{2,4}-(?!-)|(${known})${space}-(?=\\s|$)`, 'y'),
    first: 'TY',
    last: 'ER',
    titles: new Set(),
  };
}

const typeLine = /^\uFEFF?TY[ \t]{0,4}-[ \t]*[A-Z]{2,8}[ \t]*$/im;

/** RIS, as downloads of publishers and exports of reference managers have it (the tags of both versions of the standard). */
export const ris: PaperFormat = {
  id: 'ris',
  label: 'RIS',
  detect: (name, text) => (typeLine.test(text.replaceAll('\r', '\n')) ? 0.95 : /\.ris$/i.test(name) ? 0.4 : 0),
  parse: (text) => readTagged(text, risDialect(text), { label: 'RIS', begins: 'TY  - JOUR' }, risRecord),
};

const variables: ReadonlyMap<string, CslVariable> = new Map([
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['PP', 'publisher-place'],
  ['LA', 'language'],
  ['ET', 'edition'],
  ['DB', 'source'],
  ['DP', 'source'],
  ['CN', 'call-number'],
  ['ST', 'title-short'],
  ['J2', 'container-title-short'],
  ['JA', 'container-title-short'],
  ['M1', 'number'],
  ['NV', 'number-of-volumes'],
  ['T3', 'collection-title'],
  ['AN', 'archive_location'],
]);

const roles: ReadonlyMap<string, CslRole> = new Map([
  ['AU', 'author'],
  ['A1', 'author'],
  ['A2', 'editor'],
  ['ED', 'editor'],
  ['A3', 'collection-editor'],
  ['A4', 'translator'],
]);

/** Tags that are read apart from `variables` and `roles`. */
const used = new Set('TY ER TI T1 CT AB N2 KW PY Y1 DA Y2 SP EP SN DO UR T2 JO JF BT L1 L2 N1 M2'.split(' '));
/** What Scopus writes into notes on its own account. */
const bookkeeping = /^(?:export date|cited by|correspondence address)\b/i;

function risRecord(fields: TaggedFields, range: Range): PaperRecord | undefined {
  const draft = new RecordDraft();
  const type = fields.first('TY').toUpperCase();
  const isBook = type === 'BOOK' || type === 'EBOOK' || type === 'EDBOOK';
  const titleTags = isBook ? ['TI', 'T1', 'CT', 'BT', 'T2'] : ['TI', 'T1', 'CT'];
  draft.title = fields.line(...titleTags);
  draft.type = risTypes.get(type) ?? 'document';
  draft.abstract = plainParagraphs(fields.first('AB', 'N2'));
  draft.venue = isBook ? undefined : fields.line('T2', 'JO', 'JF', 'BT', 'JA', 'J2') || undefined;
  for (const [role, names] of fields.names(roles)) draft.names(role, names);
  // What is said there by name counts more, as for Zotero.
  const extraKey = readNotes(draft, fields.all('N1', 'M2'));
  draft.issued(dateOf(fields.first('PY') || fields.first('Y1'), fields.first('DA'), fields.first('Y1')));
  draft.variable('accessed', isoDate(fields.first('Y2')));
  draft.variable('page', pagesOf(fields.first('SP'), fields.first('EP')));
  readSerialNumbers(draft, 'SN', fields.all('SN'));
  draft.keywords(fields.all('KW').flatMap((text) => text.split(/[;\n]/)));
  for (const text of fields.all('DO', 'M3', 'N1')) draft.doi(text);
  readUrls(draft, fields.all('UR', 'L2', 'L1'));
  readArxiv(draft, fields.all('PB', 'DP', 'DB', 'T2', 'JO', 'JF', 'J2'), fields.all('AN', 'M1'));
  const key = fields.key('ID') ?? fields.key('LB');
  for (const [tag, variable] of variables) draft.variable(variable, fields.line(tag));
  draft.key = key?.key ?? extraKey;
  readOthers(draft, fields);
  return draft.build(range, key?.range);
}

/** Notes may hold fields, as Zotero writes them. Gives the citation key among these. */
function readNotes(draft: RecordDraft, notes: readonly string[]): string | undefined {
  const kept: string[] = [];
  for (const note of notes) {
    if (bookkeeping.test(note)) draft.other('N1', plainLine(note));
    else kept.push(note);
  }
  return readExtra(draft, kept.join('\n'));
}

function readOthers(draft: RecordDraft, fields: TaggedFields): void {
  for (const { tag, text } of fields.list) {
    const isKey = (tag === 'ID' || tag === 'LB') && text === draft.key;
    if (!isKey && !used.has(tag) && !variables.has(tag) && !roles.has(tag)) draft.other(tag, plainLine(text));
  }
}
