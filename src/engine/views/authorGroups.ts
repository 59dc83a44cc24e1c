import type { Paper } from '../../core/paper.ts';
import type { Author, Spelling } from './joinAuthors.ts';
import type { Grouping, ViewGroup } from './viewGroup.ts';
import type { AuthorNames } from './authorName.ts';
import { joinAuthors, spellingKey } from './joinAuthors.ts';
import { letterGroups } from './letterGroups.ts';
import { gather, latestFirst, plainGroup } from './viewGroup.ts';

const without = 'none';
/** Of a paper by a whole collaboration the first ones say enough of who works with whom. */
const mostBeside = 20;

/**
 * Every paper under each of its authors, by family names; many authors in groups of letters. Papers without authors
 * last. `names` is kept from one library to the next: reading them is most of the work.
 */
export function groupByAuthor(papers: readonly Paper[], names: AuthorNames): Grouping {
  const authors = authorsOf(papers, names);
  const byKey = new Map<string, string>();
  for (const [key, { id }] of authors) byKey.set(key, id);
  const idsOf = (paper: Paper): readonly string[] => {
    const ids = names.of(paper).map((name) => byKey.get(spellingKey(name)) ?? without);
    return ids.length === 0 ? [without] : [...new Set(ids)];
  };
  const found = gather(papers, idsOf);
  const listed = [...new Set(authors.values())]
    .sort(byFamilyName)
    .map((author) => ({ author, group: plainGroup(author.id, author.label, latestFirst(found.get(author.id) ?? [])) }));
  const rest = found.get(without);
  const last: readonly ViewGroup[] = rest === undefined ? [] : [plainGroup(without, 'No Author', rest)];
  return { groups: [...letterGroups(listed), ...last], idsOf };
}

function authorsOf(papers: readonly Paper[], names: AuthorNames): ReadonlyMap<string, Author> {
  const spellings = new Map<string, Spelling[]>();
  for (const paper of papers) {
    const written = names.of(paper);
    const families = new Set(written.slice(0, mostBeside).map(({ familyKey }) => familyKey));
    for (const name of new Set(written)) {
      const key = spellingKey(name);
      const known = spellings.get(key) ?? [];
      if (known.length === 0) spellings.set(key, known);
      let spelling = known.find((one) => one.name === name || one.name.label === name.label);
      if (spelling === undefined) known.push((spelling = { name, count: 0, beside: new Set() }));
      spelling.count += 1;
      if (spelling.beside.size >= mostBeside * mostBeside) continue;
      for (const family of families) if (family !== name.familyKey) spelling.beside.add(family);
    }
  }
  return joinAuthors(spellings);
}

/** By the folded letters: the same on every machine, and fast. */
function byFamilyName(a: Author, b: Author): number {
  return compare(a.familyKey, b.familyKey) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
