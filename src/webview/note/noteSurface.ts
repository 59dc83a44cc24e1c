/** What a surface tells while the writer works in it. */
export interface SurfaceEvents {
  /** The text after a change by the writer. */
  typed(text: string): void;
  compositionStart(): void;
  compositionEnd(text: string): void;
  /** The keyboard left, or the writer wants the text saved now. */
  left(): void;
  /** Something was refused: one sentence why, and what to do. */
  refused(why: string): void;
}

/** Where a selection stands in the text, in UTF-16 units: `head` is where the caret is. */
export interface Caret {
  readonly anchor: number;
  readonly head: number;
}

/** What a note is written in. All texts have LF line ends. */
export interface NoteSurface {
  readonly element: HTMLElement;
  /**
   * Shows the text of the note of a paper. Only what differs is changed: caret, selection and scroll stay at their place in
   * the text, and the writer's own steps can still be undone. Another paper's note starts where it was left, or at its top.
   */
  show(key: string, text: string): void;
  setReadOnly(readOnly: boolean): void;
  readonly text: string;
  readonly hasFocus: boolean;
  focus(): void;
  caret: Caret;
}

/** Makes a surface that is part of the page as soon as its element is. */
export type MakeSurface = (events: SurfaceEvents) => NoteSurface;

/** How the note is named to who cannot see it, and what stands in an empty one. */
export const surfaceTexts = {
  name: 'My notes',
  placeholder: 'Write in Markdown. Saved as you type.',
  help: 'Tab indents in lists. Press Escape, then Tab, to leave the note.',
  noFiles: 'Pictures and files cannot be put in here: choose "Open note as file" and paste them there.',
} as const;
