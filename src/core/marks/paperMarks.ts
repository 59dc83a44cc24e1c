import type { ReadingState } from '../readingLists.ts';

/** What the writer did with a paper. */
export interface PaperMarks {
  /** It has a note. */
  readonly noted: boolean;
  /** In the document that is being written. */
  readonly cited: boolean;
  readonly state: ReadingState;
}

/** The marks as people say them, for tooltips and screen readers; a paper that was read without a trace has none but that. */
export function markWords({ noted, cited, state }: PaperMarks): readonly string[] {
  return [state, ...(cited ? ['cited in the document'] : []), ...(noted ? ['has a note'] : [])];
}

/** Whether rows with these marks look alike. */
export function sameMarks(a: PaperMarks, b: PaperMarks): boolean {
  return a.noted === b.noted && a.cited === b.cited && a.state === b.state;
}
