import { scanBibtexFile } from '../../bibliography/bibtexScan.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { bibtexRecord } from './bibtexRecord.ts';
import { BibtexStrings } from './bibtexStrings.ts';
import { faulty, missingParents, missingStrings, nothing, untitled, type PlacedProblem } from './bibtexProblems.ts';
import { InheritedFields } from './inheritedFields.ts';
import { JabrefGroups } from './jabrefGroups.ts';

/** An entry, a `@string` or what else makes a file BibTeX, at the start of a line. */
const entryLine = /^[ \t]*@[ \t]*(?!comment|preamble|string)[A-Za-z]+[ \t]*[{(][ \t]*(?:[^\s,{}()=]+[ \t]*)?,/im;
const otherLine = /^[ \t]*@[ \t]*(?:comment|preamble|string)[ \t]*[{(]/im;
const fence = /^[ \t]*(?:```|~~~)/m;

/**
 * BibTeX and BibLaTeX. Structure, positions and recovery by `scanBibtexFile`; values by `core/tex`. Strings, `crossref` and
 * `xdata` are resolved wherever in the file they stand.
 */
export const bibtex: PaperFormat = { id: 'bibtex', label: 'BibTeX', detect, parse };

function detect(name: string, text: string): number {
  const isBib = /\.(?:bib|bibtex|biblatex)$/i.test(name);
  if (isBib) return entryLine.test(text) || otherLine.test(text) ? 1 : 0.4;
  // Prose that quotes an entry does so in a fence.
  return entryLine.test(text) && !fence.test(text) ? 0.9 : 0;
}

function parse(text: string): ParsedPaperFile {
  const lines = new LineIndex(text);
  const file = scanBibtexFile(text);
  const { entries, strings, comments } = file;
  const values = new BibtexStrings(strings);
  const inherited = new InheritedFields(entries, values);
  const groups = new JabrefGroups(comments);
  const records: PaperRecord[] = [];
  const problems: PlacedProblem[] = [];
  for (const entry of entries) {
    const { type, key, start, end } = entry;
    if (entry.fault !== undefined) problems.push(faulty(entry, entry.fault));
    if (type === 'xdata') continue;
    const range = lines.rangeOf(start, end);
    const keyRange = lines.rangeOf(entry.keyRange.start, entry.keyRange.end);
    const record = bibtexRecord({ type, key, fields: inherited.of(entry), range, keyRange }, groups);
    if (record !== undefined) records.push(record);
    else if (type !== 'set' && entry.closed) problems.push(untitled(entry));
  }
  problems.push(...missingParents(inherited), ...missingStrings(file, values));
  if (records.length === 0 && problems.length === 0 && text.trim() !== '') problems.push(nothing);
  return { records, problems: problems.toSorted((a, b) => a.start - b.start).map((problem) => placed(problem, lines)) };
}

function placed({ code, severity, message, start, end }: PlacedProblem, lines: LineIndex): Problem {
  return { code, severity, message, range: lines.rangeOf(start, end) };
}
