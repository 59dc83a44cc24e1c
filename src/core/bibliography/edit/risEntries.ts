import { lastLine } from '../../citations/textLineEnds.ts';
import { risDialect } from '../../formats/tagged/ris.ts';
import { scanTagRecords, type TagField, type TagRecord } from '../../formats/tagged/tagLines.ts';
import { foldCase } from '../../library/paperIdentity.ts';
import type { PaperFields } from '../../paper.ts';
import { eolOf } from '../../text/lineEnds.ts';
import type { TextEdit } from '../../text/position.ts';
import { arxivIdOf } from '../entryIndex.ts';
import type { KeyedPaper } from '../planBibtexInsert.ts';
import { formatRisRecord } from '../write/risWriter.ts';
import { planUpdates, type PlacedEntry, type UpdatePlan } from './updatePlan.ts';

interface RisEntry extends PlacedEntry {
  readonly record: TagRecord;
}

/** Tags that programs use for one thing, the one that is written first. */
const synonyms = ['TI T1 CT', 'PY Y1 DA', 'T2 JO JF JA J2 BT', 'AU A1', 'A2 ED', 'DO M3', 'UR L1 L2', 'ID LB'].map(
  (tags) => tags.split(' '),
);
/** What people fill by their own lights, or what says which record it is: added, never overwritten. */
const own = new Set('TY ID ER KW N1 AB UR LA DA Y2 DB ST J2 T3'.split(' '));
/** The last line of a record says no more than `ER  - `. */
const longestLast = 500;
const people = new Set(['AU', 'A2', 'A3', 'A4']);

/** The records of a RIS file that are closed. */
export function risEntries(ris: string): readonly RisEntry[] {
  return scanTagRecords(ris, risDialect(ris))
    .filter(({ closed, fields: [first] }) => closed && first?.tag === 'TY')
    .map((record) => ({ record, facts: factsOf(record) }));
}

/** The edits, in their order, that take the records with these keys out of a RIS file, each with the blank lines behind it. */
export function planRisRemove(ris: string, keys: ReadonlySet<string>): readonly TextEdit[] {
  return risEntries(ris)
    .filter(({ facts }) => keys.has(facts.key))
    .map(({ record }) => {
      const rest = /[^\r\n]*(?:\r\n|\r|\n|$)(?:[ \t]*(?:\r\n|\r|\n))*/y;
      rest.lastIndex = record.end;
      return { start: record.start, end: rest.test(ris) ? rest.lastIndex : record.end, text: '' };
    });
}

/** As `planBibtexUpdate` for .bib files; lines are added before the last one. Fields that go over lines stay as they are. */
export function planRisUpdate(ris: string, papers: readonly KeyedPaper[]): UpdatePlan {
  const file = { ris, eol: eolOf(ris) };
  return planUpdates(risEntries(ris), papers, (entry, paper) => entryEdits(file, entry, paper));
}

interface LaidOut {
  readonly ris: string;
  readonly eol: string;
}

function entryEdits(file: LaidOut, { record, facts }: RisEntry, paper: PaperFields): readonly TextEdit[] {
  const known = new Map<string, string[]>();
  for (const line of formatRisRecord(paper, facts.key).split('\n')) {
    const [, tag = '', text = ''] = /^(\w\w) {2}- (.*)$/.exec(line) ?? [];
    known.set(tag, [...(known.get(tag) ?? []), text]);
  }
  const { ris, eol } = file;
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [tag, texts] of known) {
    const fields = fieldsOf(record, tag);
    if (tag === 'ER' || tag === '') continue;
    if (fields.every(({ text }) => text === '') && !own.has(fields[0]?.tag ?? '')) {
      if (fields.length === 0) missing.push(...texts.map((text) => `${tag}  - ${text}`));
    } else if (!own.has(tag) && !saysTheSame(tag, fields, texts))
      edits.push(...replacement(file, record, fields, texts));
  }
  if (missing.length > 0) {
    const end = record.end - lastLine(ris.slice(Math.max(record.start, record.end - longestLast), record.end)).length;
    edits.push({ start: end, end, text: missing.map((line) => line + eol).join('') });
  }
  return edits;
}

/** All values in the place of those that stand together; nothing where they do not, or go over lines. */
function replacement(
  { ris, eol }: LaidOut,
  record: TagRecord,
  fields: readonly TagField[],
  texts: readonly string[],
): readonly TextEdit[] {
  const [first, last] = [fields[0], fields.at(-1)];
  if (first === undefined || last === undefined) return [];
  const at = record.fields.indexOf(first);
  const isPlain = fields.every(
    (field, index) =>
      record.fields[at + index] === field && ris.startsWith(field.text, field.at) && !/[\r\n]/.test(field.text),
  );
  if (!isPlain) return [];
  const text = texts.join(`${eol}${first.tag}  - `);
  return [{ start: first.at, end: last.at + last.text.length, text }];
}

function fieldsOf({ fields }: TagRecord, tag: string): readonly TagField[] {
  const names = synonyms.find(([main]) => main === tag) ?? [tag];
  const used = names.find((name) => fields.some((field) => field.tag === name));
  return fields.filter((field) => field.tag === used);
}

function saysTheSame(tag: string, fields: readonly TagField[], texts: readonly string[]): boolean {
  const before = fields.map(({ text }) => text);
  if (people.has(tag)) return before.map(familyIn).join('\n') === texts.map(familyIn).join('\n');
  const [one, other] = [folded(before.join(' ')), folded(texts.join(' '))];
  return one === other || one.startsWith(other) || one.endsWith(other);
}

function familyIn(name: string): string {
  return (
    folded(name.includes(',') ? (name.split(',')[0] ?? '') : name)
      .split(' ')
      .at(-1) ?? ''
  );
}

function folded(text: string): string {
  return foldCase(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function factsOf(record: TagRecord): PlacedEntry['facts'] {
  const all = (tag: string): readonly string[] => fieldsOf(record, tag).map(({ text }) => text);
  const first = (tag: string): string => all(tag)[0] ?? '';
  return {
    key: first('ID'),
    title: first('TI'),
    authors: all('AU'),
    doi: foldCase(first('DO')).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '') || undefined,
    arxiv: [...all('AN'), ...all('UR')].map(arxivIdOf).find((id) => id !== undefined),
    year: Number(/\d{4}/.exec(first('PY'))?.[0]) || undefined,
  };
}
