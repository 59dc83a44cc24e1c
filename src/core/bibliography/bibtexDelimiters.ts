/** A line that begins a field, or an entry in the middle of a line. */
const fieldLine = /[\r\n](?:[ \t]*,)?[ \t]*[A-Za-z][\w+-]*[ \t]*=[ \t]*["{\w]|@[A-Za-z]+[{(]\s*(?:[^\s,(){}="]+\s*)?,/g;
const fieldNameAtEnd = /[\r\n](?:[ \t]*,)?[ \t]*[A-Za-z][\w+-]*[ \t]*=[ \t]*$/;
/** Longer than any name of a field with its `=`. */
const nameLength = 80;

/** The offset of the `}` for the `{` at `open`, before `limit`. As BibTeX counts: a backslash does not escape a brace. */
export function closingBrace(text: string, open: number, limit: number): number | undefined {
  // Most values have no braces inside: `indexOf` is much faster than a loop. Cut first, so that it never reads beyond `limit`.
  const length = text.slice(open, limit).indexOf('}');
  if (length === -1) return undefined;
  if (!text.slice(open + 1, open + length).includes('{')) return open + length;
  let depth = 0;
  for (let i = open; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 123) depth += 1;
    else if (unit === 125 && (depth -= 1) === 0) return i;
  }
  return undefined;
}

/** The offset of the `"` outside braces for the `"` at `open`, before `limit`. */
export function closingQuote(text: string, open: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = open + 1; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 123) depth += 1;
    else if (unit === 125) depth -= 1;
    else if (unit === 34 && depth <= 0) return i;
  }
  return undefined;
}

/** Whether nothing but white space stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t') at -= 1;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

/** Whether the quote that ended a value is the one that begins the next: the value ends with `author =`. */
export function endsWithFieldName(value: string): boolean {
  return value.endsWith('=') || value.endsWith(' ') ? fieldNameAtEnd.test(value.slice(-nameLength)) : false;
}

/** A value whose end is missing, without the comma, quote or white space behind it. */
export function unfinished(value: string): string {
  let end = value.length;
  while (end > 0 && /[\s,"]/.test(value.charAt(end - 1))) end -= 1;
  // The brace that closes the entry.
  if (value[end - 1] === '}' && !value.includes('{')) return unfinished(value.slice(0, end - 1));
  return value.slice(0, end);
}

/** Where the values of a broken entry end at the latest. */
export class ValueBounds {
  readonly #text: string;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset at which the next line begins a field, or an entry begins. Asked in rising order: linear. */
  after(offset: number): number {
    if (this.#next < offset) {
      fieldLine.lastIndex = offset;
      this.#next = fieldLine.exec(this.#text)?.index ?? Infinity;
    }
    return this.#next;
  }
}
