import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';

/** A line of a list: its indentation and its marker with the white space behind, such as `  - ` or `12. `. */
const listLine = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)/;

/** The lines that the selections touch, each once; `undefined` when one of them is in no list. */
function listLines(state: EditorState) {
  const found = new Map<number, { readonly from: number; readonly indent: string; readonly marker: string }>();
  for (const { from, to } of state.selection.ranges) {
    for (let at = state.doc.lineAt(from); ; at = state.doc.line(at.number + 1)) {
      const [, indent = '', marker] = listLine.exec(at.text) ?? [];
      if (marker !== undefined) found.set(at.number, { from: at.from, indent, marker });
      else if (at.text.trim() !== '') return undefined;
      if (at.to >= to) break;
    }
  }
  return found.size === 0 ? undefined : found;
}

/** Moves list items below the item before them. Says no outside of lists, so that Tab goes on to leave the note. */
export const indentList: StateCommand = ({ state, dispatch }) => {
  const lines = listLines(state);
  if (lines === undefined) return false;
  if (state.readOnly) return true;
  const first = Math.min(...lines.keys());
  // The first item of a list has none before it: indented, it would become code.
  if (first === 1 || !listLine.test(state.doc.line(first - 1).text)) return true;
  const width = Math.max(...Array.from(lines.values(), ({ marker }) => marker.length));
  const changes = [...lines.values()].map(({ from }) => ({ from, insert: ' '.repeat(width) }));
  dispatch(
    state.update({ changes, selection: moved(state, changes), scrollIntoView: true, userEvent: 'input.indent' }),
  );
  return true;
};

/** Moves list items one level up. Says no outside of lists. */
export const outdentList: StateCommand = ({ state, dispatch }) => {
  const lines = listLines(state);
  if (lines === undefined) return false;
  if (state.readOnly) return true;
  const changes = [...lines.values()].flatMap(({ from, indent, marker }) => {
    const width = indent.startsWith('\t') ? 1 : Math.min(indent.length, marker.length);
    return width === 0 ? [] : [{ from, to: from + width }];
  });
  if (changes.length > 0) dispatch(state.update({ changes, scrollIntoView: true, userEvent: 'delete.dedent' }));
  return true;
};

/** A caret at the start of a line goes with its text. */
function moved(state: EditorState, changes: readonly { readonly from: number; readonly insert: string }[]) {
  const set = state.changes([...changes]);
  const ranges = state.selection.ranges.map(({ anchor, head }) =>
    EditorSelection.range(set.mapPos(anchor, 1), set.mapPos(head, 1)),
  );
  return EditorSelection.create(ranges, state.selection.mainIndex);
}
