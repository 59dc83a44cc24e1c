import type { Cite, Engine } from 'citeproc';
import type { CslItem } from '../../core/bibliography/cslItem.ts';

/**
 * Whether two works of the same authors stand side by side in a citation, and something is said of one of them. Pandoc
 * names the authors of both then (`(Stone 2019; but see Stone 2020)`), where citeproc only knows that names are the same.
 */
export function isSaidApart(cites: readonly Cite[], works: ReadonlyMap<string, CslItem>): boolean {
  return cites.some((cite, index) => {
    const before = cites[index - 1];
    if (before === undefined) return false;
    if (before.suffix === undefined && cite.prefix === undefined && cite.suffix === undefined) return false;
    const authors = authorsOf(works.get(cite.id));
    return authors !== undefined && authors === authorsOf(works.get(before.id));
  });
}

/** Whether the style leaves names out that come again. What numeric styles join is no matter of names. */
export function collapsesYears(citeproc: Engine): boolean {
  const { collapse } = citeproc.citation.opt;
  return typeof collapse === 'string' && collapse.startsWith('year');
}

function authorsOf(work: CslItem | undefined): string | undefined {
  const names = work?.author ?? work?.editor ?? work?.translator;
  return names && JSON.stringify(names);
}
