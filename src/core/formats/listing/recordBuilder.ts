import type { PaperRecord } from '../../paper.ts';
import type { Identifiers } from '../../text/identifiers.ts';
import { withoutMark } from './headings.ts';
import type { LineScore } from './lineScore.ts';
import type { Unit } from './unit.ts';

/** Puts one paper together from its units, in their order. */
export class RecordBuilder {
  readonly #title: Unit;
  readonly #abstract: string[] = [];
  #last: Unit;
  #authors: readonly string[] = [];
  #identifiers: Identifiers = {};

  constructor(title: Unit) {
    this.#title = title;
    this.#last = title;
  }

  addAbstract(unit: Unit): void {
    this.#abstract.push(unit.text);
    this.#last = unit;
  }

  /** Takes identifiers, and authors above the abstract. `false` when the unit says nothing of this paper. */
  addDetails(unit: Unit, { identifiers, authors }: LineScore, aboveAbstract: boolean): boolean {
    if (identifiers !== undefined) {
      // The first of each kind is the paper's own.
      this.#identifiers = { ...identifiers, ...this.#identifiers };
      this.#last = unit;
      return true;
    }
    if (!aboveAbstract || authors === undefined || this.#authors.length > 0) return false;
    this.#authors = authors;
    this.#last = unit;
    return true;
  }

  build(): PaperRecord {
    const { doi, arxiv, url } = this.#identifiers;
    return {
      title: withoutMark(this.#title.text),
      abstract: this.#abstract.join('\n\n'),
      authors: this.#authors,
      keywords: [],
      doi,
      arxiv,
      url,
      range: {
        start: { line: this.#title.first.line, character: 0 },
        end: { line: this.#last.last.line, character: this.#last.last.text.length },
      },
    };
  }
}
