import { matchesGlob } from '../text/globMatch.ts';

/** One entry of the setting `paperside.citation.syntax`. */
export interface SyntaxOverride {
  /** The id of a language; or a glob, as one with any of `*?{./` is: of a name in any folder, with `/` of a path's end. */
  readonly of: string;
  /** The id of a syntax, or `none`. */
  readonly syntax: string;
}

/** The syntax that the first fitting glob, else the language, is set to; `undefined` without one. */
export function overridingSyntax(
  path: string,
  languageId: string | undefined,
  overrides: readonly SyntaxOverride[],
): string | undefined {
  if (overrides.length === 0) return undefined;
  const byGlob = overrides.find(({ of }) => isGlob(of) && matchesGlob(path, of));
  return (byGlob ?? overrides.find(({ of }) => !isGlob(of) && of === languageId))?.syntax;
}

/** Globs of files that cite papers only because the settings say so. */
export function citingGlobs(overrides: readonly SyntaxOverride[]): readonly string[] {
  return overrides.flatMap(({ of, syntax }) => (isGlob(of) && syntax !== 'none' ? [of] : []));
}

function isGlob(of: string): boolean {
  return /[*?{./]/.test(of);
}
