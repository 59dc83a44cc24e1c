import { isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import { eolOf } from '../text/lineEnds.ts';
import type { TextEdit } from '../text/position.ts';
import { yamlScalar } from './bibliographyPath.ts';
import type { ParsedFrontMatter } from './parseFrontMatter.ts';
import { frontMatterPlace } from './frontMatterRange.ts';

type Field = Pair<Node, Node | null>;

/** Front matter with nothing but a bibliography; `value` is a YAML scalar. */
export function newFrontMatter(text: string, value: string): TextEdit {
  const eol = eolOf(text);
  const at = frontMatterPlace(text);
  const gap = at === text.length || /^[ \t]*[\r\n]/.test(text.slice(at, at + 200)) ? '' : eol;
  return { start: at, end: at, text: `---${eol}bibliography: ${value}${eol}---${eol}${gap}` };
}

/** The bibliography `value` in front matter that is there; `undefined` where it cannot be written with a small edit. */
export function fieldEdit(text: string, parsed: ParsedFrontMatter, value: string): TextEdit | undefined {
  const { range, map } = parsed;
  if (map?.flow === true) return undefined;
  const field = map?.items.find(({ key }) => isScalar(key) && key.value === 'bibliography');
  if (field !== undefined) return existingField(text, parsed, field, value);
  const first = map?.items[0]?.key.range?.[0];
  const indent = first === undefined ? '' : indentBefore(parsed.yaml, first);
  if (indent === undefined) return undefined;
  const line = `${indent}bibliography: ${value}${eolOf(text.slice(range.start, range.contentEnd))}`;
  return { start: range.contentEnd, end: range.contentEnd, text: line };
}

function existingField(text: string, parsed: ParsedFrontMatter, field: Field, value: string): TextEdit | undefined {
  const node = field.value;
  if (isSeq(node)) return listItem(text, parsed, node, value);
  if (node !== null && !isScalar(node)) return undefined;
  const [start, end] = node?.range ?? [];
  const empty = node === null || node.value === null || node.value === '';
  if (!empty) {
    if (start === undefined || end === undefined || typeof node.value !== 'string') return undefined;
    // A block scalar cannot stand in a list on one line, and its range takes its line end along.
    if (node.type !== 'PLAIN' && node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return undefined;
    const written = node.type === 'PLAIN' ? yamlScalar(node.value) : parsed.yaml.slice(start, end);
    return shifted(parsed, start, end, `[${written}, ${value}]`);
  }
  if (start !== undefined && end !== undefined && end > start) return shifted(parsed, start, end, value);
  const keyEnd = field.key.range?.[1];
  const colon = keyEnd === undefined ? -1 : parsed.yaml.indexOf(':', keyEnd);
  return colon === -1 ? undefined : shifted(parsed, colon + 1, colon + 1, ` ${value}`);
}

function listItem(text: string, parsed: ParsedFrontMatter, list: YAMLSeq, value: string): TextEdit | undefined {
  const { yaml, range } = parsed;
  const last = list.items.at(-1);
  const lastEnd = hasRange(last) ? last.range[1] : undefined;
  const start = list.range?.[0];
  if (start === undefined) return undefined;
  if (list.flow === true) {
    return lastEnd === undefined
      ? shifted(parsed, start + 1, start + 1, value)
      : shifted(parsed, lastEnd, lastEnd, `, ${value}`);
  }
  const indent = indentBefore(yaml, start);
  if (lastEnd === undefined || indent === undefined) return undefined;
  const rest = /[\r\n]/g;
  rest.lastIndex = lastEnd;
  const lineEnd = rest.exec(yaml)?.index ?? yaml.length;
  const eol = eolOf(text.slice(range.start, range.contentEnd));
  return shifted(parsed, lineEnd, lineEnd, `${eol}${indent}- ${value}`);
}

function shifted({ range }: ParsedFrontMatter, start: number, end: number, text: string): TextEdit {
  return { start: range.contentStart + start, end: range.contentStart + end, text };
}

/** The white space between the start of the line and `offset`; `undefined` when something else stands there. */
function indentBefore(yaml: string, offset: number): string | undefined {
  const lineStart = Math.max(yaml.lastIndexOf('\n', offset - 1), yaml.lastIndexOf('\r', offset - 1)) + 1;
  const before = yaml.slice(offset === 0 ? 0 : lineStart, offset);
  return before.trim() === '' ? before : undefined;
}

function hasRange(node: unknown): node is Node & { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
