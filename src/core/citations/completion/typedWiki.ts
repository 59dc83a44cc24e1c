import { closedAt, endOf, typedLine, type TypedKey } from './typedKey.ts';
import { typedMarkdown } from './typedMarkdown.ts';

const inLink = /\[\[(?:[^[\]|#^]*\/)?@([^[\]|#^]*)$/;
const restOfName = /[^[\]|#^\r\n]*(?=\]\]|[|#^])/y;
const restOfWord = /[^\s[\]|#^]*/y;

/** What is typed in a wiki link, `[[@deep lear`, or as in other Markdown. */
export function typedWiki(text: string, offset: number): TypedKey | undefined {
  const typed = inLink.exec(typedLine(text, offset))?.[1];
  if (typed === undefined) return typedMarkdown(text, offset);
  const named = endOf(restOfName, text, offset);
  const end = named > offset ? named : endOf(restOfWord, text, offset);
  const goesOn = /[|#^]/.test(text.charAt(end));
  return { start: offset - typed.length, end, closers: goesOn ? '' : ']]', closed: closedAt(text, end, ']]') };
}
