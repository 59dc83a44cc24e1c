import type { CitationCluster, CitationScan } from '../citation.ts';
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
  const clusters: CitationCluster[] = [];
  let next = 0;
  for (const cluster of markdown.clusters) {
    for (let one = links[next]; one !== undefined && one.range.end <= cluster.range.start; one = links[(next += 1)]) {
      clusters.push(one);
    }
    const one = links[next];
    // What Pandoc finds in a link is the link.
    if (one === undefined || cluster.range.start < one.range.start || cluster.range.end > one.range.end) {
      clusters.push(cluster);
    }
  }
  for (let one = links[next]; one !== undefined; one = links[(next += 1)]) clusters.push(one);
  return { ...markdown, clusters: clusters.sort((a, b) => a.range.start - b.range.start) };
}

function linksIn(text: string, { opaque }: CitationScan): readonly CitationCluster[] {
  const links: CitationCluster[] = [];
  let next = 0;
  for (const match of text.matchAll(link)) {
    const start = match.index;
    for (let range = opaque[next]; range !== undefined && range.end <= start; range = opaque[(next += 1)]);
    const range = opaque[next];
    const cluster = range !== undefined && range.start <= start ? undefined : clusterOf(match[1] ?? '', start);
    if (cluster !== undefined) links.push(cluster);
  }
  return links;
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
