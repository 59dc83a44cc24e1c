import { Charset, Document } from 'flexsearch';
import type { Paper } from '../../../../src/core/paper.ts';
import type { BenchEngine } from '../benchEngine.ts';
import { PaperNumbers, paperText } from '../benchEngine.ts';

// A type, because FlexSearch asks for an index signature.
type FlexPaper = { readonly id: number; readonly title: string; readonly authors: string; readonly all: string };

/** FlexSearch with its best settings for papers: three fields, their hits one after the other; near misses when nothing is found. */
export function flexSearch(): BenchEngine {
  const numbers = new PaperNumbers();
  const options = { tokenize: 'forward', encoder: Charset.Normalize } as const;
  const index = new Document<FlexPaper>({
    document: {
      id: 'id',
      index: [
        { field: 'title', ...options },
        { field: 'authors', ...options },
        { field: 'all', ...options },
      ],
    },
  });
  const flexPaper = (paper: Paper): FlexPaper => {
    const { id, title, authors, year, venue, keywords, abstract } = paperText(numbers.idOf(paper.key), paper);
    return { id, title, authors, all: [title, authors, year, venue, keywords, abstract].join(' ') };
  };
  const find = (query: string, limit: number, suggest: boolean): readonly unknown[] =>
    index.search(query, { limit, suggest }).flatMap(({ result }): readonly unknown[] => result);
  return {
    build(papers) {
      for (const paper of papers) index.add(flexPaper(paper));
    },
    search(query, limit) {
      const exact = find(query, limit, false);
      return numbers.keysOf([...new Set(exact.length > 0 ? exact : find(query, limit, true))].slice(0, limit));
    },
    add: (paper) => void index.add(flexPaper(paper)),
    replace: (paper) => void index.update(flexPaper(paper)),
    remove: ({ key }) => void index.remove(numbers.idOf(key)),
  };
}
