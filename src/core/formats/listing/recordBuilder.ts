import type { PaperRecord } from '../../paper.ts';
import type { Identifiers } from '../../text/identifiers.ts';
import type { TextLine } from '../../text/textLines.ts';
import { codeAddress } from './codeAddress.ts';
import type { Facts } from './facts.ts';
import type { LineScore } from './lineScore.ts';
import { arxivYear } from './publicationYear.ts';
import type { Unit } from './unit.ts';

/** Puts one paper together from its units, in their order. */
export class RecordBuilder {
  readonly #title: string;
  readonly #first: TextLine;
  readonly #abstract: string[] = [];
  #last: TextLine;
  #authors: readonly string[] = [];
  #keywords: readonly string[] = [];
  #identifiers: Identifiers = {};
  #year: number | undefined;
  #venue: string | undefined;
  #other: readonly (readonly [string, string])[] = [];
  /** Its form says that it is a paper, with or without an abstract. */
  readonly marked: boolean;

  /** `first` is the line that the entry begins with: the title's, or one above it that says something of this paper. */
  constructor(title: Unit, { form }: LineScore, first: TextLine) {
    this.#title = oneLine(form?.title ?? title.text);
    this.#first = first;
    this.#last = title.last;
    this.marked = form?.marked === true;
    if (form?.identifiers !== undefined) this.#identifiers = form.identifiers;
  }

  addAbstract({ text, label, last }: Unit): void {
    this.#abstract.push(label?.field === 'abstract' ? label.value : text);
    this.#last = last;
  }

  /** What stands above the title: the range begins there already. */
  addFacts({ identifiers, keywords, authors, year, venue, other }: Facts): void {
    // The first of each kind is the paper's own.
    if (identifiers !== undefined) this.#identifiers = { ...identifiers, ...this.#identifiers };
    if (keywords !== undefined) this.#keywords = [...this.#keywords, ...keywords];
    if (authors !== undefined && this.#authors.length === 0) this.#authors = authors;
    this.#year ??= year;
    this.#venue ??= venue;
    if (other !== undefined) this.#other = [...this.#other, other];
  }

  /** Takes facts, and authors above the abstract. `false` when the unit says nothing of this paper. */
  addDetails(unit: Unit, { facts, authors }: LineScore, aboveAbstract: boolean): boolean {
    if (facts !== undefined) this.addFacts(facts);
    else if (aboveAbstract && authors !== undefined && this.#authors.length === 0) this.#authors = authors;
    else return false;
    this.#last = unit.last;
    return true;
  }

  /** Is this the identifier of this paper, said again? */
  hasArxiv(id: string | undefined): boolean {
    return id !== undefined && id === this.#identifiers.arxiv;
  }

  build(): PaperRecord {
    const { doi, arxiv, url } = this.#identifiers;
    const known = doi ?? arxiv ?? url;
    return {
      title: this.#title,
      abstract: this.#abstract.join('\n\n'),
      authors: this.#authors,
      keywords: this.#keywords,
      year: this.#year ?? (arxiv === undefined ? undefined : arxivYear(arxiv)),
      venue: this.#venue,
      doi,
      arxiv,
      url: url ?? (known === undefined ? codeAddress(this.#abstract.at(-1) ?? '') : undefined),
      details: this.#other.length === 0 ? undefined : { other: this.#other },
      range: {
        start: { line: this.#first.line, character: 0 },
        end: { line: this.#last.line, character: this.#last.text.length },
      },
    };
  }
}

/** White space collapsed, control characters dropped. Most titles are so already. */
function oneLine(text: string): string {
  return /[^!-~] |[^ -~]| $/.test(text)
    ? text
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim()
    : text;
}
