import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import type { PersonName } from '../../personName.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslVariable } from '../../workDetails.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { readTagged } from './readTagged.ts';
import type { TagDialect, TagField } from './tagLines.ts';

const dialect: TagDialect = {
  tagLine: /([A-Z][A-Z0-9 ]{1,3})-(?:[ \t]|(?=[\r\n]|$))/y,
  first: 'PMID',
  last: undefined,
  blankEnds: true,
};
const head = /^(?:PMID|STAT|OWN |FAU )-[ \t]/m;

/** NBIB: what PubMed exports (the MEDLINE format, https://www.nlm.nih.gov/bsd/mms/medlineelements.html). */
export const nbib: PaperFormat = {
  id: 'nbib',
  label: 'PubMed',
  detect: (name, text) => (head.test(text.replaceAll('\r', '\n')) ? 0.95 : /\.nbib$/i.test(name) ? 0.4 : 0),
  parse: (text) => readTagged(text, dialect, nbibRecord),
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
]);

function nbibRecord(fields: readonly TagField[], range: Range): PaperRecord | undefined {
  const all = (tag: string): readonly string[] =>
    fields.filter((field) => field.tag === tag).map(({ text }) => plainLine(text));
  const first = (tag: string): string => all(tag)[0] ?? '';
  const draft = new RecordDraft();
  // PubMed ends titles with a full stop and puts translated ones into brackets.
  draft.title = (first('TI') || first('BTI')).replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');
  draft.abstract = first('AB');
  draft.type = first('BTI') === '' ? 'article-journal' : 'book';
  draft.venue = first('JT') || first('TA') || undefined;
  draft.names('author', authorsOf(fields));
  draft.issued(isoDate(first('DP')) ?? isoDate(first('DEP').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')));
  for (const [tag, variable] of variables) draft.variable(variable, first(tag));
  draft.variable('page', fullPages(first('PG')));
  draft.variable('ISSN', first('IS').replace(/\s*\(.*$/, ''));
  draft.keywords([
    ...all('MH').map((term) => term.replace(/^\*/, '').replace(/\/.*$/, '').replace(/\*$/, '')),
    ...all('OT'),
  ]);
  for (const text of [...all('LID'), ...all('AID')]) {
    const doi = /^(\S+)\s*\[doi\]$/i.exec(text)?.[1];
    if (doi !== undefined) draft.doi(doi);
  }
  return draft.build(range);
}

/** Full names (`FAU`) where they are, else `AU`, whose initials stand behind the family name; bodies (`CN`) in their order. */
function authorsOf(fields: readonly TagField[]): readonly PersonName[] {
  const hasFull = fields.some(({ tag }) => tag === 'FAU');
  const names: PersonName[] = [];
  for (const { tag, text } of fields) {
    if (text === '') continue;
    if (tag === 'CN') names.push({ literal: plainLine(text) });
    else if (tag === 'FAU') names.push(parsePlainName(plainLine(text)));
    else if (tag === 'AU' && !hasFull) names.push(parsePlainName(plainLine(text).replace(/ (\p{Lu}{1,4})$/u, ', $1')));
  }
  return names;
}

/** PubMed shortens the last page: `123-9` is `123-129`. */
function fullPages(pages: string): string {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(pages) ?? [];
  if (from === undefined || to === undefined || to.length >= from.length) return pages;
  return `${from}-${from.slice(0, from.length - to.length)}${to}`;
}
