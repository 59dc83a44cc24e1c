import { searchTerm } from '../../../core/search/searchTerm.ts';
import type { ReaderPaper, SearchableFact } from '../../../protocol/readerMessages.ts';

/** The query for a fact of a paper, such as `author:"Ada King"`; `undefined` when it has no such fact. */
export function factQuery(paper: ReaderPaper, fact: SearchableFact, index: number): string | undefined {
  const value = factsOf(paper, fact)[index];
  if (value === undefined) return undefined;
  const query = searchTerm(fact, value);
  return query === '' ? undefined : query;
}

function factsOf({ authors, venue, year, keywords }: ReaderPaper, fact: SearchableFact): readonly string[] {
  switch (fact) {
    case 'author':
      return authors;
    case 'keyword':
      return keywords;
    case 'venue':
      return venue === undefined ? [] : [venue];
    case 'year':
      return year === undefined ? [] : [String(year)];
  }
}
