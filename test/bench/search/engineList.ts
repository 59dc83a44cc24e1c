import type { EngineEntry } from './benchEngine.ts';
import { flexSearch } from './engines/flexSearch.ts';
import { fuse } from './engines/fuse.ts';
import { paperside } from './engines/paperside.ts';
import { plainMiniSearch } from './engines/plainMiniSearch.ts';
import { quickPick } from './engines/quickPick.ts';
import { uFuzzy } from './engines/uFuzzy.ts';

/** What is measured side by side; the first one is ours. */
export const engineList: readonly EngineEntry[] = [
  { name: 'paperside', settings: 'as shipped', create: paperside },
  { name: 'minisearch', settings: 'README: prefix, fuzzy 0.2, boost title 2', create: plainMiniSearch },
  {
    name: 'flexsearch',
    settings: 'Document(title, authors, all), forward, Normalize; suggest when nothing is found',
    create: flexSearch,
  },
  { name: 'fuse', settings: 'useTokenSearch, ignoreLocation, threshold 0.3, title weight 2', create: fuse },
  {
    name: 'ufuzzy',
    settings: 'one string a paper, outOfOrder 4; when nothing is found, one typo a word without abstracts',
    create: uFuzzy,
  },
  {
    name: 'vscode',
    settings: "VS Code's own filter: title, authors + year + venue, abstract; matchOnDescription, matchOnDetail",
    create: () => quickPick(true),
  },
];
