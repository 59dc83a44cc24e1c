/** A line of a text: zero-based number and content without its end. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/** Splits at `\r\n`, `\n` and a lone `\r`, as VS Code numbers lines. A BOM at the start is not text. */
export function textLines(text: string): readonly TextLine[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // A string splits several times faster than an expression.
  const contents = body.includes('\r') ? body.split(/\r\n|\n|\r/) : body.split('\n');
  const lines: TextLine[] = [];
  for (let line = 0; line < contents.length; line += 1) lines.push({ line, text: contents[line] ?? '' });
  return lines;
}
