// Time, quality and stability of the themes. Run: npm run bench:themes [-- most papers]
import { createThemeModel } from '../../src/core/themes/themeModel.ts';
import { corpusPapers, fieldOf, updateThemes, type CorpusPaper } from '../support/themeCorpus.ts';
import { printQuality } from './themes/quality.ts';
import { evenly, papersFor } from './themes/samples.ts';
import { printStability } from './themes/stability.ts';
import { printTime } from './themes/time.ts';

const most = Number(process.argv[2] ?? 10_000);
const leastInArea = 20;
/** "Multidisciplinary Topics and Applications" holds what fits nowhere else. */
const mixed = /^Multidisciplinary/;

function printLabels(count: number): void {
  const model = createThemeModel();
  updateThemes(model, [], { add: papersFor(count) ?? [] });
  console.log(`Themes of ${String(count)} papers`);
  for (const { label, keys, parts = [] } of model.themes()) {
    const inside = parts.map((part) => `${part.label} ${String(part.keys.length)}`).join(' | ');
    console.log(`${String(keys.length).padStart(6)} ${label}${inside === '' ? '' : `: ${inside}`}`);
  }
}

function areaOf({ area = '' }: CorpusPaper): string {
  return area;
}

function printAll(corpus: readonly CorpusPaper[]): void {
  const areas = new Map<string, number>();
  for (const { area = '' } of corpus) areas.set(area, (areas.get(area) ?? 0) + 1);
  const inArea = corpus.filter(({ area }) => area !== undefined && (areas.get(area) ?? 0) >= leastInArea);
  printQuality({ name: 'Areas of IJCAI and AAAI', papers: inArea, truthOf: areaOf });
  const papers = inArea.filter((paper) => !mixed.test(areaOf(paper)));
  printQuality({ name: 'The same without Multidisciplinary Topics', papers, truthOf: areaOf });
  const withField = corpus.filter((paper) => fieldOf(paper) !== undefined);
  for (const count of [100, 300, 1000, withField.length]) {
    printQuality({
      name: 'Fields of venues',
      papers: evenly(withField, count),
      truthOf: (paper) => fieldOf(paper) ?? '',
    });
  }
  for (const count of [35, 250, 1250, 5000]) printStability(evenly(corpus, count));
}

for (const count of [28, 300, 1000, 10_000, 100_000].filter((size) => size <= most)) printTime(count);
for (const count of [28, 300, 1000]) printLabels(count);
const corpus = corpusPapers();
if (corpus === undefined) {
  console.log('The shared corpus is not there: no quality and no stability is measured.');
} else {
  printLabels(corpus.length);
  printAll(corpus);
}
