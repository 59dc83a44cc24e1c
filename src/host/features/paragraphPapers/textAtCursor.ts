import { paragraphAt, type WrittenText } from '../../../core/citations/paragraphAt.ts';
import type { Services } from '../../services.ts';
import { textAround } from '../../textAround.ts';

/** The selection or paragraph in the text editor the writer was in last; `undefined` without text to go by. */
export function textAtCursor({ lastEditor, citations }: Services): WrittenText | undefined {
  const editor = lastEditor.current;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const scanned = citations.around(document, selection.start);
  const { text, start } = scanned ?? textAround(document, selection.start);
  const offsets = { start: document.offsetAt(selection.start) - start, end: document.offsetAt(selection.end) - start };
  return paragraphAt(text, offsets, scanned?.scan);
}

/** Of so many papers the last ones are rarely meant. */
export const mostPapers = 20;
