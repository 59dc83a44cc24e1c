/** `@key` or `-@key` in running text, not yet known to be part of a cluster. */
export interface KeyElement {
  readonly type: 'key';
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The `@`. */
  readonly at: number;
  readonly end: number;
  /** A `-` stands before the `@` that would suppress the author inside brackets. */
  readonly hyphen: boolean;
}

/** `[…]` with what it holds directly; inner brackets are elements of their own. */
export interface BracketElement {
  readonly type: 'bracket';
  readonly open: number;
  /** After the `]`. */
  end: number;
  /** What follows the `]` makes it a link, a reference link or a span; a note is none of them but no cluster either. */
  role: 'plain' | 'link' | 'span' | 'note';
  readonly elements: InlineElement[];
  /** Offsets of the `;` that stand directly in it. */
  readonly semicolons: number[];
}

export type InlineElement = KeyElement | BracketElement;

/** Brackets nested deeper than this are read as text; nobody writes them, and it bounds the recursion over the tree. */
export const deepestBrackets = 50;

/** Builds the bracket tree of one inline region from left to right. Brackets that are never closed are plain text. */
export class InlineTreeBuilder {
  readonly #root: BracketElement = newBracket(-1, 'plain');
  readonly #open: BracketElement[] = [];

  open(offset: number, role: 'plain' | 'note'): void {
    if (this.#open.length < deepestBrackets) this.#open.push(newBracket(offset, role));
  }

  /** Closes the innermost bracket; `undefined` when none is open. */
  close(offset: number): BracketElement | undefined {
    const bracket = this.#open.pop();
    if (bracket === undefined) return undefined;
    bracket.end = offset + 1;
    this.#top.elements.push(bracket);
    return bracket;
  }

  key(element: KeyElement): void {
    this.#top.elements.push(element);
  }

  semicolon(offset: number): void {
    this.#top.semicolons.push(offset);
  }

  /** What stands at the top level, in the order of the text. */
  finish(): readonly InlineElement[] {
    const elements: InlineElement[] = [...this.#root.elements];
    for (const bracket of this.#open) for (const element of bracket.elements) elements.push(element);
    return elements;
  }

  get #top(): BracketElement {
    return this.#open.at(-1) ?? this.#root;
  }
}

function newBracket(open: number, role: 'plain' | 'note'): BracketElement {
  return { type: 'bracket', open, end: open, role, elements: [], semicolons: [] };
}
