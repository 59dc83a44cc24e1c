import { closedAt, endOf, typedLine, type TypedKey } from './typedKey.ts';
import { typedMarkdown } from './typedMarkdown.ts';

const inReference = /\[\^@?([^[\]^@]*)$/;
const restOfWord = /[^\s[\]^]*/y;

/**
 * What is typed in a reference to a footnote, `[^deep lear`, or as in other Markdown. Not a number: that is an ordinary
 * footnote.
 */
export function typedFootnote(text: string, offset: number): TypedKey | undefined {
  const typed = inReference.exec(typedLine(text, offset))?.[1];
  if (typed === undefined) return typedMarkdown(text, offset);
  if (/^\d+$/.test(typed)) return undefined;
  // Only the word of the cursor: a bracket behind others may close one that is not of the reference.
  const end = endOf(restOfWord, text, offset);
  return { start: offset - typed.length, end, closers: ']', closed: closedAt(text, end, ']') };
}
