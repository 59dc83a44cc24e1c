import type { Paper, PaperSource } from '../../core/paper.ts';
import type { GroupRow } from '../paperEngine.ts';
import { plainGroup } from './plainGroup.ts';

/** One row for each paper file, by URI: those in which no paper was found, too. */
export function sourceRows(files: ReadonlySet<string>, papers: readonly Paper[]): readonly GroupRow[] {
  const counts = new Map([...files].sort().map((uri) => [uri, 0]));
  for (const { sources } of papers) {
    for (const uri of new Set(sources.map((source) => source.uri))) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  }
  return [...counts].map(([uri, count]) => plainGroup(uri, '', count));
}

/** The papers that a file has a record of, each once, with the first place in it, in the order of the file. */
export function papersOfSource(
  uri: string,
  papers: readonly Paper[],
): readonly { readonly paper: Paper; readonly source: PaperSource }[] {
  const found: { paper: Paper; source: PaperSource }[] = [];
  for (const paper of papers) {
    const source = paper.sources.find((one) => one.uri === uri);
    if (source !== undefined) found.push({ paper, source });
  }
  return found.sort(
    ({ source: { range: a } }, { source: { range: b } }) =>
      a.start.line - b.start.line || a.start.character - b.start.character,
  );
}
