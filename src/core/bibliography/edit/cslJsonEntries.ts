import { parseTree, type Node } from 'jsonc-parser';
import type { PaperFields } from '../../paper.ts';
import { eolOf } from '../../text/lineEnds.ts';
import type { TextEdit } from '../../text/position.ts';
import { factsOfItem } from '../cslItemFacts.ts';
import type { KeyedPaper } from '../planBibtexInsert.ts';
import { cslItemUpdate, type CslMember } from './cslItemUpdate.ts';
import { planUpdates, type PlacedEntry, type UpdatePlan } from './updatePlan.ts';

interface JsonEntry extends PlacedEntry {
  readonly node: Node;
  readonly item: ReadonlyMap<string, unknown>;
}

/** The entries of a CSL-JSON file, which is an array; `undefined` of any other text. */
export function cslJsonEntries(json: string): readonly JsonEntry[] | undefined {
  const from = json.startsWith('\uFEFF') ? 1 : 0;
  try {
    const values: unknown = JSON.parse(json.slice(from));
    // The byte order mark is white space to it, as every place in the text is to be.
    const root = parseTree(`${' '.repeat(from)}${json.slice(from)}`);
    if (!Array.isArray(values) || root?.type !== 'array') return undefined;
    return (root.children ?? []).map((node, at) => {
      const value: unknown = values[at];
      const item = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
      return { node, item, facts: factsOfItem(value) };
    });
  } catch {
    return undefined;
  }
}

/** The edits, in their order, that take the entries with these keys out of a CSL-JSON file, each with its comma. */
export function planCslJsonRemove(json: string, keys: ReadonlySet<string>): readonly TextEdit[] {
  const entries = cslJsonEntries(json) ?? [];
  const isDoomed = (entry: JsonEntry | undefined): boolean => entry !== undefined && keys.has(entry.facts.key);
  const lastKept = entries.findLastIndex((entry) => !isDoomed(entry));
  const edits: TextEdit[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at > lastKept) break;
    const next = entries[at + 1];
    if (isDoomed(entry) && next !== undefined)
      edits.push({ start: entry.node.offset, end: next.node.offset, text: '' });
  }
  const last = entries.at(-1);
  if (last === undefined || lastKept === entries.length - 1) return edits;
  const kept = entries[lastKept];
  const start = kept === undefined ? (entries[0]?.node.offset ?? 0) : endOf(kept.node);
  return [...edits, { start, end: endOf(last.node), text: '' }];
}

/** As `planBibtexUpdate` for .bib files: values are replaced, members added behind the last one, laid out as that is. */
export function planCslJsonUpdate(json: string, papers: readonly KeyedPaper[]): UpdatePlan {
  const file = { json, eol: eolOf(json) };
  return planUpdates(cslJsonEntries(json) ?? [], papers, (entry, paper) => entryEdits(file, entry, paper));
}

interface LaidOut {
  readonly json: string;
  readonly eol: string;
}

function entryEdits({ json, eol }: LaidOut, { node, item }: JsonEntry, paper: PaperFields): readonly TextEdit[] {
  const members = new Map((node.children ?? []).map((member) => [String(member.children?.[0]?.value), member]));
  const last = node.children?.at(-1);
  if (last === undefined) return [];
  const indent = /[\r\n]([ \t]*)$/.exec(json.slice(Math.max(0, last.offset - 200), last.offset))?.[1];
  const write = (value: unknown): string => written(value, indent, eol);
  const { replaced, added } = cslItemUpdate(item, paper);
  const edits = [...replaced, ...added.filter(([name]) => members.has(name))].flatMap(([name, value]) => {
    const place = members.get(name)?.children?.[1];
    return place === undefined ? [] : [{ start: place.offset, end: endOf(place), text: write(value) }];
  });
  const missing = added.filter(([name]) => !members.has(name));
  if (missing.length === 0) return edits;
  const joint = indent === undefined ? ', ' : `,${eol}${indent}`;
  const text = missing.map(([name, value]: CslMember) => `${joint}${JSON.stringify(name)}: ${write(value)}`).join('');
  return [...edits, { start: endOf(last), end: endOf(last), text }];
}

/** On lines as far in as its member is, or on one line. */
function written(value: unknown, indent: string | undefined, eol: string): string {
  if (indent === undefined) return JSON.stringify(value);
  return JSON.stringify(value, undefined, indent.includes('\t') ? '\t' : '  ').replaceAll('\n', eol + indent);
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}
