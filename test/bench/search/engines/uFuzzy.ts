import UFuzzy from '@leeoniya/ufuzzy';
import type { Paper } from '../../../../src/core/paper.ts';
import type { BenchEngine } from '../benchEngine.ts';

/** Words of a query that are tried in each order. */
const outOfOrder = 4;

/**
 * uFuzzy over one string a paper: words exactly; when nothing is found, with one typo in each, without the abstracts, in
 * which that takes up to a minute.
 */
export function uFuzzy(): BenchEngine {
  const exact = new UFuzzy({ intraMode: 0 });
  const tolerant = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  const keys: string[] = [];
  const heads: string[] = [];
  const texts: string[] = [];
  const put = (at: number, paper: Paper): void => {
    keys[at] = paper.key;
    heads[at] = headOf(paper);
    texts[at] = `${headOf(paper)} ${paper.abstract}`;
  };
  return {
    build: (papers) => papers.forEach((paper, at) => put(at, paper)),
    search(query, limit) {
      const found = find(exact, texts, query);
      const best = (found.length > 0 ? found : find(tolerant, heads, query)).slice(0, limit);
      return best.flatMap((at) => keys[at] ?? []);
    },
    add: (paper) => put(keys.length, paper),
    replace: (paper) => put(keys.indexOf(paper.key), paper),
    remove({ key }) {
      const at = keys.indexOf(key);
      for (const list of [keys, heads, texts]) list.splice(at, 1);
    },
  };
}

function headOf({ title, authors, year, venue, keywords }: Paper): string {
  return [title, authors.join(' '), year ?? '', venue ?? '', keywords.join(' ')].join(' ');
}

/** Places in the haystack, best first. */
function find(fuzzy: UFuzzy, haystack: string[], query: string): readonly number[] {
  const [found, info, order] = fuzzy.search(haystack, query, outOfOrder);
  if (found === null) return [];
  return info === null ? found : order.map((at) => info.idx[at] ?? -1);
}
