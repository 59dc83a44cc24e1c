import * as vscode from 'vscode';
import { toForm } from '../../../core/citations/change/clusterForm.ts';
import { mergeClusters, sortCluster, splitCluster } from '../../../core/citations/change/clusterParts.ts';
import { inOtherSyntaxes } from '../../../core/citations/change/clusterSyntax.ts';
import { locatorPlace } from '../../../core/citations/change/locatorPlace.ts';
import { clusterAround } from '../../../core/citations/change/syntaxText.ts';
import type { CitationCluster } from '../../../core/citations/citation.ts';
import { citationAt } from '../../../core/citations/citationAt.ts';
import { isPublished } from '../../../core/library/workFacts.ts';
import { parsePlainName } from '../../../core/names/parsePlainName.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { plainMessage, said, type PlainText } from '../../../core/text/plainText.ts';
import type { PaperRow } from '../../../engine/paperEngine.ts';
import { rangeIn } from '../../documentCitations.ts';
import { editAction, type ActionContext } from './actionContext.ts';

const kind = vscode.CodeActionKind.RefactorRewrite.append('citation');
const maxShown = 80;

/** What can be made of the cluster at a place, or of those that are selected. */
export async function clusterActions(context: ActionContext): Promise<readonly vscode.CodeAction[]> {
  const { scanned, selection } = context;
  const cluster = clusterAround(scanned, selection);
  const merging = mergeClusters(scanned, selection);
  const merged = merging && editAction(context, said`Merge ${merging.count} citations into one`, kind, [merging.edit]);
  if (cluster === undefined) return merged === undefined ? [] : [merged];
  const here = [
    ...forms(context, cluster),
    ...locator(context),
    ...offered(context, said`Split into a citation for each work`, splitCluster(scanned, cluster)),
    ...(merged === undefined ? [] : [merged]),
    ...(await sorted(context, cluster)),
    ...(await published(context)),
  ];
  return [...here, ...otherSyntaxes(context, cluster)];
}

function offered(context: ActionContext, title: PlainText, edit: TextEdit | undefined): readonly vscode.CodeAction[] {
  return edit === undefined ? [] : [editAction(context, title, kind, [edit])];
}

function forms(context: ActionContext, cluster: CitationCluster): readonly vscode.CodeAction[] {
  const isInText = cluster.kind === 'inText';
  const title = isInText ? said`Convert to parenthetical citation` : said`Convert to in-text citation`;
  return offered(context, title, toForm(context.scanned, cluster, isInText ? 'bracketed' : 'inText'));
}

function otherSyntaxes(context: ActionContext, cluster: CitationCluster): readonly vscode.CodeAction[] {
  return inOtherSyntaxes(context.scanned, cluster).map(({ name, written }) => {
    const title = said`Convert to ${name}: ${plainMessage(written, maxShown)}`;
    return editAction(context, title, kind, [{ ...cluster.range, text: written }]);
  });
}

/** The page is typed where it stands. */
function locator({ document, scanned, selection }: ActionContext): readonly vscode.CodeAction[] {
  const at = citationAt(scanned.scan, selection.start);
  const place = at && locatorPlace(scanned, at.cluster, at.index);
  if (place === undefined) return [];
  const { edit, number } = place;
  const snippet = new vscode.SnippetString();
  snippet.appendText(edit.text.slice(0, number.start)).appendPlaceholder('').appendText(edit.text.slice(number.end));
  const action = new vscode.CodeAction(said`Add a locator`, kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [new vscode.SnippetTextEdit(rangeIn(document, edit), snippet)]);
  return [action];
}

/** Works that the library does not know stand last. */
async function sorted(context: ActionContext, cluster: CitationCluster): Promise<readonly vscode.CodeAction[]> {
  if (cluster.items.length < 2) return [];
  const keys = cluster.items.map(({ key }) => key);
  const rows = await context.services.library.engine.resolveKeys(keys);
  const rowOf = new Map(keys.map((key, index) => [key, rows[index]]));
  const by = (compare: (a: PaperRow, b: PaperRow) => number) =>
    sortCluster(context.scanned, cluster, (a, b) => {
      const [one, other] = [rowOf.get(a), rowOf.get(b)];
      if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
      return compare(one, other);
    });
  return [
    ...offered(context, said`Sort by year`, by(byYear)),
    ...offered(
      context,
      said`Sort by author`,
      by((a, b) => byAuthor(a, b) || byYear(a, b)),
    ),
  ];
}

function byYear(a: PaperRow, b: PaperRow): number {
  return (a.year ?? Infinity) === (b.year ?? Infinity) ? 0 : (a.year ?? Infinity) - (b.year ?? Infinity);
}

function byAuthor(a: PaperRow, b: PaperRow): number {
  return familyOf(a).localeCompare(familyOf(b));
}

function familyOf({ authors: [first = ''] }: PaperRow): string {
  const name = parsePlainName(first);
  return 'family' in name ? name.family : name.literal;
}

/** The published version of the preprint that is cited at the cursor. */
async function published(context: ActionContext): Promise<readonly vscode.CodeAction[]> {
  const { scanned, selection, services } = context;
  const at = citationAt(scanned.scan, selection.start);
  const paper = at && (await services.library.engine.paper(at.item.key));
  if (at === undefined || paper === undefined || isPublished(paper)) return [];
  const version = paper.otherVersions.find(({ venue }) => isPublished({ doi: undefined, venue }));
  const edit = version && scanned.syntax.writer(scanned).otherKey(version.key, at.cluster, at.index);
  if (version === undefined || edit === undefined) return [];
  const where = [version.venue, version.year].filter((part) => part !== undefined).join(' ');
  const title = said`Replace the preprint by its published version: "${plainMessage(version.key, maxShown)}" (${plainMessage(where, maxShown)})`;
  return [editAction(context, title, kind, [edit])];
}
