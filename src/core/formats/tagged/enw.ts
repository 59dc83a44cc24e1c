import type { PaperRecord } from '../../paper.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslRole, CslVariable } from '../../workDetails.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { enwTypes } from './enwTypes.ts';
import { readTagged } from './readTagged.ts';
import type { TagDialect } from './tagLines.ts';
import type { TaggedFields } from './taggedFields.ts';
import { dateOf, pagesOf, readArxiv, readSerialNumbers, readUrls } from './taggedValues.ts';

/** A space behind the tag is asked for: `%50 of them` may begin a line of an abstract. */
const dialect: TagDialect = {
  tagLine: /(%[A-Z0-9@!~#$^&?+<>=()[|*\\:;'"])(?=\s|$)/y,
  first: '%0',
  last: undefined,
  titles: new Set(['%T']),
};
const head = /^\uFEFF?%[0AT][ \t]+\S/m;
const first = /^\s*%0[ \t]+\S/;

/** EndNote's tagged export (refer), as EndNote and Google Scholar have it. */
export const enw: PaperFormat = {
  id: 'enw',
  label: 'EndNote',
  detect(name, text) {
    const isTagged = head.test(text.replaceAll('\r', '\n'));
    if (/\.enw$/i.test(name)) return isTagged ? 0.95 : 0.4;
    return isTagged && first.test(text) ? 0.8 : 0;
  },
  parse: (text) => readTagged(text, dialect, { label: 'EndNote', begins: '%0 Journal Article' }, enwRecord),
};

const variables: ReadonlyMap<string, CslVariable> = new Map([
  ['%V', 'volume'],
  ['%N', 'issue'],
  ['%I', 'publisher'],
  ['%C', 'publisher-place'],
  ['%G', 'language'],
  ['%7', 'edition'],
  ['%Z', 'note'],
  ['%L', 'call-number'],
  ['%M', 'archive_location'],
  ['%W', 'source'],
  ['%S', 'collection-title'],
  ['%!', 'title-short'],
]);

const roles: ReadonlyMap<string, CslRole> = new Map([
  ['%A', 'author'],
  ['%E', 'editor'],
  ['%Y', 'translator'],
]);

/** Tags that are read apart from `variables` and `roles`. */
const used = new Set('%0 %T %X %J %B %D %8 %P %@ %R %U %K %['.split(' '));

function enwRecord(fields: TaggedFields, range: Range): PaperRecord | undefined {
  const draft = new RecordDraft();
  draft.title = fields.line('%T');
  draft.type = enwTypes.get(fields.line('%0').toLowerCase()) ?? 'document';
  draft.abstract = plainParagraphs(fields.first('%X'));
  draft.venue = fields.line('%J', '%B') || undefined;
  for (const [role, names] of fields.names(roles)) draft.names(role, names);
  draft.issued(dateOf(fields.first('%D'), fields.first('%8')));
  draft.variable('accessed', isoDate(fields.first('%[')));
  draft.variable('page', pagesOf(fields.first('%P')));
  readSerialNumbers(draft, '%@', fields.all('%@'));
  for (const [tag, variable] of variables) draft.variable(variable, fields.line(tag));
  draft.keywords(fields.all('%K').flatMap((text) => text.split(/[;,\n]/)));
  for (const text of fields.all('%R')) draft.doi(text);
  readUrls(draft, fields.all('%U'));
  readArxiv(draft, fields.all('%J', '%B', '%I', '%W'), fields.all('%M'));
  const key = fields.key('%F');
  draft.key = key?.key;
  for (const { tag, text } of fields.list) {
    const isKey = tag === '%F' && text === key?.key;
    if (!isKey && !used.has(tag) && !variables.has(tag) && !roles.has(tag)) draft.other(tag, plainLine(text));
  }
  return draft.build(range, key?.range);
}
