import type { Paper } from '../../../src/core/paper.ts';
import { corpusPapers, dailyPapers, themePaper } from '../../support/themeCorpus.ts';

/** `count` items, evenly spread. */
export function evenly<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).flatMap(
    (item) => item ?? [],
  );
}

function half(title: string, from: number, to: number): string {
  const words = title.split(' ');
  return words.slice(Math.floor(words.length * from), Math.ceil(words.length * to)).join(' ');
}

/** More papers than the corpus has: title halves of two, the abstract of a third. */
function recombined(papers: readonly Paper[], count: number): readonly Paper[] {
  const at = (index: number): Paper => papers[index % papers.length] ?? themePaper('none', '');
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / papers.length);
    const title = `${half(at(index).title, 0, 0.5)} ${half(at(index + 7 * turn).title, 0.5, 1)}`;
    return themePaper(`paper-${String(index).padStart(6, '0')}`, title, at(index + 3 * turn).abstract);
  });
}

/** So many papers: the shared daily list for 28, else of the shared corpus; `undefined` on a machine without them. */
export function papersFor(count: number): readonly Paper[] | undefined {
  if (count === 28) return dailyPapers();
  const corpus = corpusPapers();
  if (corpus === undefined) return undefined;
  return count <= corpus.length ? evenly(corpus, count) : recombined(corpus, count);
}
