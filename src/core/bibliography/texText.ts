import { dollarMath } from '../tex/texMath.ts';
import { mathCommands } from './mathCommands.ts';

/** Control characters, lone surrogates and the marks that reorder text: nothing a title needs. */
const unprintable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const space = /[\s\u0085\u2028\u2029]+/g;
const command = /\\(?:([a-zA-Z]+)|([\s\S]))/g;
/** `\&`, `\%`, …: the writer of the listing escaped for TeX already. */
const escapedSign = /\\([&%#_${}])/g;

/** One run of a text: math to be kept as TeX, or characters. */
export interface TexRun {
  readonly math: boolean;
  /** Math with its dollars. */
  readonly text: string;
}

/** One line without control characters and lone surrogates; runs of white space become one space. */
export function cleanLine(text: string): string {
  return text.replace(space, ' ').replace(unprintable, '').trim();
}

/** As `cleanLine`, but blank lines between paragraphs stay, as `\n\n`. */
export function cleanParagraphs(text: string): string {
  if (!text.includes('\n')) return cleanLine(text);
  const paragraphs = text.split(/\r?\n[ \t]*\r?\n/).map(cleanLine);
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/**
 * Cuts a text into characters and `$math$`. Math is kept only when its dollars and braces are balanced and all its
 * commands are harmless (`mathCommands`); every other `$` is a character. Linear.
 */
export function texRuns(text: string): readonly TexRun[] {
  const runs: TexRun[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') {
      plain += text.slice(i, i + 2);
      i += 1;
      continue;
    }
    const close = text[i] === '$' ? mathEnd(text, i) : undefined;
    if (close === undefined) {
      plain += text.charAt(i);
      continue;
    }
    if (plain !== '') runs.push({ math: false, text: plain });
    runs.push({ math: true, text: text.slice(i, close + 1) });
    plain = '';
    i = close;
  }
  if (plain !== '') runs.push({ math: false, text: plain });
  return runs;
}

/** Characters as TeX shows them; simple escapes that the text holds already count as the character they mean. */
export function escapeTex(text: string): string {
  const characters = text.replace(escapedSign, '$1');
  const balanced = hasBalancedBraces(characters);
  let tex = '';
  for (const character of characters) tex += escapeCharacter(character, balanced);
  // Two hyphens would be a dash, two apostrophes a quotation mark.
  return tex.replace(/-(?=-)|'(?=')/g, '$&{}');
}

function escapeCharacter(character: string, balanced: boolean): string {
  switch (character) {
    case '&':
    case '%':
    case '#':
    case '_':
    case '$':
      return `\\${character}`;
    case '~':
      return '\\textasciitilde{}';
    case '^':
      return '\\textasciicircum{}';
    case '`':
      return '\\textasciigrave{}';
    case '\\':
      return '\\textbackslash{}';
    // The oldest font encoding of TeX has other signs in these places.
    case '<':
      return '\\textless{}';
    case '>':
      return '\\textgreater{}';
    case '|':
      return '\\textbar{}';
    case '{':
      return balanced ? '\\{' : '$\\lbrace$';
    case '}':
      return balanced ? '\\}' : '$\\rbrace$';
    default:
      return character;
  }
}

/** BibTeX counts braces even behind a backslash: `\{` is safe only when a `\}` follows. */
function hasBalancedBraces(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '{') depth += 1;
    else if (text[i] === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The `$` that closes the harmless math which opens at `open`. */
function mathEnd(text: string, open: number): number | undefined {
  let close = open + 1;
  while (close < text.length && text[close] !== '$') close += text[close] === '\\' ? 2 : 1;
  const math = text.slice(open + 1, close);
  if (close >= text.length || math.trim() === '' || math.length > 500) return undefined;
  // What our own reader takes for money is not math: `$ a $`, `$5 and $10`.
  return isHarmless(math) && dollarMath(text, open) !== undefined ? close : undefined;
}

function isHarmless(math: string): boolean {
  // `^^5c` is a backslash to TeX; bare `%`, `#` and `&` are errors or comments in math.
  if (math.includes('^^') || !hasBalancedBraces(math)) return false;
  for (const [, name, sign] of math.matchAll(command)) {
    if (name !== undefined ? !mathCommands.has(name) : !/[,;:!|{}%#&_$ ]/.test(sign ?? '')) return false;
  }
  return !/[%#&~"]/.test(math.replace(command, ''));
}
