import type { Citation, Cite } from 'citeproc';
import { affixText } from '../../core/csl/affixText.ts';
import type { CitedCluster, CitedWork } from '../../core/csl/formatRequest.ts';
import type { LocatorTerms } from '../../core/csl/locatorTerms.ts';
import { readLocator } from '../../core/citations/locator.ts';

/** How clusters are told to citeproc. */
export interface CitationContext {
  readonly locatorTerms: LocatorTerms;
  readonly inNotes: boolean;
  /** The id of the work that a key means; `undefined`: none. */
  readonly idOf: (key: string) => string | undefined;
}

/** Each cluster without works that nobody knows; `undefined` where none is left. */
export function citationsOf(
  clusters: readonly CitedCluster[],
  context: CitationContext,
): readonly (Citation | undefined)[] {
  return numbered(
    clusters.map(({ items, inText }) =>
      items.flatMap((item, place) => citeOf(item, inText && place === 0, context) ?? []),
    ),
    context,
    () => false,
  );
}

/** The same citations with the authors alone of those in text, as far as these are known. */
export function authorsOf(
  clusters: readonly CitedCluster[],
  context: CitationContext,
): readonly (Citation | undefined)[] {
  const authors = clusters.map(({ items: [first], inText }) => {
    const id = inText && first !== undefined ? context.idOf(first.key) : undefined;
    return id === undefined ? undefined : [{ id }];
  });
  const cites = clusters.map(
    ({ items }, index) => authors[index] ?? items.flatMap((item) => citeOf(item, false, context) ?? []),
  );
  return numbered(cites, context, (index) => authors[index] !== undefined);
}

function numbered(
  cites: readonly (readonly Cite[])[],
  { inNotes }: CitationContext,
  isAuthor: (index: number) => boolean,
): readonly (Citation | undefined)[] {
  let notes = 0;
  return cites.map((citationItems, index) => {
    if (citationItems.length === 0) return undefined;
    notes += 1;
    const noteIndex = inNotes ? notes : 0;
    return {
      citationID: String(index),
      citationItems,
      properties: isAuthor(index) ? { noteIndex, mode: 'author-only' } : { noteIndex },
    };
  });
}

function citeOf(work: CitedWork, isInText: boolean, { idOf, locatorTerms }: CitationContext): Cite | undefined {
  const id = idOf(work.key);
  if (id === undefined) return undefined;
  const { locator, rest } = readLocator(work.suffix, locatorTerms);
  const prefix = affixText(work.prefix.trim());
  const suffix = affixText(suffixOf(rest, isInText, locator !== undefined)).trimEnd();
  return {
    id,
    ...(prefix !== '' && { prefix: `${prefix} ` }),
    ...(suffix !== '' && { suffix }),
    ...(locator !== undefined && { locator: locator.text, label: locator.label }),
    ...((work.suppressAuthor || isInText) && { 'suppress-author': true }),
  };
}

/** With what separates it from what stands before: a comma in `@a [and more]`. */
function suffixOf(rest: string, isInText: boolean, afterLocator: boolean): string {
  const text = rest.trim();
  if (text === '' || /^[.,;:!?)\]]/.test(text)) return text;
  return isInText && !afterLocator ? `, ${text}` : ` ${text}`;
}
