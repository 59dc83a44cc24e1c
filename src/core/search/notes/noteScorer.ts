import type { Corpus } from '../corpus.ts';
import type { Expansions } from '../expansion.ts';
import { fieldAt, maskOf, noteField, noteMask } from '../searchFields.ts';
import { everything, isWithin, type ScoreSink, type Wanted, type Within, type WordScorer } from '../termScorer.ts';

/** The texts of notes as another index holds them, with the papers that they are about. */
export interface NoteSources {
  readonly corpus: Corpus;
  readonly scorer: WordScorer;
  readonly expansions: Expansions;
  /** By number of a note: the number of its paper; -1 where that cannot be found. */
  readonly owners: Int32Array;
  /** By number of a paper. */
  readonly notesOf: ReadonlyMap<number, readonly number[]>;
  /** What the note says; `undefined` while only the index knows it. */
  readonly textOf: (note: number) => string | undefined;
}

/** The notes of an index, each with its paper: looked up once for all of them. */
export function noteSources(
  corpus: Corpus,
  scorer: WordScorer,
  by: { paperOf(uri: string): number; textOf(uri: string): string | undefined },
): Omit<NoteSources, 'expansions'> {
  const owners = new Int32Array(corpus.end).fill(-1);
  const notesOf = new Map<number, number[]>();
  for (let note = 0; note < corpus.end; note += 1) {
    const paper = corpus.isGone(note) ? -1 : by.paperOf(corpus.keyOf(note));
    owners[note] = paper;
    if (paper < 0) continue;
    const known = notesOf.get(paper);
    if (known === undefined) notesOf.set(paper, [note]);
    else known.push(note);
  }
  const textOf = (note: number): string | undefined => by.textOf(corpus.keyOf(note));
  return { corpus, scorer, owners, notesOf, textOf };
}

/** The field in which the index of notes has their text. */
export const noteText = fieldAt('abstract');
const textMask = maskOf('abstract');

/**
 * Scores papers by what they say and by what notes say of them: a word of a note counts as one of an abstract, rare or
 * common among the notes. Notes are an index of their own, so that a library is searched as if there were none where
 * there are none, and a change of a note changes nothing in the index of the papers.
 */
export class ScorerWithNotes implements WordScorer {
  readonly #papers: WordScorer;
  readonly #notes: NoteSources;

  constructor(papers: WordScorer, notes: NoteSources) {
    this.#papers = papers;
    this.#notes = notes;
  }

  cost(wanted: Wanted): number {
    const inNotes = inNotesOf(wanted);
    return this.#papers.cost(wanted) + (inNotes === undefined ? 0 : this.#notes.scorer.cost(inNotes));
  }

  scoreAll(wanted: Wanted, sink: ScoreSink, within: Within = everything): void {
    this.#papers.scoreAll(wanted, sink, within);
    const inNotes = inNotesOf(wanted);
    if (inNotes === undefined) return;
    const { owners, scorer } = this.#notes;
    scorer.scoreAll(inNotes, (note, score) => {
      const paper = owners[note] ?? -1;
      if (paper >= 0 && isWithin(within, paper)) sink(paper, score, noteField);
    });
  }

  scorePaper(paper: number, wanted: Wanted, sink: ScoreSink): void {
    this.#papers.scorePaper(paper, wanted, sink);
    const inNotes = inNotesOf(wanted);
    if (inNotes === undefined) return;
    for (const note of this.#notes.notesOf.get(paper) ?? []) {
      this.#notes.scorer.scorePaper(note, inNotes, (_, score) => sink(paper, score, noteField));
    }
  }
}

function inNotesOf({ inNotes, mask }: Wanted): Wanted | undefined {
  return inNotes === undefined || inNotes.isEmpty || (mask & noteMask) === 0
    ? undefined
    : { expansion: inNotes, mask: textMask };
}
