import type { Corpus } from './corpus.ts';
import type { TermScorer } from './termScorer.ts';
import { BestPapers } from './bestPapers.ts';
import { Expansion } from './expansion.ts';
import { fieldAt, maskOf } from './searchFields.ts';
import { stopWords } from './stopWords.ts';
import { wordsOf } from './tokenizer.ts';

/** A paper that a text speaks about. */
export interface TextPaper {
  readonly paper: number;
  readonly score: number;
  /** Words of the text, as they stand there, the most telling first. */
  readonly words: readonly string[];
}

interface TextWord {
  readonly shown: string;
  readonly expansion: Expansion;
  /** How telling it is in this text. */
  readonly weight: number;
}

export interface TextOptions {
  readonly limit: number;
  /** Papers, by number, to leave out. */
  readonly without: ReadonlySet<number>;
  readonly order: (a: number, b: number) => number;
}

const maxLength = 8_000;
const maxWords = 32;
const shownWords = 4;
const fields = maskOf('title', 'forms', 'keywords', 'abstract');
const counted = [fieldAt('title'), fieldAt('abstract')];
/** In a library of some size a word that more of its papers have says nothing. */
const commonShare = 0.15;
const fewPapers = 50;

/**
 * Papers for a text, best first: the words of the text that are rare among the papers count, each for what it is worth
 * in a search, and papers that share several of them for more. One shared word is a coincidence, unless the text has
 * only one.
 */
export function papersForText(
  corpus: Corpus,
  scorer: TermScorer,
  text: string,
  options: TextOptions,
): readonly TextPaper[] {
  const words = tellingWords(corpus, text);
  const sums = new Float64Array(corpus.end);
  const counts = new Uint8Array(corpus.end);
  const marks = new Uint8Array(corpus.end);
  for (const [index, { expansion, weight }] of words.entries()) {
    scorer.scoreAll({ expansion, mask: fields }, (paper, score) => {
      sums[paper] = (sums[paper] ?? 0) + score * weight;
      if (marks[paper] === index + 1) return;
      marks[paper] = index + 1;
      counts[paper] = (counts[paper] ?? 0) + 1;
    });
  }
  const least = Math.min(2, words.length);
  const best = new BestPapers(options.limit, options.order);
  for (let paper = 0; paper < corpus.end; paper += 1) {
    const count = counts[paper] ?? 0;
    if (count < least || count === 0 || options.without.has(paper)) continue;
    best.add(paper, (sums[paper] ?? 0) * Math.sqrt(count / words.length));
  }
  return best.sorted().map(([paper, score]) => ({ paper, score, words: wordsFor(scorer, words, paper) }));
}

/** The words that led to the paper. */
function wordsFor(scorer: TermScorer, words: readonly TextWord[], paper: number): readonly string[] {
  const shares = words.map(({ shown, expansion, weight }) => {
    let share = 0;
    scorer.scorePaper(paper, { expansion, mask: fields }, (_, score) => {
      share += score * weight;
    });
    return { shown, share };
  });
  const telling = shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
  return telling.slice(0, shownWords).map(({ shown }) => shown);
}

/** The words of a text by which papers can be told apart, the most telling first. */
function tellingWords(corpus: Corpus, text: string): readonly TextWord[] {
  const read = text.slice(0, maxLength);
  const met = new Map<string, { shown: string; count: number }>();
  for (const { term, start, end } of wordsOf(read)) {
    if (stopWords.has(term) || term.length < 2 || /^\d{1,3}$/.test(term)) continue;
    const known = met.get(term);
    if (known === undefined) met.set(term, { shown: read.slice(start, end), count: 1 });
    else known.count += 1;
  }
  const most = corpus.size < fewPapers ? corpus.size : corpus.size * commonShare;
  const words: TextWord[] = [];
  for (const [term, { shown, count }] of met) {
    const expansion = new Expansion(corpus, term, { open: false, spelling: 'exact' }, otherNumber(term));
    const papers = papersWith(corpus, expansion);
    if (papers === 0 || papers > most) continue;
    words.push({ shown, expansion, weight: (1 + Math.log(count)) * Math.log(1 + corpus.size / papers) });
  }
  return words.sort((a, b) => b.weight - a.weight || (a.shown < b.shown ? -1 : 1)).slice(0, maxWords);
}

function papersWith(corpus: Corpus, expansion: Expansion): number {
  let papers = 0;
  for (const term of expansion.terms()) {
    for (const field of counted) papers = Math.max(papers, corpus.papersWith(term, field));
  }
  return papers;
}

/** The plural of an English word, or the singular: people write about transformers and mean the transformer. */
function otherNumber(term: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(term)) return [];
  if (term.endsWith('ies')) return [`${term.slice(0, -3)}y`];
  if (/(?:s|x|ch|sh)es$/.test(term)) return [term.slice(0, -2), term.slice(0, -1)];
  if (term.endsWith('s')) return term.endsWith('ss') ? [`${term}es`] : [term.slice(0, -1)];
  return term.endsWith('y') ? [`${term.slice(0, -1)}ies`, `${term}s`] : [`${term}s`, `${term}es`];
}
