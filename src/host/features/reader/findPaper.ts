import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { ExpectedError } from '../../guard.ts';
import type { LibraryService } from '../../libraryService.ts';

/** A paper by one of its keys. Of a library that is still being read it is waited for only if it is not there yet. */
export async function findPaper(library: LibraryService, key: string): Promise<PaperDetails | undefined> {
  const paper = await library.engine.paper(key);
  if (paper !== undefined) return paper;
  await library.load();
  return library.engine.paper(key);
}

/** The same; rejects with an `ExpectedError` for a key that no paper has. */
export async function paperOf(library: LibraryService, key: string): Promise<PaperDetails> {
  const paper = await findPaper(library, key);
  if (paper !== undefined) return paper;
  throw new ExpectedError(`No paper has the key "${key}". Search for it, or run "Reload Library".`);
}
