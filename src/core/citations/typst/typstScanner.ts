import type { CitationCluster, CitationItem, OffsetRange, OpaqueKind, OpaqueRange } from '../citation.ts';
import { isBlankLineAt } from '../textLineEnds.ts';
import { clusterOfCall, newCiteCall, takeArgument, type CiteCall } from './citeCall.ts';
import { isTypstCrossReference } from './crossReference.ts';
import { afterAddress, afterComment, afterRaw, afterString, labelAt, nameAt, referenceAt } from './typstTokens.ts';

/** What the scanner is in. The innermost one says how the text is read. */
interface Frame {
  /** `content`: markup in brackets; `group`: code in parentheses or braces; `statement`: code up to the end of a line. */
  readonly kind: 'content' | 'group' | 'statement' | 'math';
  /** The character that ends it; a statement has none. */
  readonly closer: string;
  readonly start: number;
  /** It is part of an expression in markup: `(…)` and `[…]` behind it belong to that. */
  readonly chained: boolean;
  /** The call of `cite` whose arguments these are. */
  readonly call?: CiteCall | undefined;
  /** The reference whose supplement this is. */
  readonly reference?: { readonly start: number; readonly key: OffsetRange } | undefined;
  /** A loop or condition: the block after it ends it. */
  readonly endsWithBlock?: boolean | undefined;
}

