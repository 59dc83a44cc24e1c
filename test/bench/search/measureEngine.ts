import type { Paper } from '../../../src/core/paper.ts';
import { knownItems } from '../../support/searchCorpus.ts';
import { seeded } from '../../support/seeded.ts';
import type { BenchEngine } from './benchEngine.ts';
import type { BenchMessage, BenchTask, ChangeTimes, KindResult, QueryTimes } from './benchMessages.ts';
import { queryKinds } from './benchMessages.ts';
import { benchPapers, typingSessions } from './benchPapers.ts';
import { engineList } from './engineList.ts';
import { Stopwatch } from './stopwatch.ts';

const limit = 20;
const changes = 20;
/** Kinds that are answered within the time of one: a slow engine does not get to all of them. */
const kindsInTime = 5;
/** What answers sooner only for its ranks has so many times the time of a kind of query. */
const soonerShare = 3;
/** Keystrokes have so many times the time of a kind of query. */
const keystrokeShare = 3;
const warmups = 20;
/** Engines that take longer for one query are not warmed up by more. */
const warmupMs = 500;
const maxBuilds = 5;
/** What builds faster than this is built again. */
const cheapBuildMs = 2500;
const changeMs = 3000;

/** A query and the papers that it was made from: one, mostly. */
interface Item {
  readonly query: string;
  readonly wanted: ReadonlySet<string>;
}

/** Builds, asks and changes one engine; tells each result as it comes. */
export function measureEngine(task: BenchTask, tell: (message: BenchMessage) => void): void {
  const all = benchPapers(task.corpus, task.size + changes);
  const papers = all.slice(0, task.size);
  const { engine, ...built } = buildOften(task.engine, papers);
  tell({ kind: 'built', ...built });
  const twins = papersByAbstract(papers);
  const until = performance.now() + kindsInTime * 2 * task.answerSeconds * 1000;
  for (const kind of queryKinds) {
    if (performance.now() > until && engine.searchSooner === undefined) break;
    const items = knownItems(papers, kind, task.queries).map(({ query, key }) => ({
      query,
      wanted: kind === 'phrase' ? (twins.get(key) ?? new Set([key])) : new Set([key]),
    }));
    tell({ kind: 'answered', result: { kind, asked: items.length, ...answered(engine, items, task.answerSeconds) } });
  }
  tell({ kind: 'changed', times: changed(engine, papers, all.slice(task.size)) });
}

/** Asks for what stands in the box after keystrokes, in any order, until the time is up. */
export function measureKeystrokes(task: BenchTask, engine: BenchEngine, tell: (message: BenchMessage) => void): void {
  const papers = benchPapers(task.corpus, task.size);
  engine.build(papers);
  const random = seeded(41);
  // The first letters of a title take a slow engine longest: a part of all keystrokes is not to be of them alone.
  const shuffled = typingSessions(papers, task.sessions)
    .flat()
    .map((query, place) => ({ query, place, order: random() }))
    .sort((a, b) => a.order - b.order);
  const until = performance.now() + keystrokeShare * task.answerSeconds * 1000;
  const watch = new Stopwatch();
  const places: number[] = [];
  for (const { query, place } of shuffled) {
    if (performance.now() > until) break;
    watch.run(() => engine.search(query, limit));
    places.push(place);
  }
  tell({ kind: 'keystrokes', places, result: { times: watch.times, processor: watch.processor } });
}

function buildOften(
  name: string,
  papers: readonly Paper[],
): { engine: BenchEngine; times: readonly number[]; megabytes: number } {
  const entry = engineList.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`No engine is called ${name}.`);
  const times: number[] = [];
  let before = usedMegabytes();
  let engine = entry.create();
  do {
    engine = entry.create();
    before = usedMegabytes();
    times.push(timeOf(() => engine.build(papers)));
  } while (times.length < maxBuilds && (times.at(-1) ?? 0) < cheapBuildMs);
  // Some keep what only a first query makes.
  engine.search('a first query', limit);
  return { engine, times, megabytes: usedMegabytes() - before };
}

/**
 * By key: the papers of the same abstract. Papers that are put together share theirs: no engine can know by a phrase of
 * it which one is meant, and each of them is right.
 */
function papersByAbstract(papers: readonly Paper[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byAbstract = new Map<string, Set<string>>();
  for (const { abstract, key } of papers) {
    const keys = byAbstract.get(abstract);
    if (keys === undefined) byAbstract.set(abstract, new Set([key]));
    else keys.add(key);
  }
  return new Map(papers.map(({ abstract, key }) => [key, byAbstract.get(abstract) ?? new Set([key])]));
}

function answered(
  engine: BenchEngine,
  items: readonly Item[],
  seconds: number,
): QueryTimes & Pick<KindResult, 'ranks'> {
  const warm = performance.now() + warmupMs;
  for (const { query } of items.slice(-warmups)) if (performance.now() < warm) engine.search(query, limit);
  const watch = new Stopwatch();
  const ranks: number[] = [];
  const until = performance.now() + seconds * 1000;
  const untilSooner = engine.searchSooner === undefined ? until : until + soonerShare * seconds * 1000;
  for (const { query, wanted } of items) {
    let found: readonly string[] = [];
    if (performance.now() < until) found = watch.run(() => engine.search(query, limit));
    else if (performance.now() < untilSooner) found = engine.searchSooner?.(query, limit) ?? [];
    else break;
    ranks.push(found.findIndex((key) => wanted.has(key)) + 1);
  }
  return { times: watch.times, processor: watch.processor, ranks };
}

function changed(engine: BenchEngine, papers: readonly Paper[], further: readonly Paper[]): ChangeTimes {
  const step = Math.max(1, Math.trunc(papers.length / changes));
  const replaced = further.flatMap(({ title, abstract }, at) => {
    const old = papers[at * step];
    return old === undefined ? [] : [{ ...old, title, abstract }];
  });
  return {
    add: timesOf(further, engine.add),
    replace: timesOf(replaced, engine.replace),
    remove: timesOf(further, engine.remove),
  };
}

/** What is not begun within three seconds is left out. */
function timesOf(papers: readonly Paper[], act: (paper: Paper) => void): readonly number[] {
  const until = performance.now() + changeMs;
  return papers.flatMap((paper) => (performance.now() > until ? [] : timeOf(() => act(paper))));
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** After garbage collection; `external` holds buffers, too. */
function usedMegabytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
