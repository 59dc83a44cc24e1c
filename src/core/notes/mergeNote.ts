import type { TextEdit } from '../text/position.ts';
import { matchLines, splitLines } from './matchLines.ts';
import { sameWhenTrimmed } from './trimmedText.ts';

/** The outcome of a merge. */
export interface MergedText {
  readonly text: string;
  /** Both sides changed the same passage: `text` holds both versions of it, theirs first. */
  readonly conflict: boolean;
}

/**
 * Merges two changes of one text. Changes of different lines, and changes of different places in the same lines, are both
 * made, insertions at one place of a line one behind the other; a change that both made is made once, and so is one from which the other side went on; where they overlap,
 * both versions of the passage are kept, on lines of their own, and `conflict` is true. Nothing that either side added is
 * ever lost, but for spaces and line breaks at ends, as VS Code's saves add and trim them, in a passage that the other side
 * changed; what one side deleted stays when the other side changed it. Line ends must be the same on all sides (LF). n log n.
 */
export function mergeNoteText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, conflict: false };
  if (mine === base) return { text: theirs, conflict: false };
  const sides = { base: splitLines(base), mine: splitLines(mine), theirs: splitLines(theirs) };
  const inMine = matchLines(sides.base, sides.mine);
  const inTheirs = matchLines(sides.base, sides.theirs);
  const parts: string[] = [];
  let conflict = false;
  let at = { base: 0, mine: 0, theirs: 0 };
  const passage = (end: typeof at) => {
    const merged = mergePassage(
      sides.base.slice(at.base, end.base).join(''),
      sides.mine.slice(at.mine, end.mine),
      sides.theirs.slice(at.theirs, end.theirs),
    );
    parts.push(merged.text);
    conflict ||= merged.conflict;
  };
  for (const [index, line] of sides.base.entries()) {
    const end = { base: index, mine: inMine[index] ?? -1, theirs: inTheirs[index] ?? -1 };
    if (end.mine < 0 || end.theirs < 0) continue;
    passage(end);
    parts.push(line);
    at = { base: index + 1, mine: end.mine + 1, theirs: end.theirs + 1 };
  }
  passage({ base: sides.base.length, mine: sides.mine.length, theirs: sides.theirs.length });
  return { text: joinParts(parts), conflict };
}

/** A passage between two lines that all three texts share. */
function mergePassage(base: string, mineLines: readonly string[], theirLines: readonly string[]): MergedText {
  const mine = mineLines.join('');
  const theirs = theirLines.join('');
  if (mine === theirs || theirs === base) return { text: mine, conflict: false };
  if (mine === base) return { text: theirs, conflict: false };
  const merged = mergeWithinLines(base, mine, theirs);
  if (merged !== undefined) return merged;
  // What VS Code trims and adds when it saves is nobody's change of the passage.
  if (sameWhenTrimmed(base, theirs)) return { text: mine, conflict: false };
  if (sameWhenTrimmed(base, mine)) return { text: theirs, conflict: false };
  // A page may go on from a text of its own before it is told that it was saved, and lose its host then.
  if (goesOn(base, theirs, mine)) return { text: mine, conflict: false };
  if (goesOn(base, mine, theirs)) return { text: theirs, conflict: false };
  return { text: bothVersions(mineLines, theirLines), conflict: true };
}

/** Whether each of these only adds to the one before, behind it. */
function goesOn(base: string, added: string, more: string): boolean {
  return added.startsWith(base) && more.startsWith(added);
}

/** Each side taken as one replacement: both are made when they do not touch the same place. */
function mergeWithinLines(base: string, mine: string, theirs: string): MergedText | undefined {
  const a = minimalEdit(base, mine);
  const b = minimalEdit(base, theirs);
  if (a === undefined || b === undefined) return undefined;
  const areInsertions = a.start === a.end && b.start === b.end && !`${a.text}${b.text}`.includes('\n');
  if (base !== '' && areInsertions && a.start === b.start) {
    return { text: base.slice(0, a.start) + bothInsertions(a.text, b.text) + base.slice(a.start), conflict: false };
  }
  const [first, second] = a.start < b.start || (a.start === b.start && a.end < b.end) ? [a, b] : [b, a];
  // An insertion beside a deletion may belong to what was deleted, unless that is what VS Code trims when it saves.
  if (first.end > second.start || (first.end === second.start && !isTypedOn(base, [a, b]))) return undefined;
  const text =
    base.slice(0, first.start) +
    first.text +
    base.slice(first.end, second.start) +
    second.text +
    base.slice(second.end);
  return { text, conflict: false };
}

/** Whether one of the two typed on, and the other one in place of spaces that stood at the end of the line there. */
function isTypedOn(base: string, edits: readonly [TextEdit, TextEdit]): boolean {
  if (edits.some(({ text }) => text === '' || text.includes('\n'))) return false;
  const deletions = edits.filter(({ start, end }) => start < end);
  const [{ start, end } = { start: 0, end: 0 }] = deletions;
  return deletions.length === 1 && /^[ \t]+$/.test(base.slice(start, end)) && /^\r?(?:\n|$)/.test(base.slice(end));
}

/**
 * Two insertions at one place of a line, as when one types on in two windows: theirs, then mine; the longer one where it
 * begins as the other: whoever wrote it had heard of that.
 */
function bothInsertions(mine: string, theirs: string): string {
  if (mine.startsWith(theirs)) return mine;
  return theirs.startsWith(mine) ? theirs : theirs + mine;
}

/** Theirs, then mine; lines that both begin or end with stand once. */
function bothVersions(mine: readonly string[], theirs: readonly string[]): string {
  let start = 0;
  while (start < mine.length && start < theirs.length && mine[start] === theirs[start]) start += 1;
  let tail = 0;
  const longest = Math.min(mine.length, theirs.length) - start;
  while (tail < longest && mine[mine.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail += 1;
  return joinParts([
    theirs.slice(0, theirs.length - tail).join(''),
    mine.slice(start, mine.length - tail).join(''),
    mine.slice(mine.length - tail).join(''),
  ]);
}

/** Joins texts of whole lines; a line end is added where the last line of one has none and another text follows. */
function joinParts(parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  return filled.map((part, index) => (index + 1 < filled.length && !part.endsWith('\n') ? `${part}\n` : part)).join('');
}

/**
 * The smallest single replacement that turns `before` into `after`; `undefined` when they are equal. Never cuts a surrogate
 * pair or a CRLF in two. Linear.
 */
export function minimalEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && (isCut(before, start) || isCut(after, start))) start -= 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && (isCut(before, before.length - tail) || isCut(after, after.length - tail))) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Whether the place before `offset` is within a surrogate pair or a CRLF. */
function isCut(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const pair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return pair || (before === 13 && after === 10);
}
