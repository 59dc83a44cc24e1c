import type { NamedPaper } from '../../core/readingLists.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { choosePapers, type ChooseOptions } from './choosePapers.ts';
import { keysOfRows, type AskedRows } from './rowPapers.ts';

/** How papers are asked for, and which rows count when the command comes from a tree. */
export interface AskOptions extends ChooseOptions {
  /** All selected papers when undefined. */
  readonly rows?: AskedRows | undefined;
}

/** More papers are looked up among all rows at once. */
const fewKeys = 30;

/**
 * The papers a command is about: those of its arguments, else asked for. `[]` when the user leaves. Rejects with an
 * `ExpectedError` for a key that no paper has.
 */
export async function askedPapers(
  services: Services,
  args: readonly unknown[],
  options: AskOptions,
): Promise<readonly PaperDetails[]> {
  const papers: PaperDetails[] = [];
  for (const key of await askedKeys(services, args, options)) {
    const paper = await services.library.engine.paper(key);
    if (paper === undefined) throw unknownKey(key);
    papers.push(paper);
  }
  return papers;
}

/** The same for commands that need no more than the keys: thousands of papers are no more than some. */
export async function askedNames(
  services: Services,
  args: readonly unknown[],
  options: AskOptions,
): Promise<readonly NamedPaper[]> {
  const keys = await askedKeys(services, args, options);
  if (keys.length <= fewKeys) return askedPapers(services, [{ keys }], options);
  const rows = new Map<string, NamedPaper>();
  for (const row of await services.library.engine.rows()) {
    for (const key of [...(row.aliases ?? []), row.key]) rows.set(key, row);
  }
  return keys.map((key) => {
    const row = rows.get(key);
    if (row === undefined) throw unknownKey(key);
    return row;
  });
}

async function askedKeys(
  services: Services,
  args: readonly unknown[],
  options: AskOptions,
): Promise<readonly string[]> {
  const given = await keysOfRows(services, args, options.rows ?? 'papers');
  const keys = given.length > 0 ? given : ((await choosePapers(services, options)) ?? []);
  // A command called with a key right after start means a paper that is still being read.
  if (keys.length > 0) await services.library.load();
  return keys;
}

function unknownKey(key: string): ExpectedError {
  return new ExpectedError(`No paper has the key "${key}". Search for it, or run "Reload Library".`);
}
