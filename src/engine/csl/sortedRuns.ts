import type { Citation, Cite } from 'citeproc';

/**
 * The works of a citation in runs that may be sorted, as in Pandoc (evalStyle of its citeproc): what is said before a work
 * begins a run, and what is said behind the first work of one ends it. `isNamed`: the author of the first work stands
 * before the citation, so that it stays first.
 */
export function runsOf(cites: readonly Cite[], isNamed: boolean): readonly (readonly Cite[])[] {
  const runs: Cite[][] = [];
  for (const cite of cites) {
    const run = runs.at(-1);
    // Pandoc has the author of a named work as a work of its own, with nothing behind it.
    const isOpen = run?.[0]?.suffix === undefined || (isNamed && runs.length === 1);
    if (run !== undefined && isOpen && cite.prefix === undefined) run.push(cite);
    else runs.push([cite]);
  }
  if (!isNamed) return runs;
  const [first = [], ...others] = runs;
  return [first.slice(0, 1), first.slice(1), ...others].filter((run) => run.length > 0);
}

/** A citation whose works are sorted run by run, once citeproc has sorted each of `parts` as a citation of its own. */
export interface CitationInRuns {
  readonly citation: Citation;
  readonly parts: readonly Citation[];
}

/** Takes a citation apart where it has to be sorted run by run; `undefined`: citeproc sorts it as a whole, or not at all. */
export function inRuns(citation: Citation, isNamed: boolean): CitationInRuns | undefined {
  const runs = runsOf(citation.citationItems, isNamed);
  if (runs.length < 2 || runs.every((run) => run.length === 1)) return undefined;
  const parts = runs.map((citationItems, index) => ({
    citationID: `${citation.citationID}.${index}`,
    citationItems,
    properties: { noteIndex: citation.properties.noteIndex, unsorted: false },
  }));
  return { citation, parts };
}

/** The citation with its works in the order that citeproc gave each part. */
export function joined({ citation, parts }: CitationInRuns): Citation {
  const citationItems = parts.flatMap((part) => {
    const waiting = [...part.citationItems];
    const sorted = (part.sortedItems ?? []).flatMap(([, { id }]) => {
      const at = waiting.findIndex((cite) => cite.id === id);
      return at < 0 ? [] : waiting.splice(at, 1);
    });
    return [...sorted, ...waiting];
  });
  return { ...citation, citationItems };
}
