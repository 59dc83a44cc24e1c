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
  /** False when the closing brace is missing. */
  readonly closed: boolean;
}

/** A piece of a value, between `#`s. `bare`: the name of a `@string`. */
export interface ValuePiece {
  readonly text: string;
  readonly bare: boolean;
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
}

/** Where an entry begins for certain: nothing but white space stands before it on its line. */
const lineStartEntry = /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/gm;
const entryHead = /@[ \t]*([A-Za-z]+)\s*([{(])/y;
const keyText = /\s*([^\s,{}=]*)\s*/y;
const separators = /[\s,]*/y;
const fieldName = /[^\s,{}()"#%=]+/y;
const equals = /\s*=\s*/y;
const joint = /\s*#\s*/y;
const bareValue = /[^\s,{}()"#]+/y;

/**
 * Reads a .bib file; `@comment`, `@preamble` and text between entries are stepped over.
 * Tolerant: a value that is never closed ends where the next line begins with `@word{`, so one broken entry costs itself
 * only. Total and linear (each character is read once or twice).
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
  #commentsClose = true;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [...text.matchAll(lineStartEntry)].map((match) => match.index + match[0].indexOf('@'));
  }

  file(): BibtexFile {
    const entries: BibtexEntry[] = [];
    const strings: BibtexString[] = [];
    for (;;) {
      const start = this.#text.indexOf('@', this.#at);
      if (start === -1) return { entries, strings };
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
      else entries.push(this.#entry(type, start, head?.[2] === '(' ? ')' : '}'));
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
        this.#at = close + 1;
        return;
      }
      this.#commentsClose = false;
    }
    this.#at = (closingBrace(this.#text, body, this.#limit) ?? this.#limit - 1) + 1;
  }

  #entry(type: string, start: number, close: '}' | ')'): BibtexEntry {
    const { key, keyStart } = this.#key();
    const fields = new Map<string, string>();
    const pieces = new Map<string, readonly ValuePiece[]>();
    let closed = false;
    while (this.#at < this.#limit) {
      this.#take(separators);
      const name = this.#take(fieldName)?.toLowerCase();
      if (name !== undefined) {
        const value = this.#take(equals) === undefined ? [] : this.#pieces();
        if (value.length > 0 && !fields.has(name)) {
          fields.set(name, value.length === 1 ? (value[0]?.text ?? '') : value.map((piece) => piece.text).join(''));
          if (value.some((piece) => piece.bare)) pieces.set(name, value);
        }
      } else if (this.#text[this.#at] === close && this.#at < this.#limit) {
        this.#at += 1;
        closed = true;
        break;
      } else {
        this.#at += 1;
      }
    }
    this.#at = Math.min(this.#at, this.#limit);
    const end = closed ? this.#at : start + this.#text.slice(start, this.#at).trimEnd().length;
    const keyRange = { start: keyStart, end: keyStart + key.length };
    return { type, key, start, end, keyRange, fields, pieces, closed };
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

  /** Empty when there is no value. */
  #pieces(): readonly ValuePiece[] {
    const pieces: ValuePiece[] = [];
    while (this.#at < this.#limit) {
      const first = this.#text[this.#at];
      if (first === '{') pieces.push(literal(this.#delimited(closingBrace(this.#text, this.#at, this.#limit))));
      else if (first === '"') pieces.push(literal(this.#delimited(closingQuote(this.#text, this.#at, this.#limit))));
      else {
        const bare = this.#take(bareValue);
        if (bare === undefined) return pieces;
        pieces.push({ text: bare, bare: !/^\d+$/.test(bare) });
      }
      if (this.#take(joint) === undefined) return pieces;
    }
    return pieces;
  }

  #delimited(close: number | undefined): string {
    const end = close ?? this.#limit;
    const value = this.#text.slice(this.#at + 1, end);
    this.#at = close === undefined ? this.#limit : end + 1;
    return close === undefined ? value.trimEnd() : value;
  }
}

function literal(text: string): ValuePiece {
  return { text, bare: false };
}

/** As BibTeX counts: a backslash does not escape a brace. */
function closingBrace(text: string, open: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = open; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 123) depth += 1;
    else if (unit === 125 && (depth -= 1) === 0) return i;
  }
  return undefined;
}

function closingQuote(text: string, open: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = open + 1; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 123) depth += 1;
    else if (unit === 125) depth -= 1;
    else if (unit === 34 && depth <= 0) return i;
  }
  return undefined;
}
