import type { TextEdit } from '../text/position.ts';
import { fieldEdit, newFrontMatter } from './bibliographyFieldEdit.ts';
import { pathToMetadata, samePath, yamlScalar } from './bibliographyPath.ts';
import { locateFrontMatter, type FrontMatterRange } from './frontMatterRange.ts';
import { noCitationMetadata, readCitationMetadata, type CitationMetadata } from './citationMetadata.ts';
import { parseFrontMatter, problemOf, unclosedFrontMatter, type FrontMatterProblem } from './parseFrontMatter.ts';

const references = /^[ \t]*["']?references["']?[ \t]*:/m;

/** What the front matter of a document says of its bibliography and its citations. */
export interface FrontMatter extends CitationMetadata {
  /** `undefined` when the document has none, or when it is not closed. */
  readonly range: FrontMatterRange | undefined;
  /** Whether `references:` lists works in the document itself. */
  readonly hasReferences: boolean;
  readonly problem: FrontMatterProblem | undefined;
}

/**
 * Reads the front matter of a Markdown text, as often as one types: of a long one only the lines that are asked for, and
 * `problem` has what is wrong with these. Total; aliases are followed one by one, so no alias bomb can go off.
 */
export function readFrontMatter(text: string): FrontMatter {
  const nothing = { ...noCitationMetadata, hasReferences: false };
  const range = locateFrontMatter(text);
  if (range === undefined) return { ...nothing, range, problem: undefined };
  if (range === 'unclosed') return { ...nothing, range: undefined, problem: unclosedFrontMatter };
  const yaml = text.slice(range.contentStart, range.contentEnd);
  const metadata = readCitationMetadata(yaml);
  if ('code' in metadata) return { ...nothing, range, problem: problemOf(metadata, range) };
  return { ...metadata, range, hasReferences: references.test(yaml), problem: undefined };
}

/**
 * The edit that names `path` under `bibliography` in the front matter of a Markdown text, as small as can be: a new front
 * matter where there is none, a new last line, the filled value of an empty field, or one more item (a single path
 * becomes a list). Everything else stays byte for byte; the line ends are those of the text. `undefined` when the path is
 * named already, or when the front matter cannot be changed safely (`readFrontMatter(text).problem` mostly says why):
 * an edit is offered only after the changed text was read back with all old entries and the new one.
 */
export function planBibliographyField(text: string, path: string): TextEdit | undefined {
  const before = readFrontMatter(text);
  if (before.bibliography.some((known) => samePath(known, path))) return undefined;
  const parsed = parseFrontMatter(text);
  if (parsed !== undefined && 'code' in parsed) return undefined;
  const value = yamlScalar(pathToMetadata(path));
  const edit = parsed === undefined ? newFrontMatter(text, value) : fieldEdit(text, parsed, value);
  if (edit === undefined) return undefined;
  const after = readFrontMatter(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
  const expected = [...before.bibliography, path];
  const same =
    after.problem === undefined &&
    after.bibliography.length === expected.length &&
    expected.every((entry, index) => samePath(entry, after.bibliography[index] ?? ''));
  return same ? edit : undefined;
}
