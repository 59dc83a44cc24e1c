import type { PaperText } from './paperText.ts';
import type { PhraseTree } from './phraseTree.ts';
import { backgroundOf } from './background.ts';
import { isContent } from './form.ts';
import { currentLexicon } from './lexicon.ts';
import { TextWords } from './textWords.ts';
import { wordStem } from './wordStem.ts';

/** Which papers of a theme (positions in its sample) have which words. */
export interface ThemeTally {
  readonly papers: number;
  /** Single words, and phrases of the titles of any theme, in title, abstract or keywords. */
  readonly having: ReadonlyMap<string, Having>;
  /** Papers by stems of their words; `undefined` in a large library, where exact words are frequent enough. */
  readonly stems: ReadonlyMap<string, readonly number[]> | undefined;
}

/** Where a theme has a word or phrase. */
export interface Having {
  /** In order, none twice. */
  readonly papers: readonly number[];
  /** How its texts write it, if it is a single word, and how often. */
  readonly written: readonly { readonly surface: string; readonly count: number }[];
}

/** How much a paper counts that has the words of a phrase, but apart or in other forms. */
const apart = 0.5;
const papersPerStep = 8;
/** A word that more papers than this have says too little by itself ("image", "control"). */
const mostShareAlone = 0.09;
const none: readonly number[] = [];

/** Whether a word is too common in papers in general to mean something by itself. */
export function isGeneric(word: string): boolean {
  return backgroundOf(word).share > mostShareAlone;
}

/** Counts the words of the papers of a theme, and those of the phrases that stand in them. Yields every 8 papers. */
export function* tallyTheme(
  papers: readonly PaperText[],
  phrases: PhraseTree,
  isSmall: boolean,
): Generator<void, ThemeTally, void> {
  const tally = new Tally(phrases, isSmall);
  for (const [paper, { title, abstract, keywords = [] }] of papers.entries()) {
    tally.add(title, paper);
    tally.add(abstract, paper);
    for (const keyword of keywords) tally.add(keyword, paper);
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  return { papers: papers.length, having: tally.having, stems: isSmall ? tally.stems : undefined };
}

/** A word as texts of the theme write it. */
interface Written {
  readonly term: string;
  readonly surface: string;
  count: number;
  /** The papers with its term; `undefined` for a function word. */
  readonly papers: number[] | undefined;
  /** The papers with its stem, and with those of its parts. */
  readonly stems: readonly number[][];
  readonly phrases: PhraseTree | undefined;
}

const words = new TextWords();

class Tally {
  readonly having = new Map<string, { readonly papers: number[]; readonly written: Written[] }>();
  readonly stems = new Map<string, number[]>();
  readonly #phrases: PhraseTree;
  readonly #isSmall: boolean;
  readonly #lexicon = currentLexicon();
  /** By number of the form; `undefined` for what is no word. */
  readonly #met = new Map<number, Written | undefined>();
  /** The text that is being read, and which of its words only white space joins to the one before. */
  readonly #text: Written[] = [];
  readonly #joined: number[] = [];

  constructor(phrases: PhraseTree, isSmall: boolean) {
    this.#phrases = phrases;
    this.#isSmall = isSmall;
  }

  add(text: string, paper: number): void {
    this.#read(text);
    for (const [at, word] of this.#text.entries()) {
      for (const papers of word.stems) note(papers, paper);
      if (word.papers === undefined) continue;
      word.count += 1;
      note(word.papers, paper);
      if (word.phrases !== undefined) this.#addPhrases(word.phrases, at + 1, paper);
    }
  }

  #addPhrases(from: PhraseTree, start: number, paper: number): void {
    let tree: PhraseTree | undefined = from;
    for (let at = start; this.#joined[at] === 1; at += 1) {
      tree = tree.next.get(this.#text[at]?.term ?? '');
      if (tree === undefined) return;
      if (tree.phrase !== undefined) note(this.#havingOf(tree.phrase).papers, paper);
    }
  }

  #read(text: string): void {
    words.read(text, this.#lexicon);
    this.#text.length = 0;
    this.#joined.length = 0;
    for (let at = 0; at < words.count; at += 1) {
      const written = this.#writtenOf(words.forms[at] ?? 0);
      if (written === undefined) continue;
      this.#text.push(written);
      this.#joined.push(words.joined[at] ?? 0);
    }
  }

  #writtenOf(form: number): Written | undefined {
    const known = this.#met.get(form);
    if (known !== undefined || this.#met.has(form)) return known;
    const written = this.#meet(form);
    this.#met.set(form, written);
    return written;
  }

  #meet(number: number): Written | undefined {
    const form = this.#lexicon.formOf(number);
    if (form === undefined) return undefined;
    const { term, surface, parts } = form;
    const having = isContent(term) ? this.#havingOf(term) : undefined;
    const stems = this.#isSmall ? [term, ...parts].map((word) => this.#papersWithStem(stemOf(word))) : [];
    const phrases = this.#phrases.next.get(term);
    const written = { term, surface, count: 0, papers: having?.papers, stems, phrases };
    having?.written.push(written);
    return written;
  }

  #havingOf(phrase: string): { readonly papers: number[]; readonly written: Written[] } {
    const known = this.having.get(phrase);
    if (known !== undefined) return known;
    const having = { papers: [], written: [] };
    this.having.set(phrase, having);
    return having;
  }

  #papersWithStem(stem: string): number[] {
    const papers = this.stems.get(stem) ?? [];
    this.stems.set(stem, papers);
    return papers;
  }
}

