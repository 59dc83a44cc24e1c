import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslRole, CslVariable } from '../../workDetails.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { readTagged } from './readTagged.ts';
import type { TagDialect, TagField } from './tagLines.ts';

const dialect: TagDialect = {
  tagLine: /(%[A-Z0-9@!~#$^&?+<>=[|*\\:;]) {0,2}/y,
  first: '%0',
  last: undefined,
  blankEnds: true,
};
const head = /^%[0AT] \S/m;

/** EndNote's tagged export (refer). */
export const enw: PaperFormat = {
  id: 'enw',
  label: 'EndNote',
  detect(name, text) {
    const isTagged = head.test(text.replaceAll('\r', '\n'));
    if (/\.enw$/i.test(name)) return isTagged ? 0.95 : 0.4;
    return isTagged && /^\s*%0 \S/.test(text) ? 0.8 : 0;
  },
  parse: (text) => readTagged(text, dialect, enwRecord),
};

const types: ReadonlyMap<string, string> = new Map([
  ['journal article', 'article-journal'],
  ['conference paper', 'paper-conference'],
  ['conference proceedings', 'paper-conference'],
  ['book', 'book'],
  ['edited book', 'book'],
  ['book section', 'chapter'],
  ['thesis', 'thesis'],
  ['report', 'report'],
  ['web page', 'webpage'],
  ['patent', 'patent'],
  ['dataset', 'dataset'],
  ['computer program', 'software'],
]);

const variables: ReadonlyMap<string, CslVariable> = new Map([
  ['%V', 'volume'],
  ['%N', 'issue'],
  ['%I', 'publisher'],
  ['%C', 'publisher-place'],
  ['%G', 'language'],
  ['%7', 'edition'],
  ['%Z', 'note'],
  ['%L', 'call-number'],
]);

const roles: ReadonlyMap<string, CslRole> = new Map([
  ['%A', 'author'],
  ['%E', 'editor'],
  ['%Y', 'translator'],
]);

const used = new Set('%0 %T %X %J %B %D %8 %P %@ %R %U %K %F %M'.split(' '));

function enwRecord(fields: readonly TagField[], range: Range): PaperRecord | undefined {
  const all = (tag: string): readonly string[] =>
    fields.filter((field) => field.tag === tag && field.text !== '').map(({ text }) => text);
  const first = (tag: string): string => all(tag)[0] ?? '';
  const draft = new RecordDraft();
  draft.title = plainLine(first('%T'));
  draft.type = types.get(first('%0').toLowerCase()) ?? 'document';
  draft.abstract = plainParagraphs(first('%X'));
  draft.venue = plainLine(first('%J') || first('%B')) || undefined;
  for (const [tag, role] of roles)
    draft.names(
      role,
      all(tag).map((text) => parsePlainName(plainLine(text).replace(/,$/, ''))),
    );
  draft.issued(isoDate(first('%8')) ?? isoDate(first('%D')));
  draft.year(Number(first('%D').slice(0, 4)));
  draft.variable('page', first('%P').replace(/\s*[–—-]+\s*/g, '-'));
  draft.variable(first('%@').replace(/[^\dXx]/g, '').length > 8 ? 'ISBN' : 'ISSN', first('%@'));
  for (const [tag, variable] of variables) draft.variable(variable, plainLine(first(tag)));
  draft.keywords(all('%K').flatMap((text) => text.split(/[;,\n]/)));
  draft.doi(first('%R'));
  for (const url of all('%U').flatMap((text) => text.split(/\s+/))) draft.url(url);
  if (/^\p{L}\S*$/u.test(first('%F'))) draft.key = first('%F');
  for (const { tag, text } of fields)
    if (!used.has(tag) && !variables.has(tag) && !roles.has(tag)) draft.other(tag, plainLine(text));
  return draft.build(range, range);
}
