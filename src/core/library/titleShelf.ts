import { contradict, sameFirstAuthor, type WorkFacts } from './paperIdentity.ts';

/** A work of one title. */
export interface ShelvedWork {
  root: number;
  facts: WorkFacts;
}

/** Works that a record is compared with: all of one author, or all when it names none. Keeps hostile files linear. */
const maxCompared = 16;

/** The works of one title that contradict each other, found by their first authors. */
export class TitleShelf {
  /** Whether the title says so little that author and year must say that two are the same. */
  readonly #isGeneric: boolean;
  readonly #all: ShelvedWork[] = [];
  readonly #anonymous: ShelvedWork[] = [];
  readonly #byName = new Map<string, ShelvedWork[]>();

  constructor(isGeneric: boolean) {
    this.#isGeneric = isGeneric;
  }

  /** The work that these facts do not contradict: of several one of the same year, else the first. */
  find(facts: WorkFacts): ShelvedWork | undefined {
    const parts = facts.authorParts;
    const candidates =
      parts.length === 0 ? this.#all : [...parts.flatMap((part) => this.#byName.get(part) ?? []), ...this.#anonymous];
    const fitting = candidates.filter((work) => this.#fits(work.facts, facts));
    return fitting.find((work) => work.facts.year === facts.year) ?? fitting[0];
  }

  add(work: ShelvedWork): void {
    put(this.#all, work);
    if (!this.#name(work)) put(this.#anonymous, work);
  }

  /** More is known of a work. */
  extend(work: ShelvedWork, facts: WorkFacts): void {
    const isNamed = work.facts.authorParts.length > 0;
    work.facts = facts;
    if (!isNamed) this.#name(work);
  }

  /** Whether it has a name. */
  #name(work: ShelvedWork): boolean {
    const parts = work.facts.authorParts;
    for (const part of parts) {
      const works = this.#byName.get(part);
      if (works === undefined) this.#byName.set(part, [work]);
      else put(works, work);
    }
    return parts.length > 0;
  }

  #fits(a: WorkFacts, b: WorkFacts): boolean {
    if (contradict(a, b)) return false;
    return !this.#isGeneric || (sameFirstAuthor(a, b) === true && a.year !== undefined && a.year === b.year);
  }
}

function put(works: ShelvedWork[], work: ShelvedWork): void {
  if (works.length < maxCompared) works.push(work);
}
