import type { Paper, PaperRecord, PaperSource } from '../paper.ts';
import type { AssignedKeys } from './assignKeys.ts';

/** A record and the file it stands in. */
export interface SourcedRecord {
  readonly uri: string;
  readonly record: PaperRecord;
}

/**
 * One paper of all records of a work, in source order. Field by field: the first record that knows it wins, except that
 * the longest abstract wins (the first of equally long ones), a publisher's DOI wins over arXiv's own, and keywords are
 * joined (the first spelling of each).
 */
export function mergeRecords(first: SourcedRecord, rest: readonly SourcedRecord[], keys: AssignedKeys): Paper {
  const records = [first, ...rest].map(({ record }) => record);
  const known = <T>(read: (record: PaperRecord) => T | undefined): T | undefined => {
    for (const record of records) {
      const value = read(record);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  return {
    key: keys.key,
    aliases: keys.aliases,
    title: known(({ title }) => title) ?? '',
    abstract: records.reduce((best, { abstract }) => (abstract.length > best.length ? abstract : best), ''),
    authors: known(({ authors }) => (authors.length > 0 ? authors : undefined)) ?? [],
    year: known(({ year }) => year),
    venue: known(({ venue }) => venue),
    doi: known(({ doi }) => (doi?.startsWith('10.48550/') === true ? undefined : doi)) ?? known(({ doi }) => doi),
    arxiv: known(({ arxiv }) => arxiv),
    url: known(({ url }) => url),
    keywords: joinKeywords(records),
    sources: [sourceOf(first), ...rest.map(sourceOf)],
  };
}

function sourceOf({ uri, record }: SourcedRecord): PaperSource {
  return { uri, range: record.range };
}

function joinKeywords(records: readonly PaperRecord[]): readonly string[] {
  const all = new Map<string, string>();
  for (const keyword of records.flatMap(({ keywords }) => keywords)) {
    const folded = keyword.toLowerCase();
    if (!all.has(folded)) all.set(folded, keyword);
  }
  return [...all.values()];
}

/** Whether two states of a paper are equal in all that anybody can see. */
export function samePaper(a: Paper, b: Paper): boolean {
  return (
    a.key === b.key &&
    a.title === b.title &&
    a.abstract === b.abstract &&
    a.year === b.year &&
    a.venue === b.venue &&
    a.doi === b.doi &&
    a.arxiv === b.arxiv &&
    a.url === b.url &&
    sameTexts(a.aliases, b.aliases) &&
    sameTexts(a.authors, b.authors) &&
    sameTexts(a.keywords, b.keywords) &&
    a.sources.length === b.sources.length &&
    a.sources.every((source, index) => sameSource(source, b.sources[index]))
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function sameSource(a: PaperSource, b: PaperSource | undefined): boolean {
  if (b?.uri !== a.uri) return false;
  const [from, to] = [a.range, b.range];
  return (
    from.start.line === to.start.line &&
    from.start.character === to.start.character &&
    from.end.line === to.end.line &&
    from.end.character === to.end.character
  );
}
