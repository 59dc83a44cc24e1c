/** Pairs of a term number and a count, appended one by one: 8 bytes each, no object per pair. */
export class PairList {
  #terms = new Uint32Array(1024);
  #values = new Float32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(term: number, value: number): void {
    if (this.#length === this.#terms.length) this.#grow();
    this.#terms[this.#length] = term;
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The pairs so far, without copying; pushing afterwards leaves them behind. */
  arrays(): { readonly terms: Uint32Array; readonly values: Float32Array } {
    return { terms: this.#terms.subarray(0, this.#length), values: this.#values.subarray(0, this.#length) };
  }

  #grow(): void {
    const terms = new Uint32Array(this.#length * 2);
    const values = new Float32Array(this.#length * 2);
    terms.set(this.#terms);
    values.set(this.#values);
    this.#terms = terms;
    this.#values = values;
  }
}
