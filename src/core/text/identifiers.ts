/** Identifiers of a work, as `PaperFields` holds them. */
export interface Identifiers {
  readonly doi?: string;
  readonly arxiv?: string;
  readonly url?: string;
}

const newArxiv = String.raw`\d{4}\.\d{4,5}`;
const oldArxiv = String.raw`[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7}`;
const arxivLine = new RegExp(
  String.raw`^arxiv\s*:?\s*(${newArxiv}|${oldArxiv})(?:v\d{1,3})?(?:\s*\[[^\]]{1,80}\])*$`,
  'i',
);
const bareArxivLine = new RegExp(String.raw`^(${newArxiv})(?:v\d{1,3})?$`);
const arxivPath = new RegExp(
  String.raw`^/(?:abs|pdf|html|papers)/(${newArxiv}|${oldArxiv})(?:v\d{1,3})?(?:\.pdf)?/?$`,
  'i',
);
const arxivHosts = new Set(['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'huggingface.co', 'hf.co']);
const doiLine = /^doi\s*:?\s*(10\.\d{4,9}\/\S{1,200})$/i;
const bareDoiLine = /^(10\.\d{4,9}\/\S{1,200})$/;
const labelledUrl = /^(?:[\p{L} ]{1,24}:\s*)?(https?:\/\/\S{1,2000})$/u;
const urlParts = /^https?:\/\/([^/?#\s]+)([^?#\s]*)/i;

/**
 * Reads a line that is nothing but an identifier: `arXiv:2401.00001v2 [cs.CL]`, a DOI, a web address, with or without a
 * label such as `Code:`. `undefined` for every other line: an identifier inside a sentence may be another work's.
 */
export function identifierLine(line: string): Identifiers | undefined {
  const text = line.trim();
  if (text.length > 2_100) return undefined;
  const arxiv = (arxivLine.exec(text) ?? bareArxivLine.exec(text))?.[1];
  if (arxiv !== undefined) return { arxiv };
  const doi = (doiLine.exec(text) ?? bareDoiLine.exec(text))?.[1];
  if (doi !== undefined) return { doi: cleanDoi(doi) };
  const url = labelledUrl.exec(text)?.[1];
  return url === undefined ? undefined : identifiersOfUrl(url);
}

/** What an address says of the work: its DOI or arXiv id where it is a resolver's, else the address itself. */
function identifiersOfUrl(url: string): Identifiers {
  const [, host = '', path = ''] = urlParts.exec(url) ?? [];
  const name = host.toLowerCase();
  const arxiv = arxivHosts.has(name) ? arxivPath.exec(path)?.[1] : undefined;
  if (arxiv !== undefined) return { arxiv };
  const isDoi = (name === 'doi.org' || name === 'dx.doi.org') && path.startsWith('/10.');
  return isDoi ? { doi: cleanDoi(path.slice(1)) } : { url };
}

/** Lower case; without the punctuation of a sentence around it, but with parentheses that belong to it. */
function cleanDoi(doi: string): string {
  let text = doi.toLowerCase().replace(/[.,;:>'"]+$/, '');
  while (text.endsWith(')') && count(text, '(') < count(text, ')')) text = text.slice(0, -1);
  return text;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
