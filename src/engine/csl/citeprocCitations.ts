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

/**
 * Each cluster without works that nobody knows; `undefined` where none is left. `named` says of which, by their index, the
 * author stands before it: its works stay in their order.
 */
export function citationsOf(
  clusters: readonly CitedCluster[],
  context: CitationContext,
  named: ReadonlySet<string>,
): readonly (Citation | undefined)[] {
  return numbered(
    clusters.map(({ items, inText }) =>
      items.flatMap((item, place) => citeOf(item, inText && place === 0, context) ?? []),
    ),
    context,
    (index) => (named.has(String(index)) ? { unsorted: true } : {}),
  );
}

/** The same citations, of those in text with the author alone, or the first work alone in full. */
export function authorsOf(
  clusters: readonly CitedCluster[],
  context: CitationContext,
  part: 'author' | 'whole',
): readonly (Citation | undefined)[] {
  const authors = clusters.map(({ items: [first], inText }) => {
    const id = inText && first !== undefined ? context.idOf(first.key) : undefined;
    return id === undefined ? undefined : [{ id }];
  });
  const cites = clusters.map(
    ({ items }, index) => authors[index] ?? items.flatMap((item) => citeOf(item, false, context) ?? []),
  );
  return numbered(cites, context, (index) =>
    part === 'author' && authors[index] !== undefined ? { mode: 'author-only' } : {},
  );
}

function numbered(
  cites: readonly (readonly Cite[])[],
  { inNotes }: CitationContext,
  more: (index: number) => Partial<Citation['properties']>,
): readonly (Citation | undefined)[] {
  let notes = 0;
  return cites.map((citationItems, index) => {
    if (citationItems.length === 0) return undefined;
    notes += 1;
    const properties = { noteIndex: inNotes ? notes : 0, unsorted: isBound(citationItems) };
    return { citationID: String(index), citationItems, properties: { ...properties, ...more(index) } };
  });
}

/** Whether works stand where they do for a reason: one is introduced, or something is said of it, between others. */
function isBound(cites: readonly Cite[]): boolean {
  return cites.some(({ prefix, suffix }, index) => {
    const introduces = index > 0 && prefix !== undefined;
    return introduces || (suffix !== undefined && index < cites.length - 1);
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
