import type { Result } from '../result.ts';
import { eolOf } from '../text/lineEnds.ts';
import { factsOfItem } from './cslItemFacts.ts';
import { EntryIndex } from './entryIndex.ts';
import { factsOfPaper, type BibliographyInsertPlan, type InsertOptions, type KeyedPaper } from './planBibtexInsert.ts';
import { formatCslItem } from './write/cslJsonWriter.ts';

/**
 * Plans to append the papers that a CSL-JSON file (an array) lacks, as `planBibtexInsert` does for .bib files: one
 * insertion before the closing `]`, indented as the first item is. The error says why the file cannot be changed.
 */
export function planCslJsonInsert(
  json: string,
  papers: readonly KeyedPaper[],
  { abstract }: Pick<InsertOptions, 'abstract'> = {},
): Result<BibliographyInsertPlan> {
  const items = parseItems(json);
  if (items === undefined) return { ok: false, error: 'it is not a JSON array of works (CSL-JSON)' };
  const index = new EntryIndex(items.map(factsOfItem));
  const eol = eolOf(json);
  const { indent, broken } = layoutOf(json);
  const added: string[] = [];
  const keys = new Map<string, string>();
  for (const { paper, key } of papers) {
    if (keys.has(key)) continue;
    const known = index.find(paper, key);
    const id = known ?? index.freeKey(key);
    keys.set(key, id);
    if (known !== undefined) continue;
    const item = formatCslItem(paper, id, { abstract, indent: broken ? indent || '  ' : '' });
    added.push(item.replaceAll('\n', eol + indent));
    index.add(factsOfPaper(paper, id));
  }
  if (added.length === 0) return { ok: true, value: { edit: undefined, keys, unclosedAt: undefined } };
  const close = json.lastIndexOf(']');
  const start = json.slice(0, close).trimEnd().length;
  const joint = broken ? eol + indent : '';
  const comma = items.length === 0 ? '' : broken ? ',' : ', ';
  const text = comma + joint + added.join(broken ? `,${joint}` : ', ');
  const end = items.length === 0 ? close : start;
  const edit = { start, end, text: items.length === 0 ? text + eol : text };
  return { ok: true, value: { edit, keys, unclosedAt: undefined } };
}

function parseItems(json: string): readonly unknown[] | undefined {
  const text = json.startsWith('\uFEFF') ? json.slice(1) : json;
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** How the items of the array are laid out: on lines of their own (and how far indented) or on one line. */
function layoutOf(json: string): { readonly indent: string; readonly broken: boolean } {
  const lead = /^\s*\[(\s*)\S/.exec(json.slice(0, 10_000).replace(/^\uFEFF/, ''))?.[1] ?? '';
  const empty = /^\s*\[\s*\]\s*$/.test(json.slice(0, 10_000).replace(/^\uFEFF/, ''));
  if (empty) return { indent: '  ', broken: true };
  const lineStart = lead.lastIndexOf('\n');
  return { indent: lead.slice(lineStart + 1), broken: lineStart !== -1 };
}
