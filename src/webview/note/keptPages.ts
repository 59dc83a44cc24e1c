import { parseReaderSavedState, type ReaderSavedState } from '../../protocol/parseReaderMessage.ts';
import { sameSavedState } from '../savedState.ts';
import { sessionName } from './livingSessions.ts';
import { parseJson } from './parseJson.ts';

/** A text longer than this is written down at most this often: writing it takes time, and keys must not wait. */
const longText = 100_000;
const pauseMilliseconds = 400;

/** Where a page writes down what nobody has saved. */
interface Places {
  /** VS Code's own: for this page in its next life. */
  setState(state: ReaderSavedState): void;
  /** The storage that all readers share; it may refuse, or be `undefined`. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | undefined;
  /** Tells the folder that is open from others whose readers share the storage. Holds no dot. */
  readonly folder: string;
  /** Tells this life of the window from others, also earlier ones. */
  readonly session: string;
}

/** Something that no page keeps any more. */
interface LeftEntry {
  readonly name: string;
  readonly session: string;
}

/**
 * Keeps what nobody has saved: in VS Code's state for the page itself, and in the storage that all readers share for the page
 * that takes its place after the host has ended. VS Code gives that one no state, for to VS Code it is another page.
 */
export class KeptPages {
  readonly #places: Places;
  readonly #session: string;
  /** The entry that this page has made, or has taken over from an earlier life of its own. */
  #own: string | undefined;
  /** The entry of an earlier life of the window that this page brings to the host. */
  #adopted: string | undefined;
  #waiting: ReaderSavedState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(places: Places) {
    this.#places = places;
    this.#session = sessionName(places.session);
  }

  /** The page goes on with what it kept in an earlier life, which may have been in an earlier life of the window. */
  goesOn(state: ReaderSavedState): void {
    this.#own = this.#entry(state.key);
    if (state.unsaved === undefined) return;
    this.#adopted = this.#left().find(({ name }) => sameSavedState(state, this.#read(name)))?.name;
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

  /** Whether pages of other lives of the window have left something of papers in this folder. */
  get othersLeft(): boolean {
    return this.#left().length > 0;
  }

  /**
   * What a page left whose window has ended, with or without its host: VS Code forgets readers that have no host. `living`
   * are the sessions (see `livingSessions`) that keep their own. It is there until `keep` is told that nothing is unsaved.
   */
  adopt(living: ReadonlySet<string>): ReaderSavedState['unsaved'] {
    for (const { name, session } of this.#left()) {
      if (living.has(session)) continue;
      const unsaved = this.#read(name)?.unsaved;
      if (unsaved === undefined) continue;
      this.#adopted = name;
      return unsaved;
    }
    return undefined;
  }

  #left(): readonly LeftEntry[] {
    try {
      const { storage } = this.#places;
      const names = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
      return names.flatMap((name) => {
        const [session] = name.startsWith(this.#prefix) ? name.slice(this.#prefix.length).split('.', 1) : [];
        return session === undefined || session === this.#session ? [] : [{ name, session }];
      });
    } catch {
      return [];
    }
  }

  #read(name: string): ReaderSavedState | undefined {
    try {
      const found = this.#places.storage?.getItem(name) ?? undefined;
      const saved = found === undefined ? undefined : parseReaderSavedState(parseJson(found));
      return saved?.ok === true ? saved.value : undefined;
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
    const before = this.#own;
    this.#own = entry;
    try {
      if (state.unsaved === undefined) this.#forgetAdopted();
      storage?.removeItem(entry);
      if (state.unsaved !== undefined) storage?.setItem(entry, JSON.stringify(state));
      // What it says is older than what was written now.
      if (before !== undefined && before !== entry) storage?.removeItem(before);
    } catch {
      // Full, most likely. The mark says that there is more than can be read here, so that the tab stays.
      try {
        storage?.setItem(entry, '"more"');
      } catch {
        // Nothing can be written at all.
      }
    }
  }

  #forgetAdopted(): void {
    if (this.#adopted !== undefined) this.#places.storage?.removeItem(this.#adopted);
    this.#adopted = undefined;
  }

  get #prefix(): string {
    return `paperside.reader.${this.#places.folder}.`;
  }

  #entry(key: string): string {
    return `${this.#prefix}${this.#session}.${key}`;
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
