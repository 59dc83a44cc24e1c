import * as vscode from 'vscode';
import { planBibliographyField } from '../../core/bibliography/frontMatter.ts';
import { planBibliographyInsert } from '../../core/bibliography/planBibliographyInsert.ts';
import type { BibliographyInsertPlan } from '../../core/bibliography/planBibtexInsert.ts';
import { toBibtexKey } from '../../core/bibliography/write/bibtexWriter.ts';
import type { TextEdit } from '../../core/text/position.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { saveAndVerify } from '../adapters/savedDocument.ts';
import { rangeIn } from '../documentCitations.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { SourceEntries } from './sourceEntries.ts';

/** Where the entries go, and what has to be written; nothing is changed yet. */
export interface BibliographyPlan {
  readonly uri: vscode.Uri;
  /** The bibliography as VS Code holds it; `undefined` when the file is still to be made. */
  readonly document: vscode.TextDocument | undefined;
  readonly edit: TextEdit | undefined;
  /** The key to cite each paper with, by its key in the library. */
  readonly keys: ReadonlyMap<string, string>;
  /** To be made in the text: names the bibliography in the front matter. */
  readonly frontMatter: TextEdit | undefined;
}

/** A file that did not exist before. */
export interface CreatedFile {
  readonly uri: vscode.Uri;
  readonly content: string;
}

/** What writing the entries came to. */
export interface BibliographyOutcome {
  readonly created: CreatedFile | undefined;
  /** One sentence when the entries are not on disk yet. */
  readonly warning: string | undefined;
}

/**
 * Plans to put the entries of `papers` that are missing into the bibliography of `text`, whose citation syntax has the id
 * `syntax`. `undefined` when it has none, such as a text that was never saved. Rejects with an `ExpectedError` when that
 * cannot be written.
 */
export async function planBibliography(
  { bibliography, settings }: Pick<Services, 'bibliography' | 'settings'>,
  text: vscode.TextDocument,
  syntax: string,
  papers: readonly PaperDetails[],
): Promise<BibliographyPlan | undefined> {
  const choice = await bibliography.choice({ uri: text.uri, text: text.getText(), syntax });
  if (choice === undefined) return undefined;
  if (choice.kind === 'unsupported') throw new ExpectedError(choice.reason);
  const uri = text.uri.with({ path: choice.path });
  const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  // A document from elsewhere must not be able to make files anywhere.
  if (!choice.exists && !inWorkspace && vscode.workspace.getWorkspaceFolder(text.uri) !== undefined) {
    throw new ExpectedError(`${nameOf(uri)} does not exist and lies outside the workspace: make it first.`);
  }
  const document = choice.exists ? await vscode.workspace.openTextDocument(uri) : undefined;
  const sources = new SourceEntries();
  const entries = await Promise.all(
    papers.map(async (paper) => ({ paper, key: paper.key, source: await sources.of(paper, toBibtexKey(paper.key)) })),
  );
  const plan = planBibliographyInsert(choice.path, document?.getText() ?? '', entries, settings.current.entries);
  if (!plan.ok) throw new ExpectedError(`${nameOf(uri)} cannot be written: ${plan.error}.`);
  const { edit, keys, unclosedAt }: BibliographyInsertPlan = plan.value;
  if (unclosedAt !== undefined && document !== undefined) {
    const line = document.positionAt(unclosedAt).line + 1;
    throw new ExpectedError(`${nameOf(uri)} has an entry without an end in line ${line}: mend it, then cite again.`);
  }
  const { addToFrontMatter } = choice;
  const frontMatter =
    addToFrontMatter === undefined ? undefined : planBibliographyField(text.getText(), addToFrontMatter);
  return { uri, document, edit, keys, frontMatter };
}

/** Carries the plan out and saves the bibliography, so that pandoc reads it. */
export async function writeBibliography(plan: BibliographyPlan): Promise<BibliographyOutcome> {
  const { uri, document, edit } = plan;
  const change = new vscode.WorkspaceEdit();
  if (document === undefined) {
    const content = edit?.text ?? '';
    change.createFile(uri, { contents: new TextEncoder().encode(content), ignoreIfExists: false });
    if (!(await vscode.workspace.applyEdit(change))) throw new ExpectedError(`${nameOf(uri)} could not be made.`);
    return { created: { uri, content }, warning: undefined };
  }
  if (edit === undefined) return { created: undefined, warning: undefined };
  const hadUnsavedChanges = document.isDirty;
  change.replace(uri, rangeIn(document, edit), edit.text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError(`${nameOf(uri)} could not be changed: is it read-only?`);
  }
  // What the writer has not saved there is the writer's to save.
  if (hadUnsavedChanges)
    return { created: undefined, warning: `Save ${nameOf(uri)}: it has unsaved changes of yours.` };
  const saved = await saveAndVerify(document);
  return { created: undefined, warning: saved ? undefined : `${nameOf(uri)} could not be saved: save it yourself.` };
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
