import { identifierLine } from '../../text/identifiers.ts';

/** Hosts that publish papers, and where on them the papers are; subdomains belong to them. */
const paperHosts: ReadonlyMap<string, RegExp> = new Map([
  ...'aclanthology.org aclweb.org openaccess.thecvf.com ijcai.org isca-speech.org isca-archive.org jmlr.org proceedings.mlr.press papers.nips.cc nips.cc papers.neurips.cc proceedings.neurips.cc ieeexplore.ieee.org dl.acm.org link.springer.com sciencedirect.com onlinelibrary.wiley.com academic.oup.com pnas.org biorxiv.org medrxiv.org chemrxiv.org psyarxiv.com ssrn.com jstor.org plos.org journals.plos.org frontiersin.org mdpi.com cell.com eprint.iacr.org ar5iv.org ar5iv.labs.arxiv.org alphaxiv.org tandfonline.com journals.sagepub.com direct.mit.edu projecteuclid.org epubs.siam.org vldb.org ceur-ws.org distill.pub transformer-circuits.pub royalsocietypublishing.org pubs.acs.org pubs.rsc.org iopscience.iop.org journals.aps.org degruyter.com ojs.aaai.org pubmed.ncbi.nlm.nih.gov pmc.ncbi.nlm.nih.gov citeseerx.ist.psu.edu hal.science hal.archives-ouvertes.fr philpapers.org eccc.weizmann.ac.il drops.dagstuhl.de elifesciences.org bmj.com thelancet.com nejm.org jamanetwork.com annualreviews.org emerald.com cambridge.org/core'
    .split(' ')
    .map((host) => [host, /^\/./] as const),
  ['arxiv.org', /^\/(?:abs|pdf|html|format|ps)\//],
  // Also where the number was forgotten: nothing else has links there.
  ['doi.org', /^\/(?:10\.|$)/],
  ['openreview.net', /^\/(?:forum|pdf|attachment|references)/],
  ['huggingface.co', /^\/papers\/\d/],
  ['hf.co', /^\/papers\/\d/],
  ['semanticscholar.org', /^\/(?:paper|reader)\//],
  ['nature.com', /^\/articles\//],
  ['science.org', /^\/doi\//],
  ['usenix.org', /^\/(?:conference|system\/files)\//],
  ['ncbi.nlm.nih.gov', /^\/(?:pmc|pubmed)\//],
  ['aaai.org', /^\/(?:papers|ojs|Papers|Library)\//],
  ['paperswithcode.com', /^\/paper\//],
  ['researchgate.net', /^\/publication\//],
  ['dblp.org', /^\/rec\//],
  ['osf.io', /^\/preprints\//],
  ['cambridge.org', /^\/core\/./],
]);
const parts = /^https?:\/\/([^/?#\s]+)([^?#\s]*)/i;

/** Does an address lead to a paper: a page of a paper host, or a PDF wherever it is (also beside the list)? */
export function isPaperAddress(url: string): boolean {
  if (url.startsWith('https://arxiv.org/abs/') || /^doi:10\./i.test(url)) return true;
  const [, host = '', path = ''] = parts.exec(url) ?? [];
  if (/\.pdf$/i.test(host === '' ? url.replace(/[?#].*$/s, '') : path)) return true;
  const labels = host.toLowerCase().split('.').slice(-5);
  for (; labels.length > 1; labels.shift()) {
    const place = paperHosts.get(labels.join('.'));
    if (place !== undefined) return place.test(path);
  }
  return false;
}

/** Does an address only show code, a model or a film, which is no page of a paper? */
export function isCodeAddress(url: string): boolean {
  return /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co|hf\.co|youtube\.com|youtu\.be|pypi\.org|colab\.research\.google\.com|kaggle\.com)\//i.test(
    url,
  );
}

const paperWords =
  'paper papers pdf arxiv abs abstract doi html preprint openreview acl anthology acm ieee springer nature science publication article proceedings fulltext biorxiv medrxiv elsevier sciencedirect wiley pmlr neurips cvf hf huggingface semantic scholar semanticscholar link url 论文 原文';
const otherWords =
  'code github gitlab repo repository project page website web site homepage home demo video slides slide poster bib bibtex cite citation dataset datasets data model models weights checkpoint checkpoints blog blogpost post talk colab notebook supplementary supp supplement appendix twitter tweet thread review reviews notes note summary star stars pytorch tensorflow jax keras official unofficial code1 code2 tf youtube presentation docs documentation implementation here our my this download view read online source open access full text version the v1 v2 app api media news 代码 项目 网站 主页 解读 链接';
const paperLabels = new Set(paperWords.split(' '));
const labels = new Set([...paperLabels, ...otherWords.split(' ')]);
const nothing = /^[^\p{L}\p{N}]*$/u;
const longestLabel = 60;

/** Does the text of a link only name the link (`pdf`, `Project page`, `[1]`, `arXiv:2401.00001`, an address, an emoji)? */
export function isLinkLabel(text: string): boolean {
  if (text.length > longestLabel) return /^https?:\/\/\S+$/i.test(text);
  const label = text.trim().toLowerCase();
  const first = /^[a-z]{2,}(?= [a-z])/.exec(label)?.[0];
  // Most titles end here.
  if (first !== undefined && !labels.has(first) && first !== 'doi') return false;
  if (nothing.test(label) || /^[#[(]?\d{1,4}[\])]?$/.test(label) || identifierLine(label) !== undefined) return true;
  if (/^(?:https?:|www\.|arxiv[:\s])|^[\w.-]+\.(?:org|com|net|io|edu|pdf)\b/.test(label)) return true;
  return words(label).every((word) => labels.has(word));
}

/** Does the text of a link say that a paper is behind it? */
export function isPaperLabel(text: string): boolean {
  const label = text.trim().toLowerCase();
  if (label.length > longestLabel || /^https?:/.test(label)) return false;
  const found = words(label);
  return found.some((word) => paperLabels.has(word) && word !== 'link' && word !== 'url');
}

function words(label: string): readonly string[] {
  return label.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

const arxivId =
  /\barxiv[\s:/]{1,2}(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?:\s*\[[a-z]{2,8}(?:[.-][A-Za-z-]{2,10})?\])?/i;
const doiText = /(?:\bdoi\s*:?\s*)?\b10\.\d{4,9}\/[^\s<>"|\]]{1,200}/i;

/** An identifier that a text names, and the text without it. */
export interface NamedIdentifier {
  readonly identifier: string;
  readonly start: number;
  readonly end: number;
}

/** The first arXiv id or DOI that is written out in a text, as `identifierLine` reads it. */
export function namedIdentifier(text: string): NamedIdentifier | undefined {
  const found = (/arxiv/i.test(text) ? arxivId.exec(text) : null) ?? (text.includes('10.') ? doiText.exec(text) : null);
  if (found === null) return undefined;
  const identifier = found[1] === undefined ? `doi:${found[0].replace(/^doi\s*:?\s*/i, '')}` : `arXiv:${found[1]}`;
  const trailing = found[1] === undefined ? (/[.,;:)]+$/.exec(found[0])?.[0].length ?? 0) : 0;
  return { identifier, start: found.index, end: found.index + found[0].length - trailing };
}
