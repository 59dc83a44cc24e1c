/** A field of a record: its tag and its text, continuation lines joined by `\n`. */
export interface TagField {
  readonly tag: string;
  readonly text: string;
}

/** A record of a tagged file. Offsets in UTF-16 units, `end` behind the last character that belongs to it. */
export interface TagRecord {
  readonly start: number;
  readonly end: number;
  readonly fields: readonly TagField[];
  /** False for a record that the next one, or the end of the file, cuts off. */
  readonly closed: boolean;
}

/** How a family of files writes its lines. */
export interface TagDialect {
  /** Matches at the start of a line; group 1 is the tag. Sticky. */
  readonly tagLine: RegExp;
  /** A field with this tag begins a record. */
  readonly first: string;
  /** A field with this tag ends one; `undefined` where a blank line, or the next record, does. */
  readonly last: string | undefined;
  /** Records also begin behind a blank line. */
  readonly blankEnds: boolean;
}

/**
 * Splits a tagged file (RIS, MEDLINE, EndNote) into records. A line without a tag continues the field above it. A record
 * that is not ended ends where the next one begins. Fields before the first record, if any, make one of their own.
 * Line ends may be any. Linear.
 */
export function scanTagRecords(text: string, dialect: TagDialect): readonly TagRecord[] {
  const scanner = new RecordScanner(dialect);
  let at = 0;
  // Searched for again only when it has been passed: most files have none.
  let cr = text.indexOf('\r');
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    // A lone CR ends a line, too.
    if (cr !== -1 && cr < at) cr = text.indexOf('\r', at);
    if (cr !== -1 && cr < end) end = cr;
    scanner.line(text, at, end);
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return scanner.finish();
}

class RecordScanner {
  readonly #dialect: TagDialect;
  readonly #records: TagRecord[] = [];
  #fields: { tag: string; lines: string[] }[] = [];
  #start = 0;
  #end = 0;
  #afterBlank = false;

  constructor(dialect: TagDialect) {
    this.#dialect = dialect;
  }

  line(text: string, start: number, end: number): void {
    const { tagLine, first, last, blankEnds } = this.#dialect;
    tagLine.lastIndex = start;
    const match = tagLine.exec(text);
    const tag = match === null || tagLine.lastIndex > end ? undefined : match[1]?.toUpperCase().trimEnd();
    if (tag === undefined) {
      this.#continue(text.slice(start, end), end);
      return;
    }
    const begins = tag === first || (blankEnds && this.#afterBlank);
    if (begins && this.#fields.length > 0) this.#close(last === undefined);
    this.#afterBlank = false;
    if (tag === last) {
      if (this.#fields.length > 0) {
        this.#end = end;
        this.#close(true);
      }
      return;
    }
    if (this.#fields.length === 0) this.#start = start;
    this.#fields.push({ tag, lines: [text.slice(tagLine.lastIndex, end).trim()] });
    this.#end = end;
  }

  finish(): readonly TagRecord[] {
    if (this.#fields.length > 0) this.#close(this.#dialect.last === undefined);
    return this.#records;
  }

  #continue(line: string, end: number): void {
    const text = line.trim();
    if (text === '') this.#afterBlank = true;
    const field = this.#fields.at(-1);
    if (field === undefined || (text === '' && this.#dialect.blankEnds)) return;
    field.lines.push(text);
    if (text !== '') this.#end = end;
  }

  #close(closed: boolean): void {
    const fields = this.#fields.map(({ tag, lines }) => ({
      tag,
      text: lines.length === 1 ? (lines[0] ?? '') : lines.join('\n').trimEnd(),
    }));
    this.#records.push({ start: this.#start, end: this.#end, fields, closed });
    this.#fields = [];
  }
}
