import { compareTexts } from '../text/compareTexts.ts';
import { DisjointSets } from './disjointSets.ts';
import type { WorkFacts } from './paperIdentity.ts';
import { isGenericTitle, longWords, sameFirstAuthor, titlesAgree } from './paperIdentity.ts';
import { TitleShelf } from './titleShelf.ts';
import { compareDois, compareFacts, mergeAllFacts, mergeFacts } from './workFacts.ts';

/** An identifier with more different titles than this is that of a volume, and says nothing of its papers. */
const maxTitlesPerId = 8;

/**
 * Finds the records of the same work. `facts` are of all records in source order; the result lists, for each work, the
 * indexes of its records ascending, the works in the order of their first record.
 *
 * Records with the same DOI are one work (unless their titles disagree), then those with the same arXiv id (unless their
 * DOIs differ), then works with the same title unless they contradict each other. A record that fits several works which
 * contradict each other joins one by its facts alone: which records are one work never depends on their order. Near
 * linear in the records.
 */
export function groupRecords(facts: readonly WorkFacts[]): readonly (readonly number[])[] {
  const sets = new DisjointSets(facts.length);
  const groups = new IdGroups(facts, sets);
  for (const indexes of sharedIn(bucketsOf(facts, ({ doi }) => doi))) groups.join(indexes, titlesMatch);
  for (const indexes of sharedIn(bucketsOf(facts, ({ arxiv }) => arxiv))) groups.joinPreprints(indexes);
  joinByTitle(facts, sets);
  return sets.groups();
}

/** Indexes of facts by a text of theirs; those that have none are left out. */
export function bucketsOf(
  facts: readonly WorkFacts[],
  textOf: (fact: WorkFacts) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const buckets = new Map<string, number[]>();
  for (const [index, fact] of facts.entries()) {
    const text = textOf(fact);
    if (text === undefined || text === '') continue;
    const bucket = buckets.get(text);
    if (bucket === undefined) buckets.set(text, [index]);
    else bucket.push(index);
  }
  return buckets;
}

/** Buckets of several records, in the order of their texts: what is joined by one of them counts for the next. */
function sharedIn(buckets: ReadonlyMap<string, readonly number[]>): readonly (readonly number[])[] {
  return [...buckets]
    .filter(([, indexes]) => indexes.length > 1)
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, indexes]) => indexes);
}

type Matches = (a: WorkFacts, b: WorkFacts) => boolean;

const titlesMatch: Matches = (a, b) => titlesAgree(a.titleKey, b.titleKey);

/** A preprint may get another title in its next version, hardly another first author. */
const preprintsMatch: Matches = (a, b) =>
  titlesMatch(a, b) || (sameFirstAuthor(a, b) === true && Math.abs((a.year ?? 0) - (b.year ?? Infinity)) <= 2);

class IdGroups {
  readonly #facts: readonly WorkFacts[];
  readonly #sets: DisjointSets;

  constructor(facts: readonly WorkFacts[], sets: DisjointSets) {
    this.#facts = facts;
    this.#sets = sets;
  }

  /** Joins the records of one identifier whose titles match, directly or over others. */
  join(indexes: readonly number[], matches: Matches): void {
    if (indexes.length < 2) return;
    const byTitle = new Map<string, number[]>();
    for (const index of indexes) {
      const title = this.#facts[index]?.titleKey ?? '';
      const same = byTitle.get(title);
      if (same === undefined) byTitle.set(title, [index]);
      else {
        same.push(index);
        this.#sets.join(same[0] ?? index, index);
      }
    }
    if (byTitle.size > maxTitlesPerId) return;
    const works = [...byTitle.values()].map((same) => this.#workOf(same)).filter((work) => work !== undefined);
    const told = works.filter(({ facts }) => longWords(facts.titleKey).length > 0);
    const bare = works.filter(({ facts }) => longWords(facts.titleKey).length === 0);
    for (const [at, a] of told.entries()) {
      for (const b of told.slice(at + 1)) if (matches(a.facts, b.facts)) this.#sets.join(a.index, b.index);
    }
    // A title that tells nothing fits every other: it must not glue those that do not fit each other.
    const roots = new Set(told.map(({ index }) => this.#sets.root(index)));
    const [first] = [...told, ...bare];
    if (roots.size < 2 && first !== undefined) for (const { index } of bare) this.#sets.join(first.index, index);
  }

  /** The records of one arXiv id: those without a DOI join those of the first DOI; those of two DOIs stay two versions. */
  joinPreprints(indexes: readonly number[]): void {
    if (indexes.length < 2) return;
    const byDoi = new Map<string | undefined, number[]>([[undefined, []]]);
    for (const index of indexes) {
      const doi = this.#facts[index]?.doi;
      const same = byDoi.get(doi);
      if (same === undefined) byDoi.set(doi, [index]);
      else same.push(index);
    }
    const [first, ...rest] = [...byDoi.keys()].sort(compareDois);
    const bare = byDoi.get(undefined) ?? [];
    this.join(first === undefined ? bare : [...(byDoi.get(first) ?? []), ...bare], preprintsMatch);
    for (const doi of rest) if (doi !== undefined) this.join(byDoi.get(doi) ?? [], preprintsMatch);
  }

  /** Records of one title, as one. */
  #workOf(indexes: readonly number[]): { readonly index: number; readonly facts: WorkFacts } | undefined {
    const facts = mergeAllFacts(indexes.map((index) => this.#facts[index]).filter((fact) => fact !== undefined));
    return facts === undefined ? undefined : { index: indexes[0] ?? 0, facts };
  }
}

function joinByTitle(facts: readonly WorkFacts[], sets: DisjointSets): void {
  const works = new Map<number, WorkFacts>();
  for (const group of sets.groups()) {
    const merged = mergeAllFacts(group.map((index) => facts[index]).filter((fact) => fact !== undefined));
    if (merged !== undefined) works.set(group[0] ?? 0, merged);
  }
  for (const indexes of sharedIn(bucketsOf(facts, ({ titleKey }) => titleKey))) {
    const title = facts[indexes[0] ?? 0]?.titleKey ?? '';
    const roots = [...new Set(indexes.map((index) => sets.root(index)))];
    if (roots.length < 2) continue;
    const shelf = new TitleShelf(isGenericTitle(title));
    const own = roots.map((root) => ({ root, facts: works.get(root) })).filter(isKnown);
    for (const work of own.sort((a, b) => compareFacts(a.facts, b.facts))) {
      const same = shelf.find(work.facts);
      if (same === undefined) shelf.add(work);
      else {
        same.root = sets.join(same.root, work.root);
        shelf.extend(same, mergeFacts(same.facts, work.facts));
        works.set(same.root, same.facts);
      }
    }
  }
}

interface Known {
  root: number;
  facts: WorkFacts;
}

function isKnown(work: { root: number; facts: WorkFacts | undefined }): work is Known {
  return work.facts !== undefined;
}
