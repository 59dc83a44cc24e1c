import type { PaperFields } from '../paper.ts';

/** A place on the web that belongs to a paper. */
export interface PaperLink {
  /** What is there. */
  readonly label: 'DOI' | 'arXiv' | 'PDF' | 'Code' | 'Web page';
  /** `https:` only, without user name and password. */
  readonly url: string;
}

const mostInAbstract = 3;
/** Longer addresses are not read to their end: nobody can see where they lead. */
const longestUrl = 2_000;

const codeHosts = new Set(['github.com', 'gitlab.com', 'huggingface.co', 'codeberg.org', 'bitbucket.org']);
/** Host names only: an address with a user name shows one host and goes to another. */
const webAddress =
  /^https?:\/\/([a-z\d\p{L}](?:[\p{L}\d.-]*[\p{L}\d])?)(?::(\d{1,5}))?(?=[/?#]|$)([^\s\p{C}\\<>"`{}|^]*)$/iu;
const addressInText = /https?:\/\/[^\s\\<>"'`{}|^]{4,2000}/giu;
const pdfPath = /\.pdf(?:[?#]|$)/i;
/** Of a record's own fields: where reference managers and feeds put the file. */
const fileFields = new Set(['pdf', 'file', 'pdfurl', 'pdf_url', 'fulltext']);

/**
 * Where a paper is on the web: its DOI, its page and PDF at arXiv, other PDFs, code, any other page; each address once.
 * `http:` addresses become `https:`, all that is no plain web address is left out.
 */
export function paperLinks(paper: PaperFields): readonly PaperLink[] {
  const links: PaperLink[] = [];
  const known = new Set<string>();
  const add = (label: PaperLink['label'], address: string): void => {
    const url = secure(address);
    if (url === undefined || known.has(plain(url))) return;
    known.add(plain(url));
    links.push({ label, url });
  };
  const { doi, arxiv, url } = paper;
  if (doi !== undefined && doi !== '') add('DOI', `https://doi.org/${pathOf(doi)}`);
  if (arxiv !== undefined && arxiv !== '') {
    add('arXiv', `https://arxiv.org/abs/${pathOf(arxiv)}`);
    add('PDF', `https://arxiv.org/pdf/${pathOf(arxiv)}`);
  }
  const written = [...(url === undefined ? [] : [url]), ...fileAddresses(paper)];
  for (const address of written) if (pdfPath.test(address)) add('PDF', address);
  for (const address of [...written, ...codeIn(paper.abstract)]) if (isCode(address)) add('Code', address);
  if (url !== undefined) add('Web page', url);
  return links;
}

/** A web address as `https:`; `undefined` for everything else. */
export function secure(address: string): string | undefined {
  const text = address.trim();
  if (text.length > longestUrl || !webAddress.test(text)) return undefined;
  return text.replace(/^http:\/\//i, 'https://').replace(/^https:/i, 'https:');
}

/** Two addresses of one place differ in case of the scheme, or in a slash at the end. */
function plain(url: string): string {
  return url.replace(/\/+$/, '');
}

/** An identifier as a part of a path: what would be more than that is percent-encoded. */
export function pathOf(id: string): string {
  return id.replace(/[^\w.~!$&'()*+,;=:@/-]/gu, (character) => encodeURIComponent(character.toWellFormed()));
}

function isCode(address: string): boolean {
  const [, host = '', , rest = ''] = webAddress.exec(address) ?? [];
  // The front page of a host is nobody's code.
  return codeHosts.has(host.toLowerCase().replace(/^www\./, '')) && /^\/[^/?#]+\/[^/?#]+/.test(rest);
}

/** Addresses in an abstract, without the punctuation of the sentence behind them. */
function codeIn(abstract: string): readonly string[] {
  const found: string[] = [];
  for (const [address] of abstract.matchAll(addressInText)) {
    const clean = address.replace(/[.,;:!?)\]*_$~]+$/u, '');
    if (isCode(clean)) found.push(clean);
    if (found.length === mostInAbstract) break;
  }
  return found;
}

function fileAddresses({ details }: PaperFields): readonly string[] {
  return (details?.other ?? []).flatMap(([name, value]) => (fileFields.has(name.toLowerCase()) ? [value] : []));
}
