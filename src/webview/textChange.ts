import { matchLines, splitLines } from '../core/notes/matchLines.ts';
import { minimalEdit } from '../core/notes/mergeNote.ts';
import type { TextEdit } from '../core/text/position.ts';

/** The smallest single replacement that turns `before` into `after`, an empty one at the end of equal texts. Linear. */
export function changeBetween(before: string, after: string): TextEdit {
  return minimalEdit(before, after) ?? { start: before.length, end: before.length, text: '' };
}

/** Where an offset of the text before `change` lies after it; an offset inside the replaced part goes to its end. */
export function mapOffset(offset: number, change: TextEdit): number {
  if (offset <= change.start) return offset;
  if (offset >= change.end) return offset + change.text.length - (change.end - change.start);
  return change.start + change.text.length;
}

/**
 * Small replacements, ascending and apart, that turn `before` into `after`: one for each passage between lines that both
 * have, so that what stands between two changed places is not touched. Empty when they are equal. n log n.
 */
export function changesBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const whole = changeBetween(before, after);
  // Most changes are one: no need to look at lines, unless much would be replaced.
  if (whole.start === whole.end || whole.text === '') return [whole];
  const [left, right] = [splitLines(before), splitLines(after)];
  const partners = matchLines(left, right);
  const changes: TextEdit[] = [];
  // Where the passage looked at begins, in characters and in lines of the other text.
  let passage = { before: 0, after: 0, line: 0 };
  let at = { before: 0, after: 0, line: 0 };
  const close = (): void => {
    const change = changeBetween(before.slice(passage.before, at.before), after.slice(passage.after, at.after));
    if (change.start === change.end && change.text === '') return;
    changes.push({ ...change, start: change.start + passage.before, end: change.end + passage.before });
  };
  const skipTo = (line: number): void => {
    for (; at.line < line; at.line++) at.after += right[at.line]?.length ?? 0;
  };
  for (const [index, text] of left.entries()) {
    const partner = partners[index] ?? -1;
    if (partner < 0) {
      at.before += text.length;
      continue;
    }
    skipTo(partner);
    close();
    at = { before: at.before + text.length, after: at.after + text.length, line: partner + 1 };
    passage = { ...at };
  }
  skipTo(right.length);
  close();
  return changes;
}
