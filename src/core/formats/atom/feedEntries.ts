/** An entry of a feed: `end` is behind its closing tag, `undefined` when it has none before the next one begins. */
export interface FeedEntry {
  readonly start: number;
  readonly end: number | undefined;
}

const marks = /<!--|<!\[CDATA\[|<(\/?)(?:atom:)?(entry|item)(?=[\s>/])/g;

/** Finds the entries of a feed. What stands in comments and CDATA begins and ends none. Linear. */
export function feedEntries(text: string): readonly FeedEntry[] {
  const entries: FeedEntry[] = [];
  const skip = new Skipper(text);
  let start: number | undefined;
  marks.lastIndex = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [sign, slash, name] = mark;
    if (name === undefined) {
      marks.lastIndex = skip.past(sign, mark.index);
      continue;
    }
    if (start !== undefined) {
      const close = slash === '/' ? text.indexOf('>', mark.index) : -1;
      entries.push({ start, end: close === -1 ? undefined : close + 1 });
    }
    start = slash === '/' ? undefined : mark.index;
  }
  if (start !== undefined) entries.push({ start, end: undefined });
  return entries;
}

/** Finds the ends of comments and CDATA. */
class Skipper {
  readonly #text: string;
  /** The last end of each kind that was found; -1 when there is none further down. */
  readonly #ends = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind the end of what begins with `open` at `at`; behind `open` alone when its end is lost. */
  past(open: string, at: number): number {
    const inside = at + open.length;
    const end = this.#endAfter(open, inside);
    if (end === -1) return inside;
    // Another one that begins before the end: this one has lost its own.
    return this.#text.slice(inside, end).includes(open) ? inside : end + 3;
  }

  #endAfter(open: string, inside: number): number {
    const known = this.#ends.get(open) ?? 0;
    if (known === -1 || known >= inside) return known;
    const end = this.#text.indexOf(open === '<!--' ? '-->' : ']]>', inside);
    this.#ends.set(open, end);
    return end;
  }
}
