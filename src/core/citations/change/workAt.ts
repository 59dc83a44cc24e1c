import { arxivIdOf } from '../../bibliography/entryIndex.ts';
import { titleKey } from '../../library/paperIdentity.ts';
import { identifierLine, type Identifiers } from '../../text/identifiers.ts';
import type { TextEdit } from '../../text/position.ts';
import type { OffsetRange } from '../citation.ts';
import { spacesAround } from '../citationSpacing.ts';
import type { SyntaxText } from '../citationSyntax.ts';
import { plainItem } from '../citationWriter.ts';
import { withoutSentenceEnd } from '../withoutSentenceEnd.ts';
import { keepsWords } from './keptWords.ts';

/** What at a place of a text may name a paper. */
export interface NamedWork {
  /** What a citation is to stand for. */
  readonly range: OffsetRange;
  /** What the link is to, if it is one. */
  readonly identifiers: Identifiers | undefined;
  /** The selected text, or that of the link. */
  readonly label: string;
}

/** Longer lines are looked at around the selection only. */
const reach = 2_000;
const longestTitle = 300;
/** A shorter text is the title of too many papers. */
const shortestTitle = 8;

const markdownLink =
  /\[((?:[^[\]\\]|\\.){0,500})\]\(\s{0,3}<?([^\s()<>]{1,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)>?(?:\s+"[^"]{0,300}")?\s{0,3}\)/g;
const latexLink = /\\href\{([^{}]{1,1000})\}\{([^{}]{0,500})\}|\\url\{([^{}]{1,1000})\}/g;
const typstLink = /#link\("([^"]{1,1000})"\)(?:\[([^[\]]{0,500})\])?/g;
const bare =
  /<?(https?:\/\/[^\s<>"'`\]}]{1,1000}|(?:doi:\s?|(?<![\w/.:-]))10\.\d{4,9}\/[^\s<>"'`\]}]{1,200}|arxiv:\s?[\w./-]{5,40})>?/gi;

/**
 * What a selection, or a cursor in a link, may mean: a link or an identifier (DOI, arXiv, address), else the selected text
 * as a title. `undefined` where there is neither, and in citations. Cheap: looks at the line alone.
 */
export function workAt({ text, scan, syntax }: SyntaxText, selection: OffsetRange): NamedWork | undefined {
  if (scan.clusters.some(({ range }) => range.start < selection.end && selection.start < range.end)) return undefined;
  const line = lineAround(text, selection);
  const links =
    syntax.id === 'latex'
      ? latexLinks(line.text)
      : syntax.id === 'typst'
        ? typstLinks(line.text)
        : markdownLinks(line.text);
  for (const { at, length, url, label } of [...links, ...bareLinks(line.text)]) {
    const range = { start: line.start + at, end: line.start + at + length };
    if (range.start > selection.start || range.end < selection.end) continue;
    const identifiers = identifiersOf(url);
    if (identifiers !== undefined) return { range, identifiers, label };
  }
  const selected = text.slice(selection.start, Math.min(selection.end, selection.start + longestTitle + 1));
  const trimmed = selected.trim();
  if (trimmed.length < shortestTitle || selected.length > longestTitle || /\n\s*\n/.test(selected)) return undefined;
  const start = selection.start + selected.length - selected.trimStart().length;
  return { range: { start, end: start + trimmed.length }, identifiers: undefined, label: withoutMarkup(trimmed) };
}

/** A paper as far as it can be told from what a text names. */
export interface ComparedPaper {
  readonly key: string;
  readonly title: string;
  readonly doi?: string | undefined;
  readonly arxiv?: string | undefined;
  readonly url?: string | undefined;
}

/** Whether a paper is the one that is named. */
export function isNamedWork({ identifiers, label }: NamedWork, paper: ComparedPaper): boolean {
  if (identifiers === undefined) return label !== '' && titleKey(paper.title) === titleKey(label);
  const { doi, arxiv, url } = identifiers;
  if (doi !== undefined) return paper.doi?.toLowerCase() === doi;
  if (arxiv !== undefined) return arxivIdOf(paper.arxiv ?? '') === arxiv.toLowerCase();
  return url !== undefined && sameAddress(paper.url ?? '', url);
}

/** The change that cites a paper there. The text of a link stays, unless it is the title or the address itself. */
export function citeWork(
  { text, syntax, scan }: SyntaxText,
  { range, identifiers, label }: NamedWork,
  { key, title }: ComparedPaper,
): TextEdit | undefined {
  const written = syntax.writer({ text, scan }).cluster([plainItem(key)], 'bracketed');
  if (written === undefined) return undefined;
  const plain = withoutMarkup(label);
  const isKept = identifiers !== undefined && plain !== '' && titleKey(plain) !== titleKey(title) && !isAddress(plain);
  const { before, after } = spacesAround({ syntax: syntax.id, text, written }, range.end);
  const lead = isKept ? `${label}${before === '' ? ' ' : before}` : '';
  const whole = `${lead}${written}${after}`;
  if (isKept && !keepsWords(whole, [{ ...plainItem(key), prefix: label }])) return undefined;
  return { start: range.start, end: range.end, text: whole };
}

interface Link {
  readonly at: number;
  readonly length: number;
  readonly url: string;
  readonly label: string;
}

function markdownLinks(line: string): readonly Link[] {
  return [...line.matchAll(markdownLink)].map(({ index, 0: whole, 1: label = '', 2: url = '' }) => {
    return { at: index, length: whole.length, url, label };
  });
}

function latexLinks(line: string): readonly Link[] {
  return [...line.matchAll(latexLink)].map(({ index, 0: whole, 1: href, 2: label = '', 3: url = '' }) => {
    return { at: index, length: whole.length, url: href ?? url, label };
  });
}

function typstLinks(line: string): readonly Link[] {
  return [...line.matchAll(typstLink)].map(({ index, 0: whole, 1: url = '', 2: label = '' }) => {
    return { at: index, length: whole.length, url, label };
  });
}

function bareLinks(line: string): readonly Link[] {
  return [...line.matchAll(bare)].map(({ index, 0: whole, 1: found = '' }) => {
    const url = withoutSentenceEnd(found);
    const length = whole.endsWith('>') ? whole.length : whole.length - found.length + url.length;
    return { at: index, length, url, label: '' };
  });
}

function identifiersOf(written: string): Identifiers | undefined {
  const text = written.replace(/^<|>$/g, '').trim();
  return identifierLine(/^doi:/i.test(text) ? text.replace(/\s/g, '') : text);
}

function isAddress(label: string): boolean {
  return identifiersOf(label) !== undefined;
}

function sameAddress(a: string, b: string): boolean {
  return plainAddress(a) === plainAddress(b);
}

function plainAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/#?]+$/, '');
}

function withoutMarkup(text: string): string {
  return text.replace(/^[*_"“”„'«»`\s]+|[*_"“”'«»`\s.]+$/g, '');
}

function lineAround(text: string, { start, end }: OffsetRange): { readonly start: number; readonly text: string } {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const next = text.indexOf('\n', end);
  return { start: from, text: text.slice(from, Math.min(next === -1 ? text.length : next, end + reach)) };
}
