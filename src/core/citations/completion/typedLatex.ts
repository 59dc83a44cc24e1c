import { closedAt, endOf, longestTyped, type TypedKey } from './typedKey.ts';

/** A list of keys may have many of them, in several lines. */
const reach = 10 * longestTyped;
/** Notes before the list are shorter. */
const longestNotes = 1000;
const command = /\\[a-zA-Z]*(?:[cC]ite|cquote|bibentry)[a-zA-Z]*\*?[^\\]*$/;
/** The last of the keys, without white space and comments before it. */
const lastKey = /(?:^|,)(?:\s|%[^\r\n]*[\r\n])*([^,%\r\n]*)$/;
const rest = /[^\s,{}%\\]*/y;

/** What is typed in the braces of a command that cites: `\parencite[see][p. 3]{a, deep lear`. */
export function typedLatex(text: string, offset: number): TypedKey | undefined {
  const from = Math.max(0, offset - reach);
  const open = text.slice(from, offset).lastIndexOf('{') + from;
  const list = text.slice(open + 1, offset);
  if (open < from || /[}\\]/.test(list)) return undefined;
  if (!mayCite(text.slice(Math.max(0, open - longestNotes), open))) return undefined;
  const typed = lastKey.exec(list)?.[1];
  if (typed === undefined) return undefined;
  const end = endOf(rest, text, offset);
  return { start: offset - typed.length, end, closers: '}', closed: closedAt(text, end, '}') };
}

/** Whether the last command before a brace may be one that cites; a note of it may have commands of its own. */
function mayCite(before: string): boolean {
  return command.test(before) || (/[\])>]\s*$/.test(before) && /\\[a-zA-Z]*(?:[cC]ite|cquote)/.test(before));
}
