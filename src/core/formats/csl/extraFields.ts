import type { PersonName } from '../../personName.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import { cslRoles, cslVariables, type CslRole, type CslVariable } from '../../workDetails.ts';
import type { RecordDraft } from '../recordDraft.ts';
import { taggedName } from '../tagged/taggedName.ts';
import { cslDate } from './cslDate.ts';

/** Lines of Zotero's "Extra": `Citation Key: lee2020`, `arXiv: 2401.00001`, `DOI: …`, `tex.entrytype: article`. */
const extraLine = /^\s*(citation key|citekey|arxiv|doi|pmid|pmcid|tex\.[\w.-]{1,40})\s*[:=]\s*(\S.*)$/i;
/** Under CSL's own names, exactly as they are spelled: `event-title: …`; a note of people begins with a capital. */
const cslLine = /^\s*([A-Za-z][A-Za-z_-]{3,24}): (\S.*)$/;
const maxLine = 500;
const maxCslLine = 5_000;
const dates: ReadonlySet<CslVariable> = new Set(['issued', 'accessed', 'event-date', 'original-date']);

const variableNames: ReadonlyMap<string, CslVariable> = new Map(
  cslVariables.filter((name) => name !== 'note').map((name) => [name, name]),
);
const roleNames: ReadonlyMap<string, CslRole> = new Map(cslRoles.map((role) => [role, role]));

/** A key that can be cited: Zotero also writes addresses as ids. */
export function citable(key: string): string | undefined {
  return key === '' || /[\s/]/.test(key) ? undefined : key;
}

/** Takes the fields out of a note; what remains is the note. Gives the citation key that stands there. */
export function readExtra(draft: RecordDraft, note: string): string | undefined {
  if (note === '') return undefined;
  let key: string | undefined;
  const rest: string[] = [];
  const names = new Map<CslRole, PersonName[]>();
  for (const line of note.split(/\r\n|\n|\r/)) {
    const [, name = '', written = ''] = (line.length > maxLine ? null : extraLine.exec(line)) ?? [];
    const field = name.toLowerCase();
    const value = written.trim();
    if (field === '') {
      if (!readCslLine(draft, names, line)) rest.push(line);
    } else if (field === 'arxiv') draft.arxiv(value.split(/\s/)[0] ?? '');
    else if (field === 'doi') draft.doi(value);
    else if (field === 'pmid') draft.variable('PMID', value);
    else if (field === 'pmcid') draft.variable('PMCID', value);
    else if (field.startsWith('tex.')) draft.other(name, value);
    else key ??= citable(value);
  }
  for (const [role, people] of names) draft.names(role, people);
  draft.variable('note', plainParagraphs(rest.join('\n')));
  return key;
}

function readCslLine(draft: RecordDraft, names: Map<CslRole, PersonName[]>, line: string): boolean {
  const [, name = '', value = ''] = (line.length > maxCslLine ? null : cslLine.exec(line)) ?? [];
  const variable = variableNames.get(name);
  const role = roleNames.get(name);
  if (name === 'container-title') draft.venue ??= plainLine(value);
  else if (variable !== undefined) draft.variable(variable, dates.has(variable) ? cslDate(value) : plainLine(value));
  else if (role !== undefined) names.set(role, [...(names.get(role) ?? []), taggedName(plainLine(value))]);
  else return false;
  return true;
}
