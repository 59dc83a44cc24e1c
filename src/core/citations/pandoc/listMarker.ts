/** What begins a list item, a footnote or a definition, and so sets the column of what belongs to it. */
export interface ListMarker {
  readonly kind: 'item' | 'example' | 'footnote' | 'definition';
  /** After the marker, before the white space that follows it. */
  readonly end: number;
  /** The label of an example `(@label)`, `''` for `(@)`. */
  readonly label: string | undefined;
}

const marker =
  /(?:[-+*]|\(?(?:\d{1,9}|#|[a-z]|[ivxlcdm]{1,8})[.)]|\(?@([\p{L}\p{N}_-]*)[.)]|(\[\^[^\]\s]{1,200}\]:)|([:~]))(?=[ \t\r\n]|$)/uy;
const example = /^\(?@/;

/** The marker at `offset`, which must be the first character of a line's content. Follows pandoc's list markers. */
export function listMarkerAt(text: string, offset: number): ListMarker | undefined {
  marker.lastIndex = offset;
  const match = marker.exec(text);
  if (match === null) return undefined;
  const [whole, label, footnote, definition] = match;
  const end = offset + whole.length;
  if (footnote !== undefined) return { kind: 'footnote', end, label: undefined };
  if (definition !== undefined) return { kind: 'definition', end, label: undefined };
  // `(@a.` and `@a)` differ from `(@a)`: an opened parenthesis has to be closed.
  if (whole.startsWith('(') && !whole.endsWith(')')) return undefined;
  return example.test(whole) ? { kind: 'example', end, label: label ?? '' } : { kind: 'item', end, label: undefined };
}
