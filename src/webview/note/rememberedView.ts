/** How a note is shown: to write in it, or to read it. */
export type NoteView = 'edit' | 'rendered';

/** One entry for all readers of this editor: who reads notes in one, reads them in the next. */
const entry = 'paperside.noteView';

/** How the last reader showed its note. */
export function rememberedView(): NoteView {
  try {
    return localStorage.getItem(entry) === 'rendered' ? 'rendered' : 'edit';
  } catch {
    // Storage may be denied.
    return 'edit';
  }
}

/** Remembers it for the next reader, where the browser lets us. */
export function rememberView(view: NoteView): void {
  try {
    localStorage.setItem(entry, view);
  } catch {
    // Then the next reader begins with the editor.
  }
}
