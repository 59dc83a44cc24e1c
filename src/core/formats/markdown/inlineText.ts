import { CodeSpans } from './codeSpans.ts';
import { entityAt, tagAt, type Tag } from './inlineHtml.ts';
import type { InlineText, MarkKind } from './inlineMark.ts';
import { autolinkAt, bareAddressAt, mathEnd, referenceAt, targetAt, type References } from './linkTarget.ts';

interface PieceMark {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
  readonly url: string;
  readonly alt: string;
}

interface Opener {
  readonly piece: number;
  readonly image: boolean;
  readonly at: number;
  active: boolean;
}

/** Most texts open nothing. */
const none = new Map<string, number>();
const special = /[\\`*_[\]!<&$:\n]/g;
const punctuation = /[!-/:-@[-`{-~]/;
/** A line shorter than this that ends without a comma was ended on purpose. */
const wrapped = 60;

/** Reads the inline Markdown of one block, also what is broken in it, in linear time. What marks nothing stays as text. */
export function inlineText(source: string, references: References): InlineText {
  return new InlineScanner(source, references).read();
}

class InlineScanner {
  readonly #source: string;
  readonly #references: References;
  readonly #pieces: string[] = [];
  readonly #marks: PieceMark[] = [];
  readonly #openers: Opener[] = [];
  /** Of emphasis by the length of its mark and its sign, of HTML by its kind: the piece that opens it. */
  #open: Map<string, number> = none;
  #anchor: { readonly piece: number; readonly url: string } | undefined;
  #code: CodeSpans | undefined;
  #at = 0;
  #lineStart = 0;

  constructor(source: string, references: References) {
    this.#source = source;
    this.#references = references;
  }

  read(): InlineText {
    const source = this.#source;
    let literal = 0;
    special.lastIndex = 0;
    for (let found = special.exec(source); found !== null; found = special.exec(source)) {
      this.#at = found.index;
      const before = this.#beginning(found[0]);
      const pieces = this.#pieces.length;
      if (before > literal) this.#pieces.push(source.slice(literal, before));
      const end = before < literal ? -1 : this.#take(found[0]);
      if (end === -1) {
        // Nothing special: the text goes on as if the sign had not been looked at.
        this.#pieces.length = pieces;
        special.lastIndex = found.index + 1;
      } else {
        literal = end;
        special.lastIndex = end;
      }
    }
    if (literal < source.length) this.#pieces.push(literal === 0 ? source : source.slice(literal));
    return this.#assemble();
  }

  /** An address is recognised at its colon and begins before it. */
  #beginning(sign: string): number {
    if (sign !== ':') return this.#at;
    const at = this.#at;
    if (!this.#source.startsWith('//', at + 1)) return at;
    const scheme = /https?$/i.exec(this.#source.slice(Math.max(0, at - 5), at))?.[0].length ?? 0;
    return at - scheme;
  }

  /** Takes what begins at `#at`: the offset after it, or -1 when it is text. */
  #take(sign: string): number {
    const at = this.#at;
    switch (sign) {
      case '\\':
        return this.#escape();
      case '`':
        return this.#codeSpan();
      case '*':
      case '_':
        return this.#emphasis(sign);
      case '!':
        return this.#source.charAt(at + 1) === '[' ? this.#bracket(at + 1, true) : -1;
      case '[':
        return this.#bracket(at, false);
      case ']':
        return this.#close();
      case '<':
        return this.#html();
      case '&': {
        const entity = entityAt(this.#source, at);
        return entity === undefined ? -1 : this.#push(entity.text, entity.end);
      }
      case '$': {
        const end = mathEnd(this.#source, at);
        return end === -1 ? -1 : this.#push(this.#source.slice(at, end).replaceAll('\n', ' '), end);
      }
      case ':': {
        const address = bareAddressAt(this.#source, this.#beginning(':'));
        if (address?.url === '') return this.#push(this.#source.slice(this.#beginning(':'), address.end), address.end);
        return address === undefined ? -1 : this.#link(address.url, address.url, address.end);
      }
      default:
        return this.#lineBreak();
    }
  }

  #push(text: string, end: number): number {
    this.#pieces.push(text);
    return end;
  }

  #mark(kind: MarkKind, from: number, url = '', alt = ''): void {
    this.#marks.push({ kind, from, to: this.#pieces.length, url, alt });
  }

  #link(text: string, url: string, end: number): number {
    this.#pieces.push(text);
    this.#mark('link', this.#pieces.length - 1, url);
    return end;
  }

  #escape(): number {
    const next = this.#source.charAt(this.#at + 1);
    if (next === '\n') {
      this.#lineStart = this.#at + 2;
      return this.#push('\n', this.#at + 2);
    }
    return next !== '' && punctuation.test(next) ? this.#push(next, this.#at + 2) : -1;
  }

  #codeSpan(): number {
    this.#code ??= new CodeSpans(this.#source);
    const span = this.#code.at(this.#at);
    if (span.text === undefined) return this.#push(this.#source.slice(this.#at, span.end), span.end);
    this.#pieces.push(span.text);
    this.#mark('code', this.#pieces.length - 1);
    return span.end;
  }

  #emphasis(sign: string): number {
    const start = this.#at;
    let end = start + 1;
    while (this.#source.charAt(end) === sign) end += 1;
    const before = this.#source.charAt(start - 1);
    const after = this.#source.charAt(end);
    const size = end - start;
    const inWord = sign === '_' && isWord(before) && isWord(after);
    if (size > 3 || inWord) return this.#push(this.#source.slice(start, end), end);
    const closes = before !== '' && !/\s/.test(before) && !(sign === '_' && isWord(after));
    if (closes && this.#closeEmphasis(sign, size)) return end;
    if (after !== '' && !/\s/.test(after) && !(sign === '_' && isWord(before))) {
      this.#opened(`${sign}${size}`);
    }
    return this.#push(this.#source.slice(start, end), end);
  }

  #opened(name: string): void {
    if (this.#open === none) this.#open = new Map();
    this.#open.set(name, this.#pieces.length);
  }

  /** `***` also closes a `*` and a `**` that were opened one after the other. */
  #closeEmphasis(sign: string, size: number): boolean {
    const sizes = size === 3 && !this.#open.has(`${sign}3`) ? [1, 2] : [size];
    if (!sizes.every((one) => this.#open.has(`${sign}${one}`))) return false;
    for (const one of sizes) {
      const opener = this.#open.get(`${sign}${one}`) ?? 0;
      this.#open.delete(`${sign}${one}`);
      this.#pieces[opener] = '';
      this.#mark(one === 1 ? 'em' : 'strong', opener);
    }
    return true;
  }

  #bracket(at: number, image: boolean): number {
    this.#openers.push({ piece: this.#pieces.length, image, at, active: true });
    return this.#push(image ? '![' : '[', at + 1);
  }

  #close(): number {
    const opener = this.#openers.pop();
    if (opener === undefined) return -1;
    const target = opener.active || opener.image ? this.#target(opener) : undefined;
    if (target === undefined) return this.#push(']', this.#at + 1);
    this.#pieces[opener.piece] = '';
    if (opener.image) {
      const alt = this.#pieces.splice(opener.piece).join('');
      this.#dropMarks(opener.piece);
      this.#mark('image', opener.piece, target.url, alt);
    } else {
      this.#mark('link', opener.piece, target.url);
      // A link holds no other link: what is open around it is text. (An image may hold one.)
      for (let index = this.#openers.length - 1; index >= 0; index -= 1) {
        const outer = this.#openers[index];
        if (outer === undefined || !outer.active) break;
        outer.active = false;
      }
    }
    return target.end;
  }

  #target(opener: Opener): { readonly url: string; readonly end: number } | undefined {
    const next = this.#source.charAt(this.#at + 1);
    const direct = next === '(' ? targetAt(this.#source, this.#at + 2) : undefined;
    if (direct !== undefined || this.#references.size === 0) return direct;
    return referenceAt(this.#source, opener.at + 1, this.#at, this.#references);
  }

  /** The marks inside the name of an image mark nothing that is left. */
  #dropMarks(piece: number): void {
    while ((this.#marks.at(-1)?.from ?? -1) >= piece) this.#marks.pop();
    for (const [name, opener] of this.#open) if (opener >= piece) this.#open.delete(name);
  }

  #html(): number {
    const address = autolinkAt(this.#source, this.#at);
    if (address !== undefined) return this.#link(address.url, address.url, address.end);
    const tag = tagAt(this.#source, this.#at);
    if (tag === undefined) return -1;
    this.#takeTag(tag);
    return tag.end;
  }

  #takeTag(tag: Tag): void {
    if (tag.kind === 'break') this.#pieces.push('\n');
    else if (tag.kind === 'image') this.#mark('image', this.#pieces.length, tag.url, tag.alt);
    else if (tag.kind === 'link') {
      if (!tag.closes) this.#anchor = { piece: this.#pieces.length, url: tag.url };
      else if (this.#anchor !== undefined) {
        this.#mark('link', this.#anchor.piece, this.#anchor.url);
        this.#anchor = undefined;
      }
    } else if (tag.kind !== 'other') {
      const opener = this.#open.get(tag.kind);
      if (!tag.closes) this.#opened(tag.kind);
      else if (opener !== undefined) this.#mark(tag.kind, opener);
    }
  }

  #lineBreak(): number {
    const at = this.#at;
    const line = this.#source.slice(this.#lineStart, at);
    this.#lineStart = at + 1;
    const isMeant =
      / {2}$/.test(line.slice(-2)) || (line.length < wrapped && !/[,&]$|\b(?:and|by|in)$/.test(line.slice(-5)));
    return this.#push(isMeant ? '\n' : ' ', at + 1);
  }

  #assemble(): InlineText {
    if (this.#marks.length === 0)
      return { text: this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join(''), marks: [] };
    const starts: number[] = [];
    let length = 0;
    for (const piece of this.#pieces) {
      starts.push(length);
      length += piece.length;
    }
    starts.push(length);
    const marks = this.#marks.map(({ kind, from, to, url, alt }) => ({
      kind,
      start: starts[from] ?? length,
      end: starts[to] ?? length,
      url,
      alt,
    }));
    if (marks.length > 1) marks.sort((a, b) => a.start - b.start || b.end - a.end);
    return { text: this.#pieces.join(''), marks };
  }
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
