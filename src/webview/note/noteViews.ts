import { button, element } from '../dom.ts';
import { rememberedView, rememberView, type NoteView } from './rememberedView.ts';

/** The editor and the rendered note in one place: one of them is seen, by the last choice of the writer. */
export class NoteViews {
  readonly element: HTMLElement;
  /** Its text names the other view. Clicks are for the owner to hear. */
  readonly toggle: HTMLButtonElement;
  readonly #edit: HTMLElement;
  readonly #rendered: HTMLElement;
  #view: NoteView = rememberedView();

  constructor(edit: HTMLElement, rendered: HTMLElement, turn: () => void) {
    this.#edit = edit;
    this.#rendered = rendered;
    this.element = element('div', { attributes: { class: 'note-views' } }, edit, rendered);
    this.toggle = button({ text: '', id: 'note-view', kind: 'secondary' }, turn);
    this.#show();
  }

  get isRendered(): boolean {
    return this.#view === 'rendered';
  }

  turn(): void {
    this.#view = this.isRendered ? 'edit' : 'rendered';
    rememberView(this.#view);
    this.#show();
  }

  #show(): void {
    this.#edit.hidden = this.isRendered;
    this.#rendered.hidden = !this.isRendered;
    const text = this.isRendered ? 'Edit' : 'Preview';
    this.toggle.textContent = text;
    this.toggle.title = `${text} (Ctrl+Shift+V, on a Mac Cmd+Shift+V)`;
  }
}

/** The key that VS Code has for its own preview of Markdown. */
export function isTurnKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'v' && shiftKey && ctrlKey !== metaKey && !altKey;
}
