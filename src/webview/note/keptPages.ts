import { parseReaderSavedState, type ReaderSavedState } from '../../protocol/parseReaderMessage.ts';
import { parseJson } from './parseJson.ts';

/** A text longer than this is written down at most this often: writing it takes time, and keys must not wait. */
const longText = 100_000;
const pauseMilliseconds = 400;

/** Where a page writes down what nobody has saved. */
interface Places {
  /** VS Code's own: for this page in its next life. */
  setState(state: ReaderSavedState): void;
  /** The storage that all readers share; it may refuse, or be `undefined`. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Tells this window from others whose readers share the storage. */
  readonly session: string;
}

/**
 * Keeps what nobody has saved: in VS Code's state for the page itself, and in the storage that all readers share for the page
 * that takes its place after the host has ended. VS Code gives that one no state, for to VS Code it is another page.
 */
export class KeptPages {
  readonly #places: Places;
  #waiting: ReaderSavedState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  keep(state: ReaderSavedState): void {
    if ((state.unsaved?.text.length ?? 0) <= longText) {
      this.#write(state);
      return;
    }
    this.#waiting = state;
    this.#timer ??= setTimeout(() => this.flush(), pauseMilliseconds);
  }

  /** Writes down what waits; for when the page may end. */
  flush(): void {
    if (this.#waiting !== undefined) this.#write(this.#waiting);
  }

  /**
   * What a page whose host has ended left of the paper `key`, with or without something unsaved. `undefined` when it cannot
   * be known: storage is denied, or there was no room in it.
   */
  rescue(key: string): ReaderSavedState | undefined {
    try {
      const { storage } = this.#places;
      if (storage === undefined) return undefined;
      const found = storage.getItem(this.#entry(key));
      if (found === null) return { key };
      const saved = parseReaderSavedState(parseJson(found));
      return saved.ok && saved.value.key === key ? saved.value : undefined;
    } catch {
      return undefined;
    }
  }

  #write(state: ReaderSavedState): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    this.#places.setState(state);
    this.#share(state);
  }

  #share(state: ReaderSavedState): void {
    const { storage } = this.#places;
    const entry = this.#entry(state.key);
    try {
      storage?.removeItem(entry);
      if (state.unsaved !== undefined) storage?.setItem(entry, JSON.stringify(state));
    } catch {
      // Full, most likely. The mark says that there is more than can be read here, so that the tab stays.
      try {
        storage?.setItem(entry, '"more"');
      } catch {
        // Nothing can be written at all.
      }
    }
  }

  #entry(key: string): string {
    return `paperside.reader.${this.#places.session}.${key}`;
  }
}

/** The storage of the browser, where it is allowed. */
export function sharedStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
