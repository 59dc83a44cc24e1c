import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import type { TextLine } from '../../text/textLines.ts';
import type { ParsedPaperFile } from '../paperFormat.ts';
import type { Role } from './assignRoles.ts';
import { leadingFact, type Facts, type LeadingKind } from './facts.ts';
import type { LineScore } from './lineScore.ts';
import { missingAbstract, noPapers, unplacedText } from './listingProblems.ts';
import { RecordBuilder } from './recordBuilder.ts';
import type { Unit } from './unit.ts';

/** Puts records and problems together from the units of a list, in their order. The three lists are parallel. */
export function assembleRecords(
  units: readonly Unit[],
  scores: readonly LineScore[],
  roles: readonly Role[],
): ParsedPaperFile {
  const assembly = new Assembly(kindsAboveTitles(scores, roles));
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    const score = scores[index];
    const role = roles[index];
    if (unit !== undefined && score !== undefined && role !== undefined) assembly.add(unit, score, role);
  }
  return assembly.finish();
}

/**
 * Which facts this list writes above the titles of its papers: those that stand above the first title, unless one more
 * stands below the last paper.
 */
function kindsAboveTitles(scores: readonly LineScore[], roles: readonly Role[]): ReadonlySet<LeadingKind> {
  const first = roles.indexOf('title');
  const last = roles.lastIndexOf('title');
  const kinds = new Set<LeadingKind>();
  const values = new Set<string>();
  for (let index = 0; index < scores.length; index += 1) {
    const facts = scores[index]?.facts;
    const leading = facts === undefined ? undefined : leadingFact(facts);
    if (leading === undefined) continue;
    const [kind, value] = leading;
    if (index < first) kinds.add(kind);
    if (index > last && roles[index] === 'aside' && !values.has(value)) kinds.delete(kind);
    values.add(value);
  }
  return kinds;
}

class Assembly {
  readonly #records: PaperRecord[] = [];
  readonly #problems: Problem[] = [];
  readonly #leading: ReadonlySet<LeadingKind>;
  #open: RecordBuilder | undefined;
  #unplaced: Unit[] = [];
  /** Of the paper that comes, and the line where they begin. */
  #pending: Facts[] = [];
  #pendingFrom: TextLine | undefined;

  constructor(leading: ReadonlySet<LeadingKind>) {
    this.#leading = leading;
  }

  add(unit: Unit, score: LineScore, role: Role): void {
    if (role === 'title') {
      this.#openRecord(unit, score);
    } else if (role === 'abstract') {
      this.#open?.addAbstract(unit);
    } else if (role === 'aside' && this.#isOfNext(score.facts)) {
      this.#pendingFrom ??= unit.first;
      this.#pending.push(score.facts ?? {});
    } else if (this.#open?.addDetails(unit, score, role === 'waiting') !== true && score.furniture === undefined) {
      this.#unplaced.push(unit);
      this.#pendingFrom = undefined;
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

  #isOfNext(facts: Facts | undefined): boolean {
    if (facts === undefined || this.#open?.hasArxiv(facts.identifiers?.arxiv) === true) return false;
    const kind = leadingFact(facts)?.[0];
    return kind !== undefined && this.#leading.has(kind);
  }

  #openRecord(unit: Unit, score: LineScore): void {
    this.#closeRecord();
    this.#open = new RecordBuilder(unit, score, this.#pendingFrom ?? unit.first);
    // What stands nearest to the title is the most surely its own.
    if (this.#pending.length > 0) {
      for (const facts of this.#pending.toReversed()) this.#open.addFacts(facts);
      this.#pending = [];
    }
    this.#pendingFrom = undefined;
  }

  #closeRecord(): void {
    if (this.#open === undefined) return;
    const record = this.#open.build();
    this.#records.push(record);
    if (record.abstract === '' && !this.#open.marked) this.#problems.push(missingAbstract(record));
    this.#open = undefined;
  }

  #closeUnplaced(): void {
    if (this.#unplaced.length === 0) return;
    const [first] = this.#unplaced;
    const last = this.#unplaced.at(-1);
    if (first !== undefined && last !== undefined) this.#problems.push(unplacedText(first, last));
    this.#unplaced = [];
  }
}
