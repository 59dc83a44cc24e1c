import { LineCounter, parseDocument } from 'yaml';
import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import { member, textOf } from '../json/jsonValues.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { cslRecord } from './cslRecord.ts';

const itemStart = /^([ \t]*)-[ \t]+\S/gm;
const referencesLine = /^references:[ \t]*(?:#.*)?$/m;
const firstListItem = /^(?:---[^\n]*\n|#[^\n]*\n|\s)*-[ \t]+(?:id|title|type|author|DOI|citation-key)[ \t]*:/;
/** `!!js/function`, `!secret`: nothing of ours. Quoted text may begin with `!`. */
const tag = /(?:^|[\s:[{,-])!(?:<|!|[a-zA-Z])/m;
const maxProblems = 100;

/**
 * CSL-YAML: Pandoc's `references:` in a file of its own or in front matter, or a list of items. Each item is read by itself,
 * so that a broken one costs itself and time stays linear; aliases into other items are not followed.
 */
export const cslYaml: PaperFormat = { id: 'cslYaml', label: 'CSL YAML', detect, parse };

function detect(name: string, head: string): number {
  const isYaml = /\.ya?ml$/i.test(name);
  const hasItems = /^[ \t]*(?:-[ \t]+)?title[ \t]*:/m.test(head) && /^[ \t]*-[ \t]+\S/m.test(head);
  if (isYaml && hasItems && (referencesLine.test(head) || firstListItem.test(head))) return 0.95;
  if (isYaml) return /\.csl\.ya?ml$/i.test(name) ? 0.3 : 0;
  const front = /^---[ \t]*\r?\n/.test(head) ? head.slice(0, head.search(/\n(?:---|\.\.\.)[ \t]*\r?$/m)) : '';
  return referencesLine.test(front) && hasItems ? 0.7 : 0;
}

function parse(text: string): ParsedPaperFile {
  const lines = new LineIndex(text);
  const records: PaperRecord[] = [];
  const problems: Problem[] = [];
  for (const { start, end } of itemsOf(text)) {
    const range = lines.rangeOf(start, end);
    const outcome = readItem(text.slice(start, end));
    const record =
      typeof outcome === 'string' ? undefined : cslRecord(outcome, range, keyRangeOf(text, start, outcome, lines));
    if (record !== undefined) records.push(record);
    else if (problems.length < maxProblems) problems.push(problemOf(outcome, range));
  }
  return { records, problems };
}

/** The stretches of the items of the list: from each dash of the first one's column to the next one, or to the list's end. */
function itemsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const from = text.search(referencesLine);
  itemStart.lastIndex = Math.max(from, 0);
  const starts: number[] = [];
  let indent: string | undefined;
  for (let match = itemStart.exec(text); match !== null; match = itemStart.exec(text)) {
    indent ??= match[1] ?? '';
    if (match[1] === indent) starts.push(match.index + indent.length);
  }
  const [first] = starts;
  if (first === undefined) return [];
  const tail = /^(?:---|\.\.\.|[^\s#-][^\n]*:)[^\n]*$/gm;
  tail.lastIndex = first;
  const limit = indent === '' ? /^(?:---|\.\.\.|[A-Za-z][\w-]*:)/gm : tail;
  limit.lastIndex = first;
  const stop = limit.exec(text)?.index ?? text.length;
  return starts
    .filter((start) => start < stop)
    .map((start, index, all) => ({ start, end: trimmedEnd(text, start, Math.min(all[index + 1] ?? stop, stop)) }));
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The item, or why it is not read. */
function readItem(source: string): object | string {
  if (tag.test(source.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g, '""'))) return 'refused';
  try {
    const counter = new LineCounter();
    // The dash becomes a space, so that what follows keeps its column.
    const document = parseDocument(` ${source.slice(1)}`, {
      schema: 'core',
      customTags: [],
      lineCounter: counter,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) return document.errors[0]?.message.split('\n')[0] ?? 'broken';
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'it is no item';
  } catch {
    return 'it cannot be read';
  }
}

function keyRangeOf(text: string, start: number, item: object, lines: LineIndex): Range | undefined {
  const id = textOf(member(item, 'id'));
  const line = /^(?:-|[ \t]*)[ \t]*id[ \t]*:[ \t]*["']?/m.exec(text.slice(start, start + 20_000));
  if (line === null || id === '') return undefined;
  const at = start + line.index + line[0].length;
  return text.startsWith(id, at) ? lines.rangeOf(at, at + id.length) : undefined;
}

function problemOf(outcome: object | string, range: Range): Problem {
  const place = { start: range.start, end: { line: range.start.line + 1, character: 0 } };
  if (outcome === 'refused') {
    const message =
      'This item was left out because it has a YAML tag ("!…"), which is not read for safety: remove the tag.';
    return { code: 'refused-content', severity: 'warning', message, range: place };
  }
  if (typeof outcome === 'string') {
    const message = `This item was left out because its YAML is broken (${outcome.slice(0, 120)}): correct it.`;
    return { code: 'broken-entry', severity: 'warning', message, range: place };
  }
  const message = 'This item was left out because it has no title: add one, or remove the item.';
  return { code: 'untitled-entry', severity: 'warning', message, range: place };
}
