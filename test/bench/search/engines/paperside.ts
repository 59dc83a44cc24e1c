// The one place of the benchmark that knows where the project's own search is made.
import { createPaperSearch } from '../../../../src/core/search/paperIndex.ts';
import type { BenchEngine } from '../benchEngine.ts';

/** Paperside's own search, without worker and messages. */
export function paperside(): BenchEngine {
  const search = createPaperSearch();
  const update = (diff: Partial<Parameters<typeof search.update>[0]>): void => {
    const work = search.update({ added: [], changed: [], removed: [], ...diff });
    while (work.next().done !== true);
  };
  return {
    build: (papers) => update({ added: papers }),
    search: (query, limit) => search.search(query, limit).map(({ key }) => key),
    add: (paper) => update({ added: [paper] }),
    replace: (paper) => update({ changed: [paper] }),
    remove: (paper) => update({ removed: [paper] }),
  };
}
