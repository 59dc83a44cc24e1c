import { texAccents } from '../../core/tex/texAccents.ts';
import { silentCommands, spaceCommands, texArguments } from '../../core/tex/texCommands.ts';
import { TexOutput } from '../../core/tex/texOutput.ts';
import { texSymbol } from '../../core/tex/texSymbols.ts';
import {
  citeCommand,
  dashOf,
  escapedSigns,
  spaceSigns,
  styledArguments,
  styledGroups,
  tildeOf,
  type TextStyle,
} from './proseRules.ts';

/** A stretch of text in one look. */
export interface StyledText {
  readonly kind: 'text';
  readonly text: string;
  readonly styles: readonly TextStyle[];
}

/** Whatever may be more than a character of text. */
const special = /[\\{}~`'*]|--/g;
const commandName = /[a-zA-Z]+/y;
const optionalArgument = /\*?\s{0,9}(?:\[[^\][{}]{0,200}\]\s{0,9}){0,3}(?=\{)/y;
const accented = /(?:\{\s?(\\[ij]|[A-Za-z])\s?\}|(\\[ij])(?![A-Za-z])\s?|([A-Za-z]))/y;
const accentedByName = /(?:\s?\{\s?(\\[ij]|[A-Za-z])\s?\}|\s(\\[ij])(?![A-Za-z])\s?|\s([A-Za-z]))/y;
const groupStart = /\{\s{0,9}(?:\\([a-zA-Z]+)\s?)?/y;
const dashes = /-+/y;
const quoteRun = /`+|'+/y;
const spaces = /[ \t\n]*/y;
/** What ends a command: the space or the `{}` behind it. */
const emptyGroup = /[ \t\n]*(?:\{\})?/y;
/** Markdown as some catalogues give it; within a sentence, and only a pair. */
const bold = /\*\*([^\s*](?:[^*\n]{0,200}[^\s*])?)\*\*(?![\p{L}\p{N}*])/uy;
/** What may stand behind a command without argument. */
const wordEnd = /^(?:[\s{}.,;:!?)\]%'"~-]|\\[^a-zA-Z]|$)/;
/** Longer arguments are no address. */
const maxRaw = 500;
const maxDepth = 200;

/** An open brace: shown, or of TeX; `close` is written where it closes. */
interface Group {
  readonly shown: boolean;
  readonly style?: TextStyle | undefined;
  readonly close?: string | undefined;
}

/**
 * Reads the text between the formulas of one paragraph, stretch by stretch: TeX as sources of abstracts have it becomes
 * what it prints. What is not certainly TeX stays as written, so that a path, a set `{a, b}` or `2**3` lose nothing.
 * Groups may reach over formulas. Total; each character is looked at a bounded number of times.
 */
export class ProseReader {
  readonly #groups: Group[] = [];
  #text = '';
  #beside = { before: false, after: false };
  #at = 0;
  #out = new TexOutput();
  #done: StyledText[] = [];
  #boldEnd = -1;
  readonly #markdown: boolean;

  /** `markdown`: `**bold**` is emphasis, too. */
  constructor(markdown: boolean) {
    this.#markdown = markdown;
  }

  /** The stretches of the next text, and whether a formula stands beside it. Braces it leaves open go on in the next. */
  read(text: string, beside: { readonly before: boolean; readonly after: boolean }): readonly StyledText[] {
    this.#text = text;
    this.#beside = beside;
    this.#at = 0;
    this.#boldEnd = -1;
    this.#done = [];
    while (this.#at < text.length) this.#step();
    this.#flush();
    return this.#done;
  }

  #step(): void {
    special.lastIndex = this.#at;
    const found = special.exec(this.#text);
    const stop = found?.index ?? this.#text.length;
    if (stop > this.#at) this.#out.write(this.#text.slice(this.#at, stop));
    this.#at = stop;
    switch (found?.[0]) {
      case undefined:
        return;
      case '\\':
        return this.#command();
      case '{':
        return this.#openGroup();
      case '}':
        return this.#closeGroup();
      case '~':
        return this.#tilde();
      case '*':
        return this.#star();
      case '--': {
        const run = this.#match(dashes);
        return this.#write(dashOf(run, this.#text.charAt(stop - 1), this.#text.charAt(this.#at)), 0);
      }
      default: {
        const before = this.#before();
        const run = this.#match(quoteRun);
        this.#out.quotes(run, before, this.#text.charAt(this.#at));
      }
    }
  }

  #command(): void {
    const start = this.#at;
    this.#at += 1;
    const name = this.#match(commandName);
    if (name !== '') return this.#word(name, start);
    const sign = this.#text.charAt(this.#at);
    const isPath = /[:\\/]/.test(this.#text.charAt(start - 1));
    if (texAccents.has(sign) && !isPath && this.#accent(sign, accented, 1)) return;
    if (escapedSigns.has(sign)) return this.#write(sign, 1);
    if (spaceSigns.has(sign) && !/\s|^$/.test(this.#text.charAt(start - 1))) return this.#write(' ', 1);
    if (sign === '-' || sign === '/') return this.#write('', 1);
    if (sign === '\\') {
      const breaks = /[\s[]|^$/.test(this.#text.charAt(this.#at + 1));
      return this.#write(breaks ? ' ' : '\\\\', 1);
    }
    this.#write('\\', 0);
  }

  #word(name: string, start: number): void {
    if (texAccents.has(name) && this.#accent(name, accentedByName, 0)) return;
    const behind = this.#at;
    const hasArgument = this.#match(optionalArgument) !== '' || this.#text[this.#at] === '{';
    if (hasArgument && this.#argument(name)) return;
    this.#at = behind;
    const before = this.#text.charAt(start - 1);
    const symbol = texSymbol(name);
    // `C:\in\to` is a path.
    if (/[:\\/]/.test(before) || !wordEnd.test(this.#text.slice(behind, behind + 2)) || styledArguments.has(name))
      return this.#write(this.#text.slice(start, behind), 0);
    if (symbol !== undefined && (symbol.takesSpace || !/[A-Za-z]/.test(before))) {
      if (symbol.takesSpace) this.#match(emptyGroup);
      return this.#write(symbol.text, 0);
    }
    if (name === 'par' || spaceCommands.has(name)) return this.#write(' ', 0);
    if (name === 'item') return this.#write(' • ', 0);
    if (!silentCommands.has(name)) return this.#write(this.#text.slice(start, behind), 0);
    this.#match(spaces);
  }

  /** A command with an argument in braces; the place is before the brace. False when it takes none. */
  #argument(name: string): boolean {
    if (texSymbol(name) !== undefined) return false;
    if (name === 'begin' || name === 'end') return this.#raw() !== undefined;
    const rule = texArguments.get(name);
    const style = styledArguments.get(name);
    for (let left = rule?.skip ?? 0; left > 0; left -= 1) if (this.#raw() === undefined) return false;
    if (this.#text[this.#at] !== '{') return true;
    if (rule?.verbatim === true) {
      this.#write((this.#raw() ?? '').replace(/\\([_%&#~${}])/g, '$1'), 0);
      return true;
    }
    const cites = citeCommand.test(name);
    if (cites || rule?.open !== undefined) this.#out.write(cites ? '[' : (rule?.open ?? ''));
    this.#at += 1;
    this.#enter({ shown: false, style, close: cites ? ']' : rule?.close });
    return true;
  }

  /** The argument in braces that begins here, as written. */
  #raw(): string | undefined {
    if (this.#text[this.#at] !== '{') return undefined;
    const end = Math.min(this.#text.length, this.#at + maxRaw);
    let depth = 0;
    for (let i = this.#at; i < end; i += 1) {
      const sign = this.#text[i];
      if (sign === '\\') i += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth > 0) continue;
      const text = this.#text.slice(this.#at + 1, i);
      this.#at = i + 1;
      return text;
    }
    return undefined;
  }

  /** `skip`: of the sign itself. False when no letter follows: then it is no accent. */
  #accent(command: string, pattern: RegExp, skip: number): boolean {
    pattern.lastIndex = this.#at + skip;
    const found = pattern.exec(this.#text);
    const letter = found?.[1] ?? found?.[2] ?? found?.[3];
    if (letter === undefined) return false;
    this.#at = pattern.lastIndex;
    this.#out.accent(command);
    this.#out.write(letter === '\\i' ? 'ı' : letter === '\\j' ? 'ȷ' : letter);
    return true;
  }

  #openGroup(): void {
    groupStart.lastIndex = this.#at;
    const name = groupStart.exec(this.#text)?.[1] ?? '';
    const style = styledGroups.get(name);
    const isTex =
      style !== undefined || (this.#text[this.#at + 1] === '\\' && !/[\\{}]/.test(this.#text.charAt(this.#at + 2)));
    if (style === undefined) this.#at += 1;
    else this.#at = groupStart.lastIndex;
    this.#enter({ shown: !isTex, style });
  }

  #enter(group: Group): void {
    if (group.shown) this.#out.write('{');
    if (this.#groups.length >= maxDepth) return;
    if (group.style !== undefined) this.#flush();
    this.#groups.push(group);
  }

  #closeGroup(): void {
    this.#at += 1;
    const group = this.#groups.at(-1);
    if (group?.style !== undefined) this.#flush();
    this.#groups.pop();
    if (group === undefined || group.shown) this.#out.write('}');
    if (group?.close !== undefined) this.#out.write(group.close);
  }

  #star(): void {
    if (this.#at === this.#boldEnd) {
      this.#flush();
      this.#boldEnd = -1;
      this.#at += 2;
      return;
    }
    bold.lastIndex = this.#at;
    const found = /[\p{L}\p{N}*\\]/u.test(this.#text.charAt(this.#at - 1)) ? null : bold.exec(this.#text);
    if (!this.#markdown || found === null || this.#boldEnd >= 0) return this.#write('*', 1);
    this.#flush();
    this.#boldEnd = bold.lastIndex - 2;
    this.#at += 2;
  }

  #tilde(): void {
    const isLast = this.#at === this.#text.length - 1;
    const before = this.#at === 0 && this.#beside.before ? '$' : this.#before();
    this.#write(tildeOf(before, isLast && this.#beside.after ? '$' : this.#text.charAt(this.#at + 1)), 1);
  }

  #before(): string {
    return this.#text.charAt(this.#at - 1);
  }

  #write(text: string, step: number): void {
    this.#at += step;
    if (text !== '') this.#out.write(text);
  }

  /** What was written so far is a stretch of its own: the look changes here. */
  #flush(): void {
    const text = this.#out.text();
    this.#out = new TexOutput();
    if (text === '') return;
    const styles = this.#groups.flatMap(({ style }) => style ?? []);
    if (this.#boldEnd >= 0) styles.push('strong');
    this.#done.push({ kind: 'text', text: text.normalize('NFC'), styles: [...new Set(styles)] });
  }

  /** Steps over what a sticky pattern matches here. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += text.length;
    return text;
  }
}
