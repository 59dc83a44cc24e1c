/** What a trail is made of, to be stored. */
export interface TrailState {
  /** Keys of papers, the one read first first. */
  readonly keys: readonly string[];
  /** Where the reader stands among them. */
  readonly at: number;
}

/** More steps back than anybody goes. */
const mostSteps = 100;

/** The papers that one reader has shown, and where it stands among them: back and forward as in a browser. */
export class PaperTrail {
  #keys: readonly string[];
  #at: number;

  /** Takes up a stored trail; anything that is none is an empty one. */
  constructor(stored?: unknown) {
    const { keys, at } = parseTrail(stored);
    this.#keys = keys;
    this.#at = at;
  }

  get state(): TrailState {
    return { keys: this.#keys, at: this.#at };
  }

  /** The paper of the step before; `undefined` at the first. */
  get back(): string | undefined {
    return this.#keys[this.#at - 1];
  }

  /** The paper that a step back left; `undefined` at the last. */
  get forward(): string | undefined {
    return this.#keys[this.#at + 1];
  }

  /** A paper is shown: what was ahead is forgotten. The same one again is no step. */
  visit(key: string): void {
    if (this.#keys[this.#at] === key) return;
    this.#keys = [...this.#keys.slice(0, this.#at + 1), key].slice(-mostSteps);
    this.#at = this.#keys.length - 1;
  }

  /** One step along the trail, as far as there is one. */
  step(to: 'back' | 'forward'): void {
    const at = this.#at + (to === 'back' ? -1 : 1);
    if (this.#keys[at] !== undefined) this.#at = at;
  }

  /** The paper shown has another key now. */
  rename(key: string): void {
    this.#keys = this.#keys.map((one, at) => (at === this.#at ? key : one));
  }

  /** A paper that there is no more is no step any more. */
  drop(key: string): void {
    const before = this.#keys.slice(0, this.#at).filter((one) => one !== key).length;
    this.#keys = this.#keys.filter((one) => one !== key);
    this.#at = Math.max(0, Math.min(before, this.#keys.length - 1));
  }
}

function parseTrail(stored: unknown): TrailState {
  const nothing = { keys: [], at: 0 };
  if (typeof stored !== 'object' || stored === null || !('keys' in stored) || !('at' in stored)) return nothing;
  const { keys, at } = stored;
  if (!Array.isArray(keys) || keys.length > mostSteps || !keys.every((key) => typeof key === 'string')) return nothing;
  return typeof at === 'number' && Number.isInteger(at) && keys[at] !== undefined ? { keys, at } : nothing;
}
