import { displayName } from '../personName.ts';
import type { Paper, PaperRecord, PaperSource } from '../paper.ts';
import type { AssignedKeys } from './assignKeys.ts';
import { mergeDetails } from './mergeDetails.ts';
import { sameData } from './sameData.ts';
import { isPublished } from './workFacts.ts';

/** A record and the file it stands in. */
export interface SourcedRecord {
  readonly uri: string;
  readonly record: PaperRecord;
}

/** Of a name: `J.`, `J.-P.`, `JP`. */
const initials = /^(?:\p{Lu}\.?-?){1,3}$/u;
const truncated = /^(?:et\s+al\.?|others|\.\.\.|…)$/i;

/**
 * One paper of all records of a work, in source order. Field by field: the first record that knows it wins, except that
 * what says where and when it was published is taken from the records of the published version first, so that a preprint
 * does not date an article; that the longest abstract wins (the first of equally long ones); that authors with full names
 * win over the same number of abbreviated ones; and that keywords and groups are joined (the first spelling of each).
 * `versions` are the keys of the other versions.
 */
export function mergeRecords(
  sourced: readonly [SourcedRecord, ...SourcedRecord[]],
  keys: AssignedKeys,
  versions?: readonly string[],
): Paper {
  const [first, ...rest] = sourced;
  const records = sourced.map(({ record }) => record);
  const published = [...records.filter(isPublished), ...records.filter((record) => !isPublished(record))];
  const year = known(published, (record) => record.year);
  const authorsOf = bestAuthors(records);
  const [groups, details] = [joined(records, ({ groups: own }) => own ?? []), mergeDetails(published, authorsOf, year)];
  return {
    key: keys.key,
    aliases: keys.aliases,
    title: known(records, ({ title }) => title) ?? '',
    abstract: records.reduce((best, { abstract }) => (abstract.length > best.length ? abstract : best), ''),
    authors: authorsOf?.authors ?? [],
    year,
    venue: known(published, ({ venue }) => venue),
    doi: known(published, ({ doi }) => doi),
    arxiv: known(records, ({ arxiv }) => arxiv),
    url: known(records, ({ url }) => url),
    keywords: joined(records, ({ keywords }) => keywords),
    ...(groups.length === 0 ? {} : { groups }),
    ...(details === undefined ? {} : { details }),
    sources: [sourceOf(first), ...rest.map(sourceOf)],
    ...(versions === undefined ? {} : { versions }),
  };
}

function known<T>(records: readonly PaperRecord[], read: (record: PaperRecord) => T | undefined): T | undefined {
  for (const record of records) {
    const value = read(record);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** The first record with authors, unless another one has the same with fuller names, or all of them. */
function bestAuthors(records: readonly PaperRecord[]): PaperRecord | undefined {
  let best: PaperRecord | undefined;
  for (const record of records) {
    if (record.authors.length === 0) continue;
    if (best === undefined || isFuller(record, best)) best = record;
  }
  return best;
}

function isFuller(record: PaperRecord, than: PaperRecord): boolean {
  const isCut = truncated.test(than.authors.at(-1) ?? '');
  if (isCut) return !truncated.test(record.authors.at(-1) ?? '') && record.authors.length >= than.authors.length;
  return record.authors.length === than.authors.length && fullNames(record) > fullNames(than);
}

function fullNames({ authors, details }: PaperRecord): number {
  const names = details?.names?.author;
  const given = authors.map((author, index) => {
    const name = names?.[index];
    if (name !== undefined && displayName(name) === author && 'family' in name) return name.given ?? '';
    return author.includes(' ') ? author.slice(0, author.lastIndexOf(' ')) : '';
  });
  return given.filter((text) => text.split(' ').some((word) => word !== '' && !initials.test(word))).length;
}

function sourceOf({ uri, record }: SourcedRecord): PaperSource {
  const { range, key, keyRange } = record;
  return { uri, range, ...(key === undefined ? {} : { key }), ...(keyRange === undefined ? {} : { keyRange }) };
}

function joined(
  records: readonly PaperRecord[],
  wordsOf: (record: PaperRecord) => readonly string[],
): readonly string[] {
  const all = new Map<string, string>();
  for (const word of records.flatMap(wordsOf)) {
    const folded = word.toLowerCase();
    if (!all.has(folded)) all.set(folded, word);
  }
  return [...all.values()];
}

/** Whether two states of a paper are equal in all that anybody can see. */
export function samePaper(a: Paper, b: Paper): boolean {
  return sameData(a, b);
}
