/** Union-find over `0 … size - 1` with path halving. The smaller index is the root. */
export class DisjointSets {
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

  /** Gives the root of both. */
  join(a: number, b: number): number {
    const rootA = this.root(a);
    const rootB = this.root(b);
    const root = Math.min(rootA, rootB);
    this.#parents[Math.max(rootA, rootB)] = root;
    return root;
  }

  /** The indexes of each set ascending, the sets in the order of their first index. */
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
