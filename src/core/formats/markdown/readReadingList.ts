import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import type { Range } from '../../text/position.ts';
import { blocksOf } from './blocks.ts';
import type { Entry } from './listEntry.ts';
import { ListReader } from './listReader.ts';
import { referenceName, type References } from './linkTarget.ts';
import { readableLines } from './readableLines.ts';

/** What a Markdown text holds, and how much of it that is. */
export interface ReadingList {
  /** In the order of the text; their ranges are apart. */
  readonly records: readonly PaperRecord[];
  readonly problems: readonly Problem[];
  /** Lines that hold something, without headings, tables' heads and code. */
  readonly lines: number;
  /** Those of them that belong to papers. */
  readonly paperLines: number;
  /** Papers whose form says that this is a list, not a page that was copied. */
  readonly structured: number;
}

const definition = /^\s{0,3}\[([^\]]{1,200})\]:\s*<?([^\s<>]{1,2000})>?(?:\s+["'(].{0,500})?\s*$/;
const maxProblems = 100;

/** Reads any text; linear in its length. */
export function readReadingList(text: string): ReadingList {
  const lines = readableLines(text);
  const references = takeReferences(lines, text);
  const blocks = blocksOf(lines);
  const reader = new ListReader(lines, blocks, references);
  const { entries, untitled } = reader.read();
  entries.sort((a, b) => a.line - b.line);
  let paperLines = 0;
  const records = entries.map((entry, index) => {
    const end = Math.min(entry.end, (entries[index + 1]?.line ?? Infinity) - 1);
    for (let line = entry.line; line <= end; line += 1) if (lines[line] !== '') paperLines += 1;
    return entry.paper.build(rangeOf(lines, entry.line, end), entry.topic === undefined ? undefined : [entry.topic]);
  });
  const content = blocks.reduce(
    (sum, { kind, line, end }) =>
      sum + (kind === 'item' || kind === 'paragraph' ? end - line + 1 : kind === 'table' ? end - line - 1 : 0),
    0,
  );
  const problems = untitled.slice(0, maxProblems).map((line) => untitledEntry(rangeOf(lines, line, line)));
  return { records, problems, lines: content, paperLines, structured: entries.filter(isStructured).length };
}

/** Pages that are copied have links as titles, too, and plain lines with names. */
function isStructured({ kind, paper }: Entry): boolean {
  return kind !== 'paragraph' || paper.form === 'bold' || (paper.form === 'link' && paper.authors.length > 0);
}

/** Takes the lines that say where named links lead out of a text. */
function takeReferences(lines: string[], text: string): References {
  const references = new Map<string, string>();
  if (!text.includes(']:')) return references;
  for (const [index, line] of lines.entries()) {
    const [, name = '', url = ''] = (line.includes(']:') ? definition.exec(line) : null) ?? [];
    if (url === '' || name.startsWith('^')) continue;
    if (!references.has(referenceName(name))) references.set(referenceName(name), url);
    lines[index] = '';
  }
  return references;
}

/** From the first sign of a line to the last one of another. */
function rangeOf(lines: readonly string[], line: number, end: number): Range {
  const first = lines[line] ?? '';
  let last = end;
  while (last > line && (lines[last] ?? '').trim() === '') last -= 1;
  return {
    start: { line, character: first.length - first.trimStart().length },
    end: { line: last, character: (lines[last] ?? '').trimEnd().length },
  };
}

function untitledEntry(range: Range): Problem {
  const message =
    'This entry links to a paper and names no title, so it was left out: write the title into the link, as in [Title](address).';
  return { code: 'untitled-entry', severity: 'warning', message, range };
}
