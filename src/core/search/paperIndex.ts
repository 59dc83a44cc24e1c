import type { LibraryDiff } from '../library/libraryDiff.ts';
import type { Paper } from '../paper.ts';
import type { FreezablePaper } from './frozen/freeze.ts';
import type { FrozenData } from './frozen/frozenIndex.ts';
import type { PaperSearch, SearchFacts, SearchHit, TextHit } from './paperSearch.ts';
import { Answer } from './answer.ts';
import { Expansions } from './expansion.ts';
import { Corpus } from './corpus.ts';
import { freeze } from './frozen/freeze.ts';
import { emptyFrozen, paperFlags } from './frozen/frozenIndex.ts';
import { inclinations } from './inclinations.ts';
import { IdentifierLookup } from './identifierLookup.ts';
import { Remembered } from '../remembered.ts';
import type { NotesBeside } from './notes/notePapers.ts';
import { noteTokens } from './notes/notePapers.ts';
import { noteSources, ScorerWithNotes, type NoteSources } from './notes/noteScorer.ts';
import { fingerprint, tokensOf, type PaperTokens } from './paperTokens.ts';
import { papersForText } from './textPapers.ts';
import { Tally } from './tally.ts';
import { TermScorer } from './termScorer.ts';

/** Papers, and keys, between two yields. */
const atOnce = 64;
const keysAtOnce = 5_000;

const none: ReadonlySet<string> = new Set();
const noFacts: SearchFacts = {
  cited: none,
  recent: none,
  noted: none,
  reading: none,
  read: none,
  selected: none,
  inTheme: () => none,
};

/** So many papers may have changed since the index was frozen, and a fiftieth of it. */
const fewChanges = 128;

/** So many changes of one update are taken in in one step, because nobody may see half of them: a third of a millisecond each. */
const changesInOneStep = 100;

/** So many new papers of a load are worth to be frozen before it is complete. */
const fewToFreeze = 1_000;

/** A search without papers. `maxChanges` is for tests. */
export function createPaperSearch(maxChanges?: number): PaperIndex {
  return new PaperIndex({ maxChanges });
}

/** A search over notes: `notePaper` makes papers of them. It answers with their URIs as keys. */
export function createNoteSearch(maxChanges?: number): PaperIndex {
  return new PaperIndex({ maxChanges, tokensOf: noteTokens });
}

/** How an index is made. */
export interface IndexOptions {
  /** For tests: so many changes are kept beside what is frozen. */
  readonly maxChanges?: number | undefined;
  /** How papers are cut into terms. */
  readonly tokensOf?: ((paper: Paper) => PaperTokens) | undefined;
}

/**
 * The search over a frozen index, in which nothing changes but which is small and quick, and the papers that came or
 * changed since. When these get many, all are frozen anew.
 */
export class PaperIndex implements PaperSearch {
  #corpus = new Corpus(emptyFrozen);
  #scorer: TermScorer | undefined;
  #inclination: { readonly facts: SearchFacts; readonly byPaper: ReadonlyMap<number, number> } | undefined;
  readonly #identifiers = new IdentifierLookup();
  /** By key: the papers as the index has them. */
  readonly #papers = new Map<string, Paper>();
  readonly #tally = new Tally();
  /** What the index does not follow yet. */
  readonly #toAdd = new Map<string, FreezablePaper>();
  readonly #toRemove = new Set<string>();
  readonly #maxChanges: number | undefined;
  readonly #tokensOf: (paper: Paper) => PaperTokens;
  /** Grows when the papers that can be found are others. */
  #version = 0;
  #notes: NotesBeside | undefined;
  readonly #noteSources = new Remembered<Omit<NoteSources, 'expansions'>>();
  /** Keys of an earlier session that no paper of this one has been seen with. */
  #unconfirmed = new Set<string>();

  constructor({ maxChanges, tokensOf: cut = tokensOf }: IndexOptions = {}) {
    this.#maxChanges = maxChanges;
    this.#tokensOf = cut;
  }

  /** Notes that papers are found by, too; `undefined`: none. */
  besideNotes(notes: NotesBeside | undefined): void {
    this.#notes = notes;
  }

