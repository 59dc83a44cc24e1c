/** An item of a JSON file. `value` is undefined when the item is broken. */
export interface JsonItem {
  readonly start: number;
  readonly end: number;
  readonly value: object | undefined;
}

/** Deeper items are no papers. */
const maxDepth = 200;
/** In a file of one line an item without its end is looked for in all of the rest: so often at most. */
const maxFailures = 50;
/** Keys of objects that hold the list: Crossref, OpenAlex, Semantic Scholar, CSL, own dumps. */
const wrapper = /"(?:items|papers|references|results|data|works|entries|publications|records)"\s*:\s*\[/g;
const wrapperWithin = 4096;

/**
 * Finds and reads the objects of a JSON file, each by itself: the items of the list that the file is or holds, JSON Lines,
 * objects one behind the other, or one object. Commas too many or too few do no harm. A broken item costs itself: reading
 * goes on at the next line that begins as its own did (or at the next `},{`). Linear.
 */
export function* jsonItems(text: string): Generator<JsonItem, void, void> {
  let failures = 0;
  // Once an item swallowed others, none may reach beyond the line that begins the next.
  let isStrict = false;
  for (let at = firstItem(text); at !== -1;) {
    const limit = isStrict ? nextByLine(text, at) : -1;
    const end = objectEnd(text, at, limit === -1 ? text.length : limit);
    const value = end === undefined ? undefined : readObject(text.slice(at, end));
    if (end !== undefined && value !== undefined) {
      yield { start: at, end, value };
      at = text.indexOf('{', end);
      continue;
    }
    failures += 1;
    const line = nextByLine(text, at);
    isStrict = line !== -1;
    const resume = isStrict ? line : nextByComma(text, at);
    const isLast = resume === -1 || (!isStrict && failures > maxFailures);
    const broken = isLast ? (end ?? text.length) : Math.min(end ?? resume, resume);
    yield { start: at, end: at + text.slice(at, broken).trimEnd().length, value: undefined };
    if (isLast) at = end === undefined || failures > maxFailures ? -1 : text.indexOf('{', end);
    else at = resume;
  }
}

/** Where the first item begins: in the list of a wrapping object, if there is one. */
function firstItem(text: string): number {
  const first = text.search(/[[{]/);
  if (first === -1 || text[first] === '[') return text.indexOf('{', Math.max(first, 0));
  wrapper.lastIndex = first;
  const list = wrapper.exec(text.slice(0, first + wrapperWithin));
  if (list === null || !isOuter(text, first, list.index)) return first;
  const item = text.indexOf('{', list.index);
  return item === -1 ? first : item;
}

/** Whether a key stands in the outermost object or one below it (`message.items`), before any list or text. */
function isOuter(text: string, from: number, to: number): boolean {
  let depth = 0;
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22) i = stringEnd(text, i, to) - 1;
    else if (unit === 0x7b) depth += 1;
    else if (unit === 0x7d) depth -= 1;
  }
  return depth === 1 || depth === 2;
}

/** Where the next line begins as that of the item at `at` does: with the same white space and a brace; -1 for nowhere. */
function nextByLine(text: string, at: number): number {
  const indent = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 40), at);
  if (indent.trim() !== '') return -1;
  const line = text.indexOf(`\n${indent}{`, at);
  return line === -1 ? -1 : line + 1 + indent.length;
}

function nextByComma(text: string, at: number): number {
  const comma = text.indexOf('},{', at);
  return comma === -1 ? -1 : comma + 2;
}

/** The offset behind the object that begins at `at`; `undefined` when it has no end before `limit` or is too deep. */
function objectEnd(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = at; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22) i = stringEnd(text, i, limit) - 1;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (unit === 0x7d || unit === 0x5d) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return undefined;
}

/** The offset behind a string. */
function stringEnd(text: string, quote: number, limit: number): number {
  for (let end = text.indexOf('"', quote + 1); end !== -1 && end < limit; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return limit;
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
