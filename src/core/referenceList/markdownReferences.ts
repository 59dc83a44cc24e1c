import type { FormattedReference } from '../csl/formatRequest.ts';
import type { FormattedText, TextRun } from '../csl/formattedText.ts';
import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts';

/** An address as styles print it; what ends a sentence behind it is not a part of it. */
const address = /https?:\/\/[^\s<>"\\`{}|^[\]\p{Cc}]{1,2000}?(?=[.,;:!?)]*(?:\s|$))/gu;

/**
 * A reference list as paragraphs of Markdown, one for each entry. What papers say is shown as it is; addresses are links, and
 * marks of the style are emphasis. Superscripts are HTML, which most programs that read Markdown have.
 */
export function markdownReferences(references: readonly FormattedReference[]): readonly string[] {
  return references.map(({ label, text }) => {
    const parts = [label, text].map((part) => markdownOf(part).trim()).filter((part) => part !== '');
    return escapeLineStart(parts.join(' '));
  });
}

function markdownOf(text: FormattedText): string {
  let markdown = '';
  const runs = text.filter((run) => run.text !== '').map(marked);
  for (const [index, { before, inner, after, mark, tag }] of runs.entries()) {
    const next = runs[index + 1];
    const following = after || next?.before || next?.inner || '';
    const isPlain = mark === '' || inner === '';
    const isClear = isPlain || opens(markdown + before, inner, following);
    markdown += before + (isPlain ? inner : isClear ? mark + inner + mark : `<${tag}>${inner}</${tag}>`) + after;
  }
  return markdown;
}

interface MarkedRun {
  /** White space at the edges stands outside of the marks. */
  readonly before: string;
  readonly inner: string;
  readonly after: string;
  readonly mark: '' | '*' | '**';
  /** What does the same in HTML, where the marks would be none. */
  readonly tag: 'i' | 'b';
}

function marked({ text, italic, bold, raised }: TextRun): MarkedRun {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const escaped = withLinks(core);
  const inner =
    raised === undefined || escaped === '' ? escaped : `<${raised.slice(0, 3)}>${escaped}</${raised.slice(0, 3)}>`;
  const mark = bold ? '**' : italic ? '*' : '';
  return { before: before && ' ', inner, after: after && ' ', mark, tag: bold ? 'b' : 'i' };
}

function withLinks(text: string): string {
  let markdown = '';
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    markdown += `${escapeMarkdown(text.slice(from, index))}<${url}>`;
    from = index + url.length;
  }
  return markdown + escapeMarkdown(text.slice(from));
}

const space = /\s/;
const word = /[\p{L}\p{N}]/u;

/** Whether marks around a text are emphasis by the rules of CommonMark, with what stands before and behind it. */
function opens(before: string, inner: string, after: string): boolean {
  const [last, first] = [before.at(-1) ?? ' ', after.at(0) ?? ' '];
  // Beside another mark they would be counted together.
  return last !== '*' && first !== '*' && isEdge(inner.at(0), last) && isEdge(inner.at(-1), first);
}

function isEdge(inside: string | undefined, outside: string): boolean {
  return word.test(inside ?? '') || space.test(outside) || !word.test(outside);
}
