import * as vscode from 'vscode';
import type { PaperSource } from '../../core/paper.ts';
import type { Position, Range } from '../../core/text/position.ts';

/** The same range as VS Code has it. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function toPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

/** What is marked of a record: its key or, where it has none, its beginning. */
export function markedRange({ range, keyRange }: Pick<PaperSource, 'range' | 'keyRange'>): vscode.Range {
  if (keyRange !== undefined) return toRange(keyRange);
  const start = toPosition(range.start);
  return new vscode.Range(start, start);
}

/** Where a record stands. */
export function sourceLocation(source: PaperSource): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(source.uri, true), markedRange(source));
}
