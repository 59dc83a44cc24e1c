import type { Corpus } from './corpus.ts';
import type { TermScorer, Wanted } from './termScorer.ts';
import { backgroundOf } from '../themes/background.ts';
import { foldWord } from '../themes/foldWord.ts';
import { emptyWords, functionWords } from '../themes/functionWords.ts';
import { BestPapers } from './bestPapers.ts';
import { Expansion } from './expansion.ts';
import { fieldAt, maskOf } from './searchFields.ts';
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
/** The score that is worth half of what any score can be: that of a word in an abstract. */
const halfWorth = 6;
const fields = maskOf('title', 'forms', 'keywords', 'abstract');
const counted = [fieldAt('title'), fieldAt('abstract')];
/** A word that more papers have says nothing. */
const commonShare = 0.15;
/** What is known of papers in general weighs as so many papers of the library. */
const backgroundPapers = 200;

/**
 * Papers for a text, best first: the words of the text that are rare among the papers count, each for what it is worth
 * in a search, and papers that share several of them for more. One shared word is a coincidence, unless no paper
 * shares more.
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
  const scores = new Float64Array(corpus.end);
  for (const word of words) {
    const papers: number[] = [];
    scorer.scoreAll(wantedOf(word), (paper, score) => {
      if (scores[paper] === 0) papers.push(paper);
      scores[paper] = (scores[paper] ?? 0) + score;
    });
    for (const paper of papers) {
      sums[paper] = (sums[paper] ?? 0) + worth(word, scores[paper] ?? 0);
      counts[paper] = (counts[paper] ?? 0) + 1;
      scores[paper] = 0;
    }
  }
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0);
  const best = new BestPapers(options.limit, options.order);
  for (let paper = 0; paper < corpus.end; paper += 1) {
    const count = counts[paper] ?? 0;
    if (count === 0 || (count === 1 && most > 1) || options.without.has(paper)) continue;
    best.add(paper, (sums[paper] ?? 0) * Math.sqrt(count / words.length));
  }
  return best.sorted().map(([paper, score]) => ({ paper, score, words: wordsFor(scorer, words, paper) }));
}

function wantedOf({ expansion }: TextWord): Wanted {
  return { expansion, mask: fields };
}

/** Several words are worth more than one in a title, which a search would rather have. */
function worth({ weight }: TextWord, score: number): number {
  return (weight * score) / (score + halfWorth);
}

/** The words that led to the paper. */
function wordsFor(scorer: TermScorer, words: readonly TextWord[], paper: number): readonly string[] {
  const shares = words.map((word) => {
    let sum = 0;
    scorer.scorePaper(paper, wantedOf(word), (_, score) => {
      sum += score;
    });
    return { shown: word.shown, share: worth(word, sum) };
  });
  const telling = shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
  return telling.slice(0, shownWords).map(({ shown }) => shown);
}

/** The words of a text by which papers can be told apart, the most telling first. */
function tellingWords(corpus: Corpus, text: string): readonly TextWord[] {
  const read = text.slice(0, maxLength);
  // A word and its plural are one.
  const met = new Map<string, { term: string; shown: string; count: number }>();
  for (const { term, start, end } of wordsOf(read)) {
    if (saysNothing(term) || term.length < 2 || /^\d{1,3}$/.test(term)) continue;
    const known = met.get(foldWord(term));
    if (known === undefined) met.set(foldWord(term), { term, shown: read.slice(start, end), count: 1 });
    else known.count += 1;
  }
  const words: TextWord[] = [];
  for (const { term, shown, count } of met.values()) {
    const expansion = new Expansion(corpus, term, { open: false, spelling: 'exact' }, otherNumber(term));
    const papers = papersWith(corpus, expansion);
    const share = shareOf(term, papers, corpus.size);
    if (papers === 0 || share > commonShare) continue;
    words.push({ shown, expansion, weight: (1 + Math.log(count)) * Math.log(1 / share) });
  }
  return words.sort((a, b) => b.weight - a.weight || (a.shown < b.shown ? -1 : 1)).slice(0, maxWords);
}

function saysNothing(term: string): boolean {
  // A function word is one as it stands: "dens" is no plural of the German article.
  return functionWords.has(term) || emptyWords.has(foldWord(term));
}

/** In a small library most words are rare: papers in general tell those that say nothing from those that do. */
function shareOf(term: string, papers: number, size: number): number {
  const { share } = backgroundOf(foldWord(term));
  return (papers + backgroundPapers * share) / (size + backgroundPapers);
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
