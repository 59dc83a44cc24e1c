import type { LineScore } from './lineScore.ts';
import type { Unit } from './unit.ts';

/**
 * What a unit is: `title`, `abstract`, or something beside a paper. `waiting` stands between a title and its abstract
 * (votes, authors, an arXiv id), `aside` everywhere else.
 */
export type Role = 'title' | 'abstract' | 'waiting' | 'aside';

/** States of the chain: `start` is `aside` before the first title. */
const states = ['start', 'aside', 'waiting', 'title', 'abstract'] as const;
type State = (typeof states)[number];
/** For each state, the places of those that may stand before it. */
const predecessors: Readonly<Record<State, readonly number[]>> = {
  start: [0],
  aside: [1, 2, 3, 4],
  waiting: [2, 3],
  title: [0, 1, 2, 3, 4],
  abstract: [1, 2, 3, 4],
};

const impossible = Number.POSITIVE_INFINITY;
/** A title that no abstract follows. */
const missingAbstract = 5;
/** A bare name there: it may be the paper's title, and what stands above no title at all. */
const nameBelowTitle = 2.5;
/** A further paragraph of the same abstract. */
const nextParagraph = 1.5;
/** The abstract goes on after furniture. */
const resumed = 5;

/**
 * Gives every unit its role so that the whole list fits best: the cheapest path through a chain of roles (Viterbi's
 * algorithm), where a unit costs what its score says and a step what the order of roles says. Neither length nor
 * punctuation decides alone: a short abstract under a long title is found because the list as a whole reads better so.
 * Linear in the number of units.
 */
export function assignRoles(units: readonly Unit[], scores: readonly LineScore[]): readonly Role[] {
  const from = new Uint8Array(units.length * states.length);
  let costs = new Float64Array(states.length).fill(impossible);
  let next = new Float64Array(states.length);
  costs[0] = 0;
  for (const [index, unit] of units.entries()) {
    const score = scores[index];
    if (score === undefined) continue;
    const steps = unit.afterBlank ? stepsAfterBlank : stepsWithin;
    next.fill(impossible);
    for (const { source, to, cost: step } of steps) {
      const before = costs[source] ?? impossible;
      if (before === impossible) continue;
      const cost = before + step;
      if (cost >= (next[to] ?? impossible)) continue;
      next[to] = cost;
      from[index * states.length + to] = source;
    }
    for (let to = 0; to < states.length; to += 1) {
      next[to] = (next[to] ?? impossible) + roleCost(states[to] ?? 'start', score);
    }
    [costs, next] = [next, costs];
  }
  return trace(from, costs, units.length);
}

/** From the cheapest end back to the start. A title at the end has no abstract. */
function trace(from: Uint8Array, costs: Float64Array, count: number): readonly Role[] {
  let state = 0;
  let best = impossible;
  for (const [index, cost] of costs.entries()) {
    const name = states[index];
    const total = cost + (name === 'title' || name === 'waiting' ? missingAbstract : 0);
    if (total < best) {
      best = total;
      state = index;
    }
  }
  const roles: Role[] = [];
  for (let index = count - 1; index >= 0; index -= 1) {
    const name = states[state] ?? 'aside';
    roles.push(name === 'start' ? 'aside' : name);
    state = from[index * states.length + state] ?? 0;
  }
  return roles.toReversed();
}

function roleCost(state: State, score: LineScore): number {
  if (state === 'title') return score.title;
  if (state === 'abstract') return score.abstract;
  if (state === 'waiting') {
    // Names under a title are its authors, whatever else they could be.
    if (score.authors !== undefined) return 0.4;
    if (score.furniture === 'perhaps' || score.furniture === 'announced') return nameBelowTitle;
  }
  return score.aside;
}

/** What it costs that `to` follows `before`, one of its predecessors; `blank`: a blank line stands between them. */
function stepCost(before: State, to: State, blank: boolean): number {
  switch (before) {
    case 'start':
      return 0;
    case 'aside':
      return to === 'abstract' ? resumed : 0;
    case 'title':
    case 'waiting':
      if (to === 'abstract') return blank ? 0 : 0.3;
      return to === 'waiting' ? 0.3 : missingAbstract;
    case 'abstract':
      if (to === 'abstract') return nextParagraph + (blank ? 0 : 1);
      return to === 'title' && !blank ? 1 : 0;
  }
}

interface Step {
  readonly source: number;
  readonly to: number;
  readonly cost: number;
}

const stepsAfterBlank = stepsOf(true);
const stepsWithin = stepsOf(false);

function stepsOf(blank: boolean): readonly Step[] {
  return states.flatMap((state, to) =>
    predecessors[state].map((source) => ({ source, to, cost: stepCost(states[source] ?? 'start', state, blank) })),
  );
}
