import { locateFrontMatter } from '../../bibliography/frontMatterRange.ts';
import { BlockWalker } from './blockWalker.ts';
import type { CitationCluster, CitationScan, OffsetRange, OpaqueRange } from '../citation.ts';
import { clusterByStart } from '../offsetRanges.ts';
import { matchCitationKey } from './citationKey.ts';
import { InlineScanner } from './inlineScanner.ts';
import { resolveClusters } from './resolveClusters.ts';

/**
 * Finds every citation of a Markdown text with its exact place, by pandoc's rules ("Citation syntax" of its manual and
 * Text/Pandoc/Readers/Markdown.hs; compared with pandoc in test/repo/pandoc.test.ts). Total: any text gives a result,
 * in time linear in its length.
 *
 * Known differences: bare URLs hold no citations here; `;` inside quotes or emphasis within a bracket counts as a
 * separator; a citation inside link text is reported although few styles show it; and emphasis is not
 * followed, so a key is also found right behind a mark that ends emphasis (`x *y *@a`), where pandoc has text.
 */
export function scanCitations(text: string): CitationScan {
  return scanMarkdown(text, { keyAt: matchCitationKey, examples: true });
}

/** What the kins of Pandoc's Markdown differ in. */
export interface MarkdownDialect {
  /** Reads the key after the `@` at an offset. */
  readonly keyAt: typeof matchCitationKey;
  /** `(@label)` begins a numbered example, to which `@label` refers. */
  readonly examples: boolean;
}

/** The same for a kin of Pandoc's Markdown. */
export function scanMarkdown(text: string, { keyAt, examples }: MarkdownDialect): CitationScan {
  const opaque: OpaqueRange[] = [];
  const paragraphs: OffsetRange[] = [];
  const labels = new Set<string>();
  const found: CitationCluster[] = [];
  const frontMatter = locateFrontMatter(text);
  const located = frontMatter === 'unclosed' ? undefined : frontMatter;
  if (located !== undefined) {
    opaque.push({ start: 0, end: located.end, kind: 'frontMatter', block: true });
  }
  const sink = { add: (cluster: CitationCluster) => found.push(cluster), isLabel: (key: string) => labels.has(key) };
  const inline = new InlineScanner(text, (range) => opaque.push(range), keyAt);
  const walker = new BlockWalker(text, located?.end ?? (text.startsWith('\uFEFF') ? 1 : 0), {
    inline: (start, end) => {
      const region = inline.scan(start, end);
      resolveClusters(text, region.elements, sink);
      // A comment that begins in a paragraph may run on over blank lines.
      paragraphs.push({ start, end: region.end });
      return region.end;
    },
    opaque: (range) => opaque.push(range),
    exampleLabel: examples ? (label) => labels.add(label) : undefined,
  });
  walker.walk();
  const clusters = found.filter((cluster) => !isReference(cluster, labels)).sort(clusterByStart);
  return { clusters, opaque, paragraphs };
}

/** Whether it refers to an example further down. With a bracket behind it Pandoc takes it for a citation all the same. */
function isReference({ kind, items, bracket }: CitationCluster, labels: ReadonlySet<string>): boolean {
  return kind === 'inText' && bracket === undefined && labels.has(items[0]?.key ?? '');
}
