import type { TextLine } from '../../text/textLines.ts';
import { isPageFurniture } from './furniture.ts';
import { labelOf } from './labels.ts';

/** Nobody wraps a text narrower or wider. */
const narrowest = 40;
const widest = 130;
/** A width counts when it explains this share of the line breaks inside blocks, and at least this many. */
const neededShare = 0.4;
const neededBreaks = 2;

/**
 * The width at which the paragraphs of a text were wrapped: the one that explains most of the breaks between two lines
 * that no blank line parts. `undefined` when the text was not wrapped. Linear: each break votes for the widths that
 * explain it, which are neighbours.
 */
export function findWrapWidth(lines: readonly TextLine[]): number | undefined {
  // Votes as differences: +1 where a break's widths begin, -1 behind their end.
  const votes = new Int32Array(widest + 2);
  let breaks = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1]?.text ?? '';
    const below = lines[index]?.text ?? '';
    // Most lists have a blank line between any two.
    if (above === '' || below === '') continue;
    const [before, line] = measure(above, below);
    if (before.length === 0 || line.length === 0) continue;
    // A labelled line is as long as its value.
    if (labelOf(above) !== undefined) continue;
    breaks += 1;
    const least = Math.max(before.length, line.length, narrowest);
    const most = Math.min(before.length + line.firstWord, widest);
    if (least > most || isFurnitureBreak(above, below)) continue;
    votes[least] = (votes[least] ?? 0) + 1;
    votes[most + 1] = (votes[most + 1] ?? 0) - 1;
  }
  let best = 0;
  let bestVotes = 0;
  let sum = 0;
  for (let width = narrowest; width <= widest; width += 1) {
    sum += votes[width] ?? 0;
    if (sum > bestVotes) {
      best = width;
      bestVotes = sum;
    }
  }
  return bestVotes >= neededBreaks && bestVotes >= breaks * neededShare ? best : undefined;
}

/** Would a word processor of this width have broken the line here, because the next word did not fit? */
export function wrapsAt(before: string, line: string, width: number): boolean {
  const [above, below] = measure(before, line);
  // A word longer than the line, such as an address, stands alone and sticks out.
  if (above.length > width) return !before.trim().includes(' ') && /^\s*\p{Ll}/u.test(line);
  const fits = below.length <= width || below.length === below.firstWord;
  return fits && above.length + below.firstWord >= width && !isFurnitureBreak(before, line);
}

/** Page furniture above ends a paragraph; below it does so after the end of a sentence, else it is the last word. */
function isFurnitureBreak(before: string, line: string): boolean {
  if (/[.!?。…]["'”’)\]]*\s*$/u.test(before) && isFurniture(line)) return true;
  return !/[\p{L}\p{N}]/u.test(line) || (!/^\s*\p{Ll}/u.test(line) && isFurniture(before));
}

function isFurniture(line: string): boolean {
  return isPageFurniture(line.trim());
}

interface Measure {
  readonly length: number;
  readonly firstWord: number;
}

function measure(before: string, line: string): readonly [Measure, Measure] {
  const text = line.trim();
  const space = text.indexOf(' ');
  return [
    { length: before.trim().length, firstWord: 0 },
    { length: text.length, firstWord: space < 0 ? text.length : space },
  ];
}