const markupSpecial = /[\\`/@#$<[\]\n\r]/g;
const codeSpecial = /[`/$<[\](){}"\n\r;,\p{XID_Start}_]/gu;
const mathSpecial = /[\\/$#"\n\r]/g;
const statements = /^(?:let|set|show|import|include|return|break|continue)$/;
const blocks = /^(?:if|for|while)$/;
const anyBlankLine = /\n[ \t]*\r?\n|\r[ \t]*\r/;
const elseBranch = /\s{0,1000}else(?![\p{XID_Continue}-])/uy;
const contexts = /context[ \t]+/y;

/** Reads one Typst text from its begin to its end; see `scanTypst`. Linear. */
export class TypstScanner {
  readonly #text: string;
  readonly #frames: Frame[] = [];
  readonly #clusters: CitationCluster[] = [];
  readonly #opaque: OpaqueRange[] = [];
  readonly #labels = new Set<string>();
  #at = 0;
  /** The last blank line; what is open across it is no citation. */
  #lastBlank = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Once only. Clusters come in the order in which they end. `labels`: those that markup of this text gives. */
  scan(): {
    readonly clusters: readonly CitationCluster[];
    readonly opaque: readonly OpaqueRange[];
    readonly labels: ReadonlySet<string>;
  } {
    while (this.#at < this.#text.length) this.#step();
    for (const { reference } of this.#frames) if (reference !== undefined) this.#referenced(reference, undefined);
    return { clusters: this.#clusters, opaque: this.#opaque, labels: this.#labels };
  }

  #step(): void {
    const frame = this.#frames.at(-1);
    const kind = frame?.kind ?? 'content';
    const special = kind === 'content' ? markupSpecial : kind === 'math' ? mathSpecial : codeSpecial;
    special.lastIndex = this.#at;
    const found = special.exec(this.#text);
    this.#at = found?.index ?? this.#text.length;
    if (found === null) return;
    const [character] = found;
    if (this.#shared(character)) return;
    if (kind === 'content') this.#markup(character, frame);
    else if (kind === 'math') this.#math(character);
    else if (frame !== undefined) this.#code(character, frame);
  }

  /** What means the same everywhere. */
  #shared(character: string): boolean {
    const next = this.#text[this.#at + 1];
    if (character === '/' && (next === '/' || next === '*')) {
      const isAddress = next === '/' && /https?:$/.test(this.#text.slice(Math.max(0, this.#at - 6), this.#at));
      if (isAddress) this.#skip(afterAddress(this.#text, this.#at), 'link');
      else this.#skip(afterComment(this.#text, this.#at), 'comment');
    } else if (character === '\\') this.#at += next === '\n' || next === '\r' ? 1 : 2;
    else if (character === '`') this.#skip(afterRaw(this.#text, this.#at), 'code');
    else if (character === '"') this.#skip(afterString(this.#text, this.#at), 'code');
    else if (character === '\n' || character === '\r') this.#newLine();
    else return false;
    return true;
  }

  #newLine(): void {
    if (isBlankLineAt(this.#text, this.#at)) this.#lastBlank = this.#at;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    if (this.#frames.at(-1)?.kind === 'statement') this.#frames.pop();
  }

  #markup(character: string, frame: Frame | undefined): void {
    if (character === '@') return this.#reference();
    if (character === '#') return this.#expression(this.#at + 1);
    if (character === '$') return this.#open({ kind: 'math', closer: '$' });
    if (character === '[' && frame !== undefined) return this.#open({ kind: 'content', closer: ']' });
    if (character === ']' && frame !== undefined) return this.#close();
    const label = character === '<' ? labelAt(this.#text, this.#at) : undefined;
    if (label === undefined) this.#at += 1;
    else {
      this.#labels.add(label);
      this.#at += label.length + 2;
    }
  }

  #math(character: string): void {
    if (character === '$') this.#close();
    else if (character === '#') this.#expression(this.#at + 1);
    else this.#at += 1;
  }

  #code(character: string, frame: Frame): void {
    const { call } = frame;
    if (frame.kind === 'statement' && /[;)\]}]/.test(character)) {
      this.#frames.pop();
      // A closing bracket is for what the statement stands in.
      if (character === ';') this.#at += 1;
    } else if (character === frame.closer) this.#close();
    else if (character === '[') this.#open({ kind: 'content', closer: ']' });
    else if (character === '$') this.#open({ kind: 'math', closer: '$' });
    else if (character === '(') this.#open({ kind: 'group', closer: ')' });
    else if (character === '{') this.#open({ kind: 'group', closer: '}' });
    else if (character === '<') this.#labelInCode(call);
    else if (character === ',') {
      if (call?.supplement !== undefined) call.supplementEnd ??= this.#at;
      this.#at += 1;
    } else if (/[;)\]}/]/.test(character)) this.#at += 1;
    else this.#word(call);
  }

  #labelInCode(call: CiteCall | undefined): void {
    const label = labelAt(this.#text, this.#at);
    if (label !== undefined && call !== undefined) {
      call.key ??= { start: this.#at + 1, end: this.#at + 1 + label.length };
    }
    this.#at += label === undefined ? 1 : label.length + 2;
  }

  #word(call: CiteCall | undefined): void {
    const start = this.#at;
    const taken = call && takeArgument(call, this.#text, start);
    const name = nameAt(this.#text, start) ?? this.#text.charAt(start);
    this.#at = taken ?? start + name.length;
    if (taken === undefined && name === 'cite' && this.#text[start - 1] !== '.' && this.#text[this.#at] === '(') {
      this.#open({ kind: 'group', closer: ')', call: newCiteCall(start, this.#at) });
    }
  }

  /** Code in markup or a formula, behind its `#`. */
  #expression(hash: number): void {
    let from = hash;
    for (contexts.lastIndex = from; contexts.test(this.#text);) from = contexts.lastIndex;
    this.#at = from;
    const character = this.#text[from];
    if (character === '(') return this.#open({ kind: 'group', closer: ')', chained: true });
    if (character === '{') return this.#open({ kind: 'group', closer: '}', chained: true });
    if (character === '[') return this.#open({ kind: 'content', closer: ']', chained: true });
    if (character === '"') return this.#skip(afterString(this.#text, from), 'code');
    const name = nameAt(this.#text, from);
    if (name === undefined) return;
    this.#at = from + name.length;
    if (statements.test(name)) this.#push({ kind: 'statement', closer: '', start: from, chained: false });
    else if (blocks.test(name)) {
      this.#push({ kind: 'statement', closer: '', start: from, chained: false, endsWithBlock: true });
    } else if (name === 'cite' && this.#text[this.#at] === '(') {
      this.#open({
        kind: 'group',
        closer: ')',
        chained: true,
        call: newCiteCall(from === hash ? from - 1 : from, this.#at),
      });
    } else this.#chain();
  }

  /** Goes on with an expression in markup: calls, content and methods directly behind it. */
  #chain(): void {
    for (;;) {
      const character = this.#text[this.#at];
      if (character === '(') return this.#open({ kind: 'group', closer: ')', chained: true });
      if (character === '[') return this.#open({ kind: 'content', closer: ']', chained: true });
      const method = character === '.' ? nameAt(this.#text, this.#at + 1) : undefined;
      if (method === undefined) return;
      this.#at += 1 + method.length;
    }
  }

  #reference(): void {
    const start = this.#at;
    const name = referenceAt(this.#text, start + 1);
    this.#at = start + 1 + name.length;
    if (name === '') return;
    const reference = { start, key: { start: start + 1, end: this.#at } };
    if (this.#text[this.#at] === '[') this.#open({ kind: 'content', closer: ']', reference });
    else this.#referenced(reference, undefined);
  }

  #referenced({ start, key }: { readonly start: number; readonly key: OffsetRange }, supplement?: OffsetRange): void {
    const name = this.#text.slice(key.start, key.end);
    const item: CitationItem = {
      key: name,
      keyRange: key,
      range: { start: key.start, end: supplement?.end ?? key.end },
      prefix: '',
      suffix: supplement === undefined ? '' : this.#text.slice(supplement.start + 1, supplement.end - 1).trim(),
      suppressAuthor: false,
      crossReference: isTypstCrossReference(name),
    };
    const end = supplement?.end ?? key.end;
    this.#clusters.push({ kind: 'bracketed', range: { start, end }, bracket: supplement, items: [item] });
  }

  #open(frame: Omit<Frame, 'start' | 'chained'> & { readonly chained?: boolean }): void {
    this.#push({ chained: false, ...frame, start: this.#at });
    this.#at += 1;
  }

  #push(frame: Frame): void {
    this.#frames.push(frame);
  }

  /** Ends the innermost frame at its closer. */
  #close(): void {
    this.#at += 1;
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const isWhole = this.#lastBlank < frame.start;
    const cited = isWhole && frame.call !== undefined ? clusterOfCall(frame.call, this.#text, this.#at) : undefined;
    if (cited !== undefined) this.#clusters.push(cited);
    if (frame.reference !== undefined) {
      this.#referenced(frame.reference, isWhole ? { start: frame.start, end: this.#at } : undefined);
    }
    if (frame.chained) this.#chain();
    else if (frame.kind !== 'math' && frame.closer !== ')') this.#endBlock();
  }

  /** A block ends the loop or condition that it stands in, unless an `else` follows. */
  #endBlock(): void {
    if (this.#frames.at(-1)?.endsWithBlock !== true) return;
    elseBranch.lastIndex = this.#at;
    if (elseBranch.test(this.#text)) this.#at = elseBranch.lastIndex;
    else this.#frames.pop();
  }

  #skip(end: number, kind: OpaqueKind): void {
    if (anyBlankLine.test(this.#text.slice(this.#at, end))) this.#lastBlank = this.#at;
    this.#opaque.push({ start: this.#at, end, kind, block: false });
    this.#at = end;
  }
}
