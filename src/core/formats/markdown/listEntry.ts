import type { ListedPaper } from './listedPaper.ts';

/** A paper of a list and the lines `[line, end]` that it is written on. */
export interface Entry {
  readonly kind: 'item' | 'row' | 'paragraph' | 'heading';
  readonly paper: ListedPaper;
  readonly line: number;
  end: number;
  topic: string | undefined;
}
