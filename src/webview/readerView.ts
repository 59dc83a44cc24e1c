import { displayText } from './displayText.ts';
import { element } from './dom.ts';
import { createNoteEditor } from './noteEditor.ts';
import { createPaperView } from './paperView.ts';
import type { ReaderAction, ReaderState } from './readerState.ts';
import { listenToShortcuts } from './reading/shortcuts.ts';
import { createToolbar } from './reading/toolbar.ts';
import { markScrollStops } from './scrollStops.ts';

const missing = 'This paper is not in the library any more. Open another one from the tree or by a search.';

/** Draws states into the page. */
export interface ReaderView {
  render(state: ReaderState): void;
  /** Gives the keyboard to the note. */
  focusNote(): void;
}

/**
 * The whole page below `root`. Text reaches it through text nodes only. Parts of the paper are redrawn only when they
 * differ, the note's editor never: focus, caret, selection and scroll survive a refresh.
 */
export function createReaderView(root: HTMLElement, dispatch: (action: ReaderAction) => void): ReaderView {
  const editor = createNoteEditor(dispatch);
  const toolbar = createToolbar(dispatch);
  const paper = createPaperView(dispatch);
  const loading = element('p', { attributes: { class: 'loading', role: 'status' } }, 'Loading…');
  const banner = element('p', { attributes: { class: 'banner', role: 'status' } });
  const body = element('div', { attributes: { class: 'body' } }, paper.abstract, editor.element, ...paper.around);
  const main = element('main', {}, loading);
  root.replaceChildren(main);
  listenToShortcuts(dispatch);
  // Also tells of the first layout after a redraw that changes the size.
  new ResizeObserver(() => markScrollStops(main)).observe(main);

  let visit: number | undefined;
  let shown: ReaderState['paper'];
  let around: ReaderState['around'] | undefined;

  const drawPaper = (state: ReaderState, next: NonNullable<ReaderState['paper']>) => {
    if (shown === next && around === state.around) return;
    if (shown === undefined) main.replaceChildren(...toolbar.elements, banner, paper.head, body);
    const { scrollTop } = document.documentElement;
    toolbar.render({ place: state.around.place, reading: next.reading });
    paper.render(next, state.around);
    markScrollStops(main);
    document.documentElement.scrollTop = scrollTop;
    document.title = displayText(next.title).slice(0, 300);
    shown = next;
    ({ around } = state);
  };

  return {
    focusNote: () => editor.focus(),
    render(state) {
      if (state.paper === undefined || state.note === undefined) {
        if (state.gone && loading.textContent !== missing) loading.textContent = missing;
        return;
      }
      drawPaper(state, state.paper);
      editor.render(state.note, state.hostGone);
      const notice = state.gone ? 'This paper is no longer in the library; the note is kept.' : '';
      if (banner.textContent !== notice) banner.textContent = notice;
      if (visit !== state.visit) document.documentElement.scrollTop = 0;
      visit = state.visit;
    },
  };
}
