import type * as vscode from 'vscode';

const storageKey = 'recentPapers';
const maxRecent = 50;

/** The papers that were opened or cited in this workspace lately, over restarts of the window. */
export class RecentPapers {
  readonly #memory: vscode.Memento;
  #keys: readonly string[];

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const stored: unknown = memory.get(storageKey);
    const keys = Array.isArray(stored) ? stored : [];
    this.#keys = keys.filter((key): key is string => typeof key === 'string').slice(0, maxRecent);
  }

  /** The last one first, at most 50. Papers may have gone since. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  /** Notes that papers were used just now, the last one most recently. */
  used(...keys: readonly string[]): void {
    this.#store([...keys.toReversed(), ...this.#keys]);
  }

  /** A paper has another key now. */
  rename(from: string, to: string): void {
    if (this.#keys.includes(from)) this.#store(this.#keys.map((key) => (key === from ? to : key)));
  }

  #store(keys: readonly string[]): void {
    this.#keys = [...new Set(keys)].slice(0, maxRecent);
    // Where it cannot be stored it is forgotten with the window: no reason to trouble anybody.
    this.#memory.update(storageKey, this.#keys).then(undefined, () => undefined);
  }
}
