import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import type { PersonName } from '../../personName.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslVariable } from '../../workDetails.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { readTagged } from './readTagged.ts';
import type { TagDialect } from './tagLines.ts';
import type { TaggedFields } from './taggedFields.ts';
import { readSerialNumbers } from './taggedValues.ts';

/** Tags fill four columns. Where an editor took the blanks away only common tags count: `DNA- and` begins lines of abstracts. */
const dialect: TagDialect = {
  tagLine:
    /([A-Z]{2}[ ]{2}|[A-Z0-9]{3} |[A-Z]{4})-(?=\s|$)|((?:PMID|TI|AB|FAU|AU|AD|DP|JT|TA|VI|IP|PG|LID|AID|CN|MH|OT|PT|LA)[ \t]{0,3})-(?=[ \t])/y,
  first: 'PMID',
  last: undefined,
  titles: new Set(['TI', 'BTI']),
};
const head = /^\uFEFF?(?:PMID|STAT|OWN |FAU )-[ \t]/m;

/** NBIB: what PubMed exports (the MEDLINE format, https://www.nlm.nih.gov/bsd/mms/medlineelements.html). */
export const nbib: PaperFormat = {
  id: 'nbib',
  label: 'PubMed',
  detect: (name, text) => (head.test(text.replaceAll('\r', '\n')) ? 0.95 : /\.nbib$/i.test(name) ? 0.4 : 0),
  parse: (text) => readTagged(text, dialect, { label: 'PubMed', begins: 'PMID- 12345678' }, nbibRecord),
};

const variables: ReadonlyMap<string, CslVariable> = new Map([
  ['VI', 'volume'],
  ['IP', 'issue'],
  ['PMID', 'PMID'],
  ['PMC', 'PMCID'],
  ['LA', 'language'],
  ['TA', 'container-title-short'],
  ['PL', 'publisher-place'],
  ['PB', 'publisher'],
  ['TT', 'original-title'],
  ['EN', 'edition'],
]);

/** Tags that are read apart from `variables`. */
const used = new Set('TI BTI AB JT FAU AU CN DP DEP PG IS ISBN MH OT LID AID'.split(' '));

function nbibRecord(fields: TaggedFields, range: Range): PaperRecord | undefined {
  const lines = (tag: string): readonly string[] => fields.all(tag).map(plainLine);
  const book = titleOf(fields.line('BTI'));
  const article = titleOf(fields.line('TI'));
  const draft = new RecordDraft();
  draft.title = article || book;
  draft.abstract = plainParagraphs(fields.first('AB'));
  draft.type = typeOf(article, book, lines('PT'));
  draft.venue = fields.line('JT', 'TA') || (article === '' ? undefined : book) || undefined;
  draft.names('author', authorsOf(fields));
  draft.issued(isoDate(fields.first('DP')) ?? isoDate(fields.first('DEP')));
  for (const [tag, variable] of variables) draft.variable(variable, fields.line(tag));
  draft.variable('page', fullPages(fields.line('PG')));
  readSerialNumbers(draft, 'IS', fields.all('IS', 'ISBN'));
  const headings = lines('MH').map((term) => term.replace(/\/.*$/, ''));
  draft.keywords([...headings, ...lines('OT')].map((term) => term.replace(/^\*|\*$/g, '')));
  for (const text of [...lines('LID'), ...lines('AID')]) {
    if (/ \[doi\]$/i.test(text)) draft.doi(text.slice(0, text.lastIndexOf(' ')));
  }
  for (const { tag, text } of fields.list) if (!used.has(tag) && !variables.has(tag)) draft.other(tag, plainLine(text));
  return draft.build(range);
}

/** PubMed ends titles with a full stop and puts translated ones into brackets. */
function titleOf(title: string): string {
  const bare = title.replace(/\.$/, '');
  return bare.startsWith('[') && bare.endsWith(']') ? bare.slice(1, -1).replace(/\.$/, '') : bare;
}

function typeOf(article: string, book: string, types: readonly string[]): string {
  if (book !== '') return article === '' ? 'book' : 'chapter';
  return types.includes('Preprint') ? 'article' : 'article-journal';
}

/** Full names (`FAU`) where they are, else `AU`, whose initials stand behind the family name; bodies (`CN`) in their order. */
function authorsOf(fields: TaggedFields): readonly PersonName[] {
  const hasFull = fields.all('FAU').length > 0;
  const names: PersonName[] = [];
  for (const { tag, text } of fields.list) {
    if (text === '') continue;
    if (tag === 'CN') names.push({ literal: plainLine(text) });
    else if (tag === 'FAU') names.push(parsePlainName(plainLine(text)));
    else if (tag === 'AU' && !hasFull) names.push(shortName(plainLine(text)));
  }
  return names;
}

/** `van der Berg JK`, `King ML Jr`. */
function shortName(name: string): PersonName {
  const [, family, initials, suffix] = /^(.*) (\p{Lu}{1,4})(?: (Jr|Sr|\dnd|\drd|\dth|I{1,3}))?$/u.exec(name) ?? [];
  if (family === undefined || initials === undefined) return { literal: name };
  return parsePlainName(`${family}, ${initials}${suffix === undefined ? '' : `, ${suffix}`}`);
}

/** PubMed shortens the last page: `123-9` is `123-129`. */
function fullPages(pages: string): string {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(pages) ?? [];
  if (from === undefined || to === undefined || to.length >= from.length) return pages;
  return `${from}-${from.slice(0, from.length - to.length)}${to}`;
}
