import { element } from '../dom.ts';
import { changeBetween, mapOffset } from '../textChange.ts';
import { surfaceTexts, type NoteSurface, type SurfaceEvents } from './noteSurface.ts';

/** A text area: what a note is written in until the editor has arrived, and where it cannot be loaded. */
export function createPlainSurface(events: SurfaceEvents): NoteSurface {
  const area = createArea(events);
  let shown: string | undefined;
  return {
    element: area,
    show(key, text) {
      if (key === shown) fillArea(area, text);
      else startArea(area, text);
      shown = key;
    },
    setReadOnly(readOnly) {
      area.readOnly = readOnly;
    },
    get text() {
      return area.value;
    },
    get hasFocus() {
      return document.activeElement === area;
    },
    focus: () => area.focus(),
    get caret() {
      const { selectionStart: start, selectionEnd: end } = area;
      return area.selectionDirection === 'backward' ? { anchor: end, head: start } : { anchor: start, head: end };
    },
    set caret({ anchor, head }) {
      const direction = head < anchor ? 'backward' : 'forward';
      area.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), direction);
    },
  };
}

function createArea(events: SurfaceEvents): HTMLTextAreaElement {
  const attributes = {
    rows: '8',
    dir: 'auto',
    placeholder: surfaceTexts.placeholder,
    'aria-label': surfaceTexts.name,
    'data-focus': 'note',
    spellcheck: 'true',
  };
  const area = element('textarea', { attributes });
  area.addEventListener('input', () => events.typed(area.value));
  area.addEventListener('compositionstart', () => events.compositionStart());
  area.addEventListener('compositionend', () => events.compositionEnd(area.value));
  area.addEventListener('blur', () => events.left());
  return area;
}

function startArea(area: HTMLTextAreaElement, text: string): void {
  area.value = text;
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
}

function fillArea(area: HTMLTextAreaElement, text: string): void {
  if (area.value === text) return;
  const change = changeBetween(area.value, text);
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area;
  area.value = text;
  area.setSelectionRange(mapOffset(selectionStart, change), mapOffset(selectionEnd, change), selectionDirection);
  area.scrollTop = scrollTop;
}
