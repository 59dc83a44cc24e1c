import * as vscode from 'vscode';

/** Documents of so many characters are read whole for each key that is typed: in a few milliseconds. */
const whole = 150_000;
/** Of longer ones so much before the cursor and behind it. */
const before = 60_000;
const behind = 20_000;

/** A part of a document. */
export interface TextPart {
  readonly text: string;
  /** Offset of its first character in the document. */
  readonly start: number;
  /** It is all of the document. */
  readonly isWhole: boolean;
}

/**
 * What has to be read to know what stands at a place: all of a document, or as much of a long one as is read at once, from
 * the beginning of a paragraph on where there is one. What was opened further above, such as a long block of code, is not
 * seen then.
 */
export function textAround(document: vscode.TextDocument, position: vscode.Position): TextPart {
  const offset = document.offsetAt(position);
  const length = document.offsetAt(new vscode.Position(document.lineCount, 0));
  if (length <= whole) return { text: document.getText(), start: 0, isWhole: true };
  const from = offset <= before ? new vscode.Position(0, 0) : paragraphAfter(document, offset - before, position.line);
  const to = document.positionAt(offset + behind);
  return { text: document.getText(new vscode.Range(from, to)), start: document.offsetAt(from), isWhole: false };
}

/** Where the next paragraph begins, not behind the line `last`; without one the place itself. */
function paragraphAfter(document: vscode.TextDocument, offset: number, last: number): vscode.Position {
  const from = document.positionAt(offset);
  for (let line = from.line + 1; line < last; line += 1) {
    if (document.lineAt(line).isEmptyOrWhitespace) return new vscode.Position(line + 1, 0);
  }
  return from;
}
