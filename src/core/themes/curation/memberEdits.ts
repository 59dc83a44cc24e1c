import type { Eol } from '../../text/lineEnds.ts';
import type { TextEdit } from '../../text/position.ts';
import type { JsonMember, JsonObject } from './jsonTree.ts';
import { lineAround, lineBreakAfter, lineStart } from './jsonLines.ts';

/** How new members are laid out where the object does not show it. */
export interface ObjectStyle {
  readonly eol: Eol;
  /** White space before a member; `undefined` for members that stand behind each other on one line. */
  readonly indent: string | undefined;
  /** White space before the closing brace of an object that is empty so far. */
  readonly outer: string;
  /** New members stand before the first one with a greater name, else at the end. */
  readonly sorted: boolean;
}

/** By name: the JSON of the new value, or `undefined` to remove the member. */
export type MemberChanges = ReadonlyMap<string, string | undefined>;

/**
 * The edits that change members of one object, in order and apart from each other. Only the lines of these members
 * change, and the comma after the last one: comments, white space and all other members stay as they are. Linear.
 */
export function memberEdits(
  text: string,
  object: JsonObject,
  changes: MemberChanges,
  style: ObjectStyle,
): readonly TextEdit[] {
  return new ObjectEdit(text, object, style).edits(changes);
}

/** A member to be, and the first member there is that it stands before. */
interface Insert {
  readonly json: string;
  readonly before: number;
}

class ObjectEdit {
  readonly #text: string;
  readonly #object: JsonObject;
  readonly #members: readonly JsonMember[];
  readonly #style: ObjectStyle;
  readonly #edits: TextEdit[] = [];
  readonly #removed = new Set<JsonMember>();
  /** Between members. */
  readonly #joint: string;

  constructor(text: string, object: JsonObject, style: ObjectStyle) {
    this.#text = text;
    this.#object = object;
    this.#members = object.members;
    this.#style = style;
    const [first] = object.members;
    const start = first === undefined ? undefined : lineStart(text, first.start);
    const indent = first === undefined || start === undefined ? style.indent : text.slice(start, first.start);
    const isBroken = first === undefined ? indent !== undefined : start !== undefined;
    this.#joint = isBroken ? style.eol + (indent ?? '') : ' ';
  }

