import type { CitationSyntax } from './citationSyntax.ts';
import { pandocSyntax } from './pandoc/pandocSyntax.ts';

/** All syntaxes; of two that claim a language or an ending the first has it. */
const syntaxes: readonly CitationSyntax[] = [pandocSyntax];

/** Endings of the files that may cite papers, in small letters and without the dot. */
export const citingEndings: readonly string[] = syntaxes.flatMap(({ endings }) => endings);

/** The syntax of a language, or without one of a file name or path; `undefined` when nothing there cites papers. */
export function syntaxOf(path: string, languageId?: string): CitationSyntax | undefined {
  if (languageId !== undefined) return syntaxes.find(({ languages }) => languages.includes(languageId));
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return syntaxes.find(({ endings }) => endings.includes(ending));
}
