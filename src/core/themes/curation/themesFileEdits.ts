import { eolOf } from '../../text/lineEnds.ts';
import type { TextEdit } from '../../text/position.ts';
import type { Likeness } from './curation.ts';
import { lineStart } from './jsonLines.ts';
import type { JsonMember, JsonObject } from './jsonTree.ts';
import type { MemberChanges, ObjectStyle } from './memberEdits.ts';
import { memberEdits } from './memberEdits.ts';
import { themesFileVersion } from './readThemesFile.ts';

/** What is to be written of a theme: fields that are not named stay, `false` takes one out. */
export interface ThemePatch {
  readonly label?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly deleted?: boolean | undefined;
  readonly like?: readonly Likeness[] | undefined;
}

/** What is to be written: by id or key; `undefined` takes the line out. */
export interface ThemesFileChanges {
  readonly themes: ReadonlyMap<string, ThemePatch | undefined>;
  readonly papers: ReadonlyMap<string, readonly string[] | undefined>;
}

/** White space of one level where the file shows none. */
const indentUnit = '  ';

/**
 * The edits that write changes into a themes file: one line for each theme and paper, sorted, so that the lines of two
 * people rarely meet. Everything else stays byte for byte. `root` is what was read of the text; without it the text holds
 * nothing, and the whole file is written. Linear.
 */
export function themesFileEdits(
  text: string,
  root: JsonObject | undefined,
  changes: ThemesFileChanges,
): readonly TextEdit[] {
  const eol = eolOf(text);
  if (root === undefined) {
    const written = newFile(changes).replaceAll('\n', eol);
    return [{ start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length, text: written }];
  }
  const indent = indentOf(text, root) ?? indentUnit;
  const inner: ObjectStyle = { eol, indent: indent + indent, outer: indent, sorted: true };
  const added = new Map<string, string>();
  const edits: TextEdit[] = [];
  for (const name of ['themes', 'papers'] as const) {
    if (changes[name].size === 0) continue;
    const section = root.members.findLast((member) => member.name === name)?.value;
    if (section === undefined) {
      const lines = sectionLines(changes, name, inner.indent ?? '');
      if (lines.length > 0) added.set(name, `{${eol}${lines.join(`,${eol}`)}${eol}${indent}}`);
    } else if (section.kind === 'object') {
      if (name === 'papers') edits.push(...memberEdits(text, section, paperLines(changes), inner));
      else edits.push(...themeEdits(text, section, changes, inner));
    }
  }
  if (added.size > 0) edits.push(...memberEdits(text, root, added, { eol, indent, outer: '', sorted: false }));
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

function newFile(changes: ThemesFileChanges): string {
  const section = (name: 'themes' | 'papers'): string => {
    const lines = sectionLines(changes, name, indentUnit + indentUnit);
    return `${indentUnit}"${name}": ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indentUnit}}`}`;
  };
  return `{\n${indentUnit}"version": ${themesFileVersion},\n${section('themes')},\n${section('papers')}\n}\n`;
}

function sectionLines(changes: ThemesFileChanges, name: 'themes' | 'papers', indent: string): readonly string[] {
  const lines = name === 'papers' ? paperLines(changes) : newThemes(changes);
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, json]) => (json === undefined ? [] : [`${indent}${JSON.stringify(id)}: ${json}`]));
}

function paperLines({ papers }: ThemesFileChanges): MemberChanges {
  return new Map([...papers].map(([key, ids]) => [key, ids === undefined ? undefined : listOf(ids)]));
}

function newThemes({ themes }: ThemesFileChanges): MemberChanges {
  return new Map([...themes].map(([id, patch]) => [id, patch === undefined ? undefined : themeJson(patch)]));
}

/** Themes that are there get single fields changed, so that fields that nobody knows here stay. */
function themeEdits(
  text: string,
  section: JsonObject,
  changes: ThemesFileChanges,
  style: ObjectStyle,
): readonly TextEdit[] {
  const present = new Map(section.members.map((member): [string, JsonMember] => [member.name, member]));
  const whole = new Map<string, string | undefined>();
  const edits: TextEdit[] = [];
  for (const [id, patch] of changes.themes) {
    const value = present.get(id)?.value;
    if (patch === undefined) whole.set(id, undefined);
    else if (value?.kind !== 'object') whole.set(id, themeJson(patch));
    else edits.push(...memberEdits(text, value, fieldsOf(patch, true), { ...style, indent: undefined, sorted: false }));
  }
  return [...edits, ...memberEdits(text, section, whole, style)];
}

function themeJson(patch: ThemePatch): string {
  const fields = [...fieldsOf(patch, false)].flatMap(([name, json]) =>
    json === undefined ? [] : [`"${name}": ${json}`],
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function fieldsOf({ label, deleted, pinned, like }: ThemePatch, isThere: boolean): MemberChanges {
  const fields = new Map<string, string | undefined>();
  if (label !== undefined) fields.set('label', JSON.stringify(label));
  for (const [name, flag] of [
    ['deleted', deleted],
    ['pinned', pinned],
  ] as const) {
    if (flag === true) fields.set(name, 'true');
    else if (flag === false && isThere) fields.set(name, undefined);
  }
  if (like !== undefined) {
    const lists = like.map((item) => (typeof item === 'string' ? JSON.stringify(item) : listOf(item)));
    if (lists.length > 0 || isThere) fields.set('like', `[${lists.join(', ')}]`);
  }
  return fields;
}

function listOf(texts: readonly string[]): string {
  return `[${texts.map((item) => JSON.stringify(item)).join(', ')}]`;
}

/** White space before the first member that has a line of its own. */
function indentOf(text: string, { members }: JsonObject): string | undefined {
  const [first] = members;
  const start = first === undefined ? undefined : lineStart(text, first.start);
  return first === undefined || start === undefined ? undefined : text.slice(start, first.start);
}
