import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { detectReadingList } from './detectReadingList.ts';
import { readReadingList } from './readReadingList.ts';

/**
 * A reading list in Markdown: papers as list items, rows of tables, paragraphs and headings, under headings that are
 * topics. What is a paper among links to tools, posts and other parts of the page, `verdict.ts` says.
 *
 * A record reaches from the first sign of its item to the end of what is nested in it. Its group is the most specific
 * heading above it that names a topic: not the title of the document, not a date or a venue, not a part of the page such
 * as "Contents". An abstract is what is called one or is written below the paper as one; else the one sentence that the
 * list says of it.
 */
export const markdown: PaperFormat = {
  id: 'markdown',
  label: 'reading list',
  detect: detectReadingList,
  parse,
};

function parse(text: string): ParsedPaperFile {
  const { records, problems } = readReadingList(text);
  return { records, problems };
}
