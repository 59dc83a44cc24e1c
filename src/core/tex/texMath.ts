import { plainMath, texSymbol } from './texSymbols.ts';

/** Math found in a value. */
export interface TexMath {
  /** With its delimiters; for math of one plain sign the sign. */
  readonly text: string;
  /** Offset behind the closing delimiter. */
  readonly end: number;
}

/** TeX that nobody writes in prose. */
const evidence = /\\[a-zA-Z]|[\^_]/;
const word = /(?<![\\a-zA-Z{])[a-zA-Z]{3,}/;
const sentence = /(?<![a-zA-Z])[a-zA-Z]{3,}\s+[a-zA-Z]{2,}/;
const operator = /^\s*(?:[<>=|+*/-]|\\[a-zA-Z]+)\s*$/;
const environments = /^(?:equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign)\*?$/;

/**
 * The math that opens with the `$` at `open`; `undefined` when that `$` is a dollar sign. The next `$` closes it; as in
 * VS Code no white space stands inside the dollars and no digit behind them (`$5 and $10` is money), unless what is
 * between them is clearly TeX (`$\sim$10`, `$ x^2 $`). Never across a blank line or through braces.
 */
export function dollarMath(value: string, open: number): TexMath | undefined {
  const fence = value.startsWith('$$', open) ? '$$' : '$';
  const start = open + fence.length;
  const close = nextDollar(value, start);
  if (close === undefined || !value.startsWith(fence, close)) return undefined;
  const body = value.slice(start, close);
  const end = close + fence.length;
  const trimmed = body.trim();
  if (trimmed === '' || !isBalanced(body) || /\n\s*\n/.test(body)) return undefined;
  if (fence === '$$') return { text: `$$${trimmed}$$`, end };
  const sign = plainMath.get(trimmed);
  if (sign !== undefined) return { text: sign, end };
  const beforeDigit = /[0-9]/.test(value.charAt(end));
  if (trimmed === body && !beforeDigit) return isProse(body) ? undefined : { text: `$${body}$`, end };
  if (!operator.test(body) && (!evidence.test(body) || word.test(body))) return undefined;
  // `$\sim$10` would not be taken for math by those who follow VS Code's rule.
  const symbol = beforeDigit && trimmed.startsWith('\\') ? texSymbol(trimmed.slice(1))?.text : undefined;
  return { text: symbol ?? `$${trimmed}$`, end };
}

/** The math from `\(` or `\[` at `open`, up to its `\)` or `\]`. */
export function bracketMath(value: string, open: number): TexMath | undefined {
  const opener = value.charAt(open + 1);
  const closer = opener === '(' ? ')' : ']';
  for (let i = open + 2; i + 1 < value.length; i += 1) {
    if (value[i] !== '\\') continue;
    const sign = value[i + 1];
    if (sign === closer) {
      const text = value.slice(open, i + 2);
      return isBalanced(text) ? { text, end: i + 2 } : undefined;
    }
    // Math does not nest; this also keeps the search linear.
    if (sign === opener) return undefined;
    i += 1;
  }
  return undefined;
}

/** Whether `\begin{name}` begins displayed math. */
export function isMathEnvironment(name: string): boolean {
  return environments.test(name);
}

function isProse(body: string): boolean {
  return !evidence.test(body) && sentence.test(body);
}

function nextDollar(value: string, from: number): number | undefined {
  for (let i = from; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code === 0x24) return i;
    if (code === 0x5c) i += 1;
  }
  return undefined;
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (let i = 0; i < tex.length; i += 1) {
    const code = tex.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x7b) depth += 1;
    else if (code === 0x7d) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
