import * as vscode from 'vscode';
import { windowAround } from '../core/text/textWindow.ts';

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
  const lines = {
    length: document.offsetAt(new vscode.Position(document.lineCount, 0)),
    lineOf: (offset: number) => document.positionAt(offset).line,
    startOf: (line: number) => document.offsetAt(new vscode.Position(line, 0)),
    isBlank: (line: number) => document.lineAt(line).isEmptyOrWhitespace,
  };
  const { start, end, isWhole } = windowAround(lines, document.offsetAt(position));
  if (isWhole) return { text: document.getText(), start: 0, isWhole };
  // Not between the two characters of a line end.
  const from = document.positionAt(start);
  const text = document.getText(new vscode.Range(from, document.positionAt(end)));
  return { text, start: document.offsetAt(from), isWhole };
}
