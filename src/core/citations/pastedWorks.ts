import type { Paper } from '../paper.ts';
import { identifierLine } from '../text/identifiers.ts';

/** Whoever copies more identifiers copies a list, and does not cite. */
const mostWorks = 20;
const longestText = 8_000;

/**
 * The identifiers and addresses in a pasted text that is nothing else: DOIs, arXiv ids, `http(s)` addresses, one a line.
 * `undefined` for every other text. Constant time.
 */
export function pastedWorks(text: string): readonly string[] | undefined {
  if (text.length > longestText) return undefined;
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.length > mostWorks) return undefined;
  return lines.every((line) => identifierLine(line) !== undefined) ? lines : undefined;
}

/**
 * The addresses that a publisher gives the same work as this one; itself first. OpenReview and the ACL Anthology have one
 * for the page and one for the PDF.
 */
export function sameAddresses(line: string): readonly string[] {
  const openReview = /^(https?:\/\/openreview\.net\/)(?:forum|pdf|attachment)(\?id=[\w-]{1,100}).*$/i.exec(line);
  if (openReview !== null) return [line, ...['forum', 'pdf'].map((page) => `${openReview[1]}${page}${openReview[2]}`)];
  const anthology = /^(https?:\/\/(?:www\.)?aclanthology\.org\/[\w.-]{3,80}?)(?:\.pdf|\.bib)?\/?$/i.exec(line);
  return anthology === null ? [line] : [line, `${anthology[1]}`, `${anthology[1]}.pdf`];
}

/** Whether a line that `pastedWorks` gave means just this paper, not one whose identifier begins alike. */
export function namesPaper(line: string, { doi, arxiv, url }: Pick<Paper, 'doi' | 'arxiv' | 'url'>): boolean {
  const written = line.toLowerCase().replaceAll('%2f', '/');
  if (doi !== undefined && doi !== '' && holds(written, doi.toLowerCase())) return true;
  if (arxiv !== undefined && arxiv !== '') {
    const id = arxiv.toLowerCase();
    // The DOI that arXiv gives a paper holds its id, too, but behind other letters.
    if (identifierLine(line)?.arxiv?.toLowerCase() === id || holds(written, id)) return true;
  }
  if (url === undefined) return false;
  const own = plain(url);
  return sameAddresses(line).some((address) => plain(address) === own);
}

/** What may stand between an identifier and its end: a version, what a publisher shows, marks of a sentence. */
const behind = /^(?:v\d{1,3})?(?:\.pdf|\/(?:e?pdf|full|abs|abstract|html|meta|summary)\/?)?[.,;:>'")\]]*(?:$|[?#&\s])/;

/** An identifier that ends where the one in the line does. */
function holds(line: string, identifier: string): boolean {
  const at = line.indexOf(identifier);
  if (at === -1 || /[\p{L}\p{N}.]$/u.test(line.slice(0, at))) return false;
  return behind.test(line.slice(at + identifier.length));
}

function plain(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}
