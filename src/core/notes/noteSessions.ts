import type { NoteKeeper } from './noteKeeper.ts';
import type { NoteClock } from './notePorts.ts';

/** A note whose reader has gone to another paper stays open this long: its last words are still on their way. */
export const lingerMilliseconds = 5_000;

/** What is kept open. */
export type NoteSession = Pick<NoteKeeper, 'flush' | 'unsaved' | 'dispose'>;

/**
 * The notes that one reader has open, by the key of their paper: that of the paper it shows, and for a moment that of the
 * paper before. Each is opened once, also when it is asked for again while it is being read.
 */
export class NoteSessions<Session extends NoteSession> {
  readonly #clock: Pick<NoteClock, 'after'>;
  readonly #report: (error: unknown) => void;
  readonly #sessions = new Map<string, Session>();
  readonly #opening = new Map<string, Promise<Session>>();
  /** Those that are not shown any more; calls off their end. */
  readonly #leaving = new Map<string, () => void>();
  #isDisposed = false;

  constructor(clock: Pick<NoteClock, 'after'>, report: (error: unknown) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  get(key: string): Session | undefined {
    return this.#sessions.get(key);
  }

  /** Gives the note that is open or being opened, else starts it. Rejects as `start` does. */
  open(key: string, start: () => Promise<Session>): Promise<Session> {
    this.#leaving.get(key)?.();
    this.#leaving.delete(key);
    const open = this.#sessions.get(key);
    if (open !== undefined) return Promise.resolve(open);
    const known = this.#opening.get(key);
    if (known !== undefined) return known;
    const opening = this.#open(key, start).finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
    return opening;
  }

  async #open(key: string, start: () => Promise<Session>): Promise<Session> {
    const session = await start();
    if (this.#isDisposed) session.dispose();
    else this.#sessions.set(key, session);
    return session;
  }

  /** The reader shows another paper now: this note is saved and closed when nothing more can come for it. */
  leave(key: string): void {
    const isKnown = this.#sessions.has(key) || this.#opening.has(key);
    if (!isKnown || this.#leaving.has(key)) return;
    const close = (): void => void this.#close(key).catch(this.#report);
    this.#leaving.set(key, this.#clock.after(lingerMilliseconds, close));
  }

  async #close(key: string): Promise<void> {
    // A note that could not be opened has been said.
    await this.#opening.get(key)?.catch(() => undefined);
    const session = this.#sessions.get(key);
    await session?.flush();
    // Shown again meanwhile: it stays.
    if (!this.#leaving.delete(key)) return;
    // Not on disk: it goes on trying.
    if (session?.unsaved !== undefined) {
      this.leave(key);
      return;
    }
    this.#sessions.delete(key);
    session?.dispose();
  }

  /** Saves everything that is not saved yet. */
  async flush(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.flush()));
  }

  /** The notes that could not be written, whole. */
  get unsaved(): readonly string[] {
    return [...this.#sessions.values()].flatMap(({ unsaved }) => unsaved ?? []);
  }

  /** Ends all sessions without saving: call `flush` first, and look at `unsaved`. */
  dispose(): void {
    this.#isDisposed = true;
    for (const cancel of this.#leaving.values()) cancel();
    for (const session of this.#sessions.values()) session.dispose();
    this.#leaving.clear();
    this.#sessions.clear();
  }
}
