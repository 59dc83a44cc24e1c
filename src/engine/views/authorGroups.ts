import type { Paper } from '../../core/paper.ts';
import type { Author, Spelling, Spellings } from './joinAuthors.ts';
import type { Grouping, ViewGroup } from './viewGroup.ts';
import type { AuthorName, AuthorNames } from './authorName.ts';
import { joinAuthors } from './joinAuthors.ts';
import { letterGroups } from './letterGroups.ts';
import { gather, latestFirst, plainGroup } from './viewGroup.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';

const without = 'none';
/** Of a paper by a whole collaboration the first ones say enough of who works with whom; so do the first papers of one. */
const mostBeside = 20;

/**
 * Every paper under each of its authors, by family names; many authors in groups of letters. Papers without authors
 * last. `names` is kept from one library to the next: reading them is most of the work.
 */
export function groupByAuthor(papers: readonly Paper[], names: AuthorNames): Grouping {
  const byName = papersByName(papers, names);
  const authors = joinAuthors(spellingsOf(byName, names));
  const idsOf = (paper: Paper): readonly string[] => {
    const ids = new Set(names.of(paper).map(({ key }) => authors.get(key)?.id ?? without));
    return ids.size === 0 ? [without] : [...ids];
  };
  const found = gather(papers, idsOf);
  const listed = [...new Set(authors.values())].sort(byFamilyName).map(({ id, label, family, familyKey }) => {
    return { group: plainGroup(id, label, latestFirst(found.get(id) ?? [])), key: familyKey, name: family };
  });
  const rest = found.get(without);
  const last: readonly ViewGroup[] = rest === undefined ? [] : [plainGroup(without, 'No Author', rest)];
  return { groups: [...letterGroups(listed), ...last], idsOf };
}

function papersByName(papers: readonly Paper[], names: AuthorNames): ReadonlyMap<AuthorName, readonly Paper[]> {
  const byName = new Map<AuthorName, Paper[]>();
  for (const paper of papers) {
    for (const name of names.of(paper)) {
      const written = byName.get(name);
      if (written === undefined) byName.set(name, [paper]);
      else written.push(paper);
    }
  }
  return byName;
}

function spellingsOf(byName: ReadonlyMap<AuthorName, readonly Paper[]>, names: AuthorNames): Spellings {
  const byKey = new Map<string, Spelling[]>();
  for (const [name, { length: count }] of byName) {
    const same = byKey.get(name.key);
    if (same === undefined) byKey.set(name.key, [{ name, count }]);
    else same.push({ name, count });
  }
  return {
    byKey,
    *besideOf(name) {
      for (const paper of byName.get(name)?.slice(0, mostBeside) ?? []) {
        for (const other of names.of(paper).slice(0, mostBeside)) {
          if (other.familyKey !== name.familyKey) yield other.familyKey;
        }
      }
    },
  };
}

/** By the folded letters: the same on every machine, and fast. */
function byFamilyName(a: Author, b: Author): number {
  return compareTexts(a.familyKey, b.familyKey) || compareTexts(a.id, b.id);
}
