import type { OffsetRange } from './citation.ts';
import { linesOf } from './pandoc/lines.ts';

/**
 * The stretches between blank lines of any other text, in their order. A line that `begins` matches at its start begins
 * one of its own. Total; linear when `begins` is.
 */
export function plainParagraphs(text: string, begins?: RegExp): readonly OffsetRange[] {
  const found: OffsetRange[] = [];
  const lines = linesOf(text);
  let start: number | undefined;
  for (let line = 0; line < lines.count; line += 1) {
    const written = text.slice(lines.start(line), lines.end(line));
    const isBlank = written.trim() === '';
    if (start !== undefined && (isBlank || begins?.test(written) === true)) {
      found.push({ start, end: lines.end(line - 1) });
      start = undefined;
    }
    if (!isBlank) start ??= lines.start(line);
  }
  if (start !== undefined) found.push({ start, end: text.length });
  return found;
}
