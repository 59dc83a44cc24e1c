import type { OffsetRange } from '../citation.ts';
import { isBlankLineAt, lineEnd } from '../textLineEnds.ts';

/** Notes are shorter; the bound keeps a text of nothing but `\cite[` linear. */
const longestNote = 1000;

/** The first character at or after `at` that is neither white space nor part of a comment; a blank line stops it. */
export function afterSpace(text: string, at: number): number {
  let next = at;
  for (;;) {
    const character = text[next];
    if (character === ' ' || character === '\t') next += 1;
    else if (character === '%') next = lineEnd(text, next);
    else if (character === '\n' || character === '\r') {
      if (isBlankLineAt(text, next)) return next;
      next += 1;
    } else return next;
  }
}

/** The inside of a note that begins with the bracket at `open`: to the first `close` outside braces, in one paragraph. */
export function noteAt(text: string, open: number, close: ']' | ')' | '>' | '}'): OffsetRange | undefined {
  let depth = 0;
  const limit = Math.min(text.length, open + longestNote);
  // Much quicker than the loop, and most of what is never closed ends here.
  if (!text.slice(open, limit).includes(close)) return undefined;
  for (let at = open + 1; at < limit; at += 1) {
    const character = text[at];
    if (character === close && depth === 0) return { start: open + 1, end: at };
    if (character === '\\' && !/[\r\n]/.test(text.charAt(at + 1))) at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '%') at = lineEnd(text, at) - 1;
    else if ((character === '\n' || character === '\r') && isBlankLineAt(text, at)) return undefined;
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** The inside of the braces at `open`: keys, without braces among them, in one paragraph. */
export function keyListAt(text: string, open: number): OffsetRange | undefined {
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '}') return { start: open + 1, end: at };
    if (character === '{') return undefined;
    if (character === '%') at = lineEnd(text, at) - 1;
    else if ((character === '\n' || character === '\r') && isBlankLineAt(text, at)) return undefined;
  }
  return undefined;
}

/** The keys of a list, in their order: what stands between commas, without white space and comments around it. */
export function keysIn(text: string, list: OffsetRange): readonly OffsetRange[] {
  const keys: OffsetRange[] = [];
  let key: OffsetRange | undefined;
  let isBroken = false;
  for (let at = list.start; at <= list.end; at += 1) {
    const character = at === list.end ? ',' : text.charAt(at);
    if (character === ',') {
      if (key !== undefined && !isBroken) keys.push(key);
      key = undefined;
      isBroken = false;
    } else if (character === '%') at = Math.min(lineEnd(text, at), list.end) - 1;
    // A parameter, a command or `\nocite{*}`.
    else if (character === '\\' || character === '#' || character === '*') isBroken = true;
    else if (!/\s/.test(character)) {
      if (key !== undefined && key.end !== at) isBroken = true;
      key = { start: key?.start ?? at, end: at + 1 };
    }
  }
  return keys;
}
