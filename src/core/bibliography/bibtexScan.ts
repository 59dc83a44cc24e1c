import { closingBrace, closingQuote, endsWithFieldName, unfinished, ValueBounds } from './bibtexDelimiters.ts';

/** What is wrong with how an entry is written. All numbers are UTF-16 offsets. */
export interface BibtexFault {
  /**
   * `unclosed-entry`: its closing brace is missing. `unclosed-value`: the brace or quote of `field`. `early-close`: a brace
   * too many stands before `field`. `missing-equals`: behind the name of `field`.
   */
  readonly kind: 'unclosed-entry' | 'unclosed-value' | 'early-close' | 'missing-equals';
  /** The place to be mended: the name of the field, the brace, or the entry up to its key. */
  readonly start: number;
  readonly end: number;
  /** `''` when the fault is the entry's. */
  readonly field: string;
}

/** One entry of a .bib file. All numbers are UTF-16 offsets. */
export interface BibtexEntry {
  /** Lower case, without `@`: `article`. */
  readonly type: string;
  readonly key: string;
  /** From the `@` to the character after the closing brace (or to where a broken entry ends). */
  readonly start: number;
  readonly end: number;
  readonly keyRange: { readonly start: number; readonly end: number };
  /** By lower-case name: the value as written, without its outer braces or quotes; `#` pieces joined. First one wins. */
  readonly fields: ReadonlyMap<string, string>;
  /** The pieces of those values that name a `@string`, which stands in `fields` as its name. */
  readonly pieces: ReadonlyMap<string, readonly ValuePiece[]>;
  /** False when the closing brace is missing: what stands behind it becomes a part of it for other programs. */
  readonly closed: boolean;
  /** The first one. */
  readonly fault: BibtexFault | undefined;
}

/** A piece of a value, between `#`s. `bare`: the name of a `@string`. */
export interface ValuePiece {
  readonly text: string;
  readonly bare: boolean;
  /** Where it stands in the file, with its delimiter. */
  readonly start: number;
}

/** `@string{name = value}`. */
export interface BibtexString {
  /** Lower case. */
  readonly name: string;
  readonly pieces: readonly ValuePiece[];
}

/** What a .bib file holds, in its order; `strings` may stand anywhere between. */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly strings: readonly BibtexString[];
  /** What stands between the braces of each `@comment`. */
  readonly comments: readonly string[];
}

/** What one reading of the fields of an entry gave. */
interface Body {
  readonly fields: Map<string, string>;
  readonly pieces: Map<string, readonly ValuePiece[]>;
  closed: boolean;
  /** A value ends where the next field should begin: a quote or brace is missing. */
  suspect: boolean;
  fault: BibtexFault | undefined;
}

/** Where an entry begins for certain: nothing but white space stands before it on its line. */
const lineStartEntry = /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/gm;
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
  readonly #starts: readonly number[];
  #nextStart = 0;
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
    this.#starts = [...text.matchAll(lineStartEntry)].map((match) => match.index + match[0].indexOf('@'));
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
      while ((this.#starts[this.#nextStart] ?? Infinity) <= start) this.#nextStart += 1;
      this.#limit = this.#starts[this.#nextStart] ?? this.#text.length;
      this.#at = entryHead.lastIndex;
      if (type === 'string') strings.push(...this.#string());
      else if (type === 'comment' || type === 'preamble') this.#skipBody(type);
      else entries.push(this.#entry(type, start, head?.[3] === '(' ? ')' : '}'));
    }
  }

  /** Text between entries is free, but people write `% @article{…}` to take an entry out. */
  #inLineComment(offset: number): boolean {
    const from = Math.max(this.#at, offset - 200);
    const before = this.#text.slice(from, offset);
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    return line.includes('%');
  }

  #string(): readonly BibtexString[] {
    this.#take(separators);
    const name = this.#take(fieldName)?.toLowerCase();
    const pieces = name !== undefined && this.#take(equals) !== undefined ? this.#pieces() : [];
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
    return { type, key, start, end, keyRange, fields: body.fields, pieces: body.pieces, closed: first.closed, fault };
  }

  /** The fields up to the closing brace of the entry, or to where it ends at the latest. */
  #body(close: '}' | ')', careful: boolean): Body {
    const body: Body = { fields: new Map(), pieces: new Map(), closed: false, suspect: false, fault: undefined };
    while (this.#at < this.#limit) {
      this.#take(separators);
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
      } else if (sign === '%') this.#take(restOfLine);
      else this.#at += 1;
    }
    return body;
  }

  /** What follows the name of a field. */
  #field(body: Body, name: string, careful: boolean): void {
    const end = this.#at;
    const start = end - name.length;
    const hasEquals = this.#take(equals) !== undefined;
    if (!hasEquals && this.#take(missingEquals) === undefined) return;
    if (!hasEquals) body.fault ??= { kind: 'missing-equals', start, end, field: name };
    const limit = this.#limit;
    if (careful) this.#limit = Math.min(limit, this.#bounds.after(this.#at));
    const value = this.#pieces(body);
    if (careful && this.#unclosed) body.fault ??= { kind: 'unclosed-value', start, end, field: name };
    this.#limit = limit;
    if (value.length === 0 || body.fields.has(name)) return;
    body.fields.set(name, value.length === 1 ? (value[0]?.text ?? '') : value.map((piece) => piece.text).join(''));
    if (value.some((piece) => piece.bare)) body.pieces.set(name, value);
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
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
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
      if (this.#take(joint) === undefined) return pieces;
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
