import { displayText } from './displayText.ts';
import { button, element } from './dom.ts';
import type { NoteSession } from './noteSession.ts';
import { noteStatus } from './noteStatus.ts';
import type { ReaderAction } from './readerState.ts';
import { changeBetween, mapOffset } from './textChange.ts';

type Dispatch = (action: ReaderAction) => void;

/** The notes half of the reader: it stays in the page, only its contents change. */
export interface NoteEditor {
  readonly element: HTMLElement;
  /** Shows a note. Caret, selection and scroll stay where they are in the text; another paper's note starts at its top. */
  render(note: NoteSession): void;
  /** Puts the caret into the note. */
  focus(): void;
}

/** Makes the editor; what the writer does goes to `dispatch`. */
export function createNoteEditor(dispatch: Dispatch): NoteEditor {
  const area = createArea(dispatch);
  const path = element('span', { attributes: { class: 'path', dir: 'auto' } });
  const line = element('p', { attributes: { class: 'status', role: 'status', 'aria-live': 'polite' } });
  const alert = element('p', { attributes: { class: 'alert-text', role: 'alert', dir: 'auto' } });
  const copy = button({ text: 'Copy text', id: 'copy-text', kind: 'secondary' }, () => {
    void copyAll(area).then((done) => setText(line, done ? 'Copied.' : 'Not copied: select the text and copy it.'));
  });
  const dismiss = button({ text: 'Dismiss', id: 'dismiss', kind: 'secondary' }, () => {
    dispatch({ type: 'dismissConflict' });
    area.focus();
  });
  const box = element('div', { attributes: { class: 'alert' } }, alert, copy, dismiss);
  const label = element('label', { attributes: { for: 'note' } }, 'My notes');
  const section = element(
    'section',
    { attributes: { class: 'notes', 'aria-labelledby': 'notes-heading' } },
    element(
      'div',
      { attributes: { class: 'notes-head' } },
      element('h2', { attributes: { id: 'notes-heading' } }, label),
      path,
    ),
    area,
    box,
    line,
  );
  let shown: NoteSession | undefined;
  return {
    element: section,
    focus: () => area.focus(),
    render(note) {
      if (note === shown) return;
      fillArea(area, note, shown?.key);
      const status = noteStatus(note);
      area.readOnly = status.readOnly;
      setText(path, note.path === undefined ? '' : displayText(note.path));
      setText(line, displayText(status.line));
      setText(alert, displayText(status.alert ?? ''));
      box.hidden = status.alert === undefined;
      box.className = status.remedy === 'dismiss' ? 'alert warning' : 'alert';
      copy.hidden = status.remedy !== 'copy';
      dismiss.hidden = status.remedy !== 'dismiss';
      shown = note;
    },
  };
}

function createArea(dispatch: Dispatch): HTMLTextAreaElement {
  const attributes = {
    id: 'note',
    rows: '8',
    dir: 'auto',
    placeholder: 'Write in Markdown. Saved as you type.',
    'data-focus': 'note',
    spellcheck: 'true',
  };
  const area = element('textarea', { attributes });
  area.addEventListener('input', () => dispatch({ type: 'typed', text: area.value }));
  area.addEventListener('compositionstart', () => dispatch({ type: 'compositionStart' }));
  area.addEventListener('compositionend', () => dispatch({ type: 'compositionEnd', text: area.value }));
  area.addEventListener('blur', () => dispatch({ type: 'flush' }));
  return area;
}

/** Live regions speak when their text is set, even to the same: it is set only when it differs. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

function fillArea(area: HTMLTextAreaElement, note: NoteSession, shownKey: string | undefined): void {
  if (note.key !== shownKey) {
    area.value = note.text;
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
    return;
  }
  if (area.value === note.text) return;
  const change = changeBetween(area.value, note.text);
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area;
  area.value = note.text;
  area.setSelectionRange(mapOffset(selectionStart, change), mapOffset(selectionEnd, change), selectionDirection);
  area.scrollTop = scrollTop;
}

/** Copies the whole note. The selection command is for hosts that deny the clipboard API. */
async function copyAll(area: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.focus();
    area.select();
    return document.execCommand('copy');
  }
}
