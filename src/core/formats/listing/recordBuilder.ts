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
  #keywords: readonly string[] = [];
  #identifiers: Identifiers;

  /** `identifiers` stand above the title, where a list writes them so. */
  constructor(title: Unit, identifiers: Identifiers) {
    this.#title = title;
    this.#last = title;
    this.#identifiers = identifiers;
  }

  addAbstract(unit: Unit): void {
    this.#abstract.push(unit.text);
    this.#last = unit;
  }

  /** Takes identifiers, keywords, and authors above the abstract. `false` when the unit says nothing of this paper. */
  addDetails(unit: Unit, score: LineScore, aboveAbstract: boolean): boolean {
    if (!this.#take(score, aboveAbstract)) return false;
    this.#last = unit;
    return true;
  }

  #take({ identifiers, keywords, authors }: LineScore, aboveAbstract: boolean): boolean {
    if (identifiers !== undefined) {
      // The first of each kind is the paper's own.
      this.#identifiers = { ...identifiers, ...this.#identifiers };
    } else if (keywords !== undefined) {
      this.#keywords = [...this.#keywords, ...keywords];
    } else if (aboveAbstract && authors !== undefined && this.#authors.length === 0) {
      this.#authors = authors;
    } else {
      return false;
    }
    return true;
  }

  build(): PaperRecord {
    const { doi, arxiv, url } = this.#identifiers;
    return {
      title: withoutMark(this.#title.text),
      abstract: this.#abstract.join('\n\n'),
      authors: this.#authors,
      keywords: this.#keywords,
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
