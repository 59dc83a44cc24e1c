/** A place in a text: zero-based line and zero-based UTF-16 character, as in VS Code and LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text: `start` is inside, `end` is the first position after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A replacement of the UTF-16 offsets `[start, end)` of one text by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
