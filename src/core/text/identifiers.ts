/** Identifiers of a work, as `PaperFields` holds them. */
export interface Identifiers {
  readonly doi?: string;
  readonly arxiv?: string;
  readonly url?: string;
}

const newArxiv = String.raw`\d{4}\.\d{4,5}`;
const oldArxiv = String.raw`[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7}`;
/** arXiv's lists number their entries and say what is there: `[7] arXiv:2401.00001 (cross-list from cs.LG) [pdf, html]`. */
const arxivLine = new RegExp(
  String.raw`^(?:\[\d{1,5}\]\s*)?arxiv\s*:?\s*(${newArxiv}|${oldArxiv})(?:v\d{1,3})?(?:\s*(?:\[[^\]]{1,80}\]|\([^()]{1,80}\)))*$`,
  'i',
);
const bareArxivLine = new RegExp(String.raw`^(${newArxiv})(?:v\d{1,3})?$`);
const arxivPath = new RegExp(
  String.raw`^/(?:abs|pdf|html|papers)/(${newArxiv}|${oldArxiv})(?:v\d{1,3})?(?:\.pdf)?/?$`,
  'i',
);
const arxivHosts = new Set(['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'huggingface.co', 'hf.co']);
/** The DOIs that arXiv gives its own papers say no more than their ids. */
const arxivDoi = new RegExp(String.raw`^10\.48550/arxiv\.(${newArxiv}|${oldArxiv})(?:v\d{1,3})?$`, 'i');
const doiLine = /^doi\s*:?\s*(10\.\d{4,9}\/\S{1,200})$/i;
const bareDoiLine = /^(10\.\d{4,9}\/\S{1,200})$/;
const labelledUrl = /^(?:[\p{L} ]{1,24}:\s*)?(https?:\/\/\S{1,2000})$/u;
/** The last line of an entry in arXiv's mails: `\\ ( https://arxiv.org/abs/2401.00001 ,  12kb)`. */
const mailedUrl = /^\\\\\s\(\s?(https?:\/\/\S{1,200})\s{0,3},\s{1,5}\d{1,8}kb\)$/i;
const urlParts = /^https?:\/\/([^/?#\s]+)([^?#\s]*)/i;
/** Of an address: its label and its scheme. */
const longestBeginning = 64;
const otherBeginnings = /^(?:\[?\d|arxiv|doi)/i;

/**
 * Reads a line that is nothing but an identifier: `arXiv:2401.00001v2 [cs.CL]`, a DOI, a web address, with or without a
 * label such as `Code:`. `undefined` for every other line: an identifier inside a sentence may be another work's.
 */
export function identifierLine(line: string): Identifiers | undefined {
  const text = line.trim();
  if (text.length > 2_100) return undefined;
  if (otherBeginnings.test(text)) {
    const arxiv = (arxivLine.exec(text) ?? bareArxivLine.exec(text))?.[1];
    if (arxiv !== undefined) return { arxiv };
    const doi = (doiLine.exec(text) ?? bareDoiLine.exec(text))?.[1];
    if (doi !== undefined) return identifiersOfDoi(doi);
  }
  if (!text.slice(0, longestBeginning).includes('://')) return undefined;
  const url = (labelledUrl.exec(text) ?? mailedUrl.exec(text))?.[1];
  return url === undefined ? undefined : identifiersOfUrl(url);
}

/**
 * What a web address (`http:` or `https:`) says of the work: its DOI or arXiv id where it is a resolver's, else the
 * address itself.
 */
export function identifiersOfUrl(url: string): Identifiers {
  const [, host = '', path = ''] = urlParts.exec(url) ?? [];
  const name = host.toLowerCase();
  const arxiv = arxivHosts.has(name) ? arxivPath.exec(path)?.[1] : undefined;
  if (arxiv !== undefined) return { arxiv };
  const isDoi = (name === 'doi.org' || name === 'dx.doi.org') && path.startsWith('/10.');
  return isDoi ? identifiersOfDoi(path.slice(1)) : { url };
}

function identifiersOfDoi(written: string): Identifiers {
  const doi = cleanDoi(written);
  const arxiv = arxivDoi.exec(doi)?.[1];
  return arxiv === undefined ? { doi } : { arxiv };
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