  edits(changes: MemberChanges): readonly TextEdit[] {
    const present = new Map(this.#members.map((member) => [member.name, member]));
    for (const member of this.#members) {
      if (changes.has(member.name) && changes.get(member.name) === undefined) this.#removed.add(member);
    }
    const inserts: [string, string][] = [];
    for (const [name, json] of changes) {
      const member = present.get(name);
      if (json === undefined) continue;
      if (member === undefined) inserts.push([name, `${JSON.stringify(name)}: ${json}`]);
      else this.#add(member.value.start, member.value.end, json);
    }
    for (const member of this.#removed) this.#remove(member);
    if (this.#style.sorted) inserts.sort(([a], [b]) => (a < b ? -1 : 1));
    this.#insert(inserts.map(([name, json]) => ({ json, before: this.#placeOf(name) })));
    return joined(this.#edits);
  }

  /** The first member with a greater name, if it stays or one after it does. */
  #placeOf(name: string): number {
    const end = this.#members.length;
    if (!this.#style.sorted) return end;
    // Searched once for each new member: files have one order, and where not, any place will do.
    let low = 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#members[middle]?.name ?? '') > name) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #add(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** With its comma, and with its line where nothing else stands on it. */
  #remove({ start, value, comma }: JsonMember): void {
    const end = comma === undefined ? value.end : comma + 1;
    if (comma !== undefined && this.#text.slice(value.end, comma).trim() !== '') {
      // A comment stands before the comma.
      this.#add(start, value.end, '');
      this.#add(comma, end, '');
      return;
    }
    const line = lineAround(this.#text, start, end);
    if (line !== undefined) this.#add(line.start, line.end, '');
    else if (comma === undefined) {
      let from = start;
      while (this.#text[from - 1] === ' ' || this.#text[from - 1] === '\t') from -= 1;
      this.#add(from, end, '');
    } else this.#add(start, end + (/^[ \t]*/.exec(this.#text.slice(end, end + 100))?.[0].length ?? 0), '');
  }

  #insert(inserts: readonly Insert[]): void {
    const last = this.#members.findLastIndex((member) => !this.#removed.has(member));
    const tail = inserts.filter(({ before }) => before > last);
    const staying = this.#staying();
    const byPlace = new Map<number, string[]>();
    for (const insert of inserts) {
      if (insert.before > last) continue;
      const { json } = insert;
      const before = staying[insert.before] ?? insert.before;
      const list = byPlace.get(before);
      if (list === undefined) byPlace.set(before, [json]);
      else list.push(json);
    }
    for (const [before, list] of byPlace) this.#insertBefore(before, list);
    this.#endAt(
      last,
      tail.map(({ json }) => json),
    );
  }

  /** By place: where the first member at or after it is that stays. */
  #staying(): readonly number[] {
    const staying = Array.from(this.#members, () => 0);
    let next = this.#members.length;
    for (const [back, member] of this.#members.toReversed().entries()) {
      const at = this.#members.length - 1 - back;
      if (!this.#removed.has(member)) next = at;
      staying[at] = next;
    }
    return staying;
  }

  #insertBefore(at: number, list: readonly string[]): void {
    const before = this.#members[at - 1];
    const from = before === undefined ? this.#object.start + 1 : (before.comma ?? before.value.end - 1) + 1;
    const next = this.#members[at]?.start ?? this.#object.end - 1;
    const lineBreak = this.#joint === ' ' ? undefined : lineBreakAfter(this.#text, from, next);
    if (lineBreak === undefined) this.#add(next, next, list.map((json) => `${json},${this.#joint}`).join(''));
    else this.#add(lineBreak, lineBreak, list.map((json) => `${this.#joint}${json},`).join(''));
  }

  /** What comes after the last member that stays, and whether that one has a comma. */
  #endAt(last: number, list: readonly string[]): void {
    const member = this.#members[last];
    const isTrailing = last === this.#members.length - 1;
    if (member !== undefined && member.comma !== undefined && list.length === 0 && !isTrailing) {
      this.#add(member.comma, member.comma + 1, '');
    }
    if (list.length === 0) return;
    const text = list.map((json) => this.#joint + json).join(',');
    if (member === undefined) this.#fill(text);
    else {
      if (member.comma === undefined) this.#add(member.value.end, member.value.end, ',');
      const from = member.comma === undefined ? member.value.end : member.comma + 1;
      const next = this.#members[last + 1]?.start ?? this.#object.end - 1;
      const at = (this.#joint === ' ' ? undefined : lineBreakAfter(this.#text, from, next)) ?? from;
      this.#add(at, at, text);
    }
  }

  /** An object of which nothing stays, or that was empty. */
  #fill(text: string): void {
    const start = this.#object.start + 1;
    const next = this.#members[0]?.start ?? this.#object.end - 1;
    const at = (this.#joint === ' ' ? undefined : lineBreakAfter(this.#text, start, next)) ?? start;
    const isOpen = this.#members.length === 0 && at === start && !this.#text.slice(start, next).includes('\n');
    const close = !isOpen ? '' : this.#joint === ' ' ? ' ' : this.#style.eol + this.#style.outer;
    const blank = isOpen && this.#text.slice(start, next).trim() === '';
    this.#add(at, blank ? next : at, text + close);
  }
}

/** In order; those that touch or overlap (all of these remove something) are one. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = result.at(-1);
    if (before === undefined || before.end < edit.start) result.push(edit);
    else {
      result[result.length - 1] = {
        start: before.start,
        end: Math.max(before.end, edit.end),
        text: before.text + edit.text,
      };
    }
  }
  return result;
}
