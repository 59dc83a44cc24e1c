import type { OffsetRange } from './pandoc/citation.ts';
import { linesOf } from './pandoc/lines.ts';

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
