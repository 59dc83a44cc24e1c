import { isDelimiterRow } from './tableCells.ts';

/** A block of a list, with the lines `[line, end]` it is written on. */
export interface Block {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'table' | 'summary' | 'detailsEnd';
  readonly line: number;
  end: number;
  /** Column of its first character; of an item that of its mark. */
  readonly indent: number;
  /** Of headings: 1 to 6. */
  readonly level: number;
  /** Markdown without the marks of the block, lines parted by `\n`. Of a table its first row. */
  text: string;
  readonly quoted: boolean;
  /** Is there a blank line before it? */
  readonly apart: boolean;
}

const heading = /^\s{0,3}(#{1,6})(?:\s+|(?<=##)(?=[^\s#]))(.*)$/;
const item = /^(\s*)([-*+•◦▪‣–]|\d{1,9}[.)])(\s+)(?=\S)/;
const rule = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const htmlHeading = /^\s*<h([1-6])(?:\s[^<>]{0,300})?>(.*?)(?:<\/h\d>\s*)?$/i;
const details = /<\/?details(?:\s[^<>]{0,100})?>/gi;
const summary = /^\s*<summary(?:\s[^<>]{0,100})?>(.*?)(?:<\/summary>(.*))?$/i;
const quote = /^\s*(?:>\s?)+/;

