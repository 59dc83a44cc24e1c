import { texAccents } from './texAccents.ts';
import { closingBraces } from './texBraces.ts';
import { silentCommands, spaceCommands, texArguments, type TexArguments } from './texCommands.ts';
import { bracketMath, dollarMath, isMathEnvironment } from './texMath.ts';
import { TexOutput } from './texOutput.ts';
import { texSymbol } from './texSymbols.ts';

/** Whatever is not a plain character of text. */
const special = /[\\${}~`']|--/g;
const commandName = /[a-zA-Z]+/y;
/** TeX reads on over white space, but a blank line ends a paragraph. */
const skippedSpace = /[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?/y;
const dashes = /-+/y;
const lineSkip = /\*?(?:\[\s{0,9}-?[\d.]{1,9}\s{0,9}[a-z]{2}\s{0,9}\])?/y;
const optionalArgument = /\*?\s{0,9}(?:\[[^\][{}]{0,200}\]\s{0,9}){0,3}(?=\{)/y;
const quoteRun = /`+|'+/y;
/** What `\verb` may stand in. */
const verbSign = /[!-/:-@[-`|~]/;

/** Something to do where a brace closes. */
interface Closing {
  readonly at: number;
  readonly run: () => void;
}

/**
 * One pass over a TeX value. Braces do not nest in it as calls do: what has to happen at a `}` is kept on a list, so no
 * depth is too deep, and a brace without partner is just dropped. Accents wait for the next letter, wherever it comes
 * from. Each character is looked at a bounded number of times.
 */
export class TexDecoder {
  readonly #value: string;
  readonly #out = new TexOutput();
  readonly #closings: Closing[] = [];
  #at = 0;
  #braces: Int32Array | undefined;
  /** Ends of environments that were looked for and do not come any more. */
  readonly #missing = new Set<string>();

  /** `value` has LF line ends. */
  constructor(value: string) {
    this.#value = value;
  }

  /** The text, with white space as it came and `\n\n` for `\par`. To be called once. */
  run(): string {
    while (this.#at < this.#value.length) this.#step();
    for (const closing of this.#closings.toReversed()) closing.run();
    return this.#out.text();
  }

  #step(): void {
    special.lastIndex = this.#at;
    const found = special.exec(this.#value);
    const stop = found?.index ?? this.#value.length;
    if (stop > this.#at) this.#out.write(this.#value.slice(this.#at, stop));
    this.#at = stop;
    switch (found?.[0]) {
      case undefined:
        return;
      case '\\':
        return this.#command();
      case '{':
        return this.#openBrace();
      case '}':
        return this.#closeBrace();
      case '$':
        return this.#dollar();
      case '~':
        // The tilde of home directories is no space: people paste addresses into titles and notes.
        this.#out.write(this.#value[this.#at - 1] === '/' ? '~' : ' ');
        this.#at += 1;
        return;
      case '--':
        return this.#dashes();
      default:
        this.#quotes();
    }
  }

  #closingOf(open: number): number {
    this.#braces ??= closingBraces(this.#value);
    return this.#braces[open] ?? 0;
  }

  #openBrace(): void {
    if (this.#out.isWaiting) {
      const at = this.#closingOf(this.#at);
      if (at > 0) this.#closings.push({ at, run: () => this.#out.settle() });
    }
    this.#at += 1;
  }

  #closeBrace(): void {
    for (let last = this.#closings.at(-1); last !== undefined && last.at <= this.#at; last = this.#closings.at(-1)) {
      this.#closings.pop();
      last.run();
    }
    this.#at += 1;
  }

  #dollar(): void {
    const math = dollarMath(this.#value, this.#at);
    if (math === undefined) {
      this.#out.write('$');
      this.#at += 1;
      return;
    }
    this.#out.write(math.text);
    this.#at = math.end;
  }

  #dashes(): void {
    const run = this.#match(dashes);
    this.#out.write(run.length === 2 ? '–' : run.length === 3 ? '—' : run);
  }

  #quotes(): void {
    const before = this.#value.charAt(this.#at - 1);
    const run = this.#match(quoteRun);
    this.#out.quotes(run, before, this.#value.charAt(this.#at));
  }

  #command(): void {
    this.#at += 1;
    const sign = this.#value.charAt(this.#at);
    const name = this.#match(commandName);
    if (name !== '') return this.#word(name);
    this.#at += 1;
    if (texAccents.has(sign)) return this.#accent(sign);
    switch (sign) {
      case '(':
      case '[': {
        const math = bracketMath(this.#value, this.#at - 2);
        this.#out.write(math?.text ?? sign);
        if (math !== undefined) this.#at = math.end;
        return;
      }
      case '\\':
        this.#match(lineSkip);
        return this.#out.write(' ');
      case '-':
      case '/':
      case '!':
      case '@':
      case '':
        return;
      case ',':
      case ':':
      case ';':
      case '>':
        return this.#out.write(' ');
      case '|':
        return this.#out.write('‖');
      default:
        this.#out.write(sign);
    }
  }

  #accent(command: string): void {
    this.#match(skippedSpace);
    this.#out.accent(command);
  }

  #word(name: string): void {
    if (texAccents.has(name)) return this.#accent(name);
    const symbol = texSymbol(name);
    if (symbol !== undefined) {
      if (symbol.takesSpace) this.#match(skippedSpace);
      return this.#out.write(symbol.text);
    }
    if (name === 'par') return this.#out.write('\n\n');
    if (name === 'item') return this.#out.write(' • ');
    if (spaceCommands.has(name)) return this.#out.write(' ');
    if (name === 'verb') return this.#verb();
    const hasArgument = this.#takesArgument();
    if (hasArgument && (name === 'begin' || name === 'end')) return this.#environment(name);
    if (hasArgument && name === 'ensuremath' && this.#ensureMath()) return;
    const rule = texArguments.get(name);
    if (rule !== undefined) return this.#arguments(rule);
    if (silentCommands.has(name)) {
      this.#match(skippedSpace);
      return;
    }
    // Of an unknown command the argument is the text; without one its name is all there is.
    if (!hasArgument) this.#out.write(name);
  }

  /** Steps over `*` and `[…]` when an argument in braces follows. */
  #takesArgument(): boolean {
    optionalArgument.lastIndex = this.#at;
    if (!optionalArgument.test(this.#value)) return false;
    this.#at = optionalArgument.lastIndex;
    return true;
  }

  /** The argument in braces that begins here, as written; steps over it. */
  #rawArgument(): string | undefined {
    const start = this.#at;
    this.#match(skippedSpace);
    const close = this.#value[this.#at] === '{' ? this.#closingOf(this.#at) : 0;
    if (close === 0) {
      this.#at = start;
      return undefined;
    }
    const text = this.#value.slice(this.#at + 1, close);
    this.#at = close + 1;
    return text;
  }

  #arguments(rule: TexArguments): void {
    for (let i = 0; i < (rule.skip ?? 0); i += 1) this.#rawArgument();
    if (rule.verbatim === true) {
      this.#out.write((this.#rawArgument() ?? '').replace(/\\([_%&#~${}])/g, '$1'));
      return;
    }
    this.#match(skippedSpace);
    const at = this.#value[this.#at] === '{' ? this.#closingOf(this.#at) : 0;
    if (at === 0) return;
    if (rule.open !== undefined) this.#out.write(rule.open);
    const { close, script } = rule;
    if (close !== undefined) this.#closings.push({ at, run: () => this.#out.write(close) });
    if (rule.skipNext === true) this.#closings.push({ at, run: () => this.#skipBehindBrace() });
    if (script !== undefined) this.#closings.push({ at, run: this.#out.script(script) });
  }

  #skipBehindBrace(): void {
    this.#at += 1;
    this.#rawArgument();
    this.#at -= 1;
  }

  /** Displayed math stays; of other environments (lists, `abstract`) the content is the text. */
  #environment(command: string): void {
    const start = this.#at;
    const name = this.#rawArgument();
    if (command === 'end' || name === undefined || !isMathEnvironment(name)) return;
    const end = `\\end{${name}}`;
    const close = this.#missing.has(end) ? -1 : this.#value.indexOf(end, this.#at);
    if (close < 0) {
      this.#missing.add(end);
      return;
    }
    this.#at = close + end.length;
    this.#out.write(`$$\\begin${this.#value.slice(start, this.#at)}$$`);
  }

  #ensureMath(): boolean {
    const start = this.#at;
    const body = this.#rawArgument()?.trim() ?? '';
    if (body !== '' && !body.includes('$')) {
      this.#out.write(`$${body}$`);
      return true;
    }
    this.#at = start;
    return false;
  }

  #verb(): void {
    const sign = this.#value.charAt(this.#at);
    const close = verbSign.test(sign) ? this.#value.indexOf(sign, this.#at + 1) : -1;
    if (close < 0) return;
    this.#out.write(this.#value.slice(this.#at + 1, close));
    this.#at = close + 1;
  }

  /** Steps over what a sticky pattern matches here. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#value)?.[0] ?? '';
    this.#at += text.length;
    return text;
  }
}
