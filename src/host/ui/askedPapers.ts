import { keysOfArguments } from '../commands.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { choosePapers, type ChooseOptions } from './choosePapers.ts';

/**
 * The papers a command is about: those of its arguments, else asked for. `[]` when the user leaves. Rejects with an
 * `ExpectedError` for a key that no paper has.
 */
export async function askedPapers(
  services: Services,
  args: readonly unknown[],
  options: ChooseOptions,
): Promise<readonly PaperDetails[]> {
  const given = keysOfArguments(args);
  const keys = given.length > 0 ? given : ((await choosePapers(services, options)) ?? []);
  // A command called with a key right after start means a paper that is still being read.
  if (keys.length > 0) await services.library.load();
  const papers: PaperDetails[] = [];
  for (const key of keys) {
    const paper = await services.library.engine.paper(key);
    if (paper === undefined) {
      throw new ExpectedError(`No paper has the key "${key}". Search for it, or run "Reload Library".`);
    }
    papers.push(paper);
  }
  return papers;
}
