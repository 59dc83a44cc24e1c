import type { CitationCluster, CitationScan } from '../citation.ts';
import { markCluster, withMarks } from '../marks.ts';
import { rangeWalk } from '../offsetRanges.ts';
import { scanCitations } from '../pandoc/scanCitations.ts';

const link = /\[\[([^[\]\r\n]{1,500})\]\]/g;

/**
 * Finds the citations of Markdown with wiki links, as Obsidian has it: `[[@key]]`, `[[folder/@key]]`, `[[@key|text]]` and
 * `[[@key#part]]` besides all that Pandoc reads. A link whose name has white space, such as `[[@a; @b]]`, is what Pandoc
 * makes of it. Total; linear.
 */
export function scanWiki(text: string): CitationScan {
  const markdown = scanCitations(text);
  return withMarks(markdown, linksIn(text, markdown));
}

function linksIn(text: string, { opaque }: CitationScan): readonly CitationCluster[] {
  const opaqueAt = rangeWalk(opaque);
  return [...text.matchAll(link)].flatMap(({ index, 1: inside = '' }) =>
    opaqueAt(index) === undefined ? (clusterOf(inside, index) ?? []) : [],
  );
}

/** The link at `start` with this in its brackets, when it names a paper. */
function clusterOf(inside: string, start: number): CitationCluster | undefined {
  const name = (/^[^|#^]*/.exec(inside)?.[0] ?? '').trimEnd();
  const at = name.startsWith('@') ? 0 : name.lastIndexOf('/@') + 1;
  const key = name[at] === '@' ? name.slice(at + 1).replace(/\.md$/i, '') : '';
  if (key === '' || /\s/.test(key)) return undefined;
  return markCluster('inText', { start, end: start + inside.length + 4 }, key, start + 2 + at + 1);
}
