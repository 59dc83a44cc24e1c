import type { TextLine } from '../../text/textLines.ts';
import { furnitureGrade } from './furniture.ts';
import { findWrapWidth, wrapsAt } from './wrapWidth.ts';

/** What people would call a line of the page: one line, or the lines of a paragraph that was wrapped at a width. */
export interface Unit {
  /** First and last line, both inside. */
  readonly first: TextLine;
  readonly last: TextLine;
  /** Trimmed; wrapped lines are joined by a space. */
  readonly text: string;
  /** A blank line (or the start of the text) stands before it. */
  readonly afterBlank: boolean;
}

/** Longer texts above a block are no titles. */
const maxTitleLength = 260;

/** Groups the non-blank lines of a text into units. */
export function unitsOf(lines: readonly TextLine[]): readonly Unit[] {
  const width = findWrapWidth(lines.map(({ text }) => text));
  const units: Unit[] = [];
  let block: TextLine[] = [];
  for (const line of lines) {
    if (line.text.trim() !== '') {
      block.push(line);
    } else if (block.length > 0) {
      addBlock(units, block, width);
      block = [];
    }
  }
  addBlock(units, block, width);
  return units;
}

/** A block is a run of lines without a blank one. */
function addBlock(units: Unit[], block: readonly TextLine[], width: number | undefined): void {
  let run: TextLine[] = [];
  let afterBlank = true;
  const close = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return;
    units.push({ first, last, text: run.map(({ text }) => text.trim()).join(' '), afterBlank });
    afterBlank = false;
    run = [];
  };
  const titleFirst = !isTitleLike(units.at(-1));
  for (const [index, line] of block.entries()) {
    const before = run.at(-1);
    // A title may fill the width by chance; nothing in lower case follows it.
    const isTitle = index === 1 && titleFirst && !/^\s*\p{Ll}/u.test(line.text);
    if (before !== undefined && (isTitle || width === undefined || !wrapsAt(before.text, line.text, width))) close();
    run.push(line);
  }
  close();
}

/** Could the unit above be the title of what comes, so that a block begins with its abstract? */
function isTitleLike(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.text.length > maxTitleLength) return false;
  return furnitureGrade(unit.text, undefined) === undefined && !/[.。…]["'”’)]*$/u.test(unit.text);
}
