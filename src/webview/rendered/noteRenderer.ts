/** Where a link of a note leads: to a paper of the library, to another note, or to the web. */
export interface NoteLink {
  readonly kind: 'paper' | 'note' | 'web';
  /** Text of the note: nothing of it is trusted. */
  readonly target: string;
}

/** What the page does for a rendered note. */
export interface RendererPage {
  /** Draws a formula; `undefined` when it cannot be read. */
  drawMath(formula: { readonly tex: string; readonly display: boolean }): Node | undefined;
  open(link: NoteLink): void;
  /** The writer ticked the task whose box stands in this line (zero-based) of the text, or took the tick away. */
  tick(line: number, done: boolean): void;
}

/** A note as people read it. */
export interface NoteRenderer {
  /** The rendered text. Untrusted; never throws, and takes bounded time: what is too long is shown as it is written. */
  render(text: string): DocumentFragment;
}

export type MakeRenderer = (page: RendererPage) => NoteRenderer;
