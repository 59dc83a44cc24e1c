import type { TextEdit } from './position.ts';

/** The text with these edits made, which stand in their order; `undefined` when two of them overlap. Linear. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end, text: written } of edits) {
    if (start < copied || end < start || end > text.length) return undefined;
    pieces.push(text.slice(copied, start), written);
    copied = end;
  }
  return pieces.join('') + text.slice(copied);
}
