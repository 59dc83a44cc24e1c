import type { TextEdit } from '../core/text/position.ts';

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The smallest single replacement that turns `before` into `after`; never cuts a surrogate pair. Linear. */
export function changeBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  const longestTail = shorter - start;
  while (
    tail < longestTail &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Where an offset of the text before `change` lies after it; an offset inside the replaced part goes to its end. */
export function mapOffset(offset: number, change: TextEdit): number {
  if (offset <= change.start) return offset;
  if (offset >= change.end) return offset + change.text.length - (change.end - change.start);
  return change.start + change.text.length;
}
