import { withinEdits } from '../../search/editDistance.ts';
import { shorten } from '../../text/plainText.ts';
import type { CitedKey } from './citedKeys.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { KeyFacts } from './keyFacts.ts';

/** The bibliography of a document, read by whoever checks it. */
export interface BibliographyFacts {
  /** For people: `references.bib`; of several files the first one's. */
  readonly name: string;
  /** URIs of its files. */
  readonly uris: readonly string[];
  /** The document names it itself. */
  readonly isNamed: boolean;
  /** Something of it could not be read: an entry may be there all the same. */
  readonly isPartial: boolean;
  has(key: string): boolean;
}

/** Everything that a check goes by. */
export interface CheckedDocument {
  /** In the order of the text. */
  readonly citations: readonly CitedKey[];
  /** By key; a key without facts is one that nothing is known of. */
  readonly facts: ReadonlyMap<string, KeyFacts>;
  /** `undefined` of a document without one. */
  readonly bibliography: BibliographyFacts | undefined;
  /** There are paper files, and all of them have been read: else no key is called unknown. */
  readonly isComplete: boolean;
  readonly enabled: ReadonlySet<FindingCode>;
  readonly isIgnored: (key: string) => boolean;
}

const maxTitle = 80;
const maxKey = 60;
/** A mention this near to a key of the library is rather a slip than a person. */
const mostSlips = 2;

/**
 * The keys of a document that nothing knows, each once, in its order: who checks it looks for what is near them, and hands
 * that to `checkCitations`. Empty when unknown keys are not to be told.
 */
export function unknownKeysIn(document: CheckedDocument): readonly string[] {
  if (!document.isComplete || !document.enabled.has('unknown-key')) return [];
  if (document.bibliography?.isPartial === true) return [];
  const unknown = document.citations.filter(({ kind, key }) => kind !== 'reference' && isUnknown(document, key));
  return [...new Set(unknown.map(({ key }) => key))];
}

/**
 * What is wrong with the citations of a document, in its order. `near` has for unknown keys those that may be meant, the
 * nearest first. Total; linear.
 */
export function checkCitations(
  document: CheckedDocument,
  near: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  const unknown = new Set(unknownKeysIn(document));
  const isCiting = cites(document);
  const findings: Finding[] = [];
  for (const citation of document.citations) {
    const { key } = citation;
    if (document.isIgnored(key)) continue;
    const nearest = near.get(key) ?? [];
    const isMeant = isCiting || citation.kind === 'citation' || isSlip(key, nearest);
    const all = [
      unknown.has(key) && citation.kind !== 'reference' && isMeant ? unknownKey(citation, nearest) : undefined,
      citation.repeats ? repeatedKey(citation) : undefined,
      claimedKey(document, citation),
      citation.kind === 'reference' ? undefined : missingEntry(document, citation),
      retractedPaper(document, citation),
    ];
    for (const one of all) {
      if (one !== undefined && document.enabled.has(one.code)) findings.push(one);
    }
  }
  return findings;
}

function isUnknown({ facts, bibliography, isIgnored }: CheckedDocument, key: string): boolean {
  return facts.get(key)?.paper === undefined && bibliography?.has(key) !== true && !isIgnored(key);
}

/** Whether `@name` in its sentences means papers: else it may be somebody on a platform, as in a changelog. */
function cites({ citations, facts, bibliography }: CheckedDocument): boolean {
  if (bibliography?.isNamed === true) return true;
  return citations.some(({ key, kind }) => kind === 'citation' || facts.get(key)?.paper !== undefined);
}

function isSlip(key: string, [nearest]: readonly string[]): boolean {
  return nearest !== undefined && withinEdits(key.toLowerCase(), nearest.toLowerCase(), mostSlips);
}

function unknownKey({ key, range }: CitedKey, near: readonly string[]): Finding {
  const [first] = near;
  const question = first === undefined ? '' : ` Did you mean ${named(first)}?`;
  return finding('unknown-key', { key, range }, `No paper has the key ${named(key)}.${question}`, near);
}

function repeatedKey({ key, range }: CitedKey): Finding {
  return finding('duplicate-key', { key, range }, `${named(key)} is cited twice here: one of them is enough.`);
}

/** Several papers are called so: in the document's own bibliography, or in the library where that does not tell. */
function claimedKey({ facts, bibliography }: CheckedDocument, { key, range }: CitedKey): Finding | undefined {
  const claims = facts.get(key)?.claims ?? [];
  const [first, second] = claims;
  if (first === undefined || second === undefined) return undefined;
  const own = claims.filter(({ uri }) => bibliography?.uris.includes(uri) === true);
  const instead = claims.map(({ paper }) => paper).filter((paper) => paper !== key);
  if (own.length > 1) {
    const message = `${bibliography?.name ?? ''} has ${own.length} papers with the key ${named(key)}: give one of them another key.`;
    return { ...finding('duplicate-key', { key, range }, message, instead), claims };
  }
  if (own[0] === first) return undefined;
  const message = `${named(key)} is the key of ${claims.length} papers, ${titled(first.title)} and ${titled(second.title)}${claims.length > 2 ? ' among them' : ''}: cite the one you mean by a key of its own.`;
  return { ...finding('ambiguous-key', { key, range }, message, instead), claims };
}

function missingEntry({ facts, bibliography }: CheckedDocument, { key, range }: CitedKey): Finding | undefined {
  const paper = facts.get(key)?.paper;
  if (paper === undefined || bibliography === undefined || bibliography.isPartial || bibliography.has(key)) {
    return undefined;
  }
  const other = [paper.key, ...paper.aliases].find((name) => bibliography.has(name));
  const message =
    other === undefined
      ? `${bibliography.name} has no entry for ${titled(paper.title)}: add it, so that the citation is resolved.`
      : `${bibliography.name} has ${titled(paper.title)} under the key ${named(other)}: cite it by that one.`;
  return finding('missing-entry', { key, range }, message, other === undefined ? [] : [other]);
}

function retractedPaper({ facts }: CheckedDocument, { key, range }: CitedKey): Finding | undefined {
  const paper = facts.get(key)?.paper;
  if (paper?.retraction === undefined) return undefined;
  const message = `${titled(paper.title)} was ${paper.retraction}: check whether you want to cite it.`;
  return finding('retracted-paper', { key, range }, message);
}

function finding(
  code: FindingCode,
  { key, range }: Pick<Finding, 'key' | 'range'>,
  message: string,
  instead: readonly string[] = [],
): Finding {
  return { code, key, range, message, instead, claims: [] };
}

function named(key: string): string {
  return `"${shorten(key, maxKey)}"`;
}

function titled(title: string): string {
  return `"${shorten(title, maxTitle)}"`;
}
