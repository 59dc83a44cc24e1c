import type { MarkdownIt, StateBlock } from 'markdown-it';
import { tokenTypes } from './citationToken.ts';

const opening = /^:{3,}[ \t]*\{[^{}]{0,200}#refs(?![\w-])[^{}]{0,200}\}[ \t]*:*[ \t]*$/;
const closing = /^:{3,}[ \t]*$/;
/** The list stands at the end of what is above it: so far away its end is looked for. */
const mostLines = 200;

/**
 * Teaches markdown-it where Pandoc puts the reference list: into `::: {#refs}` … `:::`, below what is written there. One
 * that is not closed is left alone.
 */
export function addReferencesRule(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    tokenTypes.references,
    (state, startLine, endLine, silent) => {
      if (!opening.test(lineOf(state, startLine))) return false;
      const end = closingLine(state, startLine + 1, Math.min(endLine, startLine + mostLines));
      if (end === undefined) return false;
      if (silent) return true;
      const { lineMax } = state;
      state.lineMax = end;
      state.md.block.tokenize(state, startLine + 1, end);
      state.lineMax = lineMax;
      const token = state.push(tokenTypes.references, '', 0);
      token.map = [startLine, end + 1];
      state.line = end + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function closingLine(state: StateBlock, from: number, to: number): number | undefined {
  for (let line = from; line < to; line += 1) if (closing.test(lineOf(state, line))) return line;
  return undefined;
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line] ?? 0);
}
