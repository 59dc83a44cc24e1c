import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster, OffsetRange } from '../citation.ts';
import { spacesAround } from '../citationSpacing.ts';
import type { SyntaxText } from '../citationSyntax.ts';
import type { ClusterForm, WrittenItem } from '../citationWriter.ts';
import { keepsWords } from './keptWords.ts';

/** Longer paragraphs are not read again: then nothing is changed in them. */
const longestParagraph = 100_000;

/** What is to stand in the place of one cluster or of some beside each other. */
export interface Rewriting {
  /** From the first character of the first cluster to the end of the last. */
  readonly range: OffsetRange;
  readonly written: string;
  /** All works, with all that is said of them. */
  readonly items: readonly WrittenItem[];
}

/** The clusters of a document for these works, in its own syntax; `undefined` when it cannot say that. */
export function writtenAs(document: SyntaxText, items: readonly WrittenItem[], form: ClusterForm): string | undefined {
  return document.syntax.writer(document).cluster(items, form);
}

/**
 * The change that puts them there, when the paragraph is then read as it was but for these clusters, and no word before or
 * after a work is lost; else `undefined`.
 */
export function rewriting(document: SyntaxText, { range, written, items }: Rewriting): TextEdit | undefined {
  const { text, syntax, scan } = document;
  if (!keepsWords(written, items)) return undefined;
  const { after } = spacesAround({ syntax: syntax.id, text, written }, range.end);
  const edit = { start: range.start, end: range.end, text: written + after };
  if (text.slice(edit.start, edit.end) === edit.text) return undefined;
  const paragraph = scan.paragraphs.find(({ start, end }) => start <= range.start && range.end <= end) ?? range;
  if (paragraph.end - paragraph.start > longestParagraph) return undefined;
  const before = scan.clusters.filter((cluster) => isWithin(cluster.range, paragraph));
  const others = before.filter((cluster) => !isWithin(cluster.range, range));
  const head = text.slice(paragraph.start, edit.start);
  const found = syntax.scan(head + edit.text + text.slice(edit.end, paragraph.end)).clusters;
  const own = found.filter((cluster) =>
    isWithin(cluster.range, { start: head.length, end: head.length + written.length }),
  );
  const isRead = sameKeys(
    keysOf(own),
    items.map(({ key }) => key),
  );
  return isRead && found.length === others.length + own.length ? edit : undefined;
}

/**
 * Whether a syntax writes these works by the command that stands there: `\parencite` must not become `\citep` because
 * somebody sorts its keys.
 */
export function isSameCommand({ text }: SyntaxText, { range }: CitationCluster, written: string): boolean {
  return commandOf(text.slice(range.start, range.start + 60)) === commandOf(written);
}

function commandOf(text: string): string {
  const latex = /^\\([a-zA-Z]+\*?)/.exec(text)?.[1]?.replace(/cites(\*?)$/, 'cite$1');
  return latex ?? /^\{cite[^}]*\}|^\[\[|^\[\^|^\[|^@|^#?cite/.exec(text)?.[0] ?? '';
}

function keysOf(clusters: readonly CitationCluster[]): readonly string[] {
  return clusters.flatMap(({ items }) => items.map(({ key }) => key));
}

function sameKeys(found: readonly string[], asked: readonly string[]): boolean {
  return found.length === asked.length && found.every((key, index) => key === asked[index]);
}

function isWithin({ start, end }: OffsetRange, { start: from, end: to }: OffsetRange): boolean {
  return from <= start && end <= to;
}
