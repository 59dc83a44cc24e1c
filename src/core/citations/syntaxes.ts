import type { CitationSyntax } from './citationSyntax.ts';
import { footnoteSyntax } from './footnote/footnoteSyntax.ts';
import { latexSyntax } from './latex/latexSyntax.ts';
import { linkSyntax } from './link/linkSyntax.ts';
import { mystSyntax } from './myst/mystSyntax.ts';
import { pandocSyntax } from './pandoc/pandocSyntax.ts';
import { overridingSyntax, type SyntaxOverride } from './syntaxOverrides.ts';
import { typstSyntax } from './typst/typstSyntax.ts';
import { wikiSyntax } from './wiki/wikiSyntax.ts';

/** All syntaxes; of two that claim a language or an ending the first has it. */
const syntaxes: readonly CitationSyntax[] = [
  pandocSyntax,
  latexSyntax,
  typstSyntax,
  mystSyntax,
  wikiSyntax,
  footnoteSyntax,
  linkSyntax,
];

/** Endings of the files that may cite papers, in small letters and without the dot. */
export const citingEndings: readonly string[] = syntaxes.flatMap(({ endings }) => endings);

/** Ids of the languages whose documents may cite papers. */
export const citingLanguages: readonly string[] = syntaxes.flatMap(({ languages }) => languages);

/** What `paperside.citation.syntax` may name. `none`: such documents cite nothing. */
export const syntaxNames: readonly string[] = [...syntaxes.map(({ id }) => id), 'none'];

/** Roles and wiki links are looked for in so much of a text. */
const mostLookedAt = 1_000_000;

/** Endings whose files are plain text to VS Code as long as no extension gives them a language. */
export const endingsWithoutLanguage: readonly string[] = ['typ', 'qmd', 'rmd', 'myst'];

/** Where the ending says more than which syntax it is. */
const languagesOfEndings: ReadonlyMap<string, string> = new Map([
  ['qmd', 'quarto'],
  ['rmd', 'rmd'],
]);

/**
 * The syntax of a document: what the user's settings (`overrides`) say, else that of its language, without one that of its
 * file name or path; `undefined` when nothing there cites papers.
 */
export function syntaxOf(
  path: string,
  languageId?: string,
  overrides: readonly SyntaxOverride[] = [],
): CitationSyntax | undefined {
  const told = toldSyntax(path, languageId, overrides);
  return told === undefined ? ownSyntax(path, languageId) : syntaxes.find(({ id }) => id === told);
}

/** The name of the syntax that the settings give to a document of this path and language; `undefined` without one. */
export function toldSyntax(
  path: string,
  languageId: string | undefined,
  overrides: readonly SyntaxOverride[],
): string | undefined {
  if (overrides.length === 0) return undefined;
  const language = languageId ?? languagesOfEndings.get(endingOf(path)) ?? ownSyntax(path, undefined)?.languages[0];
  return overridingSyntax(path, language, overrides);
}

/** A document with its text. `told` is the syntax that the settings give it. */
export interface DocumentText {
  readonly path: string;
  readonly languageId?: string | undefined;
  readonly told?: string | undefined;
  readonly text: string;
}

/**
 * The syntax of a document whose text may say more: Markdown with a citation role is MyST, and with a link such as
 * `[[@key]]` it is that of a wiki. What the settings say holds whatever the text. Linear.
 */
export function syntaxOfText({ path, languageId, told, text }: DocumentText): CitationSyntax | undefined {
  if (told !== undefined) return syntaxes.find(({ id }) => id === told);
  const syntax = ownSyntax(path, languageId);
  const isMarkdown = languageId === undefined ? !languagesOfEndings.has(endingOf(path)) : languageId === 'markdown';
  if (syntax !== pandocSyntax || !isMarkdown) return syntax;
  const looked = text.slice(0, mostLookedAt);
  if (/\{cite(?::[a-z]{1,20})?\}`/.test(looked)) return mystSyntax;
  // In Pandoc's Markdown `^[[@key]]` is a note.
  return /(?<!\^)\[\[(?:[^[\]\r\n|#]{0,200}\/)?@/.test(looked) ? wikiSyntax : syntax;
}

function ownSyntax(path: string, languageId: string | undefined): CitationSyntax | undefined {
  const ending = endingOf(path);
  const isPlain = languageId === 'plaintext' && endingsWithoutLanguage.includes(ending);
  if (languageId !== undefined && !isPlain) return syntaxes.find(({ languages }) => languages.includes(languageId));
  return syntaxes.find(({ endings }) => endings.includes(ending));
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
