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
  const chain = new Chain(units.length);
  for (let index = 0; index < units.length; index += 1) {
    const score = scores[index];
    const steps = units[index]?.afterBlank === true ? stepsAfterBlank : stepsWithin;
    if (score !== undefined) chain.add(index, steps, score);
  }
  return trace(chain.from, chain.costs, units.length);
}

/** The cheapest ways so far. Its loop is the innermost one of a long list. */
class Chain {
  /** For each unit and state, the state before it. */
  readonly from: Uint8Array;
  /** Of each state at the last unit. */
  costs = new Float64Array(states.length).fill(impossible);
  #next = new Float64Array(states.length);

  constructor(count: number) {
    this.from = new Uint8Array(count * states.length);
    this.costs[0] = 0;
  }

  add(index: number, { sources, targets, costs: stepCosts }: Steps, score: LineScore): void {
    const { costs, from } = this;
    const next = this.#next.fill(impossible);
    for (let at = 0; at < sources.length; at += 1) {
      const source = sources[at] ?? 0;
      const to = targets[at] ?? 0;
      const cost = (costs[source] ?? impossible) + (stepCosts[at] ?? 0);
      if (cost >= (next[to] ?? impossible)) continue;
      next[to] = cost;
      from[index * states.length + to] = source;
    }
    addRoleCosts(next, score);
    this.costs = next;
    this.#next = costs;
  }
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

/** In the order of `states`. */
function addRoleCosts(costs: Float64Array, score: LineScore): void {
  const { title, abstract, aside } = score;
  costs[0] = (costs[0] ?? impossible) + aside;
  costs[1] = (costs[1] ?? impossible) + aside;
  costs[2] = (costs[2] ?? impossible) + waitingCost(score);
  costs[3] = (costs[3] ?? impossible) + title;
  costs[4] = (costs[4] ?? impossible) + abstract;
}

function waitingCost({ authors, furniture, aside }: LineScore): number {
  // Names under a title are its authors, whatever else they could be.
  if (authors !== undefined) return 0.4;
  return furniture === 'perhaps' || furniture === 'announced' ? nameBelowTitle : aside;
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

/** All steps, one place in each list: numbers in arrays of their own are read fastest. */
interface Steps {
  readonly sources: Uint8Array;
  readonly targets: Uint8Array;
  readonly costs: Float64Array;
}

const stepsAfterBlank = stepsOf(true);
const stepsWithin = stepsOf(false);

function stepsOf(blank: boolean): Steps {
  const steps = states.flatMap((state, to) =>
    predecessors[state].map((source) => ({ source, to, cost: stepCost(states[source] ?? 'start', state, blank) })),
  );
  return {
    sources: Uint8Array.from(steps, ({ source }) => source),
    targets: Uint8Array.from(steps, ({ to }) => to),
    costs: Float64Array.from(steps, ({ cost }) => cost),
  };
}
