import type { CitationCluster, CitationItem, OffsetRange } from '../citation.ts';
import { isCrossReference } from './citationKey.ts';
import type { BracketElement, InlineElement, KeyElement } from './inlineTree.ts';
import { afterMarkers, withoutMarkers } from './quoteMarkers.ts';

/** The part of a bracket between two semicolons. */
interface Segment extends OffsetRange {
  readonly elements: readonly InlineElement[];
  /** The first key directly in it: the one it cites. */
  readonly key: KeyElement | undefined;
}

/** Receives the clusters of a stretch of text. */
export interface ClusterSink {
  /** Outer ones come before inner ones. */
  add(cluster: CitationCluster): void;
  /** Whether a key in the sentence is the label of an example: it cites nothing, and takes no bracket along. */
  isLabel(key: string): boolean;
}

/**
 * Decides which keys form clusters, as `normalCite`, `textualCite` and `bareloc` of pandoc's Markdown reader do: a
 * bracket is a cluster when every part of it between semicolons holds a key; every other key is an in-text citation,
 * which takes a bracket that follows it along. Linear.
 */
export function resolveClusters(text: string, elements: readonly InlineElement[], sink: ClusterSink): void {
  for (let i = 0; i < elements.length; i += 1) {
    const element = elements[i];
    if (element === undefined) continue;
    const next = elements[i + 1];
    const rest: InlineElement[] = [];
    if (element.type === 'bracket') {
      resolveBracket(text, element, sink, rest);
    } else if (sink.isLabel(element.key)) {
      continue;
    } else if (next?.type === 'bracket' && follows(text, element, next) && belongsToKey(text, next)) {
      sink.add(inTextCluster(text, element, next, rest));
      i += 1;
    } else {
      sink.add(inTextCluster(text, element, undefined, rest));
    }
    if (rest.length > 0) resolveClusters(text, rest, sink);
  }
}

function resolveBracket(text: string, bracket: BracketElement, sink: ClusterSink, rest: InlineElement[]): void {
  const segments = segmentsOf(text, bracket);
  if (bracket.role !== 'plain' || segments.some(({ key }) => key === undefined)) {
    for (const element of bracket.elements) rest.push(element);
    return;
  }
  const range = { start: bracket.open, end: bracket.end };
  sink.add({ kind: 'bracketed', range, bracket: range, items: itemsOf(text, segments, rest) });
}

/** Only white space between them, with one line end at most. */
function follows(text: string, key: KeyElement, bracket: BracketElement): boolean {
  const between = text.slice(key.end, Math.min(bracket.open, key.end + 1000));
  if (key.end + between.length !== bracket.open) return false;
  return /^[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?$/.test(withoutMarkers(text, key.end, bracket.open));
}

/** A cluster (`@a [@b]`), or a locator that may be followed by a cluster (`@a [p. 3; @b]`). */
function belongsToKey(text: string, bracket: BracketElement): boolean {
  if (bracket.role !== 'plain' && bracket.role !== 'span') return false;
  const [first, ...others] = segmentsOf(text, bracket);
  if (first === undefined || others.some(({ key }) => key === undefined)) return false;
  if (first.key !== undefined && bracket.role === 'plain') return true;
  return others.length > 0 || text.slice(first.start, first.end).trim() !== '';
}

function inTextCluster(
  text: string,
  key: KeyElement,
  bracket: BracketElement | undefined,
  rest: InlineElement[],
): CitationCluster {
  if (bracket === undefined) {
    const range = { start: key.at, end: key.end };
    return { kind: 'inText', range, bracket: undefined, items: [itemOf(text, key, range, false)] };
  }
  const [first, ...others] = segmentsOf(text, bracket);
  const items: CitationItem[] = [];
  // With attributes behind it (`@a [@b]{.c}`) a bracket is no cluster, but still what is said of `@a`.
  if (first !== undefined && (first.key === undefined || bracket.role === 'span')) {
    const locator = trimmed(text, first);
    const item = itemOf(text, key, { start: key.at, end: key.end }, false);
    const range = { start: key.at, end: Math.max(locator.end, key.end) };
    items.push({ ...item, range, suffix: withoutMarkers(text, locator.start, locator.end) });
    for (const element of first.elements) rest.push(element);
    for (const other of itemsOf(text, others, rest)) items.push(other);
  } else {
    items.push(itemOf(text, key, { start: key.at, end: key.end }, false));
    const segments = first === undefined ? others : [first, ...others];
    for (const other of itemsOf(text, segments, rest)) items.push(other);
  }
  const range = { start: key.at, end: bracket.end };
  return { kind: 'inText', range, bracket: { start: bracket.open, end: bracket.end }, items };
}

function segmentsOf(text: string, bracket: BracketElement): readonly Segment[] {
  const bounds = [...bracket.semicolons, bracket.end - 1];
  const segments: Segment[] = [];
  let start = bracket.open + 1;
  let index = 0;
  for (const end of bounds) {
    const elements: InlineElement[] = [];
    for (let element = bracket.elements[index]; element !== undefined; element = bracket.elements[(index += 1)]) {
      if (startOf(element) >= end) break;
      elements.push(element);
    }
    const key = elements.find((element) => element.type === 'key');
    segments.push({ ...trimmed(text, { start, end }), elements, key });
    start = end + 1;
  }
  return segments;
}

/** The items of segments that all have a key; what else they hold goes to `rest`. */
function itemsOf(text: string, segments: readonly Segment[], rest: InlineElement[]): CitationItem[] {
  const items: CitationItem[] = [];
  for (const { key, start, end, elements } of segments) {
    if (key === undefined) continue;
    items.push(itemOf(text, key, { start, end }, key.hyphen));
    for (const element of elements) if (element !== key) rest.push(element);
  }
  return items;
}

function itemOf(text: string, key: KeyElement, range: OffsetRange, suppressAuthor: boolean): CitationItem {
  return {
    key: key.key,
    keyRange: { start: key.keyStart, end: key.keyEnd },
    range,
    prefix: withoutMarkers(text, range.start, suppressAuthor ? key.at - 1 : key.at).trim(),
    suffix: withoutMarkers(text, key.end, range.end).trim(),
    suppressAuthor,
    crossReference: isCrossReference(key.key),
  };
}

function startOf(element: InlineElement): number {
  return element.type === 'key' ? element.at : element.open;
}

function trimmed(text: string, { start, end }: OffsetRange): OffsetRange {
  const from = afterMarkers(text, start, end);
  return from === end ? { start, end: start } : { start: from, end: from + text.slice(from, end).trimEnd().length };
}