/** Papers come in order. */
function note(papers: number[], paper: number): void {
  if (papers.at(-1) !== paper) papers.push(paper);
}

/** Stems of words met lately: each name is looked up in every theme. Never changes a result. */
const knownStems = new Map<string, string>();
const mostStems = 20_000;

function stemOf(word: string): string {
  const known = knownStems.get(word);
  if (known !== undefined) return known;
  if (knownStems.size >= mostStems) knownStems.clear();
  const stem = wordStem(word);
  knownStems.set(word, stem);
  return stem;
}

/** The papers that have a word or phrase, each with how much it counts (1, or less where the words stand apart). */
export function papersHaving(
  tally: ThemeTally,
  phrase: string,
  phraseWords: readonly string[],
): ReadonlyMap<number, number> {
  const papers = new Map<number, number>();
  for (const paper of tally.having.get(phrase)?.papers ?? none) papers.set(paper, 1);
  for (const paper of papersWithStems(tally, phraseWords)) {
    if (!papers.has(paper)) papers.set(paper, worthOf(phraseWords));
  }
  return papers;
}

/** How many papers have a word or phrase, as `papersHaving` counts them. */
export function countHaving(tally: ThemeTally, phrase: string, phraseWords: readonly string[]): number {
  const exact = tally.having.get(phrase)?.papers ?? none;
  let count = exact.length;
  for (const paper of papersWithStems(tally, phraseWords)) {
    if (!exact.includes(paper)) count += worthOf(phraseWords);
  }
  return count;
}

function worthOf(phraseWords: readonly string[]): number {
  return phraseWords.length > 1 ? apart : 1;
}

/** The papers that have all the words in some form; none where that means nothing. */
function papersWithStems({ stems }: ThemeTally, phraseWords: readonly string[]): readonly number[] {
  if (stems === undefined) return none;
  let papers: readonly number[] | undefined;
  for (const word of phraseWords) {
    const having = stems.get(stemOf(word)) ?? none;
    papers = papers === undefined ? having : papers.filter((paper) => having.includes(paper));
    if (papers.length === 0) return none;
  }
  return phraseWords.length > 1 && phraseWords.some(isGeneric) ? none : (papers ?? none);
}
