import type { PaperText } from './paperText.ts';
import type { PhraseTree } from './phraseTree.ts';
import { isContent, type Token } from './form.ts';
import { currentLexicon } from './lexicon.ts';
import { TextWords } from './textWords.ts';
import { stemOf } from './wordStem.ts';

/** Which papers of some themes have which words. Papers are numbered over all themes, those of the first one first. */
export interface Tally {
  readonly papers: number;
  readonly themes: readonly ThemeTally[];
  /** Papers, in order, with a single word, or with a phrase of the titles of any theme, in title, abstract or keywords. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** Papers by stems of their words; `undefined` in a large library, where exact words are frequent enough. */
  readonly stems: ReadonlyMap<string, readonly number[]> | undefined;
}

/** The papers and words of one theme. */
export interface ThemeTally {
  /** Its place among the themes. */
  readonly number: number;
  /** Its first paper, and how many it has. */
  readonly from: number;
  readonly papers: number;
  readonly words: readonly ThemeWord[];
}

/** A word that papers of a theme have. */
export interface ThemeWord {
  readonly term: string;
  /** How many of them. */
  readonly papers: number;
  /** How they write it, and how often. */
  readonly written: readonly { readonly surface: string; readonly count: number }[];
}

const papersPerStep = 8;

/** Counts the words of the papers of themes, and those of the phrases that stand in them. Yields every 8 papers. */
export function* tallyThemes(
  themes: readonly (readonly PaperText[])[],
  phrases: PhraseTree,
  isSmall: boolean,
): Generator<void, Tally, void> {
  const counting = new Counting(phrases, isSmall);
  const tallies: ThemeTally[] = [];
  let papers = 0;
  for (const [number, ofTheme] of themes.entries()) {
    const from = papers;
    counting.beginTheme();
    for (const { title, abstract, keywords = [] } of ofTheme) {
      counting.add(title, papers);
      counting.add(abstract, papers);
      for (const keyword of keywords) counting.add(keyword, papers);
      papers += 1;
      if (papers % papersPerStep === 0) yield;
    }
    tallies.push({ number, from, papers: ofTheme.length, words: counting.words() });
  }
  return { papers, themes: tallies, having: counting.having, stems: isSmall ? counting.stems : undefined };
}

/** A form of the texts. */
interface Met {
  readonly term: string;
  readonly surface: string;
  /** The papers with its word; `undefined` for a function word. */
  readonly papers: number[] | undefined;
  /** The papers with its stem, and with those of its parts, which few words have; `undefined` in a large library. */
  readonly stem: number[] | undefined;
  readonly partStems: readonly number[][];
  /** The phrases that begin with it. */
  readonly phrases: PhraseTree | undefined;
  /** The theme that had it last, and how it has it. */
  theme: number;
  word: CountedWord;
  written: Written;
}

interface Written {
  readonly surface: string;
  count: number;
}

interface CountedWord {
  readonly term: string;
  papers: number;
  readonly written: Written[];
}

const words = new TextWords();
const noStems: readonly number[][] = [];
const notYet: CountedWord = { term: '', papers: 0, written: [] };
const unwritten: Written = { surface: '', count: 0 };

class Counting {
  readonly having = new Map<string, number[]>();
  readonly stems = new Map<string, number[]>();
  readonly #phrases: PhraseTree;
  readonly #isSmall: boolean;
  readonly #lexicon = currentLexicon();
  /** By number of the form; `null` for what is no word. */
  readonly #met = new Map<number, Met | null>();
  /** The theme that is being read, and its words. */
  #theme = -1;
  #words = new Map<string, CountedWord>();
  /** The text that is being read, and which of its words only white space joins to the one before. */
  readonly #text: Met[] = [];
  readonly #joined: number[] = [];
  /** How many words it has: behind them stands what is left of longer texts. */
  #count = 0;

  constructor(phrases: PhraseTree, isSmall: boolean) {
    this.#phrases = phrases;
    this.#isSmall = isSmall;
  }

  beginTheme(): void {
    this.#theme += 1;
    this.#words = new Map();
  }

  words(): readonly ThemeWord[] {
    return [...this.#words.values()];
  }

  add(text: string, paper: number): void {
    this.#read(text);
    for (let at = 0; at < this.#count; at += 1) {
      const met = this.#text[at];
      if (met === undefined) continue;
      if (met.stem !== undefined) note(met.stem, paper);
      if (met.partStems !== noStems) for (const papers of met.partStems) note(papers, paper);
      if (met.papers === undefined) continue;
      if (met.theme !== this.#theme) this.#meetIn(met);
      met.written.count += 1;
      if (note(met.papers, paper)) met.word.papers += 1;
      if (met.phrases !== undefined) this.#addPhrases(met.phrases, at + 1, paper);
    }
  }

  #addPhrases(from: PhraseTree, start: number, paper: number): void {
    let tree: PhraseTree | undefined = from;
    for (let at = start; at < this.#count && this.#joined[at] === 1; at += 1) {
      tree = tree.next.get(this.#text[at]?.term ?? '');
      if (tree === undefined) return;
      if (tree.phrase !== undefined) note(papersOf(this.having, tree.phrase), paper);
    }
  }

  #read(text: string): void {
    words.read(text, this.#lexicon);
    this.#count = 0;
    for (let at = 0; at < words.count; at += 1) {
      const form = words.forms[at] ?? 0;
      const known = this.#met.get(form);
      const met = known === undefined ? this.#meet(form) : known;
      if (met === null) continue;
      this.#text[this.#count] = met;
      this.#joined[this.#count] = words.joined[at] ?? 0;
      this.#count += 1;
    }
  }

  #meet(form: number): Met | null {
    const token = this.#lexicon.tokenOf(form, 0);
    const met = token === undefined ? null : this.#metOf(token);
    this.#met.set(form, met);
    return met;
  }

  #metOf({ term, surface, parts }: Token): Met {
    const stemmed = (word: string): number[] => papersOf(this.stems, stemOf(word));
    return {
      term,
      surface,
      papers: isContent(term) ? papersOf(this.having, term) : undefined,
      stem: this.#isSmall ? stemmed(term) : undefined,
      partStems: this.#isSmall && parts.length > 0 ? parts.map(stemmed) : noStems,
      phrases: this.#phrases.next.get(term),
      theme: -1,
      word: notYet,
      written: unwritten,
    };
  }

  /** The theme that is being read has the form for the first time. */
  #meetIn(met: Met): void {
    const word = this.#words.get(met.term) ?? { term: met.term, papers: 0, written: [] };
    this.#words.set(met.term, word);
    met.theme = this.#theme;
    met.word = word;
    met.written = { surface: met.surface, count: 0 };
    word.written.push(met.written);
  }
}

function papersOf(lists: Map<string, number[]>, name: string): number[] {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const papers: number[] = [];
  lists.set(name, papers);
  return papers;
}

/** Papers come in order. Gives whether this one is new. */
function note(papers: number[], paper: number): boolean {
  if (papers.length > 0 && papers[papers.length - 1] === paper) return false;
  papers.push(paper);
  return true;
}
