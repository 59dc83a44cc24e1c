import { bracketMath, dollarMath } from '../tex/texMath.ts';
import { texSymbol } from '../tex/texSymbols.ts';

/** Longer formulas say nothing in a line of text: they stay TeX. */
const longest = 300;
const raised = new Map(Array.from('0123456789+-=()ni', (sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'.charAt(at)]));
const lowered = new Map(
  Array.from('0123456789+-=()aeoxhklmnpstij', (sign, at) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼ'.charAt(at)]),
);
/** Commands that say how something looks, and spaces. */
const spaces = /\\(?:[,;:! ]|quad|qquad)(?![a-zA-Z])|~/g;
const layout = /\\(?:left|right|big[lr]?|Big[lr]?|displaystyle|textstyle|limits|nolimits)(?![a-zA-Z])/g;
const fraction = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;
const script = /([\^_])\s*(?:\{([^{}]*)\}|([^\s{}\\^_]|\\[a-zA-Z]+))/g;
const command = /\\([a-zA-Z]+)\s*/g;

/**
 * A text with its formulas as plain characters, as far as these can say it: `$\alpha^2 \leq 10^{-3}$` is `α² ≤ 10⁻³`. For
 * places that draw no formulas. Linear, but for one look ahead from each dollar sign in a bounded stretch.
 */
export function flatMath(text: string): string {
  if (!/[$\\]/.test(text)) return text;
  let flat = '';
  let at = 0;
  for (;;) {
    const open = nextOpener(text, at);
    if (open === undefined) return flat + text.slice(at);
    const near = text.slice(open, open + longest);
    const math = near.startsWith('$') ? dollarMath(near, 0) : bracketMath(near, 0);
    flat += text.slice(at, open) + (math === undefined ? near.slice(0, 1) : flatFormula(near.slice(0, math.end)));
    at = open + (math?.end ?? 1);
  }
}

function nextOpener(text: string, from: number): number | undefined {
  const opener = /\$|\\[([]/g;
  opener.lastIndex = from;
  return opener.exec(text)?.index;
}

/** `source`: with its delimiters. */
function flatFormula(source: string): string {
  const fence = source.startsWith('$') && !source.startsWith('$$') ? 1 : 2;
  const tex = source.slice(fence, -fence).replace(spaces, ' ').replace(layout, '');
  const flat = scripts(tex.replace(fraction, (_, above: string, below: string) => `${part(above)}/${part(below)}`))
    .replace(command, (whole, name: string) => symbol(name, whole))
    .replace(/\\([%&#_$|])/g, '$1')
    .replace(/\\[{}]|[{}]/g, (brace) => (brace.startsWith('\\') ? brace.slice(1) : ''));
  return flat.replace(/\s+/g, ' ').trim();
}

/** Above or below a fraction line. */
function part(text: string): string {
  return /[\s+-]/.test(text.trim()) ? `(${text.trim()})` : text.trim();
}

function scripts(tex: string): string {
  return tex.replace(script, (_, mark: string, inBraces: string | undefined, bare: string | undefined) => {
    const text = (inBraces ?? bare ?? '').trim();
    const signs = mark === '^' ? raised : lowered;
    const said = Array.from(text, (sign) => signs.get(sign));
    if (!said.includes(undefined)) return said.join('');
    return text.length === 1 || /^\\[a-zA-Z]+$/.test(text) ? `${mark}${text}` : `${mark}(${text})`;
  });
}

/** What a command stands for; one of layout, such as `\mathbf`, for nothing. */
function symbol(name: string, whole: string): string {
  const known = texSymbol(name)?.text;
  if (known !== undefined) return whole.endsWith(' ') ? `${known} ` : known;
  return /^(?:log|exp|sin|cos|tan|min|max|arg|lim|sup|inf|det|dim|ker|Pr|ln)$/.test(name) ? `${name} ` : '';
}
