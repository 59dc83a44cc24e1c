import type { NotePlace } from '../citations/pandoc/citationNotes.ts';
import type { FormattedCitation } from './formatRequest.ts';
import type { FormattedText } from './formattedText.ts';

/**
 * How a citation reads that stands in a note of the document, in a style with notes: there are no notes in notes. After
 * Pandoc (`deNote` of its Citeproc.hs): in parentheses, but for the one that the note begins with; behind its author, after
 * a comma. `inText`: its author stands in the sentence.
 */
export function citationInNote(
  { author, text, bare = text }: FormattedCitation,
  { inText, isFirst, endsSentence }: NotePlace & { readonly inText: boolean },
): FormattedText {
  if (!inText) return isFirst || bare.length === 0 ? text : [{ text: '(' }, ...bare, { text: ')' }];
  const note = endsSentence ? text : bare;
  return author.length === 0 || note.length === 0 ? [...author, ...note] : [...author, { text: ', ' }, ...note];
}
