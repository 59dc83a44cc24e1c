/** One work that wants keys; every list is in source order. */
export interface KeyClaims {
  /** Keys that files give to its records. */
  readonly fileKeys: readonly string[];
  /** Generated keys of its records without a key of their own: they may be cited. */
  readonly keylessKeys: readonly string[];
  /** Generated keys of its other records: they may have been cited before the file with the key came. */
  readonly keyedKeys: readonly string[];
  /** What to call it when none of those is free; asked for only then. */
  readonly longerKeys: () => readonly [string, string];
}

/** The keys of one work: `aliases` in the order in which it got them. */
export interface AssignedKeys {
  readonly key: string;
  readonly aliases: readonly string[];
}

/**
 * Gives each work its key and aliases; all keys and aliases of all works differ. The rules, in this order:
 * 1. A file's key belongs to the first work in source order that claims it; the first one a work gets is its key.
 * 2. The generated key of a record without a file key belongs to its work (so do the others' if the work has got no
 *    key yet). If several works claim the same one, none gets it: a citation may break visibly, it never silently
 *    changes its meaning.
 * 3. Who has no key now gets a longer one.
 * 4. The generated key of a record with a file key is an alias if no other work has or claims it.
 * Linear in the number of claims.
 */
export function assignKeys(works: readonly KeyClaims[]): readonly AssignedKeys[] {
  const ledger = new KeyLedger(works.length);
  works.forEach((work, index) => work.fileKeys.forEach((key) => ledger.give(key, index)));
  ledger.settle((index) => works[index]?.keylessKeys ?? none);
  const keyed = (index: number): readonly string[] => works[index]?.keyedKeys ?? none;
  ledger.settle((index) => (ledger.hasKey(index) ? none : keyed(index)));
  const longer = works.map((work, index) => (ledger.hasKey(index) ? undefined : work.longerKeys()));
  for (const step of [0, 1] as const) {
    const claims = longer.map((keys, index) => (keys === undefined || ledger.hasKey(index) ? none : [keys[step]]));
    ledger.settle((index) => claims[index] ?? none);
  }
  longer.forEach((keys, index) => keys !== undefined && ledger.giveNumbered(keys[1], index));
  ledger.settle(keyed);
  return ledger.assigned();
}

const none: readonly string[] = [];

/** Who owns which key. A key that was once contested is nobody's. */
class KeyLedger {
  readonly #owners = new Map<string, number>();
  readonly #contested = new Set<string>();
  readonly #keys: string[][];
  /** Last number given to a stem. */
  readonly #numbers = new Map<string, number>();

  constructor(works: number) {
    this.#keys = Array.from({ length: works }, () => []);
  }

  hasKey(work: number): boolean {
    return (this.#keys[work]?.length ?? 0) > 0;
  }

  give(key: string, work: number): boolean {
    if (this.#owners.has(key)) return false;
    this.#owners.set(key, work);
    this.#keys[work]?.push(key);
    return true;
  }

  /** Gives every free key that exactly one work claims. `claimsOf` must not change while it runs. */
  settle(claimsOf: (work: number) => readonly string[]): void {
    const claimants = new Map<string, number>();
    for (const work of this.#keys.keys()) {
      for (const key of claimsOf(work)) {
        if ((claimants.get(key) ?? work) !== work) this.#contested.add(key);
        claimants.set(key, work);
      }
    }
    for (const [key, work] of claimants) if (!this.#contested.has(key)) this.give(key, work);
  }

  /**
   * For a work that nothing tells from another one (records without any title): the order of sources decides. Numbers
   * go on where the last search for the same stem ended, so that a thousand of them stay linear.
   */
  giveNumbered(stem: string, work: number): void {
    if (this.hasKey(work) || this.give(stem, work)) return;
    let number = this.#numbers.get(stem) ?? 2;
    while (!this.give(`${stem}-${String(number)}`, work)) number += 1;
    this.#numbers.set(stem, number + 1);
  }

  assigned(): readonly AssignedKeys[] {
    return this.#keys.map(([key = '', ...aliases]) => ({ key, aliases }));
  }
}
