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

/** Longer texts are no titles, in characters and in wrapped lines. */
const maxTitleLength = 260;
const maxTitleLines = 3;

/** Fewer lines may fill a width by chance. */
const leastWrappedLines = 4;

/** Groups the non-blank lines of a text into units. */
export function unitsOf(lines: readonly TextLine[]): readonly Unit[] {
  const width = findWrapWidth(lines.map(({ text }) => text));
  const blocks = blocksOf(lines);
  const tight = width !== undefined && titlesAreInBlocks(blocks);
  const units: Unit[] = [];
  for (const block of blocks) addBlock(units, block, { width: width ?? ownWidth(block), tight });
  return units;
}

/** A single paragraph may be wrapped, copied from a PDF or an e-mail, in a list that is not. */
function ownWidth(block: readonly TextLine[]): number | undefined {
  return block.length < leastWrappedLines ? undefined : findWrapWidth(block.map(({ text }) => text));
}

/** Runs of lines without a blank one. */
function blocksOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const blocks: TextLine[][] = [];
  let block: TextLine[] = [];
  for (const line of lines) {
    if (line.text.trim() !== '') {
      block.push(line);
    } else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/**
 * Do titles stand in one block with their abstracts? Else they are blocks of their own, and there are not much fewer of
 * them than of longer blocks (an abstract may have several).
 */
function titlesAreInBlocks(blocks: readonly (readonly TextLine[])[]): boolean {
  let titles = 0;
  let longer = 0;
  for (const block of blocks) {
    if (isTitleBlock(block)) titles += 1;
    else if (block.length > 1) longer += 1;
  }
  return titles * 4 < longer;
}

function isTitleBlock(block: readonly TextLine[]): boolean {
  return block.length <= maxTitleLines && isTitleLike(block.map(({ text }) => text.trim()).join(' '));
}

/** How the paragraphs of a text were wrapped. */
interface Wrapping {
  readonly width: number | undefined;
  /** Titles stand in one block with their abstracts. */
  readonly tight: boolean;
}

/** A block is a run of lines without a blank one. */
function addBlock(units: Unit[], block: readonly TextLine[], { width, tight }: Wrapping): void {
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
  const above = units.at(-1)?.text;
  const titleFirst = tight && !(above !== undefined && isTitleLike(above));
  for (const [index, line] of block.entries()) {
    const before = run.at(-1);
    // A title may fill the width by chance; nothing in lower case follows it.
    const isTitle = index === 1 && titleFirst && !/^\s*\p{Ll}/u.test(line.text);
    if (before !== undefined && (isTitle || width === undefined || !wrapsAt(before.text, line.text, width))) close();
    run.push(line);
  }
  close();
}

/** Could this be the title of what comes, so that a block below begins with its abstract? */
function isTitleLike(text: string): boolean {
  if (text.length > maxTitleLength || /[.。…]["'”’)]*$/u.test(text)) return false;
  return furnitureGrade(text, undefined) === undefined;
}
