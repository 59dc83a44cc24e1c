import { isScalar, isSeq, parseDocument } from 'yaml';
import { locateFrontMatter } from '../bibliography/frontMatterRange.ts';

/**
 * Fields of front matter that name the paper a note is about, without case, spaces, hyphens and underscores: `citekey`
 * (Paperside, and the Obsidian plugins Citations, Zotero Integration, ZotLit and Bibnotes by their usual templates),
 * `citation key`, `citationKey`, `citation-key` (CSL), `bibtexkey`, `bibkey`.
 */
const idFields: ReadonlySet<string> = new Set(['citekey', 'citationkey', 'citekeys', 'bibtexkey', 'bibkey']);
const aliasFields: ReadonlySet<string> = new Set(['aliases', 'alias']);

/** Fields stand at the beginning of front matter; a YAML reader must not be fed megabytes. */
const maxLines = 500;
const maxValue = 4_000;

/**
 * The citation keys that the front matter of a note names, each once: those of a field for it, else aliases that begin
 * with `@`. Read line by line, because what other tools write is often no valid YAML. Total and linear.
 */
export function noteIds(text: string): readonly string[] {
  const lines = frontMatterLines(text);
  const named = keysIn(valuesUnder(lines, idFields));
  return named.length > 0 ? named : keysIn(valuesUnder(lines, aliasFields).filter(isCited));
}

/** The same without aliases. */
export function noteFieldIds(text: string): readonly string[] {
  return keysIn(valuesUnder(frontMatterLines(text), idFields));
}

function frontMatterLines(text: string): readonly string[] {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object') return [];
  return text.slice(range.contentStart, range.contentEnd).split(/\r\n|\n|\r/, maxLines);
}

function keysIn(values: readonly string[]): readonly string[] {
  return [...new Set(values.map(bareKey).filter(isKey))];
}

/** Where the text of a note begins behind its front matter; 0 without one. */
export function noteBodyStart(text: string): number {
  const range = locateFrontMatter(text);
  return typeof range === 'object' ? range.end : text.startsWith('\uFEFF') ? 1 : 0;
}

function valuesUnder(lines: readonly string[], fields: ReadonlySet<string>): readonly string[] {
  for (const [index, line] of lines.entries()) {
    const [, name, value = ''] = /^["']?([\p{L}][\p{L} _-]{0,40}?)["']?[ \t]*:(?:[ \t]+(.*))?$/u.exec(line) ?? [];
    if (name === undefined || !fields.has(name.toLowerCase().replace(/[ _-]+/g, ''))) continue;
    const own = value.trim();
    const values = own === '' || own.startsWith('#') ? items(lines, index + 1) : scalars(own);
    if (values.length > 0) return values;
  }
  return [];
}

/** The lines `- value` that follow. */
function items(lines: readonly string[], from: number): readonly string[] {
  const values: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(lines[at] ?? '');
    if (item === null) break;
    values.push(...scalars((item[1] ?? '').trim()));
  }
  return values;
}

/** The texts of a YAML value on one line: one, or those of a flow list. What is no YAML is one text as it stands. */
function scalars(value: string): readonly string[] {
  if (value === '' || value.length > maxValue) return [];
  // Pandoc's and Obsidian's own forms are no YAML lists of texts: `[[@key]]`, `[@key]`; an `@` begins no YAML scalar.
  if (!/^["'[]/.test(value) || value.startsWith('[[') || value.startsWith('[@')) {
    return plainScalar(value);
  }
  try {
    const { contents, errors } = parseDocument(value, { schema: 'failsafe', customTags: [], logLevel: 'silent' });
    if (errors.length > 0) return [value];
    const nodes: readonly unknown[] = isSeq(contents) ? contents.items : [contents];
    return nodes.flatMap((node) => (isScalar(node) && typeof node.value === 'string' ? [node.value] : []));
  } catch {
    return [value];
  }
}

function plainScalar(value: string): readonly string[] {
  const text = value.replace(/[ \t]+#.*$/, '').trim();
  return text === '' || text === '~' || text === 'null' ? [] : [text];
}

function isCited(value: string): boolean {
  return /^[["'\s]*@./.test(value);
}

/** A key as people write it around: `@key`, `[@key]`, `[[@key]]`, `[[@key|shown]]`. */
function bareKey(value: string): string {
  const linked = /^\s*\[{1,2}([^[\]|]*)(?:\|[^[\]]*)?\]{1,2}\s*$/.exec(value)?.[1] ?? value;
  return linked.trim().replace(/^@/, '').normalize('NFC');
}

/** A placeholder that a template left is no key. */
function isKey(key: string): boolean {
  return key !== '' && !/^\{\{.*\}\}$/.test(key);
}
