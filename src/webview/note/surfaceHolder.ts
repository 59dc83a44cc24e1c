import { element } from '../dom.ts';
import type { NoteSurface, SurfaceEvents } from './noteSurface.ts';
import type { PartLoader } from './partLoader.ts';
import { createPlainSurface } from './plainSurface.ts';

/**
 * Where the note is written in: a text area at first, so that a paper is on screen at once, then the editor, which takes the
 * place of the text area with its text, its caret and its focus. Where the editor cannot be loaded, the text area stays.
 */
export class SurfaceHolder {
  readonly element = element('div', { attributes: { class: 'note-surface' } });
  #surface: NoteSurface;
  #shown: { key: string; text: string; readOnly: boolean } | undefined;
  #composing = false;
  #waiting: (() => void) | undefined;
  readonly #events: SurfaceEvents;

  constructor(events: SurfaceEvents) {
    this.#events = {
      ...events,
      compositionStart: () => {
        this.#composing = true;
        events.compositionStart();
      },
      compositionEnd: (text) => {
        this.#composing = false;
        events.compositionEnd(text);
        this.#waiting?.();
      },
    };
    this.#surface = createPlainSurface(this.#events);
    this.element.append(this.#surface.element);
  }

  /** What is written in now. */
  get surface(): NoteSurface {
    return this.#surface;
  }

  /** Puts the editor in the place of the text area, when it is there. Rejects when it cannot be loaded. */
  async improve(parts: PartLoader): Promise<void> {
    const make = await parts.load('noteEditor');
    const swap = (): void => {
      this.#waiting = undefined;
      this.#swap(make(this.#events));
    };
    // An input method keeps what it writes into.
    if (this.#composing) this.#waiting = swap;
    else swap();
  }

  show(key: string, text: string, readOnly: boolean): void {
    this.#shown = { key, text, readOnly };
    this.#surface.show(key, text);
    this.#surface.setReadOnly(readOnly);
  }

  #swap(next: NoteSurface): void {
    const before = this.#surface;
    const { hasFocus, caret } = before;
    this.#surface = next;
    if (this.#shown !== undefined) {
      next.show(this.#shown.key, before.text);
      next.setReadOnly(this.#shown.readOnly);
    }
    before.element.replaceWith(next.element);
    if (!hasFocus) return;
    next.caret = caret;
    next.focus();
  }
}
