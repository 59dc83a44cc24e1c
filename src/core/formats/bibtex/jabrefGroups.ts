import { decodeTex } from '../../tex/decodeTex.ts';
import type { BibtexFields } from './inheritedFields.ts';

/** More groups nobody can name; each entry may be compared with each of them. */
const maxGroups = 500;
/** Groups of one entry. */
const maxMemberships = 50;
const metadata = /^\s*jabref-meta\s*:\s*(?:grouping|groupstree)\s*:/i;
const unit = /^\s*(\d{1,3})\s+(\w+)\s*:/;
const wordBreaks = /[\s,;]+/;

/** A group that says itself what belongs to it. Groups of JabRef's other kinds are kept as parents of these. */
interface JabrefGroup {
  readonly name: string;
  readonly kind: string;
  /** Only entries of the group above it belong to it. */
  readonly within: number | undefined;
  /** Of a keyword group: words of a term that the field must all have. */
  readonly field: string;
  readonly words: readonly string[];
  readonly caseSensitive: boolean;
}

/**
 * The groups that JabRef keeps in its comments. Since JabRef 4 an entry's own `groups` field lists its static groups;
 * these are the others: groups that list the keys of their entries (`groupstree`, up to JabRef 3) and groups of a word in
 * a field (`KeywordGroup`). Groups by regular expression, search or file are left out.
 *
 * `1 KeywordGroup:Name\;0\;keywords\;term\;0\;0\;1\;;`: level, kind, name, context (1: within the group above), then
 * what the kind needs. Units end at `;`, and their parts, quoted once more, too.
 */
export class JabrefGroups {
  readonly #groups: JabrefGroup[] = [];
  readonly #byKey = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  /** By field, then by the first word of the term in lower case. */
  readonly #byWord = new Map<string, Map<string, number[]>>();

  /** Takes the bodies of all comments of a file. */
  constructor(comments: readonly string[]) {
    for (const comment of comments) {
      const head = metadata.exec(comment.slice(0, 200))?.[0];
      // Line ends were put in where lines grew long, between any two characters.
      if (head !== undefined) this.#read(comment.slice(head.length).replace(/[\r\n]+/g, ''));
    }
  }

  /** Names of the groups of an entry, in the order of the file; those that its own field (`listed`) names come first. */
  of(key: string, fields: BibtexFields, listed: readonly string[]): readonly string[] {
    if (this.#groups.length === 0) return listed;
    const candidates = this.#candidates(key, fields, listed);
    const members = new Set<number>();
    const names = new Set(listed);
    for (const index of [...new Set(candidates)].toSorted((a, b) => a - b)) {
      const group = this.#groups[index];
      if (group === undefined || (group.within !== undefined && !members.has(group.within))) continue;
      members.add(index);
      names.add(group.name);
      if (members.size >= maxMemberships) break;
    }
    return [...names];
  }

  #candidates(key: string, fields: BibtexFields, listed: readonly string[]): readonly number[] {
    const found = [...(this.#byKey.get(key) ?? [])];
    for (const name of listed) found.push(...(this.#byName.get(name) ?? []));
    for (const [field, byWord] of this.#byWord) {
      const value = fields.get(field);
      if (value === undefined) continue;
      const words = new Set(decodeTex(value).split(wordBreaks));
      const folded = new Set([...words].map((word) => word.toLowerCase()));
      for (const word of folded) {
        for (const index of byWord.get(word) ?? []) {
          const group = this.#groups[index];
          const among = group?.caseSensitive === true ? words : folded;
          if (group?.words.every((wanted) => among.has(wanted)) === true) found.push(index);
        }
      }
    }
    return found;
  }

  #read(text: string): void {
    /** The index of the last group of each level. */
    const path: (number | undefined)[] = [];
    for (const line of unquoted(text)) {
      const [head, digits = '', kind = ''] = unit.exec(line) ?? [];
      if (head === undefined) continue;
      if (this.#groups.length >= maxGroups) return;
      const level = Number(digits);
      path.length = Math.min(path.length, level);
      const [name = '', context = '', ...rest] = unquoted(line.slice(head.length));
      const title = decodeTex(name);
      if (kind === 'AllEntriesGroup' || title === '') continue;
      const index = this.#groups.length;
      this.#groups.push({
        ...condition(kind, rest),
        name: title,
        kind,
        within: context === '1' ? path.at(-1) : undefined,
      });
      path[level] = index;
      this.#remember(index, rest);
    }
  }

  #remember(index: number, rest: readonly string[]): void {
    const group = this.#groups[index];
    if (group === undefined) return;
    if (group.kind === 'ExplicitGroup') {
      for (const key of new Set(rest)) if (key !== '') append(this.#byKey, key, index);
    }
    // Entries name these, and groups of keys too.
    if (group.kind === 'StaticGroup' || group.kind === 'ExplicitGroup') append(this.#byName, group.name, index);
    const word = group.words[0]?.toLowerCase();
    if (word === undefined) return;
    const byWord = this.#byWord.get(group.field) ?? new Map<string, number[]>();
    this.#byWord.set(group.field, byWord);
    append(byWord, word, index);
  }
}

/** What a keyword group asks for; no words for all other groups. */
function condition(kind: string, rest: readonly string[]): Pick<JabrefGroup, 'field' | 'words' | 'caseSensitive'> {
  const [field = '', term = '', sensitive = '', expression = ''] = rest;
  const caseSensitive = sensitive === '1';
  if (kind !== 'KeywordGroup' || expression === '1') return { field: '', words: [], caseSensitive };
  const words = decodeTex(term)
    .split(wordBreaks)
    .filter((word) => word !== '');
  return {
    field: field.toLowerCase(),
    words: caseSensitive ? words : words.map((word) => word.toLowerCase()),
    caseSensitive,
  };
}

/** Cuts at `;` and takes one layer of backslashes off. */
function unquoted(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (sign !== ';' && sign !== '\\') continue;
    part += text.slice(from, i);
    if (sign === ';') {
      parts.push(part);
      part = '';
      from = i + 1;
    } else {
      i += 1;
      from = i;
    }
  }
  part += text.slice(from);
  return part === '' ? parts : [...parts, part];
}

function append<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}
