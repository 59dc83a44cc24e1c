import { inventedPapers } from './inventedPapers.ts';
import { realPapers } from './searchCorpus.ts';
import type { WrittenPaper } from './paperWriters.ts';

/** Real papers where the shared corpus is there, else made-up ones; with white space as files of one line a field have it. */
export function writtenPapers(count: number): { readonly papers: readonly WrittenPaper[]; readonly corpus: string } {
  const real = realPapers();
  const seed = real ?? inventedPapers(2_000);
  const papers = Array.from({ length: count }, (_, index) => {
    const { title, abstract, authors, year, venue, doi } = seed[index % seed.length] ?? { title: '', abstract: '' };
    const round = Math.floor(index / seed.length);
    return {
      key: `key${index}`,
      title: tidy(round === 0 ? title : `${title} ${round}`),
      abstract: tidy(abstract),
      authors: (authors ?? []).map(tidy),
      year,
      venue: venue === undefined ? undefined : tidy(venue),
      doi: doi === undefined || doi === '' ? undefined : `${doi}${round === 0 ? '' : `.${round}`}`,
    };
  });
  return { papers, corpus: real === undefined ? 'made-up papers (no shared corpus here)' : 'real papers' };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
