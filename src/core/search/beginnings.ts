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
  takeFrozen(corpus, expansion, classes);
  takeLoose(corpus, expansion, classes);
  if (corpus.hasGone) {
    for (let paper = 0; paper < classes.length; paper += 1) if (corpus.isGone(paper)) classes[paper] = 0;
  }
  return classes;
}

function classOf(field: number, isWord: boolean): number {
  if (field === title) return isWord ? 6 : 4;
  if (field === authors) return isWord ? 5 : 3;
  return isWord ? 2 : 1;
}

/** Of a title that starts so. */
function startClass(isWord: boolean): number {
  return isWord ? 8 : 7;
}

function takeFrozen(corpus: Corpus, { from, to, word }: Expansion, classes: Uint8Array): void {
  const { offsets, papers, terms } = corpus.frozen;
  for (let term = from; term < to; term += 1) {
    const isWord = terms[term] === word;
    for (let field = 0; field < fieldCount; field += 1) {
      if ((heads & (1 << field)) === 0) continue;
      const value = classOf(field, isWord);
      const slot = term * fieldCount + field;
      const end = offsets[slot + 1] ?? 0;
      for (let at = offsets[slot] ?? 0; at < end; at += 1) {
        const paper = papers[at] ?? 0;
        const own = field === title && corpus.firstOfTitle(paper) === term ? startClass(isWord) : value;
        if (own > (classes[paper] ?? 0)) classes[paper] = own;
      }
    }
  }
}

function takeLoose(corpus: Corpus, expansion: Expansion, classes: Uint8Array): void {
  if (corpus.changes === 0) return;
  const part = emptyPart();
  for (const paper of corpus.changing.find(expansion.word, true)) {
    for (let field = 0; field < fieldCount; field += 1) {
      if ((heads & (1 << field)) === 0) continue;
      corpus.read(paper, field, part);
      for (let at = part.start; at < part.end; at += 1) {
        const weight = expansion.weightOf(part.tokens[at] ?? 0);
        if (weight === 0) continue;
        const isStart = field === title && at === part.start;
        const value = isStart ? startClass(weight === 1) : classOf(field, weight === 1);
        if (value > (classes[paper] ?? 0)) classes[paper] = value;
      }
    }
  }
}
