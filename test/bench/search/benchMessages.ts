import type { QueryKind } from '../../support/searchCorpus.ts';

/** What a process of the benchmark is to do: it makes the papers itself, from the same seeds as all others. */
export interface BenchTask {
  readonly work: 'engine' | 'keystrokes' | 'worker';
  readonly engine: string;
  readonly size: number;
  /** JSON Lines of papers; made-up ones when undefined. */
  readonly corpus: string | undefined;
  /** Of each kind. */
  readonly queries: number;
  readonly sessions: number;
  /** No further query of a kind is asked after so many seconds. */
  readonly answerSeconds: number;
  /** Of the worker: its script, and the paper files that it reads. */
  readonly script?: string;
  readonly files?: readonly string[];
}

/**
 * Milliseconds of queries: by the clock, and on the processor, which other programs on the machine do not lengthen.
 * Some systems count the latter in steps of 4 ms: only means of it tell something.
 */
export interface QueryTimes {
  readonly times: readonly number[];
  readonly processor: readonly number[];
}

/** One kind of query, and where the paper asked for stood: 1 is first, 0 not among the first 20. */
export interface KindResult extends QueryTimes {
  readonly kind: QueryKind;
  readonly asked: number;
  readonly ranks: readonly number[];
}

/** Milliseconds of changes of one paper each. */
export interface ChangeTimes {
  readonly add: readonly number[];
  readonly replace: readonly number[];
  readonly remove: readonly number[];
}

/** The longest times in which a timer of a millisecond was late, in ms. */
export interface Stalls {
  /** In the asking thread, while the worker built. */
  readonly host: number;
  /** At the same time in a thread that does nothing else: what the machine alone holds up. */
  readonly idle: number;
}

/** What our engine does behind a worker thread. */
export interface WorkerResult {
  /** Until all is done: read, listed, found and grouped by theme. */
  readonly buildMs: number;
  /** Until all papers are found. */
  readonly foundMs: number;
  /** Of all threads, those that collect garbage included. */
  readonly buildProcessorMs: number;
  readonly papers: number;
  readonly stall: Stalls;
  readonly megabytesRead: number;
  /** Of the same files, in one thread. */
  readonly parseMs: number;
  /** On the processor: of all threads. */
  readonly keystrokes: QueryTimes;
  /** From the start of a worker with a full cache to the first answer; undefined when it kept no index. */
  readonly warmMs?: readonly number[] | undefined;
}

/** What a process tells as soon as it knows it: a process that is ended early has told the rest. */
export type BenchMessage =
  | { readonly kind: 'built'; readonly times: readonly number[]; readonly megabytes: number }
  | { readonly kind: 'answered'; readonly result: KindResult }
  | { readonly kind: 'changed'; readonly times: ChangeTimes }
  /** `places`: the numbers of the keystrokes that were asked. */
  | { readonly kind: 'keystrokes'; readonly places: readonly number[]; readonly result: QueryTimes }
  | { readonly kind: 'worker'; readonly result: WorkerResult };

/** The kinds of queries in the order of the tables. */
export const queryKinds: readonly QueryKind[] = ['typing12', 'typing', 'words', 'author', 'typo', 'phrase'];