/** Parts lines into blocks. Nesting is told by the indents; nothing is ever an error. Linear. */
export function blocksOf(lines: readonly string[]): readonly Block[] {
  const reader = new BlockReader();
  for (const [line, text] of lines.entries()) reader.take(text, line);
  reader.finish();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  /** The block that the next line may go on with. */
  #open: Block | undefined;
  #parts: string[] = [];
  #apart = true;

  take(written: string, line: number): void {
    const first = firstSign(written);
    if (first === -1) {
      this.#close();
      this.#apart = true;
      return;
    }
    const sign = written.charCodeAt(first);
    const quoted = sign === 62;
    const text = quoted ? written.replace(quote, '') : written;
    if (quoted && text.trim() === '') this.#close();
    else if ((sign === 60 || text.includes('</details')) && this.#takeHtml(text, line, quoted)) return;
    else this.#takeText(text, line, quoted);
  }

  #takeText(text: string, line: number, quoted: boolean): void {
    const first = firstSign(text);
    const sign = text.charCodeAt(first);
    // Letters begin paragraphs or go on with what is open.
    if (sign !== 91 && !isLetter(sign)) {
      if (sign === 35 && this.#takeHeading(text, line, quoted)) return;
      if ((sign === 45 || sign === 42 || sign === 95 || sign === 61) && this.#takeRule(text, line)) return;
      const marked = item.exec(text);
      if (marked !== null) {
        const offset = (marked[1] ?? '').length;
        this.#start('item', line, { text: text.slice(marked[0].length), indent: columnOf(text, offset), quoted });
        return;
      }
    }
    if (this.#open?.kind === 'table') {
      if (text.includes('|')) {
        this.#extend(text, line);
        return;
      }
      this.#close();
    }
    if (text.includes('|') && text.includes('-') && this.#takeTable(text, line)) return;
    if (this.#goesOn(text, quoted)) this.#extend(text.trimStart(), line);
    else this.#start('paragraph', line, { text: text.trimStart(), indent: columnOf(text, first), quoted });
  }

  /** Lines that all begin with a link or a date of their own are papers of their own. */
  #goesOn(text: string, quoted: boolean): boolean {
    const open = this.#open;
    if (open === undefined || open.quoted !== quoted) return false;
    if (open.kind === 'item' || !/^\s*\[[^\]]{16,}\]\(http/.test(text.slice(0, 1_000))) return true;
    return !/^\[[^\]]{16,}\]\(http/.test((this.#parts.at(-1) ?? '').slice(0, 1_000));
  }

  #takeHeading(text: string, line: number, quoted: boolean): boolean {
    const found = heading.exec(text);
    if (found === null) return false;
    const title = (found[2] ?? '').trimEnd();
    this.#start('heading', line, {
      text: title.endsWith('#') ? withoutHashes(title) : title,
      level: (found[1] ?? '').length,
      quoted,
    });
    this.#close();
    return true;
  }

  /** `===` and `---` make a heading of the line above, or part what is around them. */
  #takeRule(text: string, line: number): boolean {
    const under = text.length < 500 ? /^\s{0,3}(=+|-+)\s*$/.exec(text)?.[1] : undefined;
    const open = this.#open;
    if (under !== undefined && open?.kind === 'paragraph' && !open.quoted && this.#parts.length === 1) {
      this.blocks.pop();
      const start = open.line;
      this.#start('heading', start, {
        text: this.#parts[0] ?? '',
        level: under.startsWith('=') ? 1 : 2,
        apart: open.apart,
      });
      this.#extend('', line);
      this.#close();
      return true;
    }
    if (text.length > 500 || !rule.test(text)) return false;
    this.#close();
    this.#apart = true;
    return true;
  }

  #takeTable(text: string, line: number): boolean {
    const open = this.#open;
    const header = this.#parts.at(-1) ?? '';
    if (open?.kind !== 'paragraph' || !header.includes('|') || !isDelimiterRow(text)) return false;
    if (this.#parts.length === 1) this.blocks.pop();
    else {
      this.#parts.pop();
      open.end -= 1;
      this.#close();
    }
    this.#start('table', line - 1, { text: header, indent: open.indent, quoted: open.quoted });
    this.#extend(text, line);
    return true;
  }

  /** Lines that begin with a tag: headings, and the folds of a page. Other tags are left to the text they are in. */
  #takeHtml(text: string, line: number, quoted: boolean): boolean {
    const titled = htmlHeading.exec(text);
    if (titled !== null) {
      this.#start('heading', line, { text: titled[2] ?? '', level: Number(titled[1]), quoted });
      this.#close();
      return true;
    }
    const ends = /<\/details/i.test(text);
    const bare = text.includes('details') ? text.replace(details, '') : text;
    const found = summary.exec(bare);
    if (found !== null) {
      this.#start('summary', line, { text: found[1] ?? '', indent: columnOf(text, firstSign(text)), quoted });
      this.#close();
      const rest = (found[2] ?? '').trim();
      if (rest !== '') this.#start('paragraph', line, { text: rest, indent: columnOf(text, firstSign(text)), quoted });
    } else if (bare === text) return false;
    else if (bare.trim() !== '') this.#takeText(bare, line, quoted);
    if (ends) {
      this.#start('detailsEnd', line, { text: '', indent: columnOf(text, firstSign(text)), quoted });
      this.#close();
    }
    return true;
  }

  #start(kind: Block['kind'], line: number, given: Partial<Block> & { readonly text: string }): void {
    this.#close();
    const block: Block = { kind, line, end: line, indent: 0, level: 0, quoted: false, apart: this.#apart, ...given };
    this.blocks.push(block);
    this.#open = block;
    this.#parts = [given.text];
    this.#apart = false;
  }

  #extend(text: string, line: number): void {
    this.#parts.push(text);
    if (this.#open !== undefined) this.#open.end = line;
  }

  #close(): void {
    if (this.#open !== undefined && this.#parts.length > 1)
      this.#open.text = this.#open.kind === 'table' ? (this.#parts[0] ?? '') : this.#parts.join('\n');
    this.#open = undefined;
    this.#parts = [];
  }

  /** Ends the last block. */
  finish(): void {
    this.#close();
  }
}

/** Offset of the first character that is no blank; -1 in a blank line. */
function firstSign(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 0xa0) return at;
  }
  return -1;
}

/** A tab goes to the next multiple of four. */
function columnOf(text: string, offset: number): number {
  let column = 0;
  for (let at = 0; at < offset; at += 1) column = text.charCodeAt(at) === 9 ? column + 4 - (column % 4) : column + 1;
  return column;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function withoutHashes(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '#') end -= 1;
  return text.charAt(end - 1) === ' ' ? text.slice(0, end).trimEnd() : text;
}
