import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { paperWriters } from '../../support/paperWriters.ts';
import { writtenPapers } from '../../support/writtenPapers.ts';

/** How many papers the library of the startup tests has; `PAPERSIDE_PAPERS` may ask for more, to measure. */
const largeLibrarySize = Number(process.env['PAPERSIDE_PAPERS'] ?? 10_000);
/** In a file: larger ones are skipped for their size. */
const papersPerFile = 10_000;

/** Writes .bib files of that many papers with abstracts into a workspace; the first is `library.bib`. */
export async function writeLargeLibrary(workspace: string): Promise<void> {
  const { papers, corpus } = writtenPapers(largeLibrarySize);
  let size = 0;
  for (let from = 0; from < papers.length; from += papersPerFile) {
    const text = paperWriters['bibtex']?.(papers.slice(from, from + papersPerFile)) ?? '';
    const name = from === 0 ? 'library.bib' : `library-${from / papersPerFile + 1}.bib`;
    await writeFile(path.join(workspace, name), text);
    size += text.length;
  }
  console.log(`library.bib: ${largeLibrarySize} ${corpus}, ${(size / 1e6).toFixed(1)} MB`);
}
