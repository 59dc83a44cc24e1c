const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/y;

/** Whether the line end at `at` is followed by a blank line. */
export function isBlankLineAt(text: string, at: number): boolean {
  blankLine.lastIndex = at;
  return blankLine.test(text);
}

/** What stands behind the last line end of a text. */
export function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

/** Where the line of `at` ends: at its line end, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}
