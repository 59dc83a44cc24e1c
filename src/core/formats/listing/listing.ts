import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import type { Range } from '../../text/position.ts';
import { textLines } from '../../text/textLines.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { assignRoles, type Role } from './assignRoles.ts';
import { titleLevelOf } from './headings.ts';
import { scoreUnit, type LineScore } from './lineScore.ts';
import { RecordBuilder } from './recordBuilder.ts';
import { unitsOf, type Unit } from './unit.ts';

/**
 * A pasted listing: a paper is a title line followed by its abstract, between the furniture of the page it was copied
 * from. The shape of a copied page of daily papers; blank lines, line ends and wrapping may be any.
 */
export const listing: PaperFormat = {
  id: 'listing',
  label: 'paper list',
  // Any text may be a list: every other format that is sure of itself goes first.
  detect: () => 0.1,
  parse,
};

function parse(text: string): ParsedPaperFile {
  const units = unitsOf(textLines(text));
  const titleLevel = titleLevelOf(units);
  const scores = units.map((unit, index) => scoreUnit(unit, { before: units[index - 1]?.text, titleLevel }));
  const roles = assignRoles(units, scores);
  const records: PaperRecord[] = [];
  const problems: Problem[] = [];
  let open: RecordBuilder | undefined;
  let unplaced: Unit[] = [];

  const closeRecord = (): void => {
    if (open === undefined) return;
    const record = open.build();
    records.push(record);
    if (record.abstract === '') problems.push(missingAbstract(record));
    open = undefined;
  };
  const closeUnplaced = (): void => {
    const [first] = unplaced;
    const last = unplaced.at(-1);
    if (first !== undefined && last !== undefined) problems.push(unplacedText(rangeOf(first, last), first.text));
    unplaced = [];
  };

  for (const [index, unit] of units.entries()) {
    const score = scores[index];
    const role = roles[index];
    if (score === undefined || role === undefined) continue;
    if (isUnplaced(role, score)) {
      unplaced.push(unit);
      continue;
    }
    closeUnplaced();
    if (role === 'title') {
      closeRecord();
      open = new RecordBuilder(unit);
    } else if (role === 'abstract') {
      open?.addAbstract(unit);
    } else if (open?.addDetails(unit, score, role === 'waiting') !== true) {
      if (score.furniture === undefined) unplaced.push(unit);
    }
  }
  closeRecord();
  closeUnplaced();
  if (records.length === 0) problems.unshift(noPapers);
  return { records, problems: problems.toSorted((a, b) => a.range.start.line - b.range.start.line) };
}

/** Beside a paper, and neither furniture nor a detail of it. */
function isUnplaced(role: Role, { furniture, identifiers, authors }: LineScore): boolean {
  if (role === 'title' || role === 'abstract' || furniture !== undefined || identifiers !== undefined) return false;
  return role === 'aside' || authors === undefined;
}

/** Whole lines, without the line end. */
export function rangeOf(first: Unit, last: Unit): Range {
  return {
    start: { line: first.first.line, character: 0 },
    end: { line: last.last.line, character: last.last.text.length },
  };
}

const fileStart = { line: 0, character: 0 };

const noPapers: Problem = {
  code: 'no-papers',
  severity: 'information',
  message: 'No papers were found here: write each as a title line, a blank line, and its abstract.',
  range: { start: fileStart, end: fileStart },
};

function missingAbstract({ title, range }: PaperRecord): Problem {
  return {
    code: 'missing-abstract',
    severity: 'warning',
    message: `"${title}" has no abstract: add one below its title, or remove the line if it is no paper.`,
    range,
  };
}

function unplacedText(range: Range, text: string): Problem {
  return {
    code: 'unplaced-text',
    severity: 'warning',
    message: `"${text.slice(0, 60)}" is neither a title nor part of an abstract: it was left out.`,
    range,
  };
}
