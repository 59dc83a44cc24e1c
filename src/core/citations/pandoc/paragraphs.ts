import { locateFrontMatter } from '../../bibliography/frontMatterRange.ts';
import { BlockWalker } from './blockWalker.ts';
import type { OffsetRange } from './citation.ts';
import { InlineScanner } from './inlineScanner.ts';
import { linesOf } from './lines.ts';

/**
 * The paragraphs of a Markdown text in their order: each list item, heading, footnote and paragraph of a quote is one of
 * its own, without its marker. Front matter, blocks of code and verbatim HTML are none. Total; linear.
 */
export function markdownParagraphs(text: string): readonly OffsetRange[] {
  const found: OffsetRange[] = [];
  const frontMatter = locateFrontMatter(text);
  const start = frontMatter === undefined || frontMatter === 'unclosed' ? 0 : frontMatter.end;
  const inline = new InlineScanner(text, () => undefined);
  const walker = new BlockWalker(text, start, {
    inline(from, to) {
      // A comment that begins in a paragraph may run on over blank lines.
      const { end } = inline.scan(from, to);
      found.push({ start: from, end });
      return end;
    },
    opaque: () => undefined,
    exampleLabel: () => undefined,
  });
  walker.walk();
  return found;
}

/** The stretches between blank lines of any other text, in their order. Total; linear. */
export function plainParagraphs(text: string): readonly OffsetRange[] {
  const found: OffsetRange[] = [];
  const lines = linesOf(text);
  let start: number | undefined;
  for (let line = 0; line < lines.count; line += 1) {
    const isBlank = text.slice(lines.start(line), lines.end(line)).trim() === '';
    if (!isBlank) start ??= lines.start(line);
    else if (start !== undefined) {
      found.push({ start, end: lines.end(line - 1) });
      start = undefined;
    }
  }
  if (start !== undefined) found.push({ start, end: text.length });
  return found;
}
