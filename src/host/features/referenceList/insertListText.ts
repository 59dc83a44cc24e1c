import * as vscode from 'vscode';
import { citedClusters } from '../../../core/csl/citedClusters.ts';
import type { FormattedReference } from '../../../core/csl/formatRequest.ts';
import { findMarkedList, markedList } from '../../../core/referenceList/markedList.ts';
import { markdownReferences } from '../../../core/referenceList/markdownReferences.ts';
import { planListInsert } from '../../../core/referenceList/planListInsert.ts';
import { eolOf } from '../../../core/text/lineEnds.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { showStatus, showWarning, withProgress } from '../../ui/messages.ts';
import { changeText, show } from './changeText.ts';

const shownMilliseconds = 5_000;
const mostNamed = 5;

/** Writes the reference list into the document as Markdown, in its style; where it is there already it is made anew. */
export async function insertListText(
  services: Services,
  editor: vscode.TextEditor,
  scanned: ScannedDocument,
): Promise<void> {
  const { text, scan } = scanned;
  const title = said`Formatting the reference list`;
  const { references, problem, unknown } = await withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    formatted(services, editor.document, scanned),
  );
  const lineEnd = eolOf(text);
  const list = markedList(markdownReferences(references), lineEnd);
  const old = findMarkedList(text, scan.opaque);
  const offset = editor.document.offsetAt(editor.selection.active);
  if (old !== undefined && text.slice(old.start, old.end) === list) {
    await show(editor, old);
    showStatus(said`$(check) The reference list is up to date`, shownMilliseconds);
  } else {
    const edit = old === undefined ? planListInsert(scanned, offset, list, lineEnd) : { ...old, text: list };
    await changeText(editor, text, edit);
    const count = references.length === 1 ? said`1 reference` : said`${references.length} references`;
    showStatus(said`$(check) ${count}`, shownMilliseconds);
  }
  if (problem !== undefined) void showWarning(plainMessage(problem, 400));
  if (unknown.length > 0) {
    const named = unknown.slice(0, mostNamed).map((key) => `"${key}"`);
    const more = unknown.length > mostNamed ? ' and others' : '';
    void showWarning(said`The reference list lacks ${named.join(', ')}${more}: no paper has such a key.`);
  }
}

interface ListedReferences {
  readonly references: readonly FormattedReference[];
  /** Why it is not in the style that was asked for. */
  readonly problem: string | undefined;
  /** Cited keys of no work. */
  readonly unknown: readonly string[];
}

/** Rejects with an `ExpectedError` where nothing is to be listed. */
async function formatted(
  { documentFormats, formatter, library }: Services,
  document: vscode.TextDocument,
  { text, syntax, scan }: ScannedDocument,
): Promise<ListedReferences> {
  await library.load();
  const { citations, listed: nocite } = citedClusters(scan);
  const keys = [...citations.flatMap(({ items }) => items.map(({ key }) => key)), ...nocite];
  const own = await documentFormats.of({ uri: document.uri, text, syntax: syntax.id }, keys);
  const listed = [...nocite, ...own.listed];
  if (keys.length + listed.length === 0) {
    throw new ExpectedError('The document cites nothing yet: insert a citation first.');
  }
  const { style, language, works } = own;
  const answer = await formatter.format({ style, language, works, citations, listed });
  const unknown = [...new Set(answer.citations.flatMap((citation) => citation.unknown))];
  if (answer.references.length === 0) {
    const isUnknown = citations.length > 0 && unknown.length === new Set(keys).size;
    throw new ExpectedError(
      isUnknown
        ? 'Neither the library nor the bibliography of the document has a paper that is cited here.'
        : `The citation style ${answer.style} has no reference list: choose another in "csl:" or paperside.csl.style.`,
    );
  }
  const figures = new Set(scan.clusters.flatMap(({ items }) => items.filter(isReference).map(({ key }) => key)));
  return {
    references: answer.references,
    problem: own.problems[0] ?? answer.problem,
    unknown: unknown.filter((key) => !figures.has(key)),
  };
}

/** Quarto and pandoc-crossref put figures in for these. */
function isReference({ crossReference }: { readonly crossReference: boolean }): boolean {
  return crossReference;
}
