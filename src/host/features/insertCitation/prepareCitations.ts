import type * as vscode from 'vscode';
import { planCitationInsert, type Refusal } from '../../../core/citations/insertCitation.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import {
  planBibliography,
  writeBibliography,
  type BibliographyPlan,
  type BibliographyOutcome,
} from '../../bibliography/addToBibliography.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';

/** A paper to be cited, and what stands behind it: `, p. 3`. */
export interface CitedPaper {
  readonly paper: PaperDetails;
  readonly suffix: string;
}

/** Where in a document citations are asked for: UTF-16 offsets. */
export interface AskedPlaces {
  readonly document: vscode.TextDocument;
  readonly selections: readonly { readonly start: number; readonly end: number }[];
  /** A key that a selection is in gives way to them. */
  readonly replaces: boolean;
}

/** What is to be changed in a document. */
export interface PreparedCitations {
  /** The text that the edits are of. */
  readonly before: string;
  /** By `start`: the citations and, in front matter, the name of their bibliography. */
  readonly edits: readonly TextEdit[];
  readonly refused: readonly Refusal[];
  /** `undefined` of a document without a bibliography. */
  readonly bibliography: BibliographyPlan | undefined;
  readonly syntax: string;
}

/** Said when the places of citations are no longer what they were. */
export const textChanged = 'The citation was not inserted because the text changed meanwhile. Try again.';

/** Names of the syntaxes in messages. */
const languageNames: ReadonlyMap<string, string> = new Map([
  ['latex', 'LaTeX'],
  ['typst', 'Typst'],
  ['myst', 'MyST'],
]);

/**
 * Works out what citing these papers changes, in the text and in its bibliography; changes nothing yet. Rejects with an
 * `ExpectedError` when no place takes a citation, or the bibliography no entry.
 */
export async function prepareCitations(
  services: Services,
  { document, selections, replaces }: AskedPlaces,
  cited: readonly CitedPaper[],
): Promise<PreparedCitations> {
  const { version } = document;
  const scanned = await citingText(services, document);
  // The places are of the text that was there when they were asked for.
  if (document.version !== version) throw new ExpectedError(textChanged);
  const { id } = scanned.syntax;
  const bibliography = await planBibliography(
    services,
    document,
    id,
    cited.map(({ paper }) => paper),
  );
  const items = cited.map(({ paper: { key }, suffix }) => {
    return { key: bibliography?.keys.get(key) ?? key, prefix: '', suffix, suppressAuthor: false };
  });
  const plan = planCitationInsert(scanned, { selections, replaces }, items);
  const [refusal] = plan.refused;
  const [unwritable] = plan.unwritableKeys;
  if (unwritable !== undefined) throw new ExpectedError(unwritableReason(unwritable, scanned));
  if (plan.edits.length === 0 && refusal !== undefined) {
    throw new ExpectedError(`The citation was not inserted because ${refusal.reason}: put the cursor into the text.`);
  }
  const frontMatter = plan.edits.length === 0 ? undefined : bibliography?.frontMatter;
  const edits = frontMatter === undefined ? plan.edits : [frontMatter, ...plan.edits];
  return { before: scanned.text, edits, refused: plan.refused, bibliography, syntax: id };
}

/** Puts the entries into the bibliography, before the text is changed: a citation without entry is the worse half. */
export async function writeEntries({ bibliography }: PreparedCitations): Promise<BibliographyOutcome> {
  return bibliography === undefined ? { created: undefined, warning: undefined } : writeBibliography(bibliography);
}

/** What a document cites by its language. Rejects with an `ExpectedError` when that has no citations. */
export async function citingText({ citations }: Services, document: vscode.TextDocument): Promise<ScannedDocument> {
  const scanned = await citations.of(document);
  if (scanned === undefined) throw noCitations(document);
  return scanned;
}

/** Says which documents have citations. */
export function noCitations(document: vscode.TextDocument): ExpectedError {
  return new ExpectedError(
    `Citations can be inserted into Markdown, Quarto, R Markdown, MyST, LaTeX and Typst documents; this one is "${document.languageId}". The setting "paperside.citation.syntax" can name its syntax.`,
  );
}

function unwritableReason(key: string, { syntax }: ScannedDocument): string {
  const language = languageNames.get(syntax.id) ?? 'Markdown';
  return `The key "${key}" cannot be written in ${language}: give the paper another key.`;
}
