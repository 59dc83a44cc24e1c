import type { Corpus } from './corpus.ts';
import type { Scored } from './tally.ts';
import { emptyPart } from './corpus.ts';
import { Expansion } from './expansion.ts';
import { fieldAt, fieldCount, maskOf } from './searchFields.ts';

const title = fieldAt('title');
/** Abstracts begin half of all words: they are no answer to one or two characters. */
const heads = maskOf('title', 'authors', 'keywords', 'year', 'venue', 'key');
const authors = fieldAt('authors');

/** 8 the title starts with the word, 7 it starts so, 6 has the word; 5 an author; 4 a word of the title starts so, 3 a name; 2 and 1 anything else. */
const classes = 8;

/**
 * Answers to one or two characters, from what stands above an abstract alone: whole titles, names and words before
 * their beginnings. Scores are 1 to 8, better and better.
 */
export function papersBeginning(corpus: Corpus, beginning: string): readonly Scored[] {
  const expansion = new Expansion(corpus, beginning, { open: true, fuzzy: false });
  const best = new Uint8Array(corpus.end);
  const take = (paper: number, term: number, field: number): void => {
    const isWord = expansion.weightOf(term) === 1;
    const value = classOf(field, isWord);
    if (value > (best[paper] ?? 0)) best[paper] = value;
  };
  eachFrozen(corpus, expansion, take);
  eachLoose(corpus, expansion, take);
  const part = emptyPart();
  const found: Scored[] = [];
  for (let paper = 0; paper < best.length; paper += 1) {
    const value = best[paper] ?? 0;
    if (value === 0 || corpus.isGone(paper)) continue;
    found.push([paper, value < 4 || value === 5 ? value : startClass(corpus, paper, { expansion, part, value })]);
  }
  return found;
}

function classOf(field: number, isWord: boolean): number {
  if (field === title) return isWord ? 6 : 4;
  if (field === authors) return isWord ? 5 : 3;
  return isWord ? 2 : 1;
}

/** Better when the first word of the title is what matches. */
function startClass(
  corpus: Corpus,
  paper: number,
  {
    expansion,
    part,
    value,
  }: { readonly expansion: Expansion; readonly part: ReturnType<typeof emptyPart>; readonly value: number },
): number {
  corpus.read(paper, title, part);
  const weight = part.start === part.end ? 0 : expansion.weightOf(part.tokens[part.start] ?? 0);
  return weight === 1 ? classes : weight > 0 ? classes - 1 : value;
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
