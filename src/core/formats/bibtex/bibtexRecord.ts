import type { PaperRecord } from '../../paper.ts';
import type { Range } from '../../text/position.ts';
import { numberVariable } from '../../bibliography/write/bibtexTypes.ts';
import { decodeTex, decodeTexParagraphs } from '../../tex/decodeTex.ts';
import { texDate } from '../../tex/texDate.ts';
import { texListItems } from '../../tex/texList.ts';
import { parseTexNames } from '../../tex/texNames.ts';
import { RecordDraft } from '../recordDraft.ts';
import { cslFields, cslTypes, dateFields, nameFields, variableFields, venueFields } from './bibtexTables.ts';
import type { BibtexFields } from './inheritedFields.ts';
import type { JabrefGroups } from './jabrefGroups.ts';

/** An entry with all its values. */
export interface CompleteEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: BibtexFields;
  readonly range: Range;
  readonly keyRange: Range;
}

const arxivText =
  /arxiv(?:[\s:.]|preprint|arxiv)*((?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?)(?![\d/])/i;
const arxivEprint = /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i;
/** As DBLP has it: `journal = {CoRR}, volume = {abs/2401.00001}`; Semantic Scholar writes `ArXiv`. */
const corrVolume = /^\s*abs\/(\S{1,40})\s*$/i;

/** Fields that have a place of their own and are not kept under `other`. */
const consumed = new Set([
  ...variableFields.keys(),
  ...nameFields.keys(),
  ...dateFields.keys(),
  ...venueFields,
  ...(
    'title subtitle abstract year month day date keywords groups mendeley-groups doi url eprint eprinttype archiveprefix ' +
    'pages number crossref xdata'
  ).split(' '),
]);

const variableOrder: ReadonlyMap<string, number> = new Map(
  [...variableFields.keys()].map((name, index) => [name, index]),
);

/** What an entry says of its work; `undefined` when it has no title. */
export function bibtexRecord(entry: CompleteEntry, groups: JabrefGroups): PaperRecord | undefined {
  const { type, key, fields, range, keyRange } = entry;
  const draft = new RecordDraft();
  const value = (name: string): string => {
    const raw = fields.get(name);
    return raw === undefined ? '' : decodeTex(raw);
  };
  draft.title = [value('title'), value('subtitle')].filter((part) => part !== '').join(': ');
  if (draft.title === '') return undefined;
  draft.abstract = decodeTexParagraphs(fields.get('abstract') ?? '');
  draft.key = key === '' ? undefined : key;
  draft.type = cslTypes.get(type) ?? 'document';
  draft.venue = venueOf(fields);
  for (const [name, role] of nameFields) {
    const names = fields.get(name);
    if (names !== undefined) draft.names(role, parseTexNames(names));
  }
  draft.issued(
    texDate({ date: fields.get('date'), year: fields.get('year'), month: fields.get('month'), day: fields.get('day') })
      .issued,
  );
  for (const [name, variable] of dateFields) draft.variable(variable, texDate({ date: fields.get(name) }).issued);
  draft.variable('page', value('pages').replace(/\s*[–—-]+\s*/g, '-'));
  draft.variable(numberVariable(type), value('number'));
  draft.keywords(texListItems(fields.get('keywords') ?? '').map(decodeTex));
  draft.groups = groups.of(key, fields, listedGroups(fields));
  identify(draft, fields);
  addVariables(draft, fields);
  return draft.build(range, keyRange);
}

/** Fields that are CSL variables as they are, the best name of each first, and those that CSL does not know. */
function addVariables(draft: RecordDraft, fields: BibtexFields): void {
  const variables: string[] = [];
  for (const [name, raw] of fields) {
    if (variableFields.has(name)) variables.push(name);
    else if (!consumed.has(name) && !readCslField(draft, name, raw)) draft.other(name, decodeTex(raw));
  }
  for (const name of variables.toSorted((a, b) => (variableOrder.get(a) ?? 0) - (variableOrder.get(b) ?? 0))) {
    const variable = variableFields.get(name);
    if (variable !== undefined) draft.variable(variable, decodeTex(fields.get(name) ?? ''));
  }
}

/** Whether it is a field that Paperside writes for what BibTeX has no name for. */
function readCslField(draft: RecordDraft, name: string, raw: string): boolean {
  const field = cslFields.get(name);
  if (field === undefined) return false;
  if ('role' in field) draft.names(field.role, parseTexNames(raw));
  else draft.variable(field.variable, decodeTex(raw));
  return true;
}

function listedGroups(fields: BibtexFields): readonly string[] {
  if (!fields.has('groups') && !fields.has('mendeley-groups')) return [];
  const names = new Set<string>();
  for (const field of ['groups', 'mendeley-groups']) {
    const value = fields.get(field);
    for (const name of value === undefined ? [] : decodeTex(value).split(','))
      if (name.trim() !== '') names.add(name.trim());
  }
  return [...names];
}

/** What says how a work was published stands for its venue where nothing else does, unless it is an address. */
function venueOf(fields: BibtexFields): string {
  const field = venueFields.find((name) => (fields.get(name) ?? '').trim() !== '');
  if (field !== undefined) return decodeTex(fields.get(field) ?? '');
  const text = decodeTex(fields.get('howpublished') ?? '');
  return text.includes('://') || text.startsWith('www.') ? '' : text;
}

const untidyAddress = /[\\{}\s]/;

/** TeX escapes only some signs of addresses; the rest of TeX has no meaning in them. */
function address(raw: string): string {
  if (!untidyAddress.test(raw)) return raw;
  const bare = /\\url\s*\{([^{}]*)\}/.exec(raw)?.[1] ?? raw;
  return bare
    .replace(/\\([#$%&_{}~^])/g, '$1')
    .replace(/\\textasciitilde(?:\{\})?|\{\\textasciitilde\}/g, '~')
    .replace(/[{}\s]/g, '');
}

function identify(draft: RecordDraft, fields: BibtexFields): void {
  draft.doi(address(fields.get('doi') ?? ''));
  const scheme = `${fields.get('archiveprefix') ?? ''} ${fields.get('eprinttype') ?? ''}`;
  const eprint = address(fields.get('eprint') ?? '');
  if (eprint !== '') {
    if (/arxiv/i.test(scheme) || arxivEprint.test(eprint)) draft.arxiv(eprint);
    else draft.other('eprint', eprint);
  }
  for (const name of ['journal', 'journaltitle', 'note', 'howpublished']) {
    const value = fields.get(name);
    const id = value === undefined ? undefined : arxivText.exec(value.slice(0, 200))?.[1];
    if (id !== undefined) draft.arxiv(id);
  }
  if (/^(?:corr|arxiv)$/i.test(fields.get('journal')?.trim() ?? '')) {
    draft.arxiv(corrVolume.exec(fields.get('volume') ?? '')?.[1] ?? '');
  }
  draft.url(address(fields.get('url') ?? ''));
  const howpublished = address(fields.get('howpublished') ?? '');
  if (howpublished.startsWith('http')) draft.url(howpublished);
}
