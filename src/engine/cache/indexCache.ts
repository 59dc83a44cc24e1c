import type { FrozenData } from '../../core/search/frozen/frozenIndex.ts';
import type { PaperRow } from '../paperEngine.ts';
import { readFrozen, writeFrozen } from '../../core/search/frozen/frozenImage.ts';
import { CachedRows, writeRows } from './cachedRows.ts';

/** Where an index is kept from one session to the next. It may be deleted at any time. */
export interface IndexCache {
  /** The parts that were written last; `undefined` when there is nothing, or anything else than was written. */
  read(): Promise<readonly ArrayBuffer[] | undefined>;
  /**
   * Keeps parts instead of the last ones, in one step: nobody ever reads half of them. Pieces are whole multiples of
   * eight bytes. Rejects with an `Error` that says why it could not.
   */
  write(parts: readonly (readonly Uint8Array[])[]): Promise<void>;
}

/** An index of an earlier session with what its rows show. */
export interface CachedIndex {
  readonly frozen: FrozenData;
  /** In the order of `frozen.keys`. */
  readonly rows: CachedRows;
}

/** What was kept; `undefined` when it is nothing that can be used. Never rejects. */
export async function readIndex(cache: IndexCache): Promise<CachedIndex | undefined> {
  try {
    const [index, shown] = (await cache.read()) ?? [];
    const frozen = index === undefined ? undefined : readFrozen(index);
    const rows = shown === undefined ? undefined : new CachedRows(shown);
    return frozen === undefined || rows?.count !== frozen.keys.length ? undefined : { frozen, rows };
  } catch {
    return undefined;
  }
}

/** The parts to keep; the result is `undefined` when they cannot be written. */
export function* writeIndex(
  frozen: FrozenData,
  rowOf: (key: string) => PaperRow | undefined,
): Generator<void, readonly (readonly Uint8Array[])[] | undefined, void> {
  const index = writeFrozen(frozen);
  yield;
  const rows = yield* writeRows(frozen.keys.length, (at) => rowOf(frozen.keys[at] ?? ''));
  return index === undefined ? undefined : [index, rows];
}
