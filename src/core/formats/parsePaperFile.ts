import type { PaperRecord } from '../paper.ts';
import type { Problem } from '../problem.ts';
import { shorten } from '../text/plainText.ts';
import { duplicateKeys } from './duplicateKeys.ts';
import { paperFormats } from './index.ts';
import type { ParsedPaperFile, PaperFormat } from './paperFormat.ts';

/** How much of a text formats look at to recognise it, in UTF-16 units. */
const detectionLength = 64 * 1024;

/** What a paper file holds, and which format read it: `undefined` when none recognised it. */
export interface RecognisedPaperFile extends ParsedPaperFile {
  readonly format: string | undefined;
}

/**
 * Reads the text of a paper file called `name` (base name) with the format that is surest that it is its own. Records
 * after `maxPapers` are left out with a problem. A file that no format recognises gives neither records nor problems:
 * the globs find many files that are something else.
 */
export function parsePaperFile(
  name: string,
  text: string,
  { maxPapers = Infinity }: { readonly maxPapers?: number | undefined } = {},
): RecognisedPaperFile {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const format = formatOf(name, body.slice(0, detectionLength));
  if (format === undefined) return { records: [], problems: [], format: undefined };
  const parsed = format.parse(body);
  const problems = [...parsed.problems, ...duplicateKeys(parsed.records)];
  const first = parsed.records[maxPapers];
  if (first !== undefined) problems.push(tooMany(name, parsed.records.length, maxPapers, first));
  const records = first === undefined ? parsed.records : parsed.records.slice(0, maxPapers);
  return { records, problems: problems.sort(byPlace), format: format.id };
}

/** The surest format; among equals the first. */
function formatOf(name: string, head: string): PaperFormat | undefined {
  let best: PaperFormat | undefined;
  let bestScore = 0;
  for (const format of paperFormats) {
    const score = format.detect(name, head);
    if (score > bestScore) {
      best = format;
      bestScore = score;
    }
  }
  return best;
}

function tooMany(name: string, count: number, max: number, first: PaperRecord): Problem {
  return {
    code: 'too-many-papers',
    severity: 'error',
    message: `${shorten(name, 80)} has ${count} papers, and those after the first ${max} were left out: raise the setting "paperside.maxPapersPerFile", or split the file.`,
    range: first.range,
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
