import { identifierLine } from '../../text/identifiers.ts';
import type { TextLine } from '../../text/textLines.ts';
import { furnitureGrade } from './furniture.ts';
import { authorsOf } from './labelledLists.ts';
import { labelOf, type Label } from './labels.ts';
import { withoutEscapes } from './terminalEscapes.ts';
import { findWrapWidth, wrapsAt } from './wrapWidth.ts';

/** What people would call a line of the page: one line, or the lines of a paragraph that was wrapped at a width. */
export interface Unit {
  /** First and last line, both inside. */
  readonly first: TextLine;
  readonly last: TextLine;
  /** Trimmed, without terminal escapes; wrapped lines are joined by a space. */
  readonly text: string;
  readonly label: Label | undefined;
  /** A blank line (or the start of the text) stands before it. */
  readonly afterBlank: boolean;
}

/** Longer texts are no titles, in characters and in wrapped lines. */
const maxTitleLength = 260;
const maxTitleLines = 3;

/** Parts the fields of an entry and its abstract in arXiv's mails. */
const mailSeparator = '\\\\';
/** Of a labelled line that goes on. */
const widestLine = 130;

/** Fewer lines may fill a width by chance. */
const leastWrappedLines = 4;

/** Groups the non-blank lines of a text into units. */
export function unitsOf(lines: readonly TextLine[]): readonly Unit[] {
  const width = findWrapWidth(lines);
  const blocks = blocksOf(lines);
  const tight = width !== undefined && titlesAreInBlocks(blocks);
  const units: Unit[] = [];
  for (const block of blocks) addBlock(units, block, { width: width ?? ownWidth(block), tight });
  return units;
}

/** A single paragraph may be wrapped, copied from a PDF or an e-mail, in a list that is not. */
function ownWidth(block: readonly TextLine[]): number | undefined {
  return block.length < leastWrappedLines ? undefined : findWrapWidth(block);
}

/** Runs of lines without a blank one. */
function blocksOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const blocks: TextLine[][] = [];
  let block: TextLine[] = [];
  for (const line of lines) {
    if (!isBlank(line.text)) {
      block.push(line);
    } else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function isBlank(text: string): boolean {
  // Nearly all lines are empty or begin with a printable character.
  return text === '' || (!(text.charCodeAt(0) > 0x20 && text.charCodeAt(0) < 0x7f) && text.trim() === '');
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
  // Most paragraphs of lists are one line.
  if (block.length === 1) {
    units.push(unitOf(block, true));
    return;
  }
  let run: TextLine[] = [];
  const above = units.at(-1)?.text;
  const titleFirst = block.length > 1 && tight && !(above !== undefined && isTitleLike(above));
  let afterBlank = true;
  let mailed = false;
  for (const [index, line] of block.entries()) {
    const before = run.at(-1);
    if (line.text.startsWith(mailSeparator)) mailed = false;
    else if (before?.text.trim() === mailSeparator) mailed = !isAlone(line.text);
    // A title may fill the width by chance; nothing in lower case follows it.
    const isTitle = index === 1 && titleFirst && !/^\s*\p{Ll}/u.test(line.text);
    const joins = mailed ? goesOn : width !== undefined && !isTitle && wrapsAt;
    if (before !== undefined && !continuesLabel(run, line.text)) {
      if (
        joins === false ||
        !joins(before.text, line.text, width ?? 0) ||
        standsAlone(before, line) ||
        isNames(index, line)
      ) {
        units.push(unitOf(run, afterBlank));
        afterBlank = false;
        run = [];
      }
    }
    run.push(line);
  }
  if (run.length > 0) units.push(unitOf(run, afterBlank));
}

function unitOf(run: readonly TextLine[], afterBlank: boolean): Unit {
  const first = run[0] ?? { line: 0, text: '' };
  const joined = run.length === 1 ? first.text.trim() : run.map((line) => line.text.trim()).join(' ');
  const text = withoutEscapes(joined).trim();
  return { first, last: run.at(-1) ?? first, text, label: labelOf(text), afterBlank };
}

/** Right below a title; further down a line may begin with two names by chance. */
function isNames(index: number, { text }: TextLine): boolean {
  return index === 1 && authorsOf(text.trim()) !== undefined;
}

/** In a mail's abstract every line goes on with the one above, whatever the width, unless it begins a paragraph. */
function goesOn(before: string, line: string): boolean {
  return before.trim() !== mailSeparator && !line.startsWith('  ');
}

/** Mails indent what goes on of `Title: …` and `Authors: …`. */
function continuesLabel(run: readonly TextLine[], line: string): boolean {
  const code = line.charCodeAt(0);
  if (code !== 0x20 && code !== 0x09) return false;
  const [first] = run;
  if (first === undefined || !/^(?: {2,}|\s*\t)\S/.test(line) || /^\s/.test(first.text)) return false;
  const label = labelOf(first.text.trim());
  return label !== undefined && label.field !== 'abstract' && line.length <= widestLine && !isAlone(line);
}

/** Labelled lines and arXiv ids never go on, nor does what is above go on in them. An address may end a sentence. */
function standsAlone(before: TextLine, line: TextLine): boolean {
  return isAlone(line.text) || isEntryId(before.text.trim());
}

function isAlone(line: string): boolean {
  const text = line.trim();
  return isEntryId(text) || labelOf(text) !== undefined;
}

function isEntryId(text: string): boolean {
  return !/^(?:https?:|[\p{L} ]{1,24}:\s)/iu.test(text) && identifierLine(text) !== undefined;
}

/** Could this be the title of what comes, so that a block below begins with its abstract? */
function isTitleLike(text: string): boolean {
  if (text.length > maxTitleLength || /[.。…]["'”’)]*$/u.test(text)) return false;
  return furnitureGrade(withoutEscapes(text), undefined) === undefined;
}
