import { lastLine } from './textLineEnds.ts';

const noSpaceBetweenWords = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
const needsSpaceAfter = /[\p{L}\p{N}\p{M}\p{Pe}\p{Pf}\p{So}.,;:!?%°…)\]}>`$\\^]$/u;
/** They open or close, depending on what stands before them. */
const ambiguous = /["'*_~]$/;
const opensAfter = /(?:^|[\s([{\p{Pi}\p{Ps}\p{Pd}/])["'*_~]+$/u;

/** How much of the line before the cursor is looked at. */
const reach = 50;
const mostLookedAt = 1_000_000;

/** Citations that are to stand in a text: their characters, by the rules of this syntax. */
export interface SpacedCitation {
  readonly syntax: string;
  readonly text: string;
  readonly written: string;
}

/** The white space that belongs before and after citations put at one `offset`. */
export function spacesAround(
  { syntax, text, written }: SpacedCitation,
  offset: number,
): { readonly before: string; readonly after: string } {
  const spacing = new CitationSpacing(syntax, text);
  return { before: spacing.before(offset, written), after: spacing.after(offset) };
}

/** White space around citations in one text. */
export class CitationSpacing {
  readonly #syntax: string;
  readonly #text: string;
  #inLatex: ' ' | '~' | undefined;

  /** `syntax`: the id of its citation syntax. */
  constructor(syntax: string, text: string) {
    this.#syntax = syntax;
    this.#text = text;
  }

  /** What belongs before citations put at `offset`, written as `citations`. */
  before(offset: number, citations: string): string {
    const space = spaceBefore(this.#text, offset);
    // A raised number stands at its word, if the bracket keeps its meaning there.
    if (citations.startsWith('[^')) return /[\]!^\\]/.test(this.#text.charAt(offset - 1)) ? space : '';
    if (this.#syntax !== 'latex' || space === '') return space;
    // A note or a raised number stands at its word; a tie is a space.
    if (/^\\(?:foot|super)/.test(citations) || this.#text[offset - 1] === '~') return '';
    return (this.#inLatex ??= spaceInLatex(this.#text));
  }

  /** A space where the character at `offset` would be read as a part of citations before it. */
  after(offset: number): '' | ' ' {
    const next = this.#text.slice(offset, offset + 2);
    if (/^[([{]/.test(next)) return ' ';
    if (this.#syntax === 'typst') return /^[\p{XID_Continue}-]|^[.:][\p{XID_Continue}\-.:]/u.test(next) ? ' ' : '';
    return this.#syntax === 'myst' && next.startsWith('`') ? ' ' : '';
  }
}

/** `~`, when most citations of the document are tied to their words by one. */
function spaceInLatex(text: string): ' ' | '~' {
  const some = text.slice(0, mostLookedAt);
  const tied = some.match(/~\\[a-z]*cite/g)?.length ?? 0;
  const apart = some.match(/\s\\[a-z]*cite/g)?.length ?? 0;
  return tied > apart ? '~' : ' ';
}

/**
 * The space that belongs between the text before `offset` and a `[` put there: one after a word, closing punctuation, or
 * anything that would give the bracket another meaning (`]`, `!`, `^`, `\`); none after white space, an opening bracket or
 * quotation mark, a dash, at the start of a line, and in scripts that put no spaces between words.
 */
function spaceBefore(text: string, offset: number): '' | ' ' {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const line = lastLine(before).replace('\uFEFF', '');
  if (noSpaceBetweenWords.test(line)) return '';
  if (ambiguous.test(line)) return opensAfter.test(line) ? '' : ' ';
  return needsSpaceAfter.test(line) ? ' ' : '';
}
