import type { OpaqueKind, OpaqueRange } from '../citation.ts';
import { matchCitationKey } from './citationKey.ts';
import { InlineTreeBuilder, type InlineElement } from './inlineTree.ts';
import { BacktickRuns, ForwardSearch, matchPairs } from './textSearch.ts';

/** What one inline region holds. `end` is past the region when a comment or a TeX environment runs on beyond it. */
export interface InlineRegion {
  readonly elements: readonly InlineElement[];
  readonly end: number;
}

const autolink = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/iy;
const tagStart = /<\/?[a-z]/iy;
const texCommand = /\\([a-zA-Z]+)\*?/y;
const environmentName = /\{([^{}\s]{1,100})\}/y;
const environmentEnd = /\\end\{([^{}\s]{1,100})\}/g;
const bareUrl = /[^\s<>"'()[\]{}`;]*/y;

/**
 * Reads inline Markdown as far as citations need it: what Pandoc does not read as text (code, math, comments, tags, link
 * targets, raw TeX, escapes) is stepped over and reported, keys, brackets and semicolons become a tree. One deliberate
 * difference: a bare `http://…` is stepped over although Pandoc would find a citation in `http://x/@a`.
 * Regions are read in the order of the text, each once; all of them together cost linear time.
 */
export class InlineScanner {
  readonly #text: string;
  readonly #onOpaque: (range: OpaqueRange) => void;
  readonly #keyAt: typeof matchCitationKey;
  readonly #commentEnds: ForwardSearch;
  readonly #displayEnds: ForwardSearch;
  #environments: Map<string, number[]> | undefined;

  #at = 0;
  #start = 0;
  #end = 0;
  #tree = new InlineTreeBuilder();
  /** End of the last stretch stepped over: a word that ends there does not glue itself to a following `@`. */
  #steppedOver = -1;
  #runs: BacktickRuns | undefined;
  #parentheses: ReadonlyMap<number, number> | undefined;
  #brackets: ReadonlyMap<number, number> | undefined;
  #braces: ReadonlyMap<number, number> | undefined;

  /** `keyAt` reads the key after the `@` at an offset. */
  constructor(text: string, onOpaque: (range: OpaqueRange) => void, keyAt = matchCitationKey) {
    this.#text = text;
    this.#onOpaque = onOpaque;
    this.#keyAt = keyAt;
    this.#commentEnds = new ForwardSearch(text, '-->');
    this.#displayEnds = new ForwardSearch(text, '$$');
  }

  scan(start: number, end: number): InlineRegion {
    this.#start = start;
    this.#at = start;
    this.#end = end;
    this.#tree = new InlineTreeBuilder();
    this.#runs = undefined;
    this.#parentheses = undefined;
    this.#brackets = undefined;
    this.#braces = undefined;
    while (this.#at < this.#end) this.#step();
    return { elements: this.#tree.finish(), end: this.#at };
  }

  #step(): void {
    switch (this.#text.charAt(this.#at)) {
      case '\\':
        return this.#backslash();
      case '`':
        return this.#code();
      case '$':
        return this.#math();
      case '<':
        return this.#angle();
      case ':':
        return this.#url();
      case '[':
        return this.#open();
      case ']':
        return this.#close();
      case ';':
        this.#tree.semicolon(this.#at);
        break;
      case '@':
        return this.#key();
    }
    this.#at += 1;
  }

  #skipTo(end: number, kind: OpaqueKind, start = this.#at): void {
    this.#onOpaque({ start, end, kind, block: false });
    this.#at = end;
    this.#steppedOver = end;
  }

  #backslash(): void {
    texCommand.lastIndex = this.#at;
    const name = texCommand.exec(this.#text)?.[1];
    if (name === undefined) {
      // An escaped line end is a hard line break: both characters of a CRLF belong to it.
      const length = this.#text.startsWith('\r\n', this.#at + 1) ? 3 : 2;
      return this.#skipTo(Math.min(this.#at + length, this.#end), 'escape');
    }
    const afterName = texCommand.lastIndex;
    const end = (name === 'begin' ? this.#environmentEnd(afterName) : undefined) ?? this.#afterArguments(afterName);
    if (end > afterName) this.#skipTo(end, 'tex');
    else this.#at = afterName;
  }

  #afterArguments(start: number): number {
    let end = start;
    for (;;) {
      let close: number | undefined;
      if (this.#text[end] === '{') close = (this.#braces ??= this.#pairs('{', '}')).get(end);
      else if (this.#text[end] === '[') close = (this.#brackets ??= this.#pairs('[', ']')).get(end);
      if (close === undefined) return end;
      end = close + 1;
    }
  }

  #environmentEnd(afterBegin: number): number | undefined {
    environmentName.lastIndex = afterBegin;
    const name = environmentName.exec(this.#text)?.[1];
    if (name === undefined) return undefined;
    this.#environments ??= environmentEnds(this.#text);
    const ends = this.#environments.get(name);
    if (ends === undefined) return undefined;
    while ((ends.at(-1) ?? Infinity) <= afterBegin) ends.pop();
    return ends.at(-1);
  }

  #code(): void {
    let length = 1;
    while (this.#at + length < this.#end && this.#text[this.#at + length] === '`') length += 1;
    this.#runs ??= new BacktickRuns(this.#text, this.#at, this.#end);
    const close = this.#runs.next(length, this.#at + length);
    if (close === undefined) this.#at += length;
    else this.#skipTo(close + length, 'code');
  }

  #math(): void {
    if (this.#text[this.#at + 1] === '$') {
      const close = this.#displayEnds.from(this.#at + 2);
      if (close > this.#at + 2 && close + 2 <= this.#end) this.#skipTo(close + 2, 'math');
      else this.#at += 2;
      return;
    }
    const close = this.#inlineMathEnd();
    if (close === undefined) this.#at += 1;
    else this.#skipTo(close + 1, 'math');
  }

  /** The next `$`, when it can end math. A `$` that cannot is looked at again from itself only, so all looks are linear. */
  #inlineMathEnd(): number | undefined {
    if (isSpace(this.#text[this.#at + 1])) return undefined;
    for (let i = this.#at + 1; i < this.#end; i += 1) {
      const character = this.#text[i];
      if (character === '\\') i += 1;
      else if (character === '$') {
        const follower = this.#text[i + 1] ?? '';
        return isSpace(this.#text[i - 1]) || (follower >= '0' && follower <= '9') ? undefined : i;
      }
    }
    // None is left in this region: nor will any later `$` of it find one.
    return undefined;
  }

  #angle(): void {
    if (this.#text.startsWith('<!--', this.#at)) {
      const close = this.#commentEnds.from(this.#at + 4);
      if (close !== Infinity) return this.#skipTo(close + 3, 'comment');
    }
    autolink.lastIndex = this.#at;
    if (autolink.test(this.#text)) return this.#skipTo(autolink.lastIndex, 'link');
    tagStart.lastIndex = this.#at;
    const end = tagStart.test(this.#text) ? this.#tagEnd() : undefined;
    if (end === undefined) this.#at += 1;
    else this.#skipTo(end, 'html');
  }

  /** After the `>` of the tag that begins here; quoted attribute values may hold `>`, nothing else may hold `<`. */
  #tagEnd(): number | undefined {
    for (let i = this.#at + 1; i < this.#end; i += 1) {
      const character = this.#text.charAt(i);
      if (character === '>') return i + 1;
      if (character === '<') return undefined;
      if ((character === '"' || character === "'") && this.#text[i - 1] === '=') {
        const close = this.#text.indexOf(character, i + 1);
        if (close === -1 || close >= this.#end || close - i > 10_000) return undefined;
        i = close;
      }
    }
    return undefined;
  }

  #url(): void {
    const scheme = this.#text.slice(Math.max(this.#start, this.#at - 5), this.#at);
    if (!this.#text.startsWith('://', this.#at) || !/(?:^|[^a-z])(?:https?|ftp)$/i.test(scheme)) {
      this.#at += 1;
      return;
    }
    bareUrl.lastIndex = this.#at;
    bareUrl.test(this.#text);
    this.#skipTo(bareUrl.lastIndex, 'link');
  }

  #open(): void {
    const note = this.#text[this.#at + 1] === '^' || (this.#at > this.#start && this.#text[this.#at - 1] === '^');
    this.#tree.open(this.#at, note ? 'note' : 'plain');
    this.#at += 1;
  }

  #close(): void {
    const bracket = this.#tree.close(this.#at);
    this.#at += 1;
    if (bracket === undefined || this.#at >= this.#end) return;
    const next = this.#text[this.#at];
    if (next === '(' || next === '[') {
      if (bracket.role === 'plain') bracket.role = 'link';
      this.#parentheses ??= this.#pairs('(', ')');
      const close = next === '(' ? this.#parentheses.get(this.#at) : undefined;
      // From the `]` on, so that a cursor between `]` and `(` is inside the link.
      if (close !== undefined) this.#skipTo(close + 1, 'link', this.#at - 1);
    } else if (next === '{' && bracket.role === 'plain') {
      this.#braces ??= this.#pairs('{', '}');
      if (this.#braces.has(this.#at)) bracket.role = 'span';
    }
  }

  #key(): void {
    const at = this.#at;
    const match = this.#gluedAt(at) ? undefined : this.#keyAt(this.#text, at);
    if (match === undefined || match.end > this.#end) {
      this.#at += 1;
      return;
    }
    const { key, keyStart, keyEnd, end } = match;
    const hyphen =
      at > this.#start && this.#text[at - 1] === '-' && this.#text[at - 2] !== '-' && !this.#gluedAt(at - 1);
    // `@*` means all entries and is for `nocite` only.
    if (key !== '*') this.#tree.key({ type: 'key', key, keyStart, keyEnd, at, end, hyphen });
    this.#at = end;
  }

  /** A letter, digit or full stop (but not an ellipsis) stands before: an e-mail address, no citation. */
  #gluedAt(offset: number): boolean {
    if (offset <= this.#start || offset === this.#steppedOver) return false;
    const before = this.#text.charAt(offset - 1);
    if (before === '.') return this.#text.slice(offset - 3, offset) !== '...';
    const low = before >= '\uDC00' && before <= '\uDFFF';
    return /[\p{L}\p{N}]$/u.test(low ? this.#text.slice(offset - 2, offset) : before);
  }

  #pairs(open: string, close: string): ReadonlyMap<number, number> {
    return matchPairs(this.#text, { start: this.#start, end: this.#end }, open, close);
  }
}

/** By name, the offsets after each `\end{name}`, last first. */
function environmentEnds(text: string): Map<string, number[]> {
  const ends = new Map<string, number[]>();
  for (const match of text.matchAll(environmentEnd)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    const known = ends.get(name);
    if (known === undefined) ends.set(name, [end]);
    else known.push(end);
  }
  for (const offsets of ends.values()) offsets.reverse();
  return ends;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
