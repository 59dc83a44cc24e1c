import { element } from '../dom.ts';
import type { PartLoader } from '../note/partLoader.ts';
import { renderFormula } from '../renderMath.ts';
import type { NoteRenderer, RendererPage } from './noteRenderer.ts';

/** A text longer than this is rendered when it has not changed for a moment, so that it does not stop the page again and again. */
const longText = 20_000;
const pauseMilliseconds = 300;

/** The note as people read it. */
export interface RenderedNote {
  readonly element: HTMLElement;
  /** Shows this text; while its script is under way, nothing. Scroll and the focus on a task stay. */
  render(text: string): void;
}

/** Makes the view. The script that renders is loaded with the first text. */
export function createRenderedNote(parts: PartLoader, page: Omit<RendererPage, 'drawMath'>): RenderedNote {
  const box = element('div', {
    attributes: {
      class: 'note-rendered',
      role: 'group',
      'aria-label': 'My notes, rendered',
      tabindex: '0',
      dir: 'auto',
    },
  });
  let renderer: NoteRenderer | undefined;
  let wanted = '';
  let drawn: string | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    clearTimeout(pause);
    if (renderer === undefined || drawn === wanted) return;
    drawn = wanted;
    keepingTask(box, () => box.replaceChildren(renderer?.render(wanted) ?? ''));
  };
  const load = async (): Promise<void> => {
    try {
      const make = await parts.load('noteRenderer');
      renderer ??= make({ ...page, drawMath: renderFormula });
      draw();
    } catch {
      box.replaceChildren(element('p', {}, 'The note cannot be rendered now: choose "Edit" to read it.'));
    }
  };
  return {
    element: box,
    render(text) {
      wanted = text;
      if (renderer === undefined) void load();
      else if (text.length <= longText || drawn === undefined) draw();
      else {
        clearTimeout(pause);
        pause = setTimeout(draw, pauseMilliseconds);
      }
    },
  };
}

/** A task that has the keyboard keeps it when the note is drawn anew after its tick. */
function keepingTask(box: HTMLElement, redraw: () => void): void {
  const focused = document.activeElement;
  const line = focused instanceof HTMLElement && box.contains(focused) ? focused.dataset['line'] : undefined;
  const { scrollTop } = box;
  redraw();
  box.scrollTop = scrollTop;
  if (line !== undefined) box.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`)?.focus();
}
