import { isMathEnvironment } from '../core/tex/texMath.ts';

/** A stretch of a text: plain, or a formula in TeX. `source` is the formula with its delimiters, for when it cannot be drawn. */
export type MathPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string; readonly display: boolean; readonly source: string };

/** Longer formulas stay text, as do all after this number: drawing must stay cheap. */
const maxFormulaLength = 2000;
const maxFormulas = 200;
const environment = /\\begin\{([a-z]{1,20}\*?)\}/y;

/** Where the formula that opens at some place ends, and what it holds. */
interface Formula {
  readonly tex: string;
  readonly display: boolean;
  readonly end: number;
}

/**
 * Splits a text into plain stretches and formulas, by the rules of VS Code's Markdown preview: `$x$` opens before a
 * character that is not white space and closes after one, not before a digit; `$$x$$` is displayed; `\(x\)` is a formula
 * too, `\[x\]` and `\begin{equation}…` a displayed one; `\$` is a dollar. One rule is ours: a formula that is certainly TeX (`$\times$`) may be followed by a digit
 * (`3$\times$3`), as abstracts have it; money (`$5-$10`) never looks like that. Linear.
 */
export function splitMath(text: string, limit = maxFormulas): readonly MathPiece[] {
  if (!text.includes('$') && !text.includes('\\')) return text === '' ? [] : [{ kind: 'text', text }];
  const pieces: MathPiece[] = [];
  const closers = closersOf(text);
  let plain = '';
  let formulas = 0;
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    const formula = formulas < limit && (char === '$' || char === '\\') ? formulaAt(text, at, closers) : undefined;
    if (formula !== undefined) {
      if (plain !== '') pieces.push({ kind: 'text', text: plain });
      plain = '';
      formulas++;
      const { tex, display, end } = formula;
      pieces.push({ kind: 'math', tex, display, source: text.slice(at, end) });
      at = end;
      continue;
    }
    const end = char === '$' || char === '\\' ? at + Math.max(1, plainLength(char, next)) : nextSpecial(text, at);
    plain += char === '\\' && next === '$' ? '$' : text.slice(at, end);
    at = end;
  }
  if (plain !== '') pieces.push({ kind: 'text', text: plain });
  return pieces;
}

/** How much of an opening that opens nothing is plain text: `\$`, `\\` and `$$` go as a whole. */
function plainLength(char: string, next: string): number {
  if (char === '$') return next === '$' ? 2 : 1;
  return next === '$' || next === '\\' ? 2 : 1;
}

function nextSpecial(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x24 || unit === 0x5c) return i;
  }
  return text.length;
}

type Finder = (from: number) => number;

interface Closers {
  readonly dollars: Finder;
  readonly paren: Finder;
  readonly bracket: Finder;
  /** Of an environment, by its name. */
  readonly end: (name: string) => Finder;
}

function closersOf(text: string): Closers {
  const ends = new Map<string, Finder>();
  return {
    dollars: closerFinder(text, '$$'),
    paren: closerFinder(text, '\\)'),
    bracket: closerFinder(text, '\\]'),
    end: (name) => {
      const end = ends.get(name) ?? closerFinder(text, `\\end{${name}}`);
      ends.set(name, end);
      return end;
    },
  };
}

/** Finds the next `closer` for places that only grow; remembers the last find, so that all searches together are linear. */
function closerFinder(text: string, closer: string): Finder {
  let found = -1;
  return (from) => {
    if (found < from && found !== text.length) {
      const at = text.indexOf(closer, from);
      found = at === -1 ? text.length : at;
    }
    return found;
  };
}

function formulaAt(text: string, at: number, closers: Closers): Formula | undefined {
  if (text.startsWith('$$', at)) return between(text, { from: at + 2, close: closers.dollars(at + 2), display: true });
  if (text.startsWith('\\(', at)) return between(text, { from: at + 2, close: closers.paren(at + 2), display: false });
  if (text.startsWith('\\[', at)) return between(text, { from: at + 2, close: closers.bracket(at + 2), display: true });
  return text.charAt(at) === '$' ? dollarFormula(text, at) : environmentAt(text, at, closers);
}

function environmentAt(text: string, at: number, closers: Closers): Formula | undefined {
  environment.lastIndex = at;
  const name = environment.exec(text)?.[1] ?? '';
  if (!isMathEnvironment(name)) return undefined;
  const close = closers.end(name)(at);
  const end = close + `\\end{${name}}`.length;
  return close < text.length && end - at <= maxFormulaLength
    ? { tex: text.slice(at, end), display: true, end }
    : undefined;
}

function between(text: string, span: { from: number; close: number; display: boolean }): Formula | undefined {
  const { from, close, display } = span;
  if (close >= text.length || close - from > maxFormulaLength) return undefined;
  const tex = text.slice(from, close).trim();
  return tex === '' ? undefined : { tex, display, end: close + 2 };
}

/** The next dollar that is not escaped must close, else the first one is a dollar sign. */
function dollarFormula(text: string, at: number): Formula | undefined {
  const from = at + 1;
  if (from >= text.length || isSpace(text.charAt(from))) return undefined;
  const limit = Math.min(text.length, from + maxFormulaLength + 1);
  for (let i = from; i < limit; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '$') {
      const tex = text.slice(from, i);
      if (isSpace(text.charAt(i - 1)) || (isDigit(text.charAt(i + 1)) && !isCertainlyTex(tex))) return undefined;
      return { tex, display: false, end: i + 1 };
    }
  }
  return undefined;
}

const isSpace = (char: string) => char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\u00A0';
const isDigit = (char: string) => char >= '0' && char <= '9';
const isCertainlyTex = (tex: string) => /^[\^_]|\\[A-Za-z]/.test(tex);
