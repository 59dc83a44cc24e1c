import { closedAt, endOf, typedLine, type TypedKey } from './typedKey.ts';
import { typedMarkdown } from './typedMarkdown.ts';

const inTarget = /\]\((<?)(?:[^()<>]*\/)?@([^()[\]<>#"@]*)$/;
const restOfName = /[^()[\]<>#"\s]*?(?=\.md[)#>\s]|[()[\]<>#"\s]|$)/y;

/**
 * What is typed in the target of a link, `[text](@deep lear`, or as in other Markdown. In a folder only where the ending of
 * the note stands behind it, `[text](notes/@deep lear.md)`: without that it leads to no paper.
 */
export function typedLink(text: string, offset: number): TypedKey | undefined {
  const [, angle = '', typed] = inTarget.exec(typedLine(text, offset)) ?? [];
  if (typed === undefined) return typedMarkdown(text, offset);
  // Only the word of the cursor: a parenthesis behind others may close one that is not of the link.
  const end = endOf(restOfName, text, offset);
  const goesOn = /^(?:\.md|#)/i.test(text.slice(end, end + 3));
  const closers = goesOn ? '' : angle === '' ? ')' : '>)';
  return { start: offset - typed.length, end, closers, closed: closedAt(text, end, closers) };
}
