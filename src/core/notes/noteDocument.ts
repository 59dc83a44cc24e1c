import { afterLineEnd, locateFrontMatter } from '../bibliography/frontMatterRange.ts';
import { eolOf } from '../text/lineEnds.ts';
import { defaultNoteTemplate, fillNoteTemplate, type TemplatePaper } from './noteTemplate.ts';

/** The file of a note in two parts that are the whole text byte for byte: `head + body`. */
export interface NoteDocument {
  /** BOM, front matter and the one blank line behind it, as far as they are there. */
  readonly head: string;
  /** What the writer wrote. */
  readonly body: string;
}

/** Takes the text of a note file apart. `composeNote(head, body)` is the text again, whatever the text is. */
export function parseNote(text: string): NoteDocument {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  // Pandoc's `% title` block is writing, not something of ours: only front matter at the very start is the head.
  const located = text[bom] === '%' ? undefined : locateFrontMatter(text);
  const end = typeof located === 'object' ? located.end : bom;
  const head = text.slice(0, end === bom ? bom : afterLineEnd(text, end));
  return { head, body: text.slice(head.length) };
}

/**
 * Puts a note file together. The parts of `parseNote` give exactly its text; for a changed body, a line end is added where
 * the first line of the body would else become a part of the front matter, or its first blank line a part of the head.
 */
export function composeNote(head: string, body: string): string {
  if (body === '' || head === '' || head === '\uFEFF') return head + body;
  const eol = eolOf(head);
  if (!/[\r\n]$/.test(head)) return head + eol + eol + body;
  // A CR alone and an LF behind it would be one line end.
  if (head.endsWith('\r') && body.startsWith('\n')) return `${head}\n${body}`;
  const blankLineBehind = /(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)$/.test(head);
  return !blankLineBehind && /^[\r\n]/.test(body) ? head + eol + body : head + body;
}

/**
 * What a new note begins with, by the user's template: front matter that names the paper, and what the template has
 * below it. Any title is safe in it. LF.
 */
export function newNoteHead(paper: TemplatePaper, template: string = defaultNoteTemplate): string {
  return fillNoteTemplate(template, paper);
}
