/** Two groups that become one; the left one lives on under its number, the lower of the two. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/**
 * All merges of hierarchical clustering by Ward's criterion, by the squared distances between `size` papers, row by row,
 * which are changed in place. It ends for any numbers: a group that is in the chain is not gone to again, so that it
 * cannot go round where distances are not the same both ways, and some group is nearest even where none is a number.
 */
export function* mergeAll(distances: Float32Array, size: number): Generator<void, Merge[], void> {
  const weights = new Float32Array(size).fill(1);
  const merges: Merge[] = [];
  const chain: number[] = [];
  const inChain = new Uint8Array(size);
  const goTo = (group: number): void => {
    chain.push(group);
    inChain[group] = 1;
  };
  while (merges.length < size - 1) {
    if (chain.length === 0) goTo(weights.findIndex((weight) => weight > 0));
    const tip = chain.at(-1) ?? 0;
    const before = chain.at(-2) ?? -1;
    const next = nearest(distances, { weights, inChain, tip, before });
    if (next !== before) {
      goTo(next);
      continue;
    }
    chain.length -= 2;
    inChain[tip] = 0;
    inChain[before] = 0;
    const [left, right] = tip < before ? [tip, before] : [before, tip];
    merges.push({ left, right, height: distances[left * size + right] ?? 0 });
    join(distances, weights, { left, right });
    if (merges.length % 32 === 0) yield;
  }
  return merges;
}

interface Step {
  /** 0 for groups that are part of another one. */
  readonly weights: Float32Array;
  readonly inChain: Uint8Array;
  readonly tip: number;
  /** -1 at the beginning of a chain. */
  readonly before: number;
}

/** The nearest living group to the chain's tip; the one before it in the chain wins ties, or two would never meet. */
function nearest(distances: Float32Array, { weights, inChain, tip, before }: Step): number {
  const size = weights.length;
  let best = before;
  let least = before < 0 ? Infinity : (distances[tip * size + before] ?? 0);
  for (let other = 0; other < size; other += 1) {
    if (weights[other] === 0 || inChain[other] === 1) continue;
    const distance = distances[tip * size + other] ?? 0;
    if (best < 0 || distance < least) {
      least = distance;
      best = other;
    }
  }
  return best;
}

function join(
  distances: Float32Array,
  weights: Float32Array,
  { left, right }: { readonly left: number; readonly right: number },
): void {
  const size = weights.length;
  const ofLeft = weights[left] ?? 0;
  const ofRight = weights[right] ?? 0;
  const between = distances[left * size + right] ?? 0;
  for (let other = 0; other < size; other += 1) {
    const weight = weights[other] ?? 0;
    if (weight === 0 || other === left || other === right) continue;
    const toLeft = distances[left * size + other] ?? 0;
    const toRight = distances[right * size + other] ?? 0;
    const joined =
      ((ofLeft + weight) * toLeft + (ofRight + weight) * toRight - weight * between) / (ofLeft + ofRight + weight);
    distances[left * size + other] = joined;
    distances[other * size + left] = joined;
  }
  weights[left] = ofLeft + ofRight;
  weights[right] = 0;
}
