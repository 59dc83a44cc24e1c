import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import type { Identifiers } from '../../text/identifiers.ts';
import { textLines } from '../../text/textLines.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { assignRoles, type Role } from './assignRoles.ts';
import { titleLevelOf } from './headings.ts';
import { scoreUnit, type LineScore } from './lineScore.ts';
import { missingAbstract, noPapers, unplacedText } from './listingProblems.ts';
import { RecordBuilder } from './recordBuilder.ts';
import { unitsOf, type Unit } from './unit.ts';

/**
 * A pasted listing: a paper is a title line followed by its abstract, between the furniture of the page it was copied
 * from. The shape of a copied page of daily papers; blank lines, line ends and wrapping may be any. Texts come out as
 * written, control characters and terminal escapes included: whoever shows them makes them harmless.
 */
export const listing: PaperFormat = {
  id: 'listing',
  label: 'paper list',
  // Any text may be a list: every other format that is sure of itself goes first.
  detect: () => 0.1,
  parse,
};

function parse(text: string): ParsedPaperFile {
  const units = unitsOf(textLines(text));
  const titleLevel = titleLevelOf(units);
  const scores = units.map((unit, index) => scoreUnit(unit, { before: units[index - 1]?.text, titleLevel }));
  const roles = assignRoles(units, scores);
  const assembly = new Assembly(identifiersComeFirst(scores, roles));
  for (const [index, unit] of units.entries()) {
    const score = scores[index];
    const role = roles[index];
    if (score !== undefined && role !== undefined) assembly.add(unit, score, role);
  }
  return assembly.finish();
}

/** Does this list write a paper's identifier above its title? Then one stands above the first title. */
function identifiersComeFirst(scores: readonly LineScore[], roles: readonly Role[]): boolean {
  const firstTitle = roles.indexOf('title');
  const first = scores.findIndex(({ identifiers }) => identifiers !== undefined);
  return first >= 0 && first < firstTitle;
}

/** Puts records and problems together from units in their order. */
class Assembly {
  readonly #records: PaperRecord[] = [];
  readonly #problems: Problem[] = [];
  readonly #identifiersFirst: boolean;
  #open: RecordBuilder | undefined;
  #unplaced: Unit[] = [];
  /** Of the paper that comes. */
  #identifiers: Identifiers = {};

  constructor(identifiersFirst: boolean) {
    this.#identifiersFirst = identifiersFirst;
  }

  add(unit: Unit, score: LineScore, role: Role): void {
    if (role === 'title') {
      this.#closeRecord();
      this.#open = new RecordBuilder(unit, this.#identifiers);
      this.#identifiers = {};
    } else if (role === 'abstract') {
      this.#open?.addAbstract(unit);
    } else if (role === 'aside' && score.identifiers !== undefined && this.#identifiersFirst) {
      this.#identifiers = { ...score.identifiers, ...this.#identifiers };
    } else if (this.#open?.addDetails(unit, score, role === 'waiting') !== true && score.furniture === undefined) {
      this.#unplaced.push(unit);
      return;
    }
    this.#closeUnplaced();
  }

  finish(): ParsedPaperFile {
    this.#closeRecord();
    this.#closeUnplaced();
    if (this.#records.length === 0) this.#problems.unshift(noPapers);
    const problems = this.#problems.toSorted((a, b) => a.range.start.line - b.range.start.line);
    return { records: this.#records, problems };
  }

  #closeRecord(): void {
    if (this.#open === undefined) return;
    const record = this.#open.build();
    this.#records.push(record);
    if (record.abstract === '') this.#problems.push(missingAbstract(record));
    this.#open = undefined;
  }

  #closeUnplaced(): void {
    const [first] = this.#unplaced;
    const last = this.#unplaced.at(-1);
    if (first !== undefined && last !== undefined) this.#problems.push(unplacedText(first, last));
    this.#unplaced = [];
  }
}
