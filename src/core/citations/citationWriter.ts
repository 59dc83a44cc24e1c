import type { TextEdit } from '../text/position.ts';
import type { CitationCluster, CitationScan, OffsetRange } from './citation.ts';

/** Longer keys are not written: scanners read only so much of one, so that they stay linear. */
export const longestKey = 900;

/** A work to be cited, in one form for all syntaxes, so that what one reads another can write. */
export interface WrittenItem {
  readonly key: string;
  /** Words before it, trimmed: `see`. */
  readonly prefix: string;
  /** Words after it, trimmed, with a comma where one parts them from the citation, as in Pandoc's Markdown: `, p. 3`. */
  readonly suffix: string;
  readonly suppressAuthor: boolean;
}

/** Whether a cluster stands beside the sentence, or its first work is a part of it. */
export type ClusterForm = 'bracketed' | 'inText';

/** A text and what its syntax found in it. */
export interface ScannedText {
  readonly text: string;
  readonly scan: CitationScan;
}

/**
 * Writes citations for one document. Everything it gives is read back as what was asked for, wherever a citation may
 * stand; what the syntax cannot say, or what would be read as something else, is `undefined`. Line ends in notes become
 * spaces; their markup stays as it is. Total.
 */
export interface CitationWriter {
  /** The works of a cluster of this document. */
  items(cluster: CitationCluster): readonly WrittenItem[];
  /**
   * Citations of these works, at least one: one cluster or, where the syntax has none for several works, some beside each
   * other. Nothing is said of the white space around them.
   */
  cluster(items: readonly WrittenItem[], form: ClusterForm): string | undefined;
  /**
   * The change of this document that adds works to a cluster of it behind its item `index`, or as near as what the notes
   * of the cluster say of its own works allows.
   */
  further(items: readonly WrittenItem[], cluster: CitationCluster, index: number): TextEdit | undefined;
  /** The change of this document that has the item `index` of a cluster of it name another work. */
  otherKey(key: string, cluster: CitationCluster, index: number): TextEdit | undefined;
  /**
   * Where the document says a key that it cites without citing it there, as the label of a footnote does: they change
   * together. By `start`; without this method nowhere.
   */
  labels?(key: string): readonly OffsetRange[];
}

/** A work without words before or after it. */
export function plainItem(key: string): WrittenItem {
  return { key, prefix: '', suffix: '', suppressAuthor: false };
}
