import type { Paper } from '../../paper.ts';
import type { PaperTokens } from '../paperTokens.ts';
import type { PaperIndex } from '../paperIndex.ts';
import { searchFields } from '../searchFields.ts';
import { stopWords } from '../stopWords.ts';
import { tokenize } from '../tokenizer.ts';
import { noteText } from './noteScorer.ts';

/** A note as the index takes it: a paper that has nothing but an abstract. */
export function notePaper(uri: string, text: string): Paper {
  const place = { line: 0, character: 0 };
  const source = { uri, range: { start: place, end: place } };
  return { key: uri, aliases: [], title: '', abstract: text, authors: [], keywords: [], sources: [source] };
}

/** Only the text: the words of an address are none of the note. */
export function noteTokens({ abstract }: Paper): PaperTokens {
  const words = tokenize(abstract).filter((term) => !stopWords.has(term));
  return searchFields.map((_, field) => (field === noteText ? words : []));
}

/** The notes that are searched together with papers. */
export interface NotesBeside {
  /** Of notes by their URIs. */
  readonly index: PaperIndex;
  /** Another number whenever `ownerOf` may say something else. */
  readonly revision: number;
  /** The key of the paper that the note is about. */
  ownerOf(uri: string): string | undefined;
}
