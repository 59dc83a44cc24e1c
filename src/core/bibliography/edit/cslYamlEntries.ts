import { isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { PaperFields } from '../../paper.ts';
import { lastLine } from '../../citations/textLineEnds.ts';
import { applyEdits } from '../../text/applyEdits.ts';
import { eolOf } from '../../text/lineEnds.ts';
import type { TextEdit } from '../../text/position.ts';
import { factsOfItem } from '../cslItemFacts.ts';
import type { KeyedPaper } from '../planBibtexInsert.ts';
import { formatCslYamlMember } from '../write/cslYamlWriter.ts';
import { cslItemUpdate } from './cslItemUpdate.ts';
import { planUpdates, type PlacedEntry, type UpdatePlan } from './updatePlan.ts';

interface YamlEntry extends PlacedEntry {
  /** Whole lines, from that of its `-` to the line end behind its last character. */
  readonly start: number;
  readonly end: number;
  readonly map: YAMLMap<Node, Node | null>;
  readonly item: ReadonlyMap<string, unknown>;
}

interface YamlFile {
  readonly entries: readonly YamlEntry[];
  /** What the file says, to be compared. */
  readonly values: readonly unknown[];
}

/** A longer one would keep the editor waiting. */
const maxYaml = 500_000;
/** More white space before an entry and behind its `-` is nobody's layout. */
const longestLead = 500;
const nothing: UpdatePlan = { edits: [], changed: [] };

/**
 * The entries of a CSL-YAML file: a list, or the list under `references`, with each entry on lines of its own. `undefined`
 * of any other text, and of one that is too long.
 */
export function cslYamlEntries(yaml: string): readonly YamlEntry[] | undefined {
  return read(yaml)?.entries;
}

/**
 * The edits, in their order, that take the entries with these keys out of a CSL-YAML file, each with its lines and the blank
 * ones behind it. None when the rest would not be read as before.
 */
export function planCslYamlRemove(yaml: string, keys: ReadonlySet<string>): readonly TextEdit[] {
  const file = read(yaml);
  if (file === undefined) return [];
  const doomed = file.entries.filter(({ facts }) => keys.has(facts.key));
  const edits = doomed.map(({ start, end }) => ({ start, end: afterBlankLines(yaml, end), text: '' }));
  const [first] = edits;
  // A name without a list under it is no list any more.
  if (first !== undefined && doomed.length === file.entries.length) {
    edits[0] = { ...first, text: `${indentAt(yaml, first.start)}[]${eolOf(yaml)}` };
  }
  const kept = file.values.filter((_, at) => !keys.has(file.entries[at]?.facts.key ?? ''));
  return isReadAs(yaml, edits, kept) ? edits : [];
}

/** As `planBibtexUpdate` for .bib files. Entries that would not be read as meant stay as they are. */
export function planCslYamlUpdate(yaml: string, papers: readonly KeyedPaper[]): UpdatePlan {
  const file = read(yaml);
  if (file === undefined) return nothing;
  const eol = eolOf(yaml);
  const plan = planUpdates(file.entries, papers, (entry, paper) => entryEdits({ yaml, eol }, entry, paper));
  if (plan.edits.length === 0) return plan;
  const after = read(applyEdits(yaml, plan.edits) ?? '');
  const same = after?.values.every((value, at) => {
    const isChanged = plan.changed.includes(file.entries[at]?.facts.key ?? '');
    return isChanged || JSON.stringify(value) === JSON.stringify(file.values[at]);
  });
  return same === true && after?.values.length === file.values.length ? plan : nothing;
}

interface LaidOut {
  readonly yaml: string;
  readonly eol: string;
}

function entryEdits(
  { yaml, eol }: LaidOut,
  { map, item, start, end }: YamlEntry,
  paper: PaperFields,
): readonly TextEdit[] {
  if (map.flow === true) return [];
  const indent = ' '.repeat((map.range?.[0] ?? start) - start);
  const places = new Map(map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', { key, value }]));
  const { replaced, added } = cslItemUpdate(item, paper);
  const edits: TextEdit[] = [];
  for (const [name, value] of [...replaced, ...added]) {
    const place = places.get(name);
    if (place === undefined) continue;
    const from = place.key.range?.[0];
    const to = place.value?.range?.[1] ?? place.key.range?.[1];
    if (from === undefined || to === undefined) continue;
    const written = yaml.slice(from, to);
    const text = formatCslYamlMember(name, value).join(eol + indent);
    // An empty value ends behind what `name` is, not behind its colon.
    const colon =
      place.value === null || place.value.range?.[0] === place.value.range?.[1]
        ? /^[ \t]*:/.exec(yaml.slice(to))
        : null;
    edits.push({ start: from, end: from + written.trimEnd().length + (colon?.[0].length ?? 0), text });
  }
  const missing = added
    .filter(([name]) => !places.has(name))
    .flatMap(([name, value]) => formatCslYamlMember(name, value));
  if (missing.length === 0) return edits;
  const lines = missing.map((line) => `${indent}${line}`).join(eol);
  const isEnded = /[\r\n]$/.test(yaml.slice(start, end));
  return [...edits, { start: end, end, text: isEnded ? lines + eol : eol + lines }];
}

function read(yaml: string): YamlFile | undefined {
  if (yaml.length > maxYaml) return undefined;
  try {
    for (const document of parseAllDocuments(yaml, { schema: 'core', strict: true, logLevel: 'silent' })) {
      if (!('errors' in document) || document.errors.length > 0) return undefined;
      const list = listIn(document);
      if (list !== undefined) return fileOf(yaml, document, list);
    }
  } catch {
    // The YAML reader is recursive, and refuses aliases of aliases.
  }
  return undefined;
}

function listIn({ contents }: Document.Parsed): YAMLSeq | undefined {
  if (isSeq(contents)) return contents;
  if (!isMap(contents)) return undefined;
  const found = contents.items.find(({ key }) => isScalar(key) && key.value === 'references')?.value;
  return isSeq(found) ? found : undefined;
}

function fileOf(yaml: string, document: Document.Parsed, list: YAMLSeq): YamlFile | undefined {
  const values = list.items.map((node): unknown =>
    isMap(node) ? node.toJS(document, { maxAliasCount: 100 }) : undefined,
  );
  const entries = list.items.map((node, at): YamlEntry | undefined => {
    if (!isMap<Node, Node | null>(node) || !node.range) return undefined;
    const [from, to] = node.range;
    const start = from - lastLine(yaml.slice(Math.max(0, from - longestLead), from)).length;
    if (!/^[ \t]*-[ \t]+$/.test(yaml.slice(start, from))) return undefined;
    const value = values[at];
    const item = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    return {
      start,
      end: lineEndAfter(yaml, from + yaml.slice(from, to).trimEnd().length),
      map: node,
      item,
      facts: factsOfItem(value),
    };
  });
  const found = entries.filter((entry) => entry !== undefined);
  return found.length === entries.length ? { entries: found, values } : undefined;
}

/** Behind the line end that follows `at`. */
function lineEndAfter(text: string, at: number): number {
  const end = /\r\n|\r|\n/g;
  end.lastIndex = at;
  const found = end.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function afterBlankLines(text: string, at: number): number {
  const blank = /(?:[ \t]*(?:\r\n|\r|\n))*/y;
  blank.lastIndex = at;
  return blank.test(text) ? blank.lastIndex : at;
}

function indentAt(text: string, lineStart: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] || '  ';
}

function isReadAs(yaml: string, edits: readonly TextEdit[], values: readonly unknown[]): boolean {
  const after = read(applyEdits(yaml, edits) ?? '');
  return after !== undefined && JSON.stringify(after.values) === JSON.stringify(values);
}
