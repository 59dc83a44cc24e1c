import type { NoteListener } from './keptNote.ts';
import { NoteKeeper } from './noteKeeper.ts';
import type { NoteKeeperParts } from './noteParts.ts';

/**
 * The notes that a window has open. Two readers of one paper each have a keeper of their own, which agree through the file
 * and its document as two windows do; but they need not wait for a watcher: what one saved, the others look at at once.
 */
export class WindowNotes {
  readonly #keepers = new Set<NoteKeeper>();

  /** See `NoteKeeper.open`. */
  async open(parts: NoteKeeperParts, listener: NoteListener): Promise<NoteKeeper> {
    let opened: NoteKeeper | undefined;
    const keeper = await NoteKeeper.open(parts, {
      text: (note) => listener.text(note),
      state: (seq, state, message) => {
        listener.state(seq, state, message);
        if (opened !== undefined && (state === 'saved' || state === 'conflict')) this.#lookFrom(opened);
      },
    });
    opened = keeper;
    this.#keepers.add(keeper);
    return keeper;
  }

  #lookFrom(keeper: NoteKeeper): void {
    for (const other of this.#keepers) {
      if (other.isDisposed) this.#keepers.delete(other);
      else if (other !== keeper && other.uri === keeper.uri) other.look();
    }
  }
}
