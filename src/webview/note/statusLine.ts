import { element } from '../dom.ts';
import { editingLine } from '../noteStatus.ts';

/** A quiet word waits so long before it replaces another one: what changes with every key does not flicker. */
const settleMilliseconds = 400;
/** What is to be heard must have stood so long. */
const announceMilliseconds = 1200;

/** The line below a note that says how safe it is. */
export interface StatusLine {
  readonly elements: readonly HTMLElement[];
  /** The state of the note changed. */
  set(text: string): void;
  /** Says something once, now; the next `set` of another text replaces it. */
  say(text: string): void;
}

/**
 * Two elements: one to be seen, and a live region to be heard. While one types, the one goes from "Saved" to "Editing…" and
 * back; the other stays silent until something else is true for a while.
 */
export function createStatusLine(): StatusLine {
  const seen = element('p', { attributes: { class: 'status' } });
  const heard = element('p', { attributes: { class: 'heard', role: 'status', 'aria-live': 'polite' } });
  let wanted = '';
  let settle: ReturnType<typeof setTimeout> | undefined;
  let announce: ReturnType<typeof setTimeout> | undefined;
  const show = (text: string): void => {
    clearTimeout(settle);
    settle = undefined;
    if (seen.textContent !== text) seen.textContent = text;
  };
  const hear = (text: string): void => {
    if (heard.textContent !== text) heard.textContent = text;
  };
  return {
    elements: [seen, heard],
    set(text) {
      if (text === wanted) return;
      wanted = text;
      clearTimeout(announce);
      if (text === editingLine || seen.textContent === '') show(text);
      else settle ??= setTimeout(() => show(wanted), settleMilliseconds);
      if (text !== editingLine) announce = setTimeout(() => hear(text), announceMilliseconds);
    },
    say(text) {
      show(text);
      hear(text);
    },
  };
}
