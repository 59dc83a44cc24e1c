// Time and quality of the theme map. Run: npm run bench:map [-- most papers]
import { MapModel } from '../../src/core/themeMap/mapModel.ts';
import { startPlaces } from '../../src/core/themeMap/startPlaces.ts';
import { otherId } from '../../src/core/themes/themeIds.ts';
import { createThemes } from '../../src/core/themes/fileThemes.ts';
import { vectorise, type Vectors } from '../../src/core/themes/vectors.ts';
import type { Paper } from '../../src/core/paper.ts';
import { inventedPapers } from '../support/inventedPapers.ts';
import { corpusPapers, dailyPapers } from '../support/themeCorpus.ts';

const most = Number(process.argv[2] ?? 20_000);
/** Of a paper's so many nearest by words, the share that is amongst so many nearest dots. */
const wanted = 10;
const near = 50;
const asked = 300;

function evenly<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).flatMap(
    (item) => item ?? [],
  );
}

/** Runs sliced work to its end; tells how long it and its steps took. */
function run<T>(work: Generator<void, T, void>): { readonly value: T; readonly time: string } {
  const steps: number[] = [];
  const start = performance.now();
  for (let at = start; ; at = performance.now()) {
    const step = work.next();
    steps.push(performance.now() - at);
    if (step.done !== true) continue;
    const sorted = steps.toSorted((a, b) => a - b);
    const [p95 = 0, longest = 0] = [sorted[Math.floor(sorted.length * 0.95)], sorted.at(-1)];
    const total = (performance.now() - start).toFixed(0);
    return { value: step.value, time: `${total} ms (steps: p95 ${p95.toFixed(1)}, longest ${longest.toFixed(1)} ms)` };
  }
}

/** The papers nearest to one by the cosine of all their words. */
function nearestByWords(
  { count, starts, terms, values }: Vectors,
  paper: number,
  postings: Postings,
): readonly number[] {
  const scores = new Float64Array(count);
  for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1) {
    for (const [other, value] of postings.get(terms[at] ?? 0) ?? [])
      scores[other] = (scores[other] ?? 0) + value * (values[at] ?? 0);
  }
  scores[paper] = -1;
  return order(scores, (a, b) => b - a).slice(0, wanted);
}

type Postings = ReadonlyMap<number, readonly (readonly [paper: number, value: number])[]>;

function postingsOf({ count, starts, terms, values }: Vectors): Postings {
  const postings = new Map<number, [number, number][]>();
  for (let paper = 0; paper < count; paper += 1) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1) {
      const list = postings.get(terms[at] ?? 0) ?? [];
      list.push([paper, values[at] ?? 0]);
      postings.set(terms[at] ?? 0, list);
    }
  }
  return postings;
}

function nearestDots(places: Float32Array, dot: number): readonly number[] {
  const distances = Float64Array.from({ length: places.length / 2 }, (_, other) =>
    Math.hypot(
      (places[dot * 2] ?? 0) - (places[other * 2] ?? 0),
      (places[dot * 2 + 1] ?? 0) - (places[other * 2 + 1] ?? 0),
    ),
  );
  distances[dot] = Infinity;
  return order(distances, (a, b) => a - b);
}

function order(values: Float64Array, compare: (a: number, b: number) => number): number[] {
  return [...values.keys()].sort((a, b) => compare(values[a] ?? 0, values[b] ?? 0) || a - b);
}

/** How many of the true neighbours stand near, 0 to 1. */
function quality(vectors: Vectors, postings: Postings, places: Float32Array): number {
  const among = Math.min(near, Math.floor(vectors.count / 3));
  let [found, all] = [0, 0];
  for (const paper of evenly([...Array(vectors.count).keys()], Math.min(asked, vectors.count))) {
    const dots = new Set(nearestDots(places, paper).slice(0, among));
    const true10 = nearestByWords(vectors, paper, postings).slice(0, among);
    found += true10.filter((other) => dots.has(other)).length;
    all += true10.length;
  }
  return found / all;
}

function measure(name: string, papers: readonly Paper[]): void {
  const themes = createThemes();
  run(themes.update({ added: papers, changed: [], removed: [] }, papers));
  const numbers = new Map(themes.themes().map(({ id }, number) => [id, number]));
  const model = new MapModel();
  const { time } = run(model.follow(papers, (key) => numbers.get(themes.themesOf(key)[0] ?? otherId) ?? -1));
  const places = Float32Array.from(papers.flatMap(({ key }) => model.placeOf(key) ?? [0, 0]));
  const [late] = inventedPapers(1);
  const again = run(model.follow(late === undefined ? papers : [...papers, late], () => -1));
  const { vectors } = run(vectorise(papers)).value;
  const postings = postingsOf(vectors);
  const shares = [places, run(startPlaces(vectors)).value].map((one) => quality(vectors, postings, one).toFixed(3));
  const chance = Math.min(near, Math.floor(papers.length / 3)) / (papers.length - 1);
  console.log(
    `${name}, ${String(papers.length)} papers: ${time}; one more: ${again.time}\n` +
      `  true neighbours among the nearest dots: ${shares[0] ?? ''} (principal directions ${shares[1] ?? ''}, chance ${chance.toFixed(3)})`,
  );
}

const daily = dailyPapers();
if (daily !== undefined) measure('daily list', daily);
const corpus = corpusPapers();
const papers: readonly Paper[] = corpus ?? inventedPapers(10_000);
for (const count of [300, 1_000, 3_000, papers.length].filter((one) => one <= most))
  measure(corpus === undefined ? 'made-up papers' : 'corpus', evenly(papers, count));
