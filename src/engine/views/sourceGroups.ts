import type { Paper, PaperSource } from '../../core/paper.ts';
import type { Grouping } from './viewGroup.ts';
import { gather, plainGroup } from './viewGroup.ts';

/** One group for each paper file, by URI, with its papers in its order: those in which no paper was found, too. */
export function groupBySource(files: ReadonlySet<string>, papers: readonly Paper[]): Grouping {
  const found = gather(papers, idsOf);
  const uris = [...new Set([...files, ...found.keys()])].sort();
  return { groups: uris.map((uri) => plainGroup(uri, '', inFileOrder(uri, found.get(uri) ?? []))), idsOf };
}

function idsOf({ sources }: Paper): readonly string[] {
  return sources.map(({ uri }) => uri);
}

/** By the first place of each in the file. */
function inFileOrder(uri: string, papers: readonly Paper[]): readonly Paper[] {
  return papers
    .map((paper) => ({ paper, start: (sourceIn(uri, paper) ?? paper.sources[0]).range.start }))
    .sort(({ start: a }, { start: b }) => a.line - b.line || a.character - b.character)
    .map(({ paper }) => paper);
}

/** The first place of a paper in a file; `undefined` when it has none. */
export function sourceIn(uri: string, { sources }: Paper): PaperSource | undefined {
  return sources.find((source) => source.uri === uri);
}
