/** A field of a record: its tag in upper case and its text, continuation lines joined by `\n`. */
export interface TagField {
  readonly tag: string;
  readonly text: string;
  /** Offset at which the text begins. */
  readonly at: number;
}

/** A record of a tagged file. Offsets in UTF-16 units, `end` behind the last character that belongs to it. */
export interface TagRecord {
  readonly start: number;
  /** Behind its first line. */
  readonly firstEnd: number;
  readonly end: number;
  readonly fields: readonly TagField[];
  /** False for a record that the next one, or the end of the file, cuts off. */
  readonly closed: boolean;
}

/** How a family of files writes its lines. */
export interface TagDialect {
  /** Matches at the start of a line; the first group that takes part is the tag. Sticky. */
  readonly tagLine: RegExp;
  /** A field with this tag begins a record. */
  readonly first: string;
  /** A field with this tag ends one; `undefined` where the next record does. */
  readonly last: string | undefined;
  /** Of a work: two of them are two records where a blank line stands between. Empty where blank lines say nothing. */
  readonly titles: ReadonlySet<string>;
}

/** A block between blank lines with this many fields and without a title is a record, not a part of the one above. */
const wholeBlock = 3;

/**
 * Splits a tagged file (RIS, MEDLINE, EndNote) into records. A line without a tag continues the field above it. A record
 * that is not ended ends where the next one begins. Fields before the first record, if any, make one of their own.
 * Line ends may be any; a BOM may stand before any line, as in files put together. Linear.
 */
export function scanTagRecords(text: string, dialect: TagDialect): readonly TagRecord[] {
  const scanner = new RecordScanner(text, dialect);
  let at = 0;
  // Each is searched for again only when it has been passed: most files have none of one of them. A lone CR ends a line, too.
  let cr = nextOf(text, '\r', 0);
  let lf = nextOf(text, '\n', 0);
  while (at < text.length) {
    if (lf < at) lf = nextOf(text, '\n', at);
    if (cr < at) cr = nextOf(text, '\r', at);
    const end = Math.min(cr, lf);
    scanner.line(text.charCodeAt(at) === 0xfeff ? at + 1 : at, end);
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return scanner.finish();
}

/** Where a line end stands next, or the text's end. */
function nextOf(text: string, lineEnd: string, from: number): number {
  const at = text.indexOf(lineEnd, from);
  return at === -1 ? text.length : at;
}

interface OpenField {
  readonly tag: string;
  text: string;
  readonly at: number;
  /** All lines, when there are several. */
  lines: string[] | undefined;
}

/** Fields that stand together. */
interface Block {
  readonly start: number;
  readonly firstEnd: number;
  end: number;
  readonly fields: OpenField[];
  titled: boolean;
  /** Begins with text that goes on with the field above it. */
  readonly attached: boolean;
}

class RecordScanner {
  readonly #text: string;
  readonly #dialect: TagDialect;
  readonly #records: TagRecord[] = [];
  #record: Block | undefined;
  /** What came since the last blank line; only where these part records. */
  #block: Block | undefined;
  #field: OpenField | undefined;
  /** Text came since the last blank line, but no field. */
  #attached = false;

  constructor(text: string, dialect: TagDialect) {
    this.#text = text;
    this.#dialect = dialect;
  }

  line(start: number, end: number): void {
    const { tagLine, first, last } = this.#dialect;
    tagLine.lastIndex = start;
    const match = tagLine.exec(this.#text);
    const tag = match === null ? undefined : (match[1] ?? match[2])?.toUpperCase().trimEnd();
    if (tag === undefined) {
      this.#continue(this.#text.slice(start, end).trim(), end);
      return;
    }
    if (tag === first || tag === last) {
      this.#joinBlock();
      if (tag === last && this.#record !== undefined) this.#record.end = end;
      this.#close(tag === last || last === undefined);
    }
    if (tag !== last) this.#add(tag, start, Math.min(tagLine.lastIndex, end), end);
  }

  finish(): readonly TagRecord[] {
    this.#joinBlock();
    this.#close(this.#dialect.last === undefined);
    return this.#records;
  }

  #add(tag: string, start: number, valueStart: number, end: number): void {
    const value = this.#text.slice(valueStart, end).trimStart();
    this.#field = { tag, text: value.trimEnd(), at: end - value.length, lines: undefined };
    const { titles } = this.#dialect;
    const titled = titles.has(tag);
    const block = titles.size === 0 ? this.#record : this.#block;
    if (block === undefined) {
      const begun: Block = { start, firstEnd: end, end, fields: [this.#field], titled, attached: this.#attached };
      this.#attached = false;
      if (titles.size === 0) this.#record = begun;
      else this.#block = begun;
      return;
    }
    block.fields.push(this.#field);
    block.end = end;
    block.titled ||= titled;
  }

  #continue(text: string, end: number): void {
    if (text === '') this.#joinBlock();
    this.#attached = text !== '' && this.#block === undefined;
    if (this.#field === undefined) return;
    (this.#field.lines ??= [this.#field.text]).push(text);
    const block = this.#block ?? this.#record;
    if (text !== '' && block !== undefined) block.end = end;
  }

  /** The block is a record of its own, or goes on with the one above it: some programs put blank lines between fields. */
  #joinBlock(): void {
    const block = this.#block;
    if (block === undefined) return;
    this.#block = undefined;
    if (this.#record !== undefined && this.#beginsRecord(block)) this.#close(true, this.#field);
    if (this.#record === undefined) {
      this.#record = block;
      return;
    }
    for (const field of block.fields) this.#record.fields.push(field);
    this.#record.end = block.end;
    this.#record.titled ||= block.titled;
  }

  #beginsRecord(block: Block): boolean {
    if (block.fields[0]?.tag === this.#dialect.first) return true;
    return this.#record?.titled === true && (block.titled || (!block.attached && block.fields.length >= wholeBlock));
  }

  /** `field` is the one that further lines continue. */
  #close(closed: boolean, field?: OpenField): void {
    this.#field = field;
    if (this.#record === undefined) return;
    const { start, firstEnd, end, fields } = this.#record;
    for (const one of fields) if (one.lines !== undefined) one.text = one.lines.join('\n').trimEnd();
    this.#records.push({ start, firstEnd, end, fields, closed });
    this.#record = undefined;
  }
}
