import { closedAt, endOf, typedLine, type TypedKey } from './typedKey.ts';
import { typedMarkdown } from './typedMarkdown.ts';

const inTarget = /\]\((<?)((?:[^()<>]*\/)?)@([^()[\]<>#"@]*)$/;
const restOfName = /[^()[\]<>#"\s]*?(?=\.md[)#>\s]|[()[\]<>#"\s]|$)/y;
const restOfWords = /[^()[\]<>#"\r\n]*?(?=(?:\.md)?[)#>])/y;

/**
 * What is typed in the target of a link, `[text](@deep lear`, or as in other Markdown. In a folder only where the ending of
 * the note stands behind it already, `[text](notes/@deep lear.md)`: without that it leads to no paper.
 */
export function typedLink(text: string, offset: number): TypedKey | undefined {
  const [, angle = '', folder = '', typed] = inTarget.exec(typedLine(text, offset)) ?? [];
  if (typed === undefined) return typedMarkdown(text, offset);
  const named = endOf(restOfWords, text, offset);
  const end = named > offset ? named : endOf(restOfName, text, offset);
  const goesOn = /^(?:\.md|#)/i.test(text.slice(end, end + 3));
  if (folder !== '' && !goesOn) return undefined;
  const closers = goesOn ? '' : angle === '' ? ')' : '>)';
  return { start: offset - typed.length, end, closers, closed: closedAt(text, end, closers) };
}
