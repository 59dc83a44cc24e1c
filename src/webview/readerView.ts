import type { ReaderPaper } from '../protocol/readerMessages.ts';
import { displayText } from './displayText.ts';
import { element, keepingFocus } from './dom.ts';
import { createNoteEditor } from './noteEditor.ts';
import { drawAbstract, drawHead } from './paperView.ts';
import type { ReaderAction, ReaderState } from './readerState.ts';
import { markScrollStops } from './scrollStops.ts';

/** Draws states into the page. */
export interface ReaderView {
  render(state: ReaderState): void;
  /** Gives the keyboard to the note. */
  focusNote(): void;
}

/**
 * The whole page below `root`. Text reaches it through text nodes only. The paper is redrawn only when it differs, the
 * note's text area never: focus, caret, selection and scroll survive a refresh.
 */
export function createReaderView(root: HTMLElement, dispatch: (action: ReaderAction) => void): ReaderView {
  const editor = createNoteEditor(dispatch);
  const loading = element('p', { attributes: { class: 'loading', role: 'status' } }, 'Loading…');
  const banner = element('p', { attributes: { class: 'banner', role: 'status' } });
  const head = element('div', { attributes: { class: 'head' } });
  const body = element('div', { attributes: { class: 'body' } });
  const main = element('main', {}, loading);
  root.replaceChildren(main);
  // Also tells of the first layout after a redraw that changes the size.
  new ResizeObserver(() => markScrollStops(main)).observe(main);

  let shown: ReaderPaper | undefined;
  let visit: number | undefined;

  const drawPaper = (paper: ReaderPaper) => {
    if (shown !== undefined && JSON.stringify(shown) === JSON.stringify(paper)) return;
    if (shown === undefined) {
      body.append(editor.element);
      main.replaceChildren(banner, head, body);
    }
    const { scrollTop } = document.documentElement;
    keepingFocus(head, () => head.replaceChildren(drawHead(paper, dispatch)));
    body.querySelector('.abstract')?.remove();
    body.prepend(drawAbstract(paper));
    markScrollStops(main);
    document.documentElement.scrollTop = scrollTop;
    document.title = displayText(paper.title).slice(0, 300);
    shown = paper;
  };

  return {
    focusNote: () => editor.focus(),
    render(state) {
      if (state.paper === undefined || state.note === undefined) return;
      drawPaper(state.paper);
      editor.render(state.note);
      const notice = state.gone ? 'This paper is no longer in the library; the note is kept.' : '';
      if (banner.textContent !== notice) banner.textContent = notice;
      if (visit !== state.visit) document.documentElement.scrollTop = 0;
      visit = state.visit;
    },
  };
}
