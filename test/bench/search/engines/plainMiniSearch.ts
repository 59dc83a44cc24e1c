import MiniSearch from 'minisearch';
import type { BenchEngine, PaperText } from '../benchEngine.ts';
import { PaperNumbers, paperText } from '../benchEngine.ts';

/** MiniSearch with the settings that its README shows. */
export function plainMiniSearch(): BenchEngine {
  const numbers = new PaperNumbers();
  const index = new MiniSearch<PaperText>({
    fields: ['title', 'authors', 'year', 'venue', 'keywords', 'abstract'],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  return {
    build: (papers) => index.addAll(papers.map((paper) => paperText(numbers.idOf(paper.key), paper))),
    search: (query, limit) =>
      numbers.keysOf(
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }): unknown => id),
      ),
    add: (paper) => index.add(paperText(numbers.idOf(paper.key), paper)),
    replace: (paper) => index.replace(paperText(numbers.idOf(paper.key), paper)),
    remove: ({ key }) => index.discard(numbers.idOf(key)),
  };
}
