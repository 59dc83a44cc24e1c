import type { WorkFacts } from './paperIdentity.ts';
import { contradict, titlesAgree } from './paperIdentity.ts';

/** Works of one title that a record is compared with; beyond, it stays a work of its own. Keeps hostile files linear. */
const maxWorksPerTitle = 16;

/**
 * Finds the records of the same work. `facts` are of all records in source order; the result lists, for each work, the
 * indexes of its records ascending, the works in the order of their first record.
 *
 * Records with the same DOI or arXiv id are one work (unless their titles have nothing in common). Then works with the
 * same title are one work unless they contradict each other; one that fits several contradicting works joins the first.
 * Union-find, linear in the records.
 */
export function groupRecords(facts: readonly WorkFacts[]): readonly (readonly number[])[] {
  const sets = new DisjointSets(facts.length);
  joinById(facts, sets, (fact) => fact.doi);
  joinById(facts, sets, (fact) => fact.arxiv);
  joinByTitle(facts, sets);
  return sets.groups();
}

function joinById(
  facts: readonly WorkFacts[],
  sets: DisjointSets,
  idOf: (fact: WorkFacts) => string | undefined,
): void {
  const firstOf = new Map<string, number>();
  facts.forEach((fact, index) => {
    const id = idOf(fact);
    if (id === undefined) return;
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, index);
    else if (titlesAgree(facts[first]?.titleKey ?? '', fact.titleKey)) sets.join(first, index);
  });
}

function joinByTitle(facts: readonly WorkFacts[], sets: DisjointSets): void {
  /** Facts of a whole work by its root: the first record that says a thing wins. */
  const merged = new Map<number, WorkFacts>();
  for (const [index, fact] of facts.entries()) {
    const root = sets.root(index);
    merged.set(root, mergeFacts(merged.get(root), fact));
  }
  /** One index of each work of a title. */
  const byTitle = new Map<string, number[]>();
  for (const [index, fact] of facts.entries()) {
    if (fact.titleKey === '') continue;
    const works = byTitle.get(fact.titleKey);
    if (works === undefined) {
      byTitle.set(fact.titleKey, [index]);
      continue;
    }
    const root = sets.root(index);
    const own = merged.get(root) ?? fact;
    if (works.some((work) => sets.root(work) === root)) continue;
    const same = works.find((work) => !contradict(merged.get(sets.root(work)) ?? own, own));
    if (same !== undefined) {
      const both = mergeFacts(merged.get(sets.root(same)), own);
      merged.set(sets.join(same, root), both);
    } else if (works.length < maxWorksPerTitle) works.push(index);
  }
}

function mergeFacts(first: WorkFacts | undefined, second: WorkFacts): WorkFacts {
  if (first === undefined) return second;
  return {
    titleKey: first.titleKey || second.titleKey,
    doi: first.doi ?? second.doi,
    arxiv: first.arxiv ?? second.arxiv,
    year: first.year ?? second.year,
    firstAuthor: first.firstAuthor.length > 0 ? first.firstAuthor : second.firstAuthor,
  };
}

/** Union-find with path halving. The smaller index is the root, so that the order of sources decides, never chance. */
class DisjointSets {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, index) => index);
  }

  root(index: number): number {
    const parents = this.#parents;
    let at = index;
    for (;;) {
      const parent = parents[at] ?? at;
      if (parent === at) return at;
      const grandparent = parents[parent] ?? parent;
      parents[at] = grandparent;
      at = grandparent;
    }
  }

  join(a: number, b: number): number {
    const rootA = this.root(a);
    const rootB = this.root(b);
    const root = Math.min(rootA, rootB);
    this.#parents[Math.max(rootA, rootB)] = root;
    return root;
  }

  groups(): readonly (readonly number[])[] {
    const byRoot = new Map<number, number[]>();
    for (let index = 0; index < this.#parents.length; index += 1) {
      const root = this.root(index);
      const group = byRoot.get(root);
      if (group === undefined) byRoot.set(root, [index]);
      else group.push(index);
    }
    return [...byRoot.values()];
  }
}
