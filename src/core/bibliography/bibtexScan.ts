import {
  beginsLine,
  closingBrace,
  closingQuote,
  endsWithFieldName,
  unfinished,
  ValueBounds,
} from './bibtexDelimiters.ts';
import type { BibtexEntry, BibtexFault, BibtexFile, BibtexString, ValuePiece } from './bibtexFile.ts';

/** What one reading of the fields of an entry gave. */
interface Body {
  readonly fields: Map<string, string>;
  /** Made for the first value of several pieces or names: most entries have none. */
  pieces: Map<string, readonly ValuePiece[]> | undefined;
  closed: boolean;
  /** A value ends where the next field should begin: a quote or brace is missing. */
  suspect: boolean;
  fault: BibtexFault | undefined;
}

const noPieces: ReadonlyMap<string, readonly ValuePiece[]> = new Map();

/** An entry begins for certain where nothing but white space stands before this on its line. */
const lineStartEntry = /@[ \t]*[A-Za-z]+[ \t]*[{(]/y;
/** Parentheses are common in prose and style sheets (`@media (…)`): there a key and a comma must follow. */
const entryHead = /@[ \t]*([A-Za-z]+)\s*(?:(\{)|(\()(?=\s*(?:[^\s,(){}=]+\s*)?[,=]))/y;
/** The head of an entry inside another one. */
const entryWithKey = /@[ \t]*[A-Za-z]+\s*[{(]\s*(?:[^\s,(){}="]+\s*)?[,=]/y;
/** What follows a brace that cannot be the end of the entry: one more field. */
const nextField = /(?:[ \t]*,\s*[A-Za-z][\w+-]*\s*=\s*["{\w]|[ \t]*[\r\n]\s*[A-Za-z][\w+-]*\s*=\s*["{])/y;
const keyText = /\s*([^\s,{}=]*)\s*/y;
const separators = /[\s,]*/y;
const fieldName = /[^\s,{}()"#%=]+/y;
const equals = /\s*=\s*/y;
const missingEquals = /[ \t]*(?=\{)|[ \t]+(?=")/y;
const restOfLine = /[^\r\n]*/y;
const joint = /\s*#\s*/y;
const bareValue = /[^\s,{}()"#]+/y;

/**
 * Reads a .bib file; `@comment`, `@preamble` and text between entries are stepped over.
 * Tolerant: an entry that is never closed ends where the next line begins with `@word{`, so it costs no other; in it, a
 * value that is never closed ends where the next line begins with `name =`. A line that begins with `%` inside an entry is
 * taken out. Total and linear (each character is read a few times at most).
 */
export function scanBibtexFile(text: string): BibtexFile {
  return new BibtexScanner(text).file();
}

/** The entries alone. */
export function scanBibtex(text: string): readonly BibtexEntry[] {
  return scanBibtexFile(text).entries;
}

class BibtexScanner {
  readonly #text: string;
  /** Where the next entry begins for certain, at or behind `#searched`. */
  #nextStart = 0;
  #searched = -1;
  #at = 0;
  /** Where the current entry ends at the latest. */
  #limit = 0;
  /** Entries that begin before this are read carefully at once. */
  #carefulUntil = 0;
  #commentsClose = true;
  /** Whether the value that was read last has no end of its own. */
  #unclosed = false;
  readonly #comments: string[] = [];
  readonly #bounds: ValueBounds;

  constructor(text: string) {
    this.#text = text;
    this.#bounds = new ValueBounds(text);
  }

  file(): BibtexFile {
    const entries: BibtexEntry[] = [];
    const strings: BibtexString[] = [];
    for (;;) {
      const start = this.#text.indexOf('@', this.#at);
      if (start === -1) return { entries, strings, comments: this.#comments };
      entryHead.lastIndex = start;
      const head = entryHead.exec(this.#text);
      const type = head?.[1]?.toLowerCase();
      if (type === undefined || this.#inLineComment(start)) {
        this.#at = start + 1;
        continue;
      }
      this.#limit = this.#startAfter(start);
      this.#at = entryHead.lastIndex;
      if (type === 'string') strings.push(...this.#string());
      else if (type === 'comment' || type === 'preamble') this.#skipBody(type);
      else entries.push(this.#entry(type, start, head?.[3] === '(' ? ')' : '}'));
    }
  }

  /** Asked in rising order: linear. */
  #startAfter(offset: number): number {
    if (offset >= this.#searched && this.#nextStart > offset) return this.#nextStart;
    this.#searched = offset;
    let at = offset;
    do {
      at = this.#text.indexOf('@', at + 1);
      lineStartEntry.lastIndex = at;
    } while (at !== -1 && !(beginsLine(this.#text, at) && lineStartEntry.test(this.#text)));
    this.#nextStart = at === -1 ? this.#text.length : at;
    return this.#nextStart;
  }

  /** Text between entries is free, but people write `% @article{…}` to take an entry out. */
  #inLineComment(offset: number): boolean {
    const from = Math.max(this.#at, offset - 200);
    const before = this.#text.slice(from, offset);
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    return line.includes('%');
  }

  #string(): readonly BibtexString[] {
    this.#skip(separators);
    const name = this.#take(fieldName)?.toLowerCase();
    const pieces = name !== undefined && this.#skip(equals) ? this.#pieces() : [];
    this.#at = Math.min(this.#at, this.#limit);
    return name === undefined || pieces.length === 0 ? [] : [{ name, pieces }];
  }

  /** A comment may hold whole entries, at the start of lines too: it ends at its own closing brace. */
  #skipBody(type: string): void {
    const body = this.#at - 1;
    if (this.#text[body] === '(') {
      const close = this.#text.indexOf(')', body);
      this.#at = close === -1 || close > this.#limit ? this.#limit : close + 1;
      return;
    }
    if (type === 'comment' && this.#commentsClose) {
      const close = closingBrace(this.#text, body, this.#text.length);
      if (close !== undefined) {
        this.#comments.push(this.#text.slice(body + 1, close));
        this.#at = close + 1;
        return;
      }
      this.#commentsClose = false;
    }
    this.#at = (closingBrace(this.#text, body, this.#limit) ?? this.#limit - 1) + 1;
  }

  #entry(type: string, start: number, close: '}' | ')'): BibtexEntry {
    const { key, keyStart } = this.#key();
    const begin = this.#at;
    const first = this.#body(close, start < this.#carefulUntil);
    let body = first;
    if ((!first.closed || first.suspect) && start >= this.#carefulUntil) {
      // Once more, with values that end at the latest where the next line begins a field.
      this.#at = begin;
      body = this.#body(close, true);
      // No stretch of text is read more than twice.
      this.#carefulUntil = this.#limit;
    }
    this.#at = Math.min(this.#at, this.#limit);
    const end = body.closed ? this.#at : start + this.#text.slice(start, this.#at).trimEnd().length;
    const keyRange = { start: keyStart, end: keyStart + key.length };
    const unclosed = { kind: 'unclosed-entry', start, end: keyRange.end, field: '' } as const;
    const fault = body.fault ?? (first.closed ? undefined : unclosed);
    const { fields, pieces = noPieces } = body;
    return { type, key, start, end, keyRange, fields, pieces, closed: first.closed, fault };
  }

  /** The fields up to the closing brace of the entry, or to where it ends at the latest. */
  #body(close: '}' | ')', careful: boolean): Body {
    const body: Body = { fields: new Map(), pieces: undefined, closed: false, suspect: false, fault: undefined };
    while (this.#at < this.#limit) {
      this.#skip(separators);
      const at = this.#at;
      if (at >= this.#limit) break;
      const sign = this.#text[at];
      if (sign === '@' && this.#isAt(entryWithKey)) break;
      const name = this.#take(fieldName)?.toLowerCase();
      if (name !== undefined) this.#field(body, name, careful);
      else if (sign === close) {
        this.#at += 1;
        if (!this.#isAt(nextField)) {
          body.closed = true;
          break;
        }
        body.fault ??= { kind: 'early-close', start: at, end: at + 1, field: '' };
      } else if (sign === '%') this.#skip(restOfLine);
      else this.#at += 1;
    }
    return body;
  }

  /** What follows the name of a field. */
  #field(body: Body, name: string, careful: boolean): void {
    const end = this.#at;
    const start = end - name.length;
    const hasEquals = this.#skip(equals);
    if (!hasEquals && !this.#skip(missingEquals)) return;
    if (!hasEquals) body.fault ??= { kind: 'missing-equals', start, end, field: name };
    const limit = this.#limit;
    if (careful) this.#limit = Math.min(limit, this.#bounds.after(this.#at));
    const value = this.#pieces(body);
    if (careful && this.#unclosed) body.fault ??= { kind: 'unclosed-value', start, end, field: name };
    this.#limit = limit;
    if (value.length === 0 || body.fields.has(name)) return;
    body.fields.set(name, value.length === 1 ? (value[0]?.text ?? '') : value.map((piece) => piece.text).join(''));
    if (value.some((piece) => piece.bare)) (body.pieces ??= new Map()).set(name, value);
  }

  /** An entry without a key, `@book{title = …}`, begins with its first field. */
  #key(): { readonly key: string; readonly keyStart: number } {
    keyText.lastIndex = this.#at;
    const match = keyText.exec(this.#text);
    const key = match?.[1] ?? '';
    const after = keyText.lastIndex;
    if (match === null || after > this.#limit || this.#text[after] === '=') return { key: '', keyStart: this.#at };
    const keyStart = this.#at + match[0].indexOf(key);
    this.#at = after;
    return { key, keyStart };
  }

  /** Steps over what a sticky pattern matches here. */
  #take(pattern: RegExp): string | undefined {
    const start = this.#at;
    return this.#skip(pattern) ? this.#text.slice(start, this.#at) : undefined;
  }

  /** As `#take`, where it does not matter what stood there. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  /** Empty when there is no value. */
  #pieces(body?: Body): readonly ValuePiece[] {
    const pieces: ValuePiece[] = [];
    this.#unclosed = false;
    while (this.#at < this.#limit) {
      const start = this.#at;
      const first = this.#text[start];
      if (first === '{') {
        pieces.push({ text: this.#delimited(closingBrace(this.#text, start, this.#limit)), bare: false, start });
      } else if (first === '"') {
        const text = this.#delimited(closingQuote(this.#text, start, this.#limit));
        if (body !== undefined && endsWithFieldName(text)) body.suspect = true;
        pieces.push({ text, bare: false, start });
      } else {
        const text = this.#take(bareValue);
        if (text === undefined) return pieces;
        pieces.push({ text, bare: !/^\d+$/.test(text), start });
      }
      // Most values are one piece, and a comma follows.
      if (this.#text.charCodeAt(this.#at) === 0x2c || !this.#skip(joint)) return pieces;
    }
    return pieces;
  }

  #delimited(close: number | undefined): string {
    const start = this.#at + 1;
    this.#at = close === undefined ? this.#limit : close + 1;
    if (close !== undefined) return this.#text.slice(start, close);
    this.#unclosed = true;
    return unfinished(this.#text.slice(start, this.#limit));
  }
}
