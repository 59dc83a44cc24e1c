/** A stretch of tokens that was read, up to `end`; `counts`: it has a number, also a Roman one. */
interface Read {
  readonly end: number;
  readonly text: string;
  readonly counts: boolean;
}

interface FoundLocator {
  readonly label: string;
  readonly text: string;
  /** The first token after it. */
  readonly end: number;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
]);
/** Hyphens and dashes stand in ranges, a colon between volume and page. */
const punctuation = /^(?![-–:])\p{P}$/u;
const digit = /\p{Nd}/u;
const roman = /^(?=.)m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$/i;
/** No language writes what a locator counts in more characters. */
const longestTerm = 40;

/** Reads the tokens of a suffix, each a word, a punctuation mark or one space, by Pandoc's rules. */
export class LocatorReader {
  readonly #tokens: readonly string[];
  readonly #terms: ReadonlyMap<string, string>;

  constructor(tokens: readonly string[], terms: ReadonlyMap<string, string>) {
    this.#tokens = tokens;
    this.#terms = terms;
  }

  /** `undefined` when the suffix begins with no locator. */
  read(): FoundLocator | undefined {
    let at = this.#tokens[0] === ',' ? 1 : 0;
    if (this.#tokens[at] === ' ') at += 1;
    return this.#tokens[at] === '{' ? this.#delimited(at + 1) : this.#integrated(at);
  }

  /** `{ch. 4, whatever}`: all of it is locator. */
  #delimited(from: number): FoundLocator | undefined {
    const start = this.#tokens[from] === ' ' ? from + 1 : from;
    const label = this.#label(start, (at) => at < this.#tokens.length);
    let depth = 0;
    for (let at = label?.end ?? start; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (token === '}' && depth === 0) {
        const text = this.#tokens.slice(label?.end ?? start, at).join('');
        return { label: label?.label ?? 'page', text, end: at + 1 };
      }
      if (token === '{' || token === '[') depth += 1;
      else if (token === '}' || token === ']') depth -= 1;
    }
    return undefined;
  }

  /** `p. 33-35, 40`: as far as words count something. */
  #integrated(from: number): FoundLocator | undefined {
    const label = this.#label(from, (at) => this.#word(at, true)?.counts === true);
    const mayBe = (word: Read): boolean => (label === undefined ? digit.test(word.text) : word.counts);
    let text = '';
    let end = label?.end ?? from;
    for (;;) {
      const word = this.#word(end, text === '');
      if (word === undefined || !mayBe(word)) break;
      text += word.text;
      end = word.end;
    }
    return text === '' ? undefined : { label: label?.label ?? 'page', text, end };
  }

  /** The longest term that stands here before what `begins` takes for the beginning of a number. */
  #label(from: number, begins: (at: number) => boolean): { label: string; end: number } | undefined {
    let best: { label: string; end: number } | undefined;
    let written = '';
    for (let at = from; at < this.#tokens.length && written.length <= longestTerm; at += 1) {
      written += this.#tokens[at] ?? '';
      const label = this.#terms.get(written.trim().toLowerCase());
      if (label !== undefined && begins(at + 1)) best = { label, end: at + 1 };
    }
    return best;
  }

  /** ` 33-35`, `34(1)`, `[17]-[18]`, `, 40`; not first also with the comma or semicolon before it. */
  #word(from: number, isFirst: boolean): Read | undefined {
    let at = from;
    if (!isFirst && /^[,;]$/.test(this.#tokens[at] ?? '')) at += 1;
    if (this.#tokens[at] === ' ') at += 1;
    const before = this.#tokens.slice(from, at).join('');
    let text = '';
    let counts = false;
    for (;;) {
      const part = closing.has(this.#tokens[at] ?? '') ? this.#bracketed(at) : this.#sequence(at);
      if (part === undefined) return undefined;
      if (part.end === at) break;
      text += part.text;
      counts ||= part.counts;
      at = part.end;
    }
    return text === '' ? undefined : { end: at, text: before + text, counts };
  }

  /** `(1)`, `[]`; `undefined` when the bracket holds something else. */
  #bracketed(at: number): Read | undefined {
    const open = this.#tokens[at] ?? '';
    const close = closing.get(open) ?? '';
    const inner = this.#sequence(at + 1);
    if (this.#tokens[inner.end] !== close) return undefined;
    return { end: inner.end + 1, text: `${open}${inner.text}${close}`, counts: inner.counts };
  }

  /** `1`, `1.2`, `.5`, of no length where there is none. A full stop that nothing follows is not part of it. */
  #sequence(from: number): Read {
    let { end, text, counts } = this.#unit(from);
    while (this.#tokens[end] === '.') {
      const next = this.#unit(end + 1);
      if (next.text === '') break;
      text += `.${next.text}`;
      counts ||= next.counts;
      end = next.end;
    }
    return { end, text, counts };
  }

  /** A Roman number, or all up to the next space or punctuation mark. */
  #unit(from: number): Read {
    const first = this.#tokens[from] ?? '';
    if (roman.test(first)) return { end: from + 1, text: first, counts: true };
    let end = from;
    while (end < this.#tokens.length && !this.#ends(this.#tokens[end] ?? '')) end += 1;
    const text = this.#tokens.slice(from, end).join('');
    return { end, text, counts: digit.test(text) };
  }

  #ends(token: string): boolean {
    return token === ' ' || punctuation.test(token);
  }
}
