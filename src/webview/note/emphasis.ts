import { EditorSelection, type StateCommand } from '@codemirror/state';

/** Puts `mark` around what is selected, or takes it away where it stands already; an empty selection gets the caret between. */
export function toggleMark(mark: '**' | '*'): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return true;
    const size = mark.length;
    const change = state.changeByRange((range) => {
      const around = state.sliceDoc(range.from - size, range.from) + state.sliceDoc(range.to, range.to + size);
      // `**bold**` is not in italics: its inner stars are no mark of their own.
      const longer = mark === '*' && state.sliceDoc(range.from - 2, range.from) === '**';
      if (around === mark + mark && (!longer || state.sliceDoc(range.from - 3, range.from) === '***')) {
        return {
          changes: [
            { from: range.from - size, to: range.from },
            { from: range.to, to: range.to + size },
          ],
          range: EditorSelection.range(range.anchor - size, range.head - size),
        };
      }
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark },
        ],
        range: EditorSelection.range(range.anchor + size, range.head + size),
      };
    });
    dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };
}
