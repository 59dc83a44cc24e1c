import { itemsInOrder } from './citedItems.ts';
import { byStart, rangeWalk } from './offsetRanges.ts';
import type { CitationCluster, CitationItem, CitationScan, OffsetRange } from './citation.ts';
import { pathOf } from '../reading/paperLinks.ts';
import { withoutSentenceEnd } from './withoutSentenceEnd.ts';

/** Where a citation may lead to the web. */
export interface CitationLink {
  readonly range: OffsetRange;
  /** The paper whose address it leads to. */
  readonly key: string | undefined;
  /** An identifier that the text itself has there, as `https:` address: where there is no paper, or beside it. */
  readonly url: string | undefined;
}

/** No document has more that anybody follows. */
const mostLinks = 5_000;
const mayHaveIdentifier = /10\.\d{4}|arxiv:/i;
const identifier =
  /(?<![\p{L}\p{N}./])(?:(?:doi:\s?)?(10\.\d{4,9}\/[^\s\]{}<>;,"`|\\]{1,200})|arxiv:\s?(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?)/giu;

/**
 * The places of a text's citations that may lead to the web: what stands before a key (`@`, `\citep` of a single key), so
 * that the key itself is left to "Go to Definition"; and the DOIs and arXiv ids in what is said around keys. In order, not
 * overlapping. Total; linear.
 */
export function citationLinks(text: string, scan: CitationScan): readonly CitationLink[] {
  const links: CitationLink[] = [];
  for (const cluster of scan.clusters) {
    if (links.length >= mostLinks) break;
    links.push(...linksOf(text, cluster));
  }
  links.sort((a, b) => byStart(a.range, b.range));
  const keys = itemsInOrder(scan).map(({ keyRange }) => keyRange);
  let end = 0;
  let next = 0;
  // A cluster in another one finds what the outer one has found, and an identifier may run on over a key.
  return links.filter(({ range }) => {
    while ((keys[next]?.end ?? Infinity) <= range.start) next += 1;
    if (range.start < end || (keys[next]?.start ?? Infinity) < range.end) return false;
    end = range.end;
    return true;
  });
}

function linksOf(text: string, cluster: CitationCluster): readonly CitationLink[] {
  const identifiers = identifiersIn(text, cluster.range);
  const keyAt = rangeWalk(cluster.items.map(({ keyRange }) => keyRange));
  const around = identifiers.filter(({ range }) => keyAt(range.start) === undefined);
  const before = cluster.items.flatMap((item): CitationLink[] => {
    const range = markOf(text, cluster, item);
    const { start, end } = item.keyRange;
    const inKey = identifiers.find((one) => one.range.start >= start && one.range.end <= end);
    return range === undefined ? [] : [{ range, key: item.key, url: inKey?.url }];
  });
  return [...before, ...around];
}

/** What stands before a key and belongs to it alone. */
function markOf(text: string, { range, bracket, items }: CitationCluster, item: CitationItem): OffsetRange | undefined {
  const { start } = item.keyRange;
  const braced = text[start - 1] === '{' ? 1 : 0;
  if (text[start - braced - 1] === '@') return { start: start - braced - 1, end: start - braced };
  if (items.length > 1) return undefined;
  const end = Math.min(bracket?.start ?? start, start);
  const word = /^\\?[\p{L}#{:}*]+/u.exec(text.slice(range.start, Math.min(end, range.start + 60)))?.[0] ?? '';
  return word === '' ? undefined : { start: range.start, end: range.start + word.length };
}

function identifiersIn(
  text: string,
  { start, end }: OffsetRange,
): readonly (CitationLink & { readonly url: string })[] {
  const written = text.slice(start, end);
  // Much quicker than the pattern: hardly any citation has one.
  if (!mayHaveIdentifier.test(written)) return [];
  return [...written.matchAll(identifier)].map(({ index, 0: whole, 1: doi, 2: arxiv }) => {
    const clean = doi === undefined ? whole : withoutSentenceEnd(whole);
    const at = { start: start + index, end: start + index + clean.length };
    const url =
      doi === undefined ? `https://arxiv.org/abs/${arxiv ?? ''}` : `https://doi.org/${pathOf(withoutSentenceEnd(doi))}`;
    return { range: at, key: undefined, url };
  });
}