  /** The frozen index, to be kept for the next session. */
  get frozen(): FrozenData {
    return this.#corpus.frozen;
  }

  /** How many papers can be found. */
  get size(): number {
    return this.#corpus.size;
  }

  /** Starts with the index of an earlier session instead of none. Papers are known by their keys until they come. */
  restore(frozen: FrozenData): void {
    this.#become(new Corpus(frozen));
    this.#unconfirmed = new Set(frozen.keys);
  }

  *update(diff: LibraryDiff, { more = false }: { readonly more?: boolean } = {}): Generator<void, void, void> {
    let seen = 0;
    for (const { key } of diff.removed) {
      this.#forget(key);
      if ((seen += 1) % atOnce === 0) yield;
    }
    for (const paper of [...diff.changed, ...diff.added]) {
      const print = fingerprint(paper);
      const number = this.#corpus.numberOf(paper.key);
      this.#remember(paper);
      if (number >= 0 && this.#corpus.hasPrint(number, print)) this.#forgetChange(paper.key);
      else this.#toAdd.set(paper.key, freezable(paper, print, this.#tokensOf));
      if ((seen += 1) % atOnce === 0) yield;
    }
    if (!more) {
      for (const key of this.#unconfirmed) this.#toRemove.add(key);
      this.#unconfirmed.clear();
    } else if (this.#toAdd.size < Math.max(fewToFreeze, this.#corpus.frozen.keys.length)) {
      // Freezing anew for every file of a load would take the square of the time.
      return;
    }
    yield* this.#replace([...this.#toRemove, ...this.#toAdd.keys()], [...this.#toAdd.values()]);
    this.#toAdd.clear();
    this.#toRemove.clear();
  }

  #forgetChange(key: string): void {
    this.#toAdd.delete(key);
    this.#toRemove.delete(key);
  }

  /** Takes the papers with these keys out, as far as there are some, and the others in. */
  *#replace(keys: readonly string[], added: readonly FreezablePaper[]): Generator<void, void, void> {
    const corpus = this.#corpus;
    const gone = yield* this.#numbersOf(keys);
    const most = this.#maxChanges ?? Math.max(fewChanges, corpus.frozen.keys.length / 50);
    const changes = added.length + gone.size;
    if (corpus.changes + changes <= most && changes <= (this.#maxChanges ?? changesInOneStep)) {
      for (const number of gone) corpus.remove(number);
      for (const paper of added) corpus.add(paper, paper.tokens());
      this.#forgetAnswers();
      yield;
      return;
    }
    const loose = [...corpus.loosePapers()].filter((number) => !gone.has(number));
    const kept = loose.flatMap((number) => this.#papers.get(corpus.keyOf(number)) ?? []);
    const isGone = (number: number): boolean => corpus.isGone(number) || gone.has(number);
    const frozen = yield* freeze(corpus.frozen, isGone, [
      ...kept.map((paper) => freezable(paper, fingerprint(paper), this.#tokensOf)),
      ...added,
    ]);
    this.#become(new Corpus(frozen));
  }

  /** Of the papers that there are. */
  *#numbersOf(keys: readonly string[]): Generator<void, ReadonlySet<number>, void> {
    const numbers = new Set<number>();
    for (const [index, key] of keys.entries()) {
      const number = this.#corpus.numberOf(key);
      if (number >= 0) numbers.add(number);
      if (index % keysAtOnce === keysAtOnce - 1) yield;
    }
    return numbers;
  }

  #become(corpus: Corpus): void {
    this.#corpus = corpus;
    this.#forgetAnswers();
  }

  /** What was worked out of the papers holds no longer. */
  #forgetAnswers(): void {
    this.#version += 1;
    this.#scorer = undefined;
    this.#inclination = undefined;
  }

  #remember(paper: Paper): void {
    this.#unconfirmed.delete(paper.key);
    const old = this.#papers.get(paper.key);
    if (old !== undefined) this.#identifiers.remove(old.key, old);
    this.#identifiers.add(paper.key, paper);
    this.#papers.set(paper.key, paper);
  }

