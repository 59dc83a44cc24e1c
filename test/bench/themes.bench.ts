// Time, quality and stability of the themes. Run: node test/bench/themes.bench.ts [most papers]
import type { Paper } from '../../src/core/paper.ts';
import { createThemeModel } from '../../src/core/themes/themeModel.ts';
import type { CorpusPaper } from '../support/themeCorpus.ts';
import { agreement, corpusPapers, dailyPapers, fieldOf, themePaper, updateThemes } from '../support/themeCorpus.ts';

const most = Number(process.argv[2] ?? 100_000);

function evenly<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).flatMap(
    (item) => item ?? [],
  );
}

function half(title: string, from: number, to: number): string {
  const words = title.split(' ');
  return words.slice(Math.floor(words.length * from), Math.ceil(words.length * to)).join(' ');
}

/** More papers than the corpus has: title halves of two, the abstract of a third. */
function recombined(papers: readonly Paper[], count: number): readonly Paper[] {
  const at = (index: number): Paper => papers[index % papers.length] ?? themePaper('none', '');
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / papers.length);
    const title = `${half(at(index).title, 0, 0.5)} ${half(at(index + 7 * turn).title, 0.5, 1)}`;
    return themePaper(`paper-${String(index).padStart(6, '0')}`, title, at(index + 3 * turn).abstract);
  });
}

function time(papers: readonly Paper[], show: boolean): void {
  const model = createThemeModel();
  const steps: number[] = [];
  const work = model.update({ added: papers, changed: [], removed: [] }, papers);
  const start = performance.now();
  for (let at = performance.now(); work.next().done !== true; at = performance.now())
    steps.push(performance.now() - at);
  const total = performance.now() - start;
  const sorted = steps.toSorted((a, b) => a - b);
  const themes = model.themes();
  console.log(
    `${String(papers.length)} papers: ${total.toFixed(0)} ms in ${String(steps.length)} steps (p95 ` +
      `${(sorted[Math.floor(steps.length * 0.95)] ?? 0).toFixed(1)}, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms), ` +
      `${String(themes.length)} themes, heap and buffers ${String(usedMegabytes())} MB`,
  );
  for (const { label, keys } of show ? themes : []) console.log(`  ${String(keys.length).padStart(5)} ${label}`);
}

function usedMegabytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 2 ** 20);
}

function quality(name: string, papers: readonly CorpusPaper[], truthOf: (paper: CorpusPaper) => string): void {
  const model = createThemeModel();
  updateThemes(model, [], { add: papers });
  const { nmi, ari, purity } = agreement(
    papers.map(truthOf),
    papers.map(({ key }) => model.themesOf(key)[0] ?? ''),
  );
  const themes = model.themes();
  const largest = Math.max(...themes.map(({ keys }) => keys.length)) / papers.length;
  console.log(
    `${name}: NMI ${nmi.toFixed(3)}, ARI ${ari.toFixed(3)}, purity ${purity.toFixed(3)}, ` +
      `${String(themes.length)} themes, largest ${(100 * largest).toFixed(0)} %`,
  );
}

/** Shares of the other papers that change theme: when one is added, and when a quarter is. */
function stability(papers: readonly Paper[]): void {
  const model = createThemeModel();
  const base = papers.slice(0, Math.floor(papers.length / 1.3));
  let now = updateThemes(model, [], { add: base });
  const themeOf = (key: string): string => model.themesOf(key)[0] ?? '';
  const before = base.map(({ key }) => themeOf(key));
  const moved = (): string => {
    const others = base.filter(({ key }, at) => themeOf(key) !== before[at]);
    return `${((100 * others.length) / base.length).toFixed(1)} %`;
  };
  now = updateThemes(model, now, { add: papers.slice(base.length, base.length + 1) });
  const afterOne = moved();
  updateThemes(model, now, { add: papers.slice(base.length + 1) });
  console.log(`${String(base.length)} papers: moved after adding one ${afterOne}, after growing by 30 % ${moved()}`);
}

const daily = dailyPapers();
if (daily === undefined) {
  console.log('The shared daily list is not there: nothing measured on it.');
} else {
  time(daily, true);
  time(daily, false);
}
const corpus = corpusPapers();
if (corpus === undefined) {
  console.log('The shared corpus is not there: nothing measured on it.');
} else {
  for (const count of [300, 1000, corpus.length].filter((size) => size <= most)) time(evenly(corpus, count), true);
  for (const count of [10_000, 100_000].filter((size) => size <= most)) time(recombined(corpus, count), false);
  const areas = new Map<string, number>();
  for (const { area = '' } of corpus) areas.set(area, (areas.get(area) ?? 0) + 1);
  const withArea = corpus.filter(({ area }) => area !== undefined && (areas.get(area) ?? 0) >= 20);
  quality(`areas of IJCAI and AAAI, ${String(withArea.length)} papers`, withArea, ({ area = '' }) => area);
  const withField = corpus.filter((paper) => fieldOf(paper) !== undefined);
  for (const count of [100, 300, 1000, withField.length]) {
    quality(`fields, ${String(count)} papers`, evenly(withField, count), (paper) => fieldOf(paper) ?? '');
  }
  for (const count of [36, 260, 1300]) stability(evenly(corpus, count));
}
