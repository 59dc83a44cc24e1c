import type { Citation, Cite } from 'citeproc';
import { affixText } from '../../core/csl/affixText.ts';
import type { CitedCluster, CitedWork } from '../../core/csl/formatRequest.ts';
import type { LocatorTerms } from '../../core/csl/locatorTerms.ts';
import { readLocator } from '../../core/citations/locator.ts';
import { runsOf } from './sortedRuns.ts';

/** The hyphen of `(xv)-(xvii)`, of which citeproc does not see that it stands for a range. */
const bracketRange = /(?<=[)\]])[-–](?=[([])/g;

/** How clusters are told to citeproc. */
export interface CitationContext {
  readonly locatorTerms: LocatorTerms;
  /** What stands between the first and the last page. */
  readonly rangeDelimiter: string;
  readonly inNotes: boolean;
  /** The id of the work that a key means; `undefined`: none. */
  readonly idOf: (key: string) => string | undefined;
}

/**
 * Each cluster without works that nobody knows, in the order of their notes, by their index; those of which nothing is left
 * are none. `named` says of which the author stands before it. Where works have to stay before others they are not sorted:
 * see {@link inRuns}.
 */
export function citationsOf(
  clusters: readonly CitedCluster[],
  context: CitationContext,
  named: ReadonlySet<string>,
): readonly Citation[] {
  const cites = clusters.map(({ items, inText }) =>
    items.flatMap((item, place) => citeOf(item, inText && place === 0, context) ?? []),
  );
  return numbered({ clusters, cites, context }, (index) => ({
    unsorted: runsOf(cites[index] ?? [], named.has(String(index))).length > 1,
  }));
}

/** The same citations, of those in text with the author alone, or the first work alone in full. */
export function authorsOf(
  clusters: readonly CitedCluster[],
  context: CitationContext,
  part: 'author' | 'whole',
): readonly Citation[] {
  const authors = clusters.map(({ items: [first], inText }) => {
    const id = inText && first !== undefined ? context.idOf(first.key) : undefined;
    return id === undefined ? undefined : [{ id }];
  });
  const cites = clusters.map(
    ({ items }, index) => authors[index] ?? items.flatMap((item) => citeOf(item, false, context) ?? []),
  );
  return numbered({ clusters, cites, context }, (index) =>
    part === 'author' && authors[index] !== undefined ? { mode: 'author-only' } : {},
  );
}

interface ToNumber {
  readonly clusters: readonly CitedCluster[];
  /** Of each cluster. */
  readonly cites: readonly (readonly Cite[])[];
  readonly context: CitationContext;
}

function numbered(
  { clusters, cites, context: { inNotes } }: ToNumber,
  more: (index: number) => Partial<Citation['properties']>,
): readonly Citation[] {
  let last = 0;
  return clusters
    .map(({ note = last + 1 }, index) => {
      last = note;
      return { note, index, citationItems: cites[index] ?? [] };
    })
    .filter(({ citationItems }) => citationItems.length > 0)
    .sort((a, b) => a.note - b.note)
    .map(({ note, index, citationItems }) => ({
      citationID: String(index),
      citationItems,
      properties: { noteIndex: inNotes ? note : 0, unsorted: false, ...more(index) },
    }));
}

function citeOf(
  work: CitedWork,
  isInText: boolean,
  { idOf, locatorTerms, rangeDelimiter }: CitationContext,
): Cite | undefined {
  const id = idOf(work.key);
  if (id === undefined) return undefined;
  const { locator, rest } = readLocator(work.suffix, locatorTerms);
  const prefix = affixText(work.prefix.trim());
  const suffix = affixText(suffixOf(rest, isInText, locator !== undefined)).trimEnd();
  return {
    id,
    ...(prefix !== '' && { prefix: `${prefix} ` }),
    ...(suffix !== '' && { suffix }),
    ...(locator !== undefined && { locator: locator.text.replace(bracketRange, rangeDelimiter), label: locator.label }),
    ...((work.suppressAuthor || isInText) && { 'suppress-author': true }),
  };
}

/** With what separates it from what stands before: a comma in `@a [and more]`. */
function suffixOf(rest: string, isInText: boolean, afterLocator: boolean): string {
  const text = rest.trim();
  if (text === '' || /^[.,;:!?)\]]/.test(text)) return text;
  return isInText && !afterLocator ? `, ${text}` : ` ${text}`;
}
