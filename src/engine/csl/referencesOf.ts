import type { Engine } from 'citeproc';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type { FormattedReference } from '../../core/csl/formatRequest.ts';
import { readCiteprocHtml } from '../../core/csl/readCiteprocHtml.ts';

const substitute = 'subsequent-author-substitute';

/** The reference list of what citeproc has been asked last; empty where the style has none. */
export function referencesOf(citeproc: Engine, works: ReadonlyMap<string, CslItem>): readonly FormattedReference[] {
  const list = entriesOf(citeproc);
  const others = list.map(({ id }, index) => {
    const before = list[index - 1];
    return before !== undefined && namesOf(works.get(before.id)) !== namesOf(works.get(id));
  });
  const { opt } = citeproc.bibliography;
  const dash = opt[substitute];
  let whole: readonly Entry[] | undefined;
  if (typeof dash === 'string' && others.some((isOther, index) => isOther && isSubstituted(list[index], dash))) {
    opt[substitute] = undefined;
    try {
      whole = entriesOf(citeproc);
    } finally {
      opt[substitute] = dash;
    }
  }
  return list.map((entry, index) => {
    // citeproc does not see that "Stone" and "Stone et al." are not the same.
    const isWrong = typeof dash === 'string' && others[index] === true && isSubstituted(entry, dash);
    const { label, text } = readCiteprocHtml((isWrong ? whole?.[index] : undefined)?.html ?? entry.html);
    return { keys: entry.ids, label, text };
  });
}

interface Entry {
  /** Of its works. */
  readonly ids: readonly string[];
  readonly id: string;
  readonly html: string;
}

function entriesOf(citeproc: Engine): readonly Entry[] {
  const list = citeproc.makeBibliography();
  if (list === false) return [];
  const [{ entry_ids: ids }, entries] = list;
  return entries.map((html, index) => ({ ids: ids[index] ?? [], id: ids[index]?.[0] ?? '', html }));
}

function isSubstituted(entry: Entry | undefined, dash: string): boolean {
  return (
    entry?.html
      .replace(/<[^>]*>/g, '')
      .trimStart()
      .startsWith(dash) === true
  );
}

/** Whom styles name in the first place. */
function namesOf(work: CslItem | undefined): string {
  const names = work?.author ?? work?.editor ?? work?.translator ?? [];
  return JSON.stringify(names.map((name) => ('literal' in name ? name.literal : name.family)));
}
