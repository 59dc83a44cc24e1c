import { isScalar, isSeq } from 'yaml';
import type { TextEdit } from '../text/position.ts';
import { fieldEdit, newFrontMatter } from './bibliographyFieldEdit.ts';
import { pathFromMetadata, pathToMetadata, samePath, yamlScalar } from './bibliographyPath.ts';
import { locateFrontMatter, type FrontMatterRange } from './frontMatterRange.ts';
import { parseFrontMatter, resolved, valueOf, type FrontMatterProblem } from './parseFrontMatter.ts';

/** What the front matter of a document says of its bibliography. */
export interface FrontMatter {
  /** `undefined` when the document has none, or when it is not closed. */
  readonly range: FrontMatterRange | undefined;
  /** The paths or URLs under `bibliography`, as Pandoc reads them, in their order; empty values are left out. */
  readonly bibliography: readonly string[];
  /** Whether `references:` lists works in the document itself. */
  readonly hasReferences: boolean;
  readonly problem: FrontMatterProblem | undefined;
}

/** Reads the front matter of a Markdown text. Total; aliases are followed one by one, so no alias bomb can go off. */
export function readFrontMatter(text: string): FrontMatter {
  const parsed = parseFrontMatter(text);
  if (parsed === undefined) return { range: undefined, bibliography: [], hasReferences: false, problem: undefined };
  if ('code' in parsed) {
    const located = locateFrontMatter(text);
    const range = typeof located === 'object' ? located : undefined;
    return { range, bibliography: [], hasReferences: false, problem: parsed };
  }
  const { range, document } = parsed;
  const bibliography = resolved(document, valueOf(parsed, 'bibliography'));
  const items = isSeq(bibliography) ? bibliography.items.map((item) => resolved(document, item)) : [bibliography];
  return {
    range,
    bibliography: items.map(stringOf).filter((path) => path !== ''),
    hasReferences: valueOf(parsed, 'references') !== undefined,
    problem: undefined,
  };
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

function stringOf(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? pathFromMetadata(node.value.trim()) : '';
}
