import type { Corpus } from './corpus.ts';
import { emptyPart } from './corpus.ts';
import { Expansion } from './expansion.ts';
import { fieldAt, fieldCount, maskOf } from './searchFields.ts';

const title = fieldAt('title');
const authors = fieldAt('authors');
/** Abstracts begin half of all words: they are no answer to one or two characters. */
const heads = maskOf('title', 'authors', 'keywords', 'year', 'venue', 'key');

/**
 * How well papers answer one or two characters, from what stands above an abstract alone; 0 not at all. 8 the title
 * starts with that word, 7 it starts so; 6 a word of the title, 5 an author; 4 the beginning of a word of the title, 3
 * of a name; 2 and 1 a word and a beginning of anything else. By number of the paper.
 */
export function beginningClasses(corpus: Corpus, beginning: string): Uint8Array {
  const expansion = new Expansion(corpus, beginning, { open: true, spelling: 'exact' });
  const classes = new Uint8Array(corpus.end);
  const take = (paper: number, term: number, field: number): void => {
    const isWord = expansion.weightOf(term) === 1;
    const value = classOf(field, isWord, field === title && corpus.firstOfTitle(paper) === term);
    if (value > (classes[paper] ?? 0)) classes[paper] = value;
  };
  eachFrozen(corpus, expansion, take);
  eachLoose(corpus, expansion, take);
  if (corpus.hasGone)
    for (let paper = 0; paper < classes.length; paper += 1) if (corpus.isGone(paper)) classes[paper] = 0;
  return classes;
}

function classOf(field: number, isWord: boolean, isStart: boolean): number {
  if (isStart) return isWord ? 8 : 7;
  if (field === title) return isWord ? 6 : 4;
  if (field === authors) return isWord ? 5 : 3;
  return isWord ? 2 : 1;
}

type Take = (paper: number, term: number, field: number) => void;

function eachFrozen({ frozen: { offsets, papers } }: Corpus, { from, to }: Expansion, take: Take): void {
  for (let term = from; term < to; term += 1) {
    for (let field = 0; field < fieldCount; field += 1) {
      if ((heads & (1 << field)) === 0) continue;
      const slot = term * fieldCount + field;
      const end = offsets[slot + 1] ?? 0;
      for (let at = offsets[slot] ?? 0; at < end; at += 1) take(papers[at] ?? 0, term, field);
    }
  }
}

function eachLoose(corpus: Corpus, expansion: Expansion, take: Take): void {
  if (corpus.changes === 0) return;
  const part = emptyPart();
  for (const paper of corpus.changing.find(expansion.word, true)) {
    for (let field = 0; field < fieldCount; field += 1) {
      if ((heads & (1 << field)) === 0) continue;
      corpus.read(paper, field, part);
      for (let at = part.start; at < part.end; at += 1) {
        const term = part.tokens[at] ?? 0;
        if (expansion.weightOf(term) > 0) take(paper, term, field);
      }
    }
  }
}
