import type { PaperMarks } from './paperMarks.ts';

/** Colours of an icon, as SVG takes them. */
export interface IconColours {
  readonly line: string;
  /** Of what is new. */
  readonly accent: string;
}

/** A page without the corner in which the mark of an unread paper stands, and the page with its folded corner. */
const openPage = 'M7.5 1.5h-5v13h10v-6.5';
const page = 'M2.5 1.5h6.5l3.5 3.5v9.5h-10zM9 1.5v3.5h3.5';
/** Written lines at the foot of the page. */
const lines = 'M5 10h5M5 12h5';
/** A pair of quotation marks at its head. */
const quotes = 'M5.4 8.2V5.6M5.4 5.9c-.9 0-.9 1.9 0 1.9M8.6 8.2V5.6M8.6 5.9c-.9 0-.9 1.9 0 1.9';

/**
 * The icon of a paper, as an SVG of 16 by 16: a page, with lines when it has a note and quotation marks when it is cited;
 * in its corner a dot while it is unread, a ring while it is being read.
 */
export function markIcon({ noted, cited, state }: PaperMarks, { line, accent }: IconColours): string {
  const corner =
    state === 'unread'
      ? `<circle cx="12" cy="4" r="3" fill="${accent}"/>`
      : state === 'reading'
        ? `<circle cx="12" cy="4" r="2.4" fill="none" stroke="${accent}" stroke-width="1.2"/>`
        : '';
  const strokes = [state === 'read' ? page : openPage, noted ? lines : '', cited ? quotes : ''].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="${strokes}" fill="none" stroke="${line}"/>${corner}</svg>`;
}
