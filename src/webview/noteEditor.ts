import { displayText } from './displayText.ts';
import { element } from './dom.ts';
import { copyOutcome, copyText } from './note/copyText.ts';
import { createNoteAlert, type NoteAlert } from './note/noteAlert.ts';
import type { SurfaceEvents } from './note/noteSurface.ts';
import { isTurnKey, NoteViews } from './note/noteViews.ts';
import { PartLoader } from './note/partLoader.ts';
import { createStatusLine } from './note/statusLine.ts';
import { SurfaceHolder } from './note/surfaceHolder.ts';
import type { NoteSession } from './noteSession.ts';
import { noteStatus, type NoteRemedy } from './noteStatus.ts';
import type { ReaderAction } from './readerState.ts';
import { createRenderedNote, type RenderedNote } from './rendered/renderedNote.ts';
import { tickTask } from './rendered/tickTask.ts';

type Dispatch = (action: ReaderAction) => void;

/** The notes half of the reader: it stays in the page, only its contents change. */
export interface NoteEditor {
  readonly element: HTMLElement;
  /**
   * Shows a note. Caret, selection and scroll stay where they are in the text; another paper's note starts at its top.
   * `hostGone`: nobody saves now.
   */
  render(note: NoteSession, hostGone?: boolean): void;
  /** Puts the caret into the note. */
  focus(): void;
}

/**
 * Makes the editor; what the writer does goes to `dispatch`. To be called while the script of the page runs for the first
 * time: the scripts that come later are loaded from where it stands.
 */
export function createNoteEditor(dispatch: Dispatch): NoteEditor {
  return new NoteSection(dispatch, new PartLoader(document.currentScript));
}

class NoteSection implements NoteEditor {
  readonly element: HTMLElement;
  readonly #dispatch: Dispatch;
  readonly #parts: PartLoader;
  readonly #status = createStatusLine();
  readonly #path = element('span', { attributes: { class: 'path', dir: 'auto' } });
  readonly #alert: NoteAlert;
  readonly #holder: SurfaceHolder;
  readonly #rendered: RenderedNote;
  readonly #views: NoteViews;
  #shown: NoteSession | undefined;

  constructor(dispatch: Dispatch, parts: PartLoader) {
    this.#dispatch = dispatch;
    this.#parts = parts;
    this.#holder = new SurfaceHolder(this.#events());
    this.#rendered = createRenderedNote(parts, {
      open: ({ kind, target }) => dispatch({ type: 'openNoteLink', kind, target }),
      tick: (line, done) => this.#tick(line, done),
    });
    this.#alert = createNoteAlert((remedy) => this.#act(remedy));
    this.#views = new NoteViews(this.#holder.element, this.#rendered.element, () => this.#turn());
    const heading = element('h2', { attributes: { id: 'notes-heading' } }, 'My notes');
    this.element = element(
      'section',
      { attributes: { class: 'notes', 'aria-labelledby': 'notes-heading' } },
      element('div', { attributes: { class: 'notes-head' } }, heading, this.#path, this.#views.toggle),
      this.#views.element,
      this.#alert.element,
      ...this.#status.elements,
    );
    this.element.addEventListener('keydown', (event) => {
      if (!isTurnKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      this.#turn();
    });
  }

  render(note: NoteSession, hostGone = false): void {
    const said = noteStatus(note, hostGone);
    this.#status.set(displayText(said.line));
    this.#alert.render(said);
    if (note === this.#shown) return;
    const isFirst = this.#shown === undefined;
    this.#shown = note;
    this.#holder.show(note.key, note.text, said.readOnly);
    if (this.#views.isRendered) this.#rendered.render(note.text);
    const path = note.path === undefined ? '' : displayText(note.path);
    if (this.#path.textContent !== path) {
      this.#path.textContent = path;
      this.#path.title = path;
    }
    if (isFirst) this.#improve();
  }

  focus(): void {
    if (this.#views.isRendered) this.#rendered.element.focus();
    else this.#holder.surface.focus();
  }

  /** First the paper is painted. Where the editor cannot be loaded, the text area does. */
  #improve(): void {
    const improve = (): void => void this.#holder.improve(this.#parts).catch(() => undefined);
    requestAnimationFrame(() => setTimeout(improve));
  }

  #events(): SurfaceEvents {
    const dispatch = this.#dispatch;
    return {
      typed: (text) => dispatch({ type: 'typed', text }),
      compositionStart: () => dispatch({ type: 'compositionStart' }),
      compositionEnd: (text) => dispatch({ type: 'compositionEnd', text }),
      left: () => dispatch({ type: 'flush' }),
      refused: (why) => this.#status.say(why),
    };
  }

  #turn(): void {
    this.#views.turn();
    if (this.#shown !== undefined && this.#views.isRendered) this.#rendered.render(this.#shown.text);
    this.focus();
  }

  #tick(line: number, done: boolean): void {
    const note = this.#shown;
    if (note === undefined || note.host.state === 'readOnly') return;
    this.#dispatch({ type: 'typed', text: tickTask(note.text, line, done) });
  }

  #act(remedy: NoteRemedy): void {
    switch (remedy) {
      case 'copy':
        void this.#copy();
        return;
      case 'dismiss':
        this.#dispatch({ type: 'dismissConflict' });
        this.focus();
        return;
      case 'openFile':
        this.#dispatch({ type: 'ask', what: 'openNote' });
        return;
      case 'retry':
      case 'compare':
        this.#dispatch({ type: 'noteAction', action: remedy });
    }
  }

  async #copy(): Promise<void> {
    this.#status.say(copyOutcome(await copyText(this.#holder.surface.text)));
  }
}
