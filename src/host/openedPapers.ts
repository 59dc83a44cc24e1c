import type * as vscode from 'vscode';
import {
  openedAt,
  parseOpenedTimes,
  withOpening,
  withOtherKey,
  type OpenedTimes,
} from '../core/reading/openedTimes.ts';
import type { NamedPaper } from '../core/readingLists.ts';

const storageKey = 'openedPapers';
const mostKept = 1_000;

/** When papers were opened in the reader of this workspace, over restarts of the window: of the thousand opened last. */
export class OpenedPapers {
  readonly #memory: vscode.Memento;
  #times: OpenedTimes;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#times = parseOpenedTimes(memory.get<unknown>(storageKey));
  }

  /** The last time, by any of its keys, in milliseconds since 1970; `undefined` when nobody knows. */
  lastTime(paper: NamedPaper): number | undefined {
    return openedAt(this.#times, paper);
  }

  /** Notes that a paper is opened now. */
  opened(paper: NamedPaper): void {
    this.#store(withOpening(this.#times, paper, { time: Date.now(), most: mostKept }));
  }

  /** A paper has another key now. */
  rename(from: string, to: string): void {
    if (this.#times.has(from)) this.#store(withOtherKey(this.#times, from, to));
  }

  #store(times: OpenedTimes): void {
    this.#times = times;
    // Where it cannot be stored it is forgotten with the window: no reason to trouble anybody.
    this.#memory.update(storageKey, [...this.#times]).then(undefined, () => undefined);
  }
}
