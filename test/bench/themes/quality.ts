import { groupOrSettle } from '../../../src/core/themes/groupOrSettle.ts';
import { createThemeModel } from '../../../src/core/themes/themeModel.ts';
import { vectorise, type Vectors } from '../../../src/core/themes/vectors.ts';
import { quantile } from '../../support/statistics.ts';
import { agreement, updateThemes, type Agreement, type CorpusPaper } from '../../support/themeCorpus.ts';
import { denseRows, hclustAverage, hclustWard, mlKmeans, nmf, type Method } from './otherMethods.ts';

/** Papers that were sorted by somebody. */
export interface Sorted {
  readonly name: string;
  readonly papers: readonly CorpusPaper[];
  readonly truthOf: (paper: CorpusPaper) => string;
}

/** The libraries take full rows, and hierarchical clustering the cube of the papers: more are not compared. */
const mostCompared = 500;
const seeds = [1, 2, 3, 4, 5];

/** Prints how well themes agree with how somebody sorted the papers, beside other methods on the same vectors. */
export function printQuality({ name, papers, truthOf }: Sorted): void {
  const truth = papers.map(truthOf);
  const classes = new Set(truth).size;
  console.log(`${name}: ${String(papers.length)} papers in ${String(classes)} classes (NMI / ARI / purity)`);
  const model = createThemeModel();
  updateThemes(model, [], { add: papers });
  const themes = model.themes().length;
  const made = papers.map(({ key }) => model.themesOf(key)[0] ?? '');
  print(`themes as the extension makes them (${String(themes)})`, [agreement(truth, made)]);
  if (papers.length > mostCompared) return;
  const vectors = finished(vectorise(papers.toSorted((a, b) => (a.key < b.key ? -1 : 1))));
  const rows = denseRows(vectors.vectors);
  for (const groups of [classes, themes]) {
    print(`themes, ${String(groups)}`, [agreement(truth, ownGroups(vectors.vectors, groups))]);
    const others: readonly (readonly [string, Method, readonly number[]])[] = [
      ['ml-kmeans', mlKmeans, seeds],
      ['NMF', nmf, seeds],
      ['ml-hclust average', hclustAverage, [1]],
      ['ml-hclust Ward', hclustWard, [1]],
    ];
    for (const [method, group, runs] of others) {
      const results = runs.map((seed) => agreement(truth, group(rows, groups, seed).map(String)));
      print(`${method}, ${String(groups)}`, results);
    }
  }
}

function ownGroups(vectors: Vectors, groups: number): string[] {
  const { groupOf } = finished(groupOrSettle(vectors, undefined, { groups, sample: 800, smallest: 8, most: groups }));
  return [...groupOf].map(String);
}

function print(name: string, results: readonly Agreement[]): void {
  const shown = (['nmi', 'ari', 'purity'] as const).map((measure) => {
    const values = results.map((result) => result[measure]);
    const spread = values.length < 2 ? '' : ` (${Math.min(...values).toFixed(3)}-${Math.max(...values).toFixed(3)})`;
    return quantile(values, 0.5).toFixed(3) + spread;
  });
  console.log(`  ${name.padEnd(44)} ${shown.join('  ')}`);
}

function finished<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
