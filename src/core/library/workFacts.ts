import type { PaperRecord } from '../paper.ts';
import type { WorkFacts } from './paperIdentity.ts';

/** Registrants of preprint servers: bioRxiv, Research Square, PsyArXiv, SocArXiv, Preprints.org, ChemRxiv, TechRxiv, SSRN, Authorea. */
const preprintDoi = /^10\.(?:1101|21203|31234|31235|31219|20944|26434|36227|2139|22541|48550)\//;

/** Whether a DOI is of a preprint server. */
function isPreprintDoi(doi: string): boolean {
  return preprintDoi.test(doi);
}

/** Names of preprint servers where a venue is said. */
const preprintVenue = /arxiv|\bcorr\b|biorxiv|medrxiv|chemrxiv|preprint|research square|ssrn/i;

/** Whether a record is of a published work: a publisher's DOI, or a venue that is no preprint server. */
export function isPublished({ doi, venue }: Pick<PaperRecord, 'doi' | 'venue'>): boolean {
  if (doi !== undefined) return !isPreprintDoi(doi);
  return venue !== undefined && venue !== '' && !preprintVenue.test(venue);
}

/** Whether what is known says that a work is a preprint: its DOI, or an arXiv id and no DOI. */
export function isPreprint({ doi, arxiv }: WorkFacts): boolean {
  return doi === undefined ? arxiv !== undefined : isPreprintDoi(doi);
}

/**
 * An order of facts that knows nothing of files: DOIs (those of preprints first: what has no identifier is mostly copied
 * from a preprint server), arXiv ids, authors, years, how it is filed; who does not know a thing comes last.
 */
export function compareFacts(a: WorkFacts, b: WorkFacts): number {
  return (
    compareDois(a.doi, b.doi) ||
    compareTexts(a.arxiv, b.arxiv) ||
    compareNames(a.firstAuthor, b.firstAuthor) ||
    (a.year ?? 9999) - (b.year ?? 9999) ||
    compareTexts(a.filedAs, b.filedAs)
  );
}

/** Preprints' first. */
export function compareDois(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return compareTexts(a, b);
  return Number(isPreprintDoi(b)) - Number(isPreprintDoi(a)) || compareTexts(a, b);
}

function compareTexts(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** Part by part; longer names first. */
function compareNames(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) {
    const order = compareTexts(part, b[at]);
    if (order !== 0) return order;
  }
  return b.length - a.length;
}

/** The facts of one work: the first that knows a thing wins. */
export function mergeFacts(first: WorkFacts, second: WorkFacts): WorkFacts {
  return {
    titleKey: first.titleKey || second.titleKey,
    doi: first.doi ?? second.doi,
    arxiv: first.arxiv ?? second.arxiv,
    year: first.year ?? second.year,
    firstAuthor: first.firstAuthor.length > 0 ? first.firstAuthor : second.firstAuthor,
    authorParts: first.authorParts.length > 0 ? first.authorParts : second.authorParts,
    filedAs: first.filedAs === 'article' ? 'article' : (second.filedAs ?? first.filedAs),
  };
}

/** As `mergeFacts`, of the facts of all records of a work in any order; `undefined` for none. */
export function mergeAllFacts(all: readonly WorkFacts[]): WorkFacts | undefined {
  const [first, ...rest] = all.length < 2 ? all : all.toSorted(compareFacts);
  return first === undefined ? undefined : rest.reduce(mergeFacts, first);
}
