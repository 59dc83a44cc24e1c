import * as vscode from 'vscode';
import { citeWork, isNamedWork, workAt, type NamedWork } from '../../../core/citations/change/workAt.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { PaperDetails, PaperEngine } from '../../../engine/paperEngine.ts';
import { editAction, type ActionContext } from './actionContext.ts';

const kind = vscode.CodeActionKind.RefactorRewrite.append('citation');
/** The paper of an identifier or a title comes first; some more in case that versions of it stand before. */
const mostLookedAt = 5;
const maxTitle = 60;

/** The citation of a paper of the library in the place of a link to it, or of its selected title. */
export async function workActions(context: ActionContext): Promise<readonly vscode.CodeAction[]> {
  const { scanned, selection, services, token } = context;
  const work = workAt(scanned, selection);
  if (work === undefined || services.library.state !== 'ready') return [];
  const paper = await paperOf(services.library.engine, work);
  const edit = paper && citeWork(scanned, work, paper);
  if (paper === undefined || edit === undefined || token.isCancellationRequested) return [];
  const title = said`Cite "${plainMessage(paper.key, maxTitle)}" here (${plainMessage(paper.title, maxTitle)})`;
  return [editAction(context, title, kind, [edit])];
}

async function paperOf(engine: PaperEngine, work: NamedWork): Promise<PaperDetails | undefined> {
  const { answers } = await engine.search({ query: queryOf(work), limit: mostLookedAt });
  for (const { row } of answers) {
    const paper = await engine.paper(row.key);
    if (paper !== undefined && isNamedWork(work, paper)) return paper;
  }
  return undefined;
}

/** Signs mean something in a query. */
function queryOf({ identifiers, label }: NamedWork): string {
  const { doi, arxiv, url } = identifiers ?? {};
  return doi ?? arxiv ?? url ?? label.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}
