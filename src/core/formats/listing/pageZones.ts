import { identifierLine } from '../../text/identifiers.ts';
import { furnitureGrade } from './furniture.ts';
import { headingLevel } from './headings.ts';
import type { Unit } from './unit.ts';

/** What arXiv prints above the first entry of a page or mail is shorter, line by line. */
const maxHeadLine = 170;
/** "Community" is the end of a paper's page only where its buttons stand closely above; elsewhere it is a menu. */
const buttonsAbove = 14;

/** Comments of readers are seldom longer, and names stand above them. */
const leastAbstract = 120;

const tailStart =
  /^(?:submission history|full-text links:?|access paper:?|references & citations|bibliographic tools)$/i;
const communityStart = /^(?:community|models citing this paper(?: \d+)?)$/i;
const buttons = /^(?:view arxiv page|add to collection)\b/i;
const pageStart =
  /^(?:papers|daily papers|hugging face|skip to main content|\[submitted on\b.*|[a-z][a-z ]{3,40} > [a-z].{0,60}|arxiv:\S{4,40}(?: .{0,60})?)$/i;
/** What tells of a part of a page while none is open begins so; most lines do not. */
const firstLetters = /^[abcfmrsv]/i;
const entryStart = /^(?:\[\d{1,5}\] ?)?arxiv:\s?\S/i;

/** Stands below a summary that a paper's page puts before the abstract. */
const summaryBelow = /^ai-generated summary$/i;

/**
 * Which units are of the page and not of its papers, whatever they say: the head of an arXiv list or mail, and what
 * stands below a paper that has a page of its own (versions, tools, comments of readers, recommended papers). Linear.
 */
export function pageZones(units: readonly Unit[]): ReadonlySet<number> {
  const outside = new Set<number>();
  markHead(units, outside);
  markTails(units, outside);
  return outside;
}

function markHead(units: readonly Unit[], outside: Set<number>): void {
  const first = units.findIndex((unit) => isEntryStart(unit) || unit.text.length > maxHeadLine);
  const entry = units[first];
  if (entry === undefined || !isEntryStart(entry)) return;
  // A title may stand above its identifier: then a label or the rest of an entry follows, no title.
  const titled = units.slice(first, first + 8).some(({ label }) => label?.field === 'title');
  if (!titled) return;
  for (let index = 0; index < first; index += 1) {
    if (!isDate(units[index])) outside.add(index);
  }
}

function isEntryStart({ text, label }: Unit): boolean {
  return label?.field === 'title' || (entryStart.test(text) && identifierLine(text) !== undefined);
}

/** It may say when the paper was submitted. */
function isDate(unit: Unit | undefined): boolean {
  return unit?.text.startsWith('[') === true;
}

function markTails(units: readonly Unit[], outside: Set<number>): void {
  let inside = false;
  let lastButton = -Infinity;
  for (const [index, unit] of units.entries()) {
    const { text } = unit;
    if (text.length > maxHeadLine) {
      if (inside) outside.add(index);
      continue;
    }
    if (!inside && !firstLetters.test(text)) continue;
    if (buttons.test(text)) lastButton = index;
    else if (summaryBelow.test(text) && isAbstractHeading(units[index - 2])) outside.add(index - 1);
    if (inside) inside = !startsPage(units, index);
    else inside = tailStart.test(text) || (communityStart.test(text) && index - lastButton <= buttonsAbove);
    if (inside) outside.add(index);
  }
}

function isAbstractHeading(unit: Unit | undefined): boolean {
  return unit?.text.toLowerCase() === 'abstract';
}

/** The next page, which may be pasted without its head, or a paper that the writer of the list put below. */
function startsPage(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (unit === undefined || unit.label?.field === 'title' || pageStart.test(unit.text)) return true;
  if (headingLevel(unit.text) > 0) return true;
  const below = units[index + 1];
  if (below === undefined) return false;
  return /^published on\b.*\d{4}/i.test(below.text) || (isAbstract(below) && isTitle(unit));
}

function isAbstract({ text, label }: Unit): boolean {
  return label?.field === 'abstract' || (text.length >= leastAbstract && /[.!?。]["'”’)]*$/u.test(text));
}

/** "Some Words" above a text: no remark, no date, and not the last of a list of recommended papers, "Some Words (2024)". */
function isTitle({ text, label }: Unit): boolean {
  if (label !== undefined || text.length > maxHeadLine || !/\S\s+\S/.test(text)) return false;
  return !/[.,:;!?]$|\((?:19|20)\d{2}\)$/.test(text) && furnitureGrade(text, undefined) === undefined;
}
