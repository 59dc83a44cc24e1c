import { isCodeAddress } from './evidence.ts';
import type { ListedPaper } from './listedPaper.ts';

/**
 * Is an entry of a list a paper? It has a title, and
 * - a link to a paper host or a PDF, a link that calls itself a paper, an arXiv id or a DOI; or
 * - authors and a year; or
 * - a venue and a year beside a marked title of three words or more.
 *
 * Never: links into the page (`#…`), and code, models and films (one or two linked words that lead to them, or nothing else
 * that speaks for a paper but names).
 */
export function isPaper(paper: ListedPaper): boolean {
  if (!paper.isTitled || paper.titleUrl.startsWith('#')) return false;
  if (paper.titleLeads) return true;
  const words = paper.title.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const leadsToCode = isCodeAddress(paper.titleUrl);
  if (leadsToCode && words < 3) return false;
  if (paper.hasPaperLink) return paper.form !== 'italic' || words > 1;
  if (paper.issued === undefined || words < 2 || leadsToCode) return false;
  if (paper.authors.length > 0) return true;
  return paper.venue !== '' && paper.form !== 'plain' && words > 2;
}

/** Is a paragraph of its own a paper? Its title stands at its beginning, is marked, and no sentence goes on from it. */
export function isPaperParagraph(paper: ListedPaper, rest: string): boolean {
  if (!isPaper(paper)) return false;
  if (paper.form === 'plain' || paper.form === 'italic') return paper.authors.length > 0 && paper.issued !== undefined;
  return !/^\s+(?!by\b|in\b|et\b)\p{Ll}/u.test(rest.slice(0, 40));
}
