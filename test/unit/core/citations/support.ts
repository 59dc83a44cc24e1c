import type { OffsetRange } from '../../../../src/core/citations/citation.ts';
import type { CitationSyntax } from '../../../../src/core/citations/citationSyntax.ts';
import { plainItem } from '../../../../src/core/citations/citationWriter.ts';
import { planCitationInsert, type CitationInsertPlan } from '../../../../src/core/citations/insertCitation.ts';
import type { TextEdit } from '../../../../src/core/text/position.ts';

/** Applies edits whose offsets are of `text`; fails when they overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let copied = 0;
  for (const { start, end, text: inserted } of edits) {
    if (start < copied || end < start || end > text.length) throw new Error(`bad edit at ${start}`);
    result += text.slice(copied, start) + inserted;
    copied = end;
  }
  return result + text.slice(copied);
}

/** A text with cursors written as `|`: the text without them and their offsets. */
export function withCursors(marked: string): { text: string; cursors: { start: number; end: number }[] } {
  const parts = marked.split('|');
  const cursors: { start: number; end: number }[] = [];
  let offset = 0;
  for (const part of parts.slice(0, -1)) {
    offset += part.length;
    cursors.push({ start: offset, end: offset });
  }
  return { text: parts.join(''), cursors };
}

/** Plans citations of works without notes; nothing gives way to them unless `replaces`. */
export function planInsert(
  syntax: CitationSyntax,
  text: string,
  selections: readonly OffsetRange[],
  { keys, replaces = false }: { readonly keys: readonly string[]; readonly replaces?: boolean },
): CitationInsertPlan {
  const document = { syntax, text, scan: syntax.scan(text) };
  return planCitationInsert(document, { selections, replaces }, keys.map(plainItem));
}
