import type { CitationCluster, CitationScan } from '../citation.ts';
import { clusterByStart, rangeWalk } from '../offsetRanges.ts';
import { scanCitations } from '../pandoc/scanCitations.ts';

const link = /\[\[([^[\]\r\n]{1,500})\]\]/g;

/**
 * Finds the citations of Markdown with wiki links, as Obsidian has it: `[[@key]]`, `[[folder/@key]]`, `[[@key|text]]` and
 * `[[@key#part]]` besides all that Pandoc reads. A link whose name has white space, such as `[[@a; @b]]`, is what Pandoc
 * makes of it. Total; linear.
 */
export function scanWiki(text: string): CitationScan {
  const markdown = scanCitations(text);
  const links = linksIn(text, markdown);
  if (links.length === 0) return markdown;
  const linkAt = rangeWalk(links.map(({ range }) => range));
  // What Pandoc finds in a link is the link.
  const others = markdown.clusters.filter(({ range }) => range.end > (linkAt(range.start)?.end ?? -1));
  return { ...markdown, clusters: [...links, ...others].sort(clusterByStart) };
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
  const keyStart = start + 2 + at + 1;
  const keyRange = { start: keyStart, end: keyStart + key.length };
  const range = { start, end: start + inside.length + 4 };
  const item = { key, keyRange, range: keyRange, prefix: '', suffix: '', suppressAuthor: false, crossReference: false };
  return { kind: 'inText', range, bracket: undefined, items: [item] };
}
