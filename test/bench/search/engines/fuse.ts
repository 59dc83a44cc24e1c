import Fuse from 'fuse.js';
import type { BenchEngine, PaperText } from '../benchEngine.ts';
import { PaperNumbers, paperText } from '../benchEngine.ts';

/** Fuse.js word by word: its plain mode takes a query for one long pattern and finds neither words nor authors. */
export function fuse(): BenchEngine {
  const numbers = new PaperNumbers();
  let index = new Fuse<PaperText>([]);
  return {
    build(papers) {
      index = new Fuse(
        papers.map((paper) => paperText(numbers.idOf(paper.key), paper)),
        {
          keys: [{ name: 'title', weight: 2 }, 'authors', 'year', 'venue', 'keywords', 'abstract'],
          useTokenSearch: true,
          ignoreLocation: true,
          threshold: 0.3,
        },
      );
    },
    search: (query, limit) => numbers.keysOf(index.search(query, { limit }).map(({ item }) => item.id)),
    add: (paper) => index.add(paperText(numbers.idOf(paper.key), paper)),
    replace(paper) {
      const id = numbers.idOf(paper.key);
      index.remove((known) => known.id === id);
      index.add(paperText(id, paper));
    },
    remove({ key }) {
      const id = numbers.idOf(key);
      index.remove((known) => known.id === id);
    },
  };
}
