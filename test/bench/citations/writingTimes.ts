import { citationAt } from '../../../src/core/citations/citationAt.ts';
import type { CitationScan } from '../../../src/core/citations/citation.ts';
import { keyCompletion } from '../../../src/core/citations/completion/keyCompletion.ts';
import { pandocSyntax } from '../../../src/core/citations/pandoc/pandocSyntax.ts';
import type { Paper } from '../../../src/core/paper.ts';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';
import { stopwatch, type Took } from './stopwatch.ts';

/** As many as a list of completions has. */
const most = 50;

/** Some papers of a library, at even distances. */
function some(papers: readonly Paper[], count: number): readonly Paper[] {
  return Array.from({ length: count }, (_, at) => papers[Math.trunc((at * papers.length) / count)]).flatMap(
    (paper) => paper ?? [],
  );
}

/** What is typed of some papers, letter by letter: two words of the title, author and year, the key. */
function typedTexts(papers: readonly Paper[], count: number): readonly string[] {
  return some(papers, count).flatMap(({ title, authors, year, key }) => {
    const words = title.split(/\s+/).slice(0, 2).join(' ').toLowerCase();
    const author = `${authors[0]?.split(' ').at(-1) ?? 'anon'} ${String(year ?? 2020)}`;
    return [words, author, key].flatMap((whole) => [1, 3, 6, 12].map((length) => whole.slice(0, length).trimEnd()));
  });
}

/**
 * Milliseconds of a completion at the end of a text, as the extension works it out: what is typed, the papers for it, and
 * how each is written there. `letters`: how many papers are typed.
 */
export async function completionTimes(
  engine: PaperEngine,
  text: string,
  papers: readonly Paper[],
  count: number,
): Promise<readonly Took[]> {
  const times: Took[] = [];
  for (const [number, typed] of typedTexts(papers, count).entries()) {
    const whole = `${text}\n\nAs shown [@${typed}`;
    const took = stopwatch();
    const completion = keyCompletion(pandocSyntax, whole, whole.length);
    const query = completion?.typed ?? '';
    const [, { answers }] = await Promise.all([
      engine.resolveKeys([query]),
      engine.search({ query, limit: most, turn: { session: 'bench', number } }),
    ]);
    for (const { row } of answers) completion?.write(row.key);
    times.push(took());
  }
  return times;
}

/** Milliseconds of a hover on each citation of a text that is scanned: known keys, and keys with a slip. */
export async function hoverTimes(
  engine: PaperEngine,
  scan: CitationScan,
): Promise<{ readonly known: readonly Took[]; readonly unknown: readonly Took[] }> {
  const known: Took[] = [];
  const unknown: Took[] = [];
  for (const { items } of scan.clusters) {
    for (const { keyRange } of items) {
      const took = stopwatch();
      const key = citationAt(scan, keyRange.start)?.item.key ?? '';
      const [paper] = await Promise.all([engine.paper(key), engine.noteOf(key)]);
      if (paper === undefined) await engine.nearKeys(key, 3);
      (paper === undefined ? unknown : known).push(took());
    }
  }
  return { known, unknown };
}
