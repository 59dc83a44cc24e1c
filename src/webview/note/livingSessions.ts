// Each reader holds a lock of the browser by which it is known that its window lives: locks go with their pages, however these end.

type Locks = Pick<LockManager, 'query' | 'request'>;

const prefix = 'paperside.reader.';

/** A session as names of locks and entries have it: without dots, which end it there. */
export function sessionName(session: string): string {
  return session.replaceAll('.', '-');
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}

/** Holds the lock of a session as long as this page lives. Never throws; `undefined`: there are no locks here. */
export function liveIn(session: string, locks: Locks | undefined): void {
  void locks?.request(prefix + sessionName(session), { mode: 'shared' }, forever).catch(() => undefined);
}

/** The names of sessions that have a reader now; `undefined` when it cannot be known. */
export async function livingSessions(locks: Locks | undefined): Promise<ReadonlySet<string> | undefined> {
  try {
    const found = await locks?.query();
    const names = found?.held?.flatMap(({ name }) => (name === undefined ? [] : [name]));
    return names && new Set(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)));
  } catch {
    return undefined;
  }
}

/** The locks of the browser, where it has any. */
export function browserLocks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined;
}
