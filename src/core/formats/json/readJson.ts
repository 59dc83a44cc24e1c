import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile } from '../paperFormat.ts';
import { ProblemList } from '../problemList.ts';
import { jsonItems } from './jsonItems.ts';
import { member } from './jsonValues.ts';

/** What detection looks at. */
const sampled = 5;

/** The first items of the beginning of a file, and the keys that an item cut off by its end begins with. */
export function sampleItems(head: string): { readonly items: readonly object[]; readonly keys: ReadonlySet<string> } {
  const items: object[] = [];
  for (const { value } of jsonItems(head)) {
    if (value !== undefined) items.push(value);
    if (items.length === sampled || value === undefined) break;
  }
  const keys = [...head.slice(0, 8192).matchAll(/"([\w-]{1,40})"\s{0,9}:/g)].map((match) => match[1] ?? '');
  return { items, keys: new Set(keys) };
}

/** Whether a text begins as JSON does. */
export function looksLikeJson(head: string): boolean {
  return /^\s*(?:\[\s*)?\{\s*"/.test(head);
}

/**
 * Reads every item with `read`, which gives `undefined` for one without a title, and `'none'` for what is no work. `keyNames`
 * are the names of members that can hold the key.
 */
export function readJson(
  text: string,
  read: (item: object, range: Range) => PaperRecord | 'none' | undefined,
  keyNames: readonly string[],
): ParsedPaperFile {
  const lines = new LineIndex(text);
  const records: PaperRecord[] = [];
  const problems = new ProblemList();
  for (const { start, end, value } of jsonItems(text)) {
    const range = lines.rangeOf(start, end);
    if (value === undefined) {
      problems.add(broken(range));
      continue;
    }
    const record = read(value, range);
    if (record === undefined) {
      problems.add(untitled(range));
      continue;
    }
    if (record === 'none') continue;
    const { key } = record;
    const place = key === undefined ? undefined : keyPlace(text.slice(start, end), key, keyNames);
    if (key === undefined || place === undefined) records.push(record);
    else records.push({ ...record, keyRange: lines.rangeOf(start + place, start + place + key.length) });
  }
  return { records, problems: problems.all() };
}

/** Where in an item the key is written, without its quotes; `undefined` when it is written with escapes or in a note. */
function keyPlace(item: string, key: string, names: readonly string[]): number | undefined {
  for (const name of names) {
    const quoted = `"${name}"`;
    for (let at = item.indexOf(quoted); at !== -1; at = item.indexOf(quoted, at + 1)) {
      const value = item.slice(at + quoted.length, at + quoted.length + key.length + 40);
      const lead = /^\s{0,16}:\s{0,16}"?/.exec(value)?.[0].length ?? 0;
      if (lead > 0 && value.startsWith(key, lead)) return at + quoted.length + lead;
    }
  }
  return undefined;
}

function broken({ start, end }: Range): Problem {
  const message = 'This item is not valid JSON and was left out: look for a missing quote, brace or comma.';
  return { code: 'broken-entry', severity: 'warning', message, range: { start, end: firstLine(start, end) } };
}

function untitled({ start, end }: Range): Problem {
  const message = 'This item was left out because it has no title: add one, or remove the item.';
  return { code: 'untitled-entry', severity: 'warning', message, range: { start, end: firstLine(start, end) } };
}

function firstLine(start: Range['start'], end: Range['end']): Range['end'] {
  return start.line === end.line ? end : { line: start.line + 1, character: 0 };
}

/** Whether an object has a text of that name. */
export function hasText(item: object, name: string): boolean {
  const value = member(item, name);
  return typeof value === 'string' && value.trim() !== '';
}
