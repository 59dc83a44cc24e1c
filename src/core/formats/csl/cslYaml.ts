import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { ProblemList } from '../problemList.ts';
import { cslKeyNames, cslRecord } from './cslRecord.ts';
import { unescapeMarkdown } from './unescapeMarkdown.ts';
import { readYamlItem, type ReadYamlItem } from './yamlItem.ts';
import { referencesLine, yamlItems } from './yamlItems.ts';

const firstListItem =
  /^\uFEFF?(?:---[^\r\n]*[\r\n]|#[^\r\n]*[\r\n]|\s)*-\s+(?:id|title|type|author|abstract|accessed|DOI|citation-key)[ \t]*:/;
const title = /^[ \t]*(?:-[ \t]+)?title[ \t]*:|[{,][ \t]*title[ \t]*:/m;

/**
 * CSL-YAML: Pandoc's `references:` in a file of its own or in front matter, or a list of items. Each item is read by itself,
 * so that a broken one costs itself and time stays linear; aliases into other items are not followed.
 */
export const cslYaml: PaperFormat = { id: 'cslYaml', label: 'CSL YAML', detect, parse };

function detect(name: string, head: string): number {
  const hasItems = /^[ \t]*-(?:[ \t]|$)/m.test(head) && title.test(head);
  if (/\.ya?ml$/i.test(name)) {
    if (hasItems && (referencesLine.test(head) || firstListItem.test(head))) return 0.95;
    return /\.csl\.ya?ml$/i.test(name) ? 0.3 : 0;
  }
  const front = /^\uFEFF?---[ \t]*[\r\n]/.test(head)
    ? (head.split(/[\r\n](?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/, 1)[0] ?? '')
    : '';
  return hasItems && referencesLine.test(front) ? 0.7 : 0;
}

function parse(text: string): ParsedPaperFile {
  const lines = new LineIndex(text);
  const records: PaperRecord[] = [];
  const problems = new ProblemList();
  const items = yamlItems(text);
  for (const { start, end, column } of items) {
    const range = lines.rangeOf(start, end);
    const item = readYamlItem(text.slice(start, end), column);
    const { value, fault } = item;
    const record = value === undefined ? undefined : cslRecord(unescapeMarkdown(value), range);
    const place = record?.key === undefined ? undefined : keyPlace(item, record.key);
    if (record !== undefined)
      records.push({ ...record, keyRange: place && lines.rangeOf(start + place.at, start + place.end) });
    if (fault !== undefined) {
      const { code, message, at } = fault;
      const until = fault.end > at ? start + fault.end : firstLineEnd(text, start, end);
      problems.add({ code, severity: 'warning', message, range: lines.rangeOf(start + at, until) });
    } else if (record === undefined) {
      problems.add(untitled(lines.rangeOf(start, firstLineEnd(text, start, end))));
    }
  }
  if (items.length === 0 && /\S/.test(text)) problems.add(nothing);
  return { records, problems: problems.all() };
}

function keyPlace(item: ReadYamlItem, key: string): { readonly at: number; readonly end: number } | undefined {
  return cslKeyNames.map((name) => item.placeOf(name, key)).find((place) => place !== undefined);
}

function firstLineEnd(text: string, start: number, end: number): number {
  const length = text.slice(start, end).search(/[\r\n]/);
  return length === -1 ? end : start + length;
}

function untitled(range: Range): Problem {
  const message = 'This item was left out because it has no title: add one, or remove the item.';
  return { code: 'untitled-entry', severity: 'warning', message, range };
}

const nothing: Problem = {
  code: 'no-papers',
  severity: 'information',
  message: 'No item was found in this CSL YAML file: below "references:", an item begins with "- id: ".',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};
