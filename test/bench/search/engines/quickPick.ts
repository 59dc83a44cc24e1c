import type { Paper } from '../../../../src/core/paper.ts';
import type { QuickPickText } from '../../../support/quickPickFilter.ts';
import { QuickPickFilter } from '../../../support/quickPickFilter.ts';
import type { BenchEngine } from '../benchEngine.ts';

/** What extensions show of a paper: its title, authors with the year, and below them, if asked for, the abstract. */
function quickPickText({ title, authors, year, venue, abstract }: Paper, withAbstract: boolean): QuickPickText {
  const description = [authors.join(', '), year, venue].filter((part) => part !== undefined).join(' ');
  return { label: title, description, detail: withAbstract ? abstract : '' };
}

/** VS Code's own filter over the items of a quick pick. */
export function quickPick(withAbstract: boolean): BenchEngine {
  const keys: string[] = [];
  const rows: QuickPickText[] = [];
  const filter = new QuickPickFilter(rows);
  const sooner = new QuickPickFilter(rows, { remember: true });
  const keysOf = (found: readonly number[], limit: number): readonly string[] =>
    found.slice(0, limit).flatMap((at) => keys[at] ?? []);
  const put = (at: number, paper: Paper): void => {
    keys[at] = paper.key;
    rows[at] = quickPickText(paper, withAbstract);
  };
  return {
    build: (papers) => papers.forEach((paper, at) => put(at, paper)),
    search: (query, limit) => keysOf(filter.filter(query), limit),
    searchSooner: (query, limit) => keysOf(sooner.filter(query), limit),
    add: (paper) => put(keys.length, paper),
    replace: (paper) => put(keys.indexOf(paper.key), paper),
    remove({ key }) {
      const at = keys.indexOf(key);
      keys.splice(at, 1);
      rows.splice(at, 1);
    },
  };
}
