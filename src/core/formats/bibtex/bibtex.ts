import { scanBibtexFile, type BibtexEntry } from '../../bibliography/bibtexScan.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Problem, ProblemCode } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { shorten } from '../../text/plainText.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { bibtexRecord } from './bibtexRecord.ts';
import { BibtexStrings } from './bibtexStrings.ts';
import { InheritedFields } from './inheritedFields.ts';

/** An entry, a `@string` or what else makes a file BibTeX, at the start of a line. */
const entryLine = /^[ \t]*@[ \t]*(?!comment|preamble|string)[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}()=]*[ \t]*,/im;
const otherLine = /^[ \t]*@[ \t]*(?:comment|preamble|string)[ \t]*[{(]/im;
const fence = /^[ \t]*(?:```|~~~)/m;
const maxKey = 60;

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
  const { entries, strings } = scanBibtexFile(text);
  const values = new BibtexStrings(strings);
  const inherited = new InheritedFields(entries, values);
  const records: PaperRecord[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const { type, key, start, end } = entry;
    const range = lines.rangeOf(start, end);
    const keyRange = lines.rangeOf(entry.keyRange.start, entry.keyRange.end);
    if (!entry.closed) problems.push(neverClosed(entry, { start: range.start, end: keyRange.end }));
    if (type === 'xdata') continue;
    const record = bibtexRecord({ type, key, fields: inherited.of(entry), range, keyRange });
    if (record !== undefined) records.push(record);
    else if (type !== 'set' && entry.closed) problems.push(untitled(entry, { start: range.start, end: keyRange.end }));
  }
  problems.push(...missingReferences(inherited, values, lines, entries));
  if (records.length === 0 && problems.length === 0 && text.trim() !== '') problems.push(nothing);
  return { records, problems };
}

function missingReferences(
  inherited: InheritedFields,
  values: BibtexStrings,
  lines: LineIndex,
  entries: readonly BibtexEntry[],
): readonly Problem[] {
  const parents = inherited.missing.map(({ entry, key }) =>
    problem(
      'unresolved-reference',
      `The entry ${nameOf(entry)} refers to "${shorten(key, maxKey)}", which is not in this file or refers back to it: add that entry, or remove the reference.`,
      lines.rangeOf(entry.keyRange.start, entry.keyRange.end),
    ),
  );
  const unresolved = new Set(values.unresolved);
  const names: Problem[] = [];
  for (const { pieces, keyRange } of unresolved.size === 0 ? [] : entries) {
    for (const { text, bare } of [...pieces.values()].flat()) {
      if (!bare || !unresolved.delete(text)) continue;
      const message = `The string "${shorten(text, maxKey)}" is not defined in this file: define it with @string, or put the value in braces.`;
      names.push(problem('unresolved-reference', message, lines.rangeOf(keyRange.start, keyRange.end)));
    }
  }
  return [...parents, ...names];
}

function neverClosed(entry: BibtexEntry, range: Range): Problem {
  return problem('broken-entry', `The entry ${nameOf(entry)} is never closed: add its closing brace.`, range);
}

function untitled(entry: BibtexEntry, range: Range): Problem {
  const message = `The entry ${nameOf(entry)} was left out because it has no title: add one, or remove the entry.`;
  return problem('untitled-entry', message, range);
}

function nameOf({ key, type }: BibtexEntry): string {
  return key === '' ? `@${shorten(type, maxKey)}` : `"${shorten(key, maxKey)}"`;
}

function problem(code: ProblemCode, message: string, range: Range): Problem {
  return { code, severity: 'warning', message, range };
}

const nothing: Problem = {
  code: 'no-papers',
  severity: 'information',
  message: 'No entry was found in this BibTeX file: an entry begins with @article{key, or another type.',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};
