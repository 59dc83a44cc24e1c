import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { shorten } from '../../text/plainText.ts';
import type { Unit } from './unit.ts';

const fileStart = { line: 0, character: 0 };
const quotedLength = 60;

export const noPapers: Problem = {
  code: 'no-papers',
  severity: 'information',
  message: 'No papers were found here: write each as a title line, a blank line, and its abstract.',
  range: { start: fileStart, end: fileStart },
};

export function missingAbstract({ title, range }: PaperRecord): Problem {
  return {
    code: 'missing-abstract',
    severity: 'warning',
    message: `"${shorten(title, quotedLength)}" has no abstract: add one below its title, or remove the line if it is no paper.`,
    range,
  };
}

/** For the lines from `first` to `last`. */
export function unplacedText(first: Unit, last: Unit): Problem {
  return {
    code: 'unplaced-text',
    severity: 'warning',
    message: `"${shorten(first.text, quotedLength)}" is neither a title nor part of an abstract and was left out: put a title above it, or remove it.`,
    range: {
      start: { line: first.first.line, character: 0 },
      end: { line: last.last.line, character: last.last.text.length },
    },
  };
}
