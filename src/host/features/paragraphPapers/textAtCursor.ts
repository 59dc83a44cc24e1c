import { paragraphAt, type WrittenText } from '../../../core/citations/paragraphAt.ts';
import type { Services } from '../../services.ts';

/** The selection or paragraph in the text editor the writer was in last; `undefined` without text to go by. */
export function textAtCursor({ lastEditor, citations }: Services): WrittenText | undefined {
  const editor = lastEditor.current;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const offsets = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  return paragraphAt(document.getText(), offsets, citations.of(document)?.scan);
}

/** Of so many papers the last ones are rarely meant. */
export const mostPapers = 20;
