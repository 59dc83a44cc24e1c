/** Offset of the first character of the line that `at` is in, if only white space stands before it there. */
export function lineStart(text: string, at: number): number | undefined {
  let start = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  return start === 0 || isBreak(text[start - 1]) ? start : undefined;
}

/**
 * Where the line break before `[start, end)` begins and where its line ends, the line break there not counted;
 * `undefined` when anything but white space stands beside it, or no line before it.
 */
export function lineAround(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  const line = lineStart(text, start);
  let after = end;
  while (text[after] === ' ' || text[after] === '\t') after += 1;
  if (line === undefined || line === 0 || !(after === text.length || isBreak(text[after]))) return undefined;
  return { start: line - (text.startsWith('\r\n', line - 2) ? 2 : 1), end: after };
}

/**
 * Offset of the first line break at or after `at` that only white space and comments stand before, outside of comments of
 * several lines; `undefined` when something else, or `limit`, comes first.
 */
export function lineBreakAfter(text: string, at: number, limit: number): number | undefined {
  let here = at;
  while (here < limit) {
    const character = text[here];
    if (isBreak(character)) return here;
    if (text.startsWith('//', here)) {
      const rest = /[\n\r]/g;
      rest.lastIndex = here;
      return rest.exec(text)?.index;
    }
    if (text.startsWith('/*', here)) {
      const close = text.indexOf('*/', here + 2);
      if (close < 0) return undefined;
      here = close + 2;
    } else if (character === ' ' || character === '\t') here += 1;
    else return undefined;
  }
  return undefined;
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
