import type { PaperRecord } from '../core/paper.ts';
import { ownText } from './ownText.ts';

/**
 * The same record with texts of its own. What a parser cuts out of a file keeps the whole text of that file in memory,
 * and a paper stays as it was first read: each edit of a large file would leave one more copy of it.
 */
export function withOwnTexts(record: PaperRecord): PaperRecord {
  const { key, title, abstract, authors, venue, doi, arxiv, url, keywords, groups, details } = record;
  return {
    ...record,
    title: ownText(title),
    abstract: ownText(abstract),
    authors: authors.map(ownText),
    keywords: keywords.map(ownText),
    ...(key === undefined ? {} : { key: ownText(key) }),
    ...(venue === undefined ? {} : { venue: ownText(venue) }),
    ...(doi === undefined ? {} : { doi: ownText(doi) }),
    ...(arxiv === undefined ? {} : { arxiv: ownText(arxiv) }),
    ...(url === undefined ? {} : { url: ownText(url) }),
    ...(groups === undefined ? {} : { groups: groups.map(ownText) }),
    ...(details === undefined ? {} : { details: structuredClone(details) }),
  };
}
