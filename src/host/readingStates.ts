import * as vscode from 'vscode';
import {
  namesOf,
  parseReadingLists,
  withOtherKey,
  withState,
  type NamedPaper,
  type ReadingLists,
  type ReadingState,
} from '../core/readingLists.ts';

const storageKey = 'readingStates';

/**
 * How far the writer has come with each paper, over restarts of the window. In the state that VS Code keeps for the
 * workspace: it is the reader's own business, changes with every paper that is opened, and so does not belong into a file
 * that others share or that has a history.
 */
export class ReadingStates implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #lists: ReadingLists;
  #read: ReadonlySet<string> = new Set();
  #reading: ReadonlySet<string> = new Set();

  /** Some paper is in another state. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#lists = parseReadingLists(memory.get<unknown>(storageKey));
    this.#index();
  }

  /** Keys as they were when the papers were marked: some may mean nothing, or another key of a paper, by now. */
  get lists(): ReadingLists {
    return this.#lists;
  }

  /** By any of its keys; what was read under one of them was read. */
  stateOf(paper: NamedPaper): ReadingState {
    const names = namesOf(paper);
    if (names.some((name) => this.#read.has(name))) return 'read';
    return names.some((name) => this.#reading.has(name)) ? 'reading' : 'unread';
  }

  /** The writer says so. Resolves when it is stored; rejects when it cannot be, and it counts in this window all the same. */
  async mark(papers: readonly NamedPaper[], state: ReadingState): Promise<void> {
    this.#lists = withState(this.#lists, papers, state);
    this.#index();
    this.#changed.fire();
    await this.#memory.update(storageKey, this.#lists);
  }

  /** The reader has shown it long enough to be read in: an unread paper is begun, others stay as they are. */
  async begin(paper: NamedPaper): Promise<void> {
    if (this.stateOf(paper) === 'unread') await this.mark([paper], 'reading');
  }

  /** A paper has another key now. Rejects as `mark` does. */
  async rename(from: string, to: string): Promise<void> {
    if (!this.#read.has(from) && !this.#reading.has(from)) return;
    this.#lists = withOtherKey(this.#lists, from, to);
    this.#index();
    this.#changed.fire();
    await this.#memory.update(storageKey, this.#lists);
  }

  #index(): void {
    this.#read = new Set(this.#lists.read);
    this.#reading = new Set(this.#lists.reading);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
