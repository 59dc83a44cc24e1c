import type { CitationCluster, CitationScan, OffsetRange, OpaqueRange } from '../citation.ts';
import { moved, movedCluster } from '../movedCluster.ts';
import { byStart, clusterByStart, rangeWalk } from '../offsetRanges.ts';
import { scanMarkdown } from '../pandoc/scanCitations.ts';
import { citeRoleAt } from './citeRole.ts';
import { matchMystKey } from './mystKey.ts';

/** Directives in deeper ones are code: it bounds the recursion. */
const deepest = 6;
const directive = /[ \t>]*(?:`{3,}|~{3,})\{([a-zA-Z][\w:+.-]*)\}[^\r\n]*(?:\r\n|\n|\r)/y;
/** Directives that hold no Markdown. */
const verbatim =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|include|math|raw.*|mermaid|bibliography|toctree|tableofcontents|embed|iframe|myst|prf:algorithm-code|eval-rst|glue.*|index)$/;
const comment = /^[ \t>]*%.*$/gm;

/**
 * Finds the citations of a MyST text: its roles, such as {@link citeRoleAt} reads them, and what its Markdown shares with
 * Pandoc's (`@key`, `[see @key]`), in the bodies of directives, too, but not of those for code and formulas. Lines of
 * comments (`%`) cite nothing. Known differences: a key that is a DOI behind a link is none here, and `[@key.]` has no full
 * stop in its key. Total; linear.
 */
export function scanMyst(text: string): CitationScan {
  return scanAt(text, 0);
}

function scanAt(text: string, depth: number): CitationScan {
  const markdown = scanMarkdown(text, { keyAt: matchMystKey, examples: false });
  const clusters: CitationCluster[] = [...markdown.clusters];
  const opaque: OpaqueRange[] = [];
  const paragraphs: OffsetRange[] = [...markdown.paragraphs];
  for (const range of markdown.opaque) {
    const body = range.kind === 'code' && range.block ? directiveBody(text, range) : undefined;
    if (body !== undefined && depth < deepest) {
      const inner = scanAt(text.slice(body.start, body.end), depth + 1);
      for (const cluster of inner.clusters) clusters.push(movedCluster(cluster, body.start));
      for (const one of inner.opaque) opaque.push({ ...one, ...moved(one, body.start) });
      for (const one of inner.paragraphs) paragraphs.push(moved(one, body.start));
      continue;
    }
    const role = range.kind === 'code' && !range.block ? citeRoleAt(text, range) : undefined;
    if (role !== undefined) clusters.push(role);
    else opaque.push(range);
  }
  return {
    clusters: withoutComments(text, clusters.sort(clusterByStart)),
    opaque: opaque.sort(byStart),
    paragraphs: paragraphs.sort(byStart),
  };
}

/** The lines between the fences of a directive that holds Markdown. */
function directiveBody(text: string, { start, end }: OffsetRange): OffsetRange | undefined {
  directive.lastIndex = start;
  const name = directive.exec(text)?.[1];
  if (name === undefined || verbatim.test(name)) return undefined;
  let last = end;
  while (last > start && /[\r\n]/.test(text.charAt(last - 1))) last -= 1;
  while (last > start && !/[\r\n]/.test(text.charAt(last - 1))) last -= 1;
  return last <= directive.lastIndex ? undefined : { start: directive.lastIndex, end: last };
}

/** Those that begin in no line of a comment; `clusters` come in their order. */
function withoutComments(text: string, clusters: readonly CitationCluster[]): readonly CitationCluster[] {
  if (clusters.length === 0 || !text.includes('%')) return clusters;
  const comments = [...text.matchAll(comment)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  const commentAt = rangeWalk(comments);
  return clusters.filter(({ range }) => commentAt(range.start) === undefined);
}
