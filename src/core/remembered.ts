/** A value that is made once for what it was made of, and again when any part of that is another. */
export class Remembered<T> {
  #kept: { readonly from: readonly unknown[]; readonly value: T } | undefined;

  /** `from` is compared part by part, by identity. */
  get(from: readonly unknown[], make: () => T): T {
    const kept = this.#kept;
    if (kept !== undefined && isSame(kept.from, from)) return kept.value;
    const value = make();
    this.#kept = { from, value };
    return value;
  }
}

/** As `Remembered`, for the last few different questions. */
export class RememberedFew<T> {
  readonly #most: number;
  #kept: readonly { readonly from: readonly unknown[]; readonly value: T }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** `from` is compared part by part, by identity. */
  get(from: readonly unknown[], make: () => T): T {
    const known = this.#kept.find((one) => isSame(one.from, from));
    const found = known ?? { from, value: make() };
    this.#kept = [found, ...this.#kept.filter((one) => one !== found)].slice(0, this.#most);
    return found.value;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, at) => Object.is(part, b[at]));
}
