import { jsonList, type JsonList } from './jsonList.ts';
import { objectEnd, stringEnd } from './jsonScan.ts';

/** An item of a JSON file. `value` is undefined when the item is broken. */
export interface JsonItem {
  readonly start: number;
  readonly end: number;
  readonly value: object | undefined;
}

/** In a file of one line an item without its end is looked for in all of the rest: so often at most. */
const maxFailures = 50;
const maxIndent = 40;

/**
 * Finds and reads the objects of a JSON file, each by itself: the items of the list that the file is or holds (see
 * `jsonList`), JSON Lines, objects one behind the other, or one object. Commas too many or too few do no harm. A broken
 * item costs itself: reading goes on at the next line that begins as its own did (or at the next `},{`). Linear.
 */
export function* jsonItems(text: string): Generator<JsonItem, void, void> {
  const places = new ItemPlaces(text);
  let failures = 0;
  // Once an item swallowed others, none may reach beyond the line that begins the next.
  let isStrict = false;
  for (let at = places.first(); at !== -1;) {
    const limit = isStrict ? nextByLine(text, at) : -1;
    const end = objectEnd(text, at, limit === -1 ? text.length : limit);
    const value = end === undefined ? undefined : readObject(text.slice(at, end));
    if (end !== undefined && value !== undefined) {
      yield { start: at, end, value };
      at = places.next(end);
      continue;
    }
    failures += 1;
    const line = nextByLine(text, at);
    isStrict = line !== -1;
    const resume = isStrict ? line : earlier(nextByComma(text, at), nextLine(text, at, 0));
    const isLast = resume === -1 || (!isStrict && failures > maxFailures);
    const broken = isLast ? (end ?? text.length) : Math.min(end ?? resume, resume);
    yield { start: at, end: at + text.slice(at, broken).trimEnd().length, value: undefined };
    if (isLast) at = end === undefined || failures > maxFailures ? -1 : places.next(end);
    else at = resume;
  }
}

/** Where items begin: the next one in the list, or in the next list of the text. */
class ItemPlaces {
  readonly #text: string;
  #list: JsonList;

  constructor(text: string) {
    this.#text = text;
    this.#list = jsonList(text, 0);
  }

  first(): number {
    return this.#list.first;
  }

  /** The first item after `end`; -1 for none. Braces too many do no harm in a list. */
  next(end: number): number {
    const { close } = this.#list;
    if (close === '') return this.#text.indexOf('{', end);
    for (let i = end; i < this.#text.length; i += 1) {
      const sign = this.#text[i];
      if (sign === '{') return i;
      if (sign === '"') i = this.#lineEndOr(i);
      else if (sign === close) return this.#afterList(i + 1);
    }
    return -1;
  }

  /** Skips what the objects around the list hold behind it. */
  #afterList(from: number): number {
    let depth = this.#list.depth - 1;
    let at = from;
    for (; at < this.#text.length && depth > 0; at += 1) {
      const sign = this.#text[at];
      if (sign === '"') at = this.#lineEndOr(at);
      else if (sign === '{' || sign === '[') depth += 1;
      else if (sign === '}' || sign === ']') depth -= 1;
    }
    this.#list = jsonList(this.#text, at);
    return this.#list.first;
  }

  /** The quote that ends a text; the quote itself when there is none before the end of the line. */
  #lineEndOr(quote: number): number {
    const line = this.#text.indexOf('\n', quote);
    const end = stringEnd(this.#text, quote, line === -1 ? this.#text.length : line);
    return this.#text[end - 1] === '"' && end - 1 > quote ? end - 1 : quote;
  }
}

/**
 * Where the next line begins as that of the item at `at` does, with the same white space and a brace, or with less; -1
 * for nowhere, or when the item does not begin its line.
 */
function nextByLine(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - maxIndent), at);
  const feed = before.lastIndexOf('\n');
  const indent = before.slice(feed + 1);
  return (feed === -1 && at > maxIndent) || indent.trim() !== '' ? -1 : nextLine(text, at, indent.length);
}

function nextLine(text: string, at: number, maxSpace: number): number {
  const line = new RegExp(`\\n[ \\t]{0,${maxSpace}}\\{`, 'g');
  line.lastIndex = at;
  return line.test(text) ? line.lastIndex - 1 : -1;
}

function earlier(a: number, b: number): number {
  return a === -1 || b === -1 ? Math.max(a, b) : Math.min(a, b);
}

function nextByComma(text: string, at: number): number {
  const comma = text.indexOf('},{', at);
  return comma === -1 ? -1 : comma + 2;
}

function readObject(source: string): object | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return withoutTrailingCommas(source);
  }
}

/** The most common fault of lists kept by hand. */
function withoutTrailingCommas(source: string): object | undefined {
  const mended = source.replace(/,(\s{0,200}[}\]])/g, '$1');
  if (mended === source) return undefined;
  try {
    const value: unknown = JSON.parse(mended);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
