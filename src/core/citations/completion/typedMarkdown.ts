import { isCrossReference } from '../pandoc/citationKey.ts';
import { closedAt, endOf, typedLine, type TypedKey } from './typedKey.ts';

const inBraces = /@\{([^@{}[\]]*)$/;
const bare = /@([^\s@{}[\];,]*)$/;
/** In brackets nothing but a semicolon or a comma ends the words of a title. */
const inBrackets = /\[[^[\]]*@([^\s@{}[\];,][^@{}[\];,]*)$/;
const restInBraces = /[^\s@{}[\]]*/y;
const rest = /(?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*/uy;

/**
 * What is typed behind an `@` in Pandoc's Markdown and its kin: `@smi`, `-@smi`, and words with spaces between them in
 * brackets, `[see @deep lear`, and braces, `@{deep lear`. Not what begins as a cross-reference, `@fig-`.
 */
export function typedMarkdown(text: string, offset: number): TypedKey | undefined {
  const line = typedLine(text, offset);
  const braced = inBraces.exec(line)?.[1];
  if (braced !== undefined) {
    const end = endOf(restInBraces, text, offset);
    return { start: offset - braced.length, end, closers: '}', closed: closedAt(text, end, '}') };
  }
  const typed = (bare.exec(line) ?? inBrackets.exec(line))?.[1];
  if (typed === undefined || isCrossReference(typed)) return undefined;
  return { start: offset - typed.length, end: endOf(rest, text, offset), closers: '', closed: 0 };
}