  #forget(key: string): void {
    const old = this.#papers.get(key);
    if (old !== undefined) this.#identifiers.remove(key, old);
    this.#papers.delete(key);
    this.#unconfirmed.delete(key);
    this.#toAdd.delete(key);
    this.#toRemove.add(key);
  }

  search(text: string, limit: number, facts: SearchFacts = noFacts): readonly SearchHit[] {
    const count = Math.max(0, Math.trunc(limit)) || 0;
    const named = this.#identifiers.find(text.slice(0, 500));
    const found = named.only ? [] : this.#ranked(text, count, facts);
    const best = (found[0]?.score ?? 0) + 1;
    const first = [...named.keys].sort().map((key) => ({ key, score: best }));
    const isNamed = new Set(named.keys);
    return [...first, ...found.filter(({ key }) => !isNamed.has(key))].slice(0, count);
  }

  #ranked(text: string, count: number, facts: SearchFacts): readonly SearchHit[] {
    const corpus = this.#corpus;
    const scorer = this.#scorerNow();
    const notes = this.#notesNow();
    const sources = {
      corpus,
      facts,
      notes,
      scorer: notes === undefined ? scorer : new ScorerWithNotes(scorer, notes),
      expansions: new Expansions(corpus),
      tally: this.#tally,
      inclination: this.#inclinationOf(facts),
      paperAt: (number: number) => this.#papers.get(corpus.keyOf(number)),
      order: (a: number, b: number) => this.#byKey(a, b),
    };
    const best = new Answer(sources, text, count).find();
    return best.sorted().map(([paper, score]) => ({ key: corpus.keyOf(paper), score }));
  }

  #scorerNow(): TermScorer {
    this.#scorer ??= new TermScorer(this.#corpus);
    return this.#scorer;
  }

  /** Which paper each note is about is looked up once for the same notes and the same papers. */
  #notesNow(): NoteSources | undefined {
    const notes = this.#notes;
    if (notes === undefined || notes.index.size === 0) return undefined;
    const sources = this.#noteSources.get([notes, notes.revision, notes.index.#version, this.#version], () =>
      notes.index.#asNotes((uri) => this.#numberOf(notes.ownerOf(uri))),
    );
    // What a word stands for is worked out for each question, as that of the papers.
    return { ...sources, expansions: new Expansions(notes.index.#corpus) };
  }

  #numberOf(key: string | undefined): number {
    return key === undefined ? -1 : this.#corpus.numberOf(key);
  }

  #asNotes(paperOf: (uri: string) => number): Omit<NoteSources, 'expansions'> {
    const textOf = (uri: string): string | undefined => this.#papers.get(uri)?.abstract;
    return noteSources(this.#corpus, this.#scorerNow(), { paperOf, textOf });
  }

  /** Worked out once for the same facts and the same papers. */
  #inclinationOf(facts: SearchFacts): ReadonlyMap<number, number> {
    if (this.#inclination?.facts !== facts) this.#inclination = { facts, byPaper: inclinations(facts, this.#corpus) };
    return this.#inclination.byPaper;
  }

  /** Numbers of the frozen index are in the order of the keys. */
  #byKey(a: number, b: number): number {
    const { keys } = this.#corpus.frozen;
    if (a < keys.length && b < keys.length) return a - b;
    return this.#corpus.keyOf(a) < this.#corpus.keyOf(b) ? -1 : 1;
  }

  papersFor(text: string, limit: number, without: ReadonlySet<string> = new Set()): readonly TextHit[] {
    const corpus = this.#corpus;
    const found = papersForText(corpus, this.#scorerNow(), text, {
      limit: Math.max(0, Math.trunc(limit)) || 0,
      without: new Set([...without].map((key) => corpus.numberOf(key))),
      order: (a, b) => this.#byKey(a, b),
    });
    return found.map(({ paper, score, words }) => ({ key: corpus.keyOf(paper), score, words }));
  }
}

function freezable(paper: Paper, print: readonly [number, number], cut: (paper: Paper) => PaperTokens): FreezablePaper {
  const { key, year = 0, abstract, doi } = paper;
  const flags = (abstract === '' ? 0 : paperFlags.abstract) | (doi === undefined ? 0 : paperFlags.doi);
  return { key, print, year: Math.min(32_767, Math.max(0, year)), flags, tokens: () => cut(paper) };
}
