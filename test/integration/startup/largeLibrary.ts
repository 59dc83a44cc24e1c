import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { paperWriters } from '../../support/paperWriters.ts';
import { writtenPapers } from '../../support/writtenPapers.ts';

/** How many papers the library of the startup tests has. */
const largeLibrarySize = 10_000;

/** Writes a .bib file of that many papers with abstracts into a workspace. */
export async function writeLargeLibrary(workspace: string): Promise<void> {
  const { papers, corpus } = writtenPapers(largeLibrarySize);
  const text = paperWriters['bibtex']?.(papers) ?? '';
  await writeFile(path.join(workspace, 'library.bib'), text);
  console.log(`library.bib: ${largeLibrarySize} ${corpus}, ${(text.length / 1e6).toFixed(1)} MB`);
}
