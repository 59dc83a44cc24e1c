import { withinEdits } from './editDistance.ts';
import { editsFor } from './frozen/similarTerms.ts';
import { soughtWords, type SoughtWords } from './soughtWords.ts';
import { wordsOf, type Word } from './tokenizer.ts';

/** UTF-16 offsets `[start, end)`. */
export type TextRange = readonly [start: number, end: number];

/** What is read of a text: rows show less. */
const maxRead = 20_000;
const hyphen = /^[-\u2010\u2011]$/;

/**
 * Where a text holds what a query looks for, sorted and apart from each other: whole words, of the last word that is
 * still being typed its beginning, of `"phrases"` only words that stand together, and, for a word that the text does
 * not hold, words that are one typo away (two from 8 letters on). Values of filters count, what `-` excludes does not.
 */
export function highlightsOf(text: string, query: string): readonly TextRange[] {
  const sought = soughtWords(query);
  if (sought.length === 0) return [];
  const read = text.slice(0, maxRead);
  const words = wordsOf(read);
  const units = [...words, ...compoundsOf(read, words)];
  return merged(
    sought.flatMap((wanted) => (wanted.quoted ? phraseRanges(read, words, wanted) : wordRanges(read, units, wanted))),
  );
}

function wordRanges(text: string, words: readonly Word[], { terms, open }: SoughtWords): readonly TextRange[] {
  const [term = ''] = terms;
  const exact = words.filter((word) => stands(word, term, open));
  if (exact.length > 0) return exact.map((word) => rangeOf(text, word, term));
  const edits = editsFor(term);
  if (edits === 0) return [];
  return words.filter((word) => withinEdits(term, word.term, edits)).map(({ start, end }): TextRange => [start, end]);
}

function phraseRanges(text: string, words: readonly Word[], { terms, open }: SoughtWords): readonly TextRange[] {
  const ranges: TextRange[] = [];
  words.forEach((first, from) => {
    const row = words.slice(from, from + terms.length);
    const last = row.at(-1);
    if (last === undefined || row.length < terms.length) return;
    const isThere = row.every((word, at) => stands(word, terms[at] ?? '', open && at === terms.length - 1));
    if (isThere) ranges.push([first.start, rangeOf(text, last, terms.at(-1) ?? '')[1]]);
  });
  return ranges;
}

function stands(word: Word, term: string, open: boolean): boolean {
  return word.term === term || (open && word.term.startsWith(term));
}

/** The beginning of a word that is `term`; the whole word where letters were folded so that no beginning is. */
function rangeOf(text: string, { start, end }: Word, term: string): TextRange {
  let to = start;
  for (let left = term.length; left > 0 && to < end; to += 1) if (!hyphen.test(text.charAt(to))) left -= 1;
  const beginning = wordsOf(text.slice(start, to));
  const isTerm = beginning.at(-1)?.end === to - start && beginning.map((word) => word.term).join('') === term;
  return [start, isTerm && !/[\p{M}\uDC00-\uDFFF]/u.test(text.charAt(to)) ? to : end];
}

/** Words with hyphens between them as one word, as people may have typed it: `GPT-4o` is `gpt4o`. */
function compoundsOf(text: string, words: readonly Word[]): readonly Word[] {
  const compounds: Word[] = [];
  let compound: Word | undefined;
  for (const word of words) {
    const isJoined = compound !== undefined && hyphen.test(text.slice(compound.end, word.start));
    if (compound !== undefined && isJoined) {
      compound = { term: compound.term + word.term, start: compound.start, end: word.end };
      compounds.push(compound);
    } else {
      compound = word;
    }
  }
  return compounds;
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = apart.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
