import { agnes } from 'ml-hclust';
import { kmeans } from 'ml-kmeans';
import type { Vectors } from '../../../src/core/themes/vectors.ts';
import { seeded } from '../../support/seeded.ts';

/** Puts papers, given as vectors, into so many groups: the group of each. */
export type Method = (rows: readonly number[][], groups: number, seed: number) => readonly number[];

/** The vectors of the themes as the libraries take them: one full row of numbers for each paper. */
export function denseRows({ count, size, starts, terms, values }: Vectors): number[][] {
  return Array.from({ length: count }, (_, paper) => {
    const row = Array.from({ length: size }, () => 0);
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1) row[terms[at] ?? 0] = values[at] ?? 0;
    return row;
  });
}

export const mlKmeans: Method = (rows, groups, seed) =>
  kmeans(
    rows.map((row) => [...row]),
    groups,
    { seed, initialization: 'kmeans++', maxIterations: 30 },
  ).clusters;

function hierarchical(method: 'average' | 'ward'): Method {
  return (rows, groups) => {
    const labels = rows.map(() => 0);
    const tree = agnes(
      rows.map((row) => [...row]),
      { method },
    );
    for (const [group, cluster] of tree.group(groups).children.entries()) {
      for (const index of cluster.indices()) labels[index] = group;
    }
    return labels;
  };
}

export const hclustAverage = hierarchical('average');
export const hclustWard = hierarchical('ward');

const rounds = 100;
const tiny = 1e-9;

/**
 * Nonnegative matrix factorisation by multiplicative updates (D. D. Lee and H. S. Seung, "Algorithms for Non-negative
 * Matrix Factorization", 2001); a paper is in the group whose weight is greatest. Own code.
 */
export const nmf: Method = (rows, groups, seed) => {
  const random = seeded(seed);
  const words = rows[0]?.length ?? 0;
  let w = rows.map(() => Array.from({ length: groups }, () => random() + 0.1));
  let h = Array.from({ length: groups }, () => Array.from({ length: words }, () => random() + 0.1));
  const sparse = rows.map((row) => row.flatMap((value, word) => (value === 0 ? [] : [[word, value] as const])));
  for (let round = 0; round < rounds; round += 1) {
    h = updatedWords(sparse, w, h);
    w = updatedPapers(sparse, w, h);
  }
  return w.map((row) => row.indexOf(Math.max(...row)));
};

type Sparse = readonly (readonly (readonly [word: number, value: number])[])[];
type Dense = readonly (readonly number[])[];

function products(a: Dense): number[][] {
  const size = a[0]?.length ?? 0;
  const all = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const row of a) for (const [i, x] of row.entries()) for (const [j, y] of row.entries()) add(all, i, j, x * y);
  return all;
}

function add(to: number[][], i: number, j: number, value: number): void {
  const row = to[i];
  if (row !== undefined) row[j] = (row[j] ?? 0) + value;
}

function updatedWords(sparse: Sparse, w: Dense, h: Dense): number[][] {
  const up = h.map((row) => row.map(() => 0));
  for (const [paper, row] of sparse.entries())
    for (const [word, value] of row)
      for (const [group, x] of (w[paper] ?? []).entries()) add(up, group, word, x * value);
  const gram = products(w);
  return h.map((row, group) =>
    row.map((value, word) => {
      const down = h.reduce((sum, other, at) => sum + (gram[group]?.[at] ?? 0) * (other[word] ?? 0), 0);
      return (value * (up[group]?.[word] ?? 0)) / (down + tiny);
    }),
  );
}

function updatedPapers(sparse: Sparse, w: Dense, h: Dense): number[][] {
  const gram = h.map((a) => h.map((b) => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0)));
  return w.map((row, paper) =>
    row.map((value, group) => {
      const up = (sparse[paper] ?? []).reduce((sum, [word, x]) => sum + x * (h[group]?.[word] ?? 0), 0);
      const down = row.reduce((sum, x, at) => sum + x * (gram[at]?.[group] ?? 0), 0);
      return (value * up) / (down + tiny);
    }),
  );
}
