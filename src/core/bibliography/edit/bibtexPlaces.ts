import { closingBrace, closingQuote } from '../bibtexDelimiters.ts';
import type { BibtexEntry } from '../bibtexFile.ts';

/** Where a field of an entry stands. All numbers are UTF-16 offsets. */
export interface FieldPlace {
  /** Lower case. */
  readonly name: string;
  readonly start: number;
  /** The value with its braces or quotes, all pieces of it. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An entry that can be changed field by field. */
export interface EntryPlaces {
  readonly fields: readonly FieldPlace[];
  /** Behind the last field, and its comma if there is one. */
  readonly fieldsEnd: number;
  /** Whether a comma stands before `fieldsEnd`. */
  readonly hasComma: boolean;
}

const gap = /(?:\s|,|%[^\r\n]*)*/y;
const fieldName = /([^\s,{}()"#%=]+)\s*=\s*/y;
const bare = /[^\s,{}()"#]+/y;
const joint = /\s*#\s*/y;

/** The places of the fields of a whole entry; `undefined` of one that is broken or written in a way that is not known. */
export function placesOf(text: string, entry: BibtexEntry): EntryPlaces | undefined {
  if (!entry.closed || entry.fault !== undefined || entry.key === '') return undefined;
  const limit = entry.end - 1;
  const fields: FieldPlace[] = [];
  let fieldsEnd = entry.keyRange.end;
  let hasComma = false;
  for (let at = entry.keyRange.end; ;) {
    const next = endOf(gap, text, at) ?? at;
    const comma = text
      .slice(at, next)
      .replace(/%[^\r\n]*/g, (comment) => ' '.repeat(comment.length))
      .indexOf(',');
    if (comma !== -1) {
      fieldsEnd = at + comma + 1;
      hasComma = true;
    }
    if (next >= limit) return next === limit ? { fields, fieldsEnd, hasComma } : undefined;
    fieldName.lastIndex = next;
    const name = fieldName.exec(text)?.[1]?.toLowerCase();
    const valueStart = fieldName.lastIndex;
    const valueEnd = name === undefined ? undefined : valueEndOf(text, valueStart, limit);
    if (name === undefined || valueEnd === undefined) return undefined;
    fields.push({ name, start: next, valueStart, valueEnd });
    fieldsEnd = valueEnd;
    hasComma = false;
    at = valueEnd;
  }
}

function valueEndOf(text: string, start: number, limit: number): number | undefined {
  for (let at = start; ;) {
    const end = pieceEnd(text, at, limit);
    if (end === undefined) return undefined;
    const next = endOf(joint, text, end);
    if (next === undefined) return end;
    at = next;
  }
}

function pieceEnd(text: string, at: number, limit: number): number | undefined {
  if (text[at] !== '{' && text[at] !== '"') return endOf(bare, text, at);
  const close = text[at] === '{' ? closingBrace(text, at, limit) : closingQuote(text, at, limit);
  return close === undefined ? undefined : close + 1;
}

/** Behind what a sticky pattern matches at `at`; `undefined` when it does not. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
