import * as vscode from 'vscode';
import { plainLabel, said } from '../../../core/text/plainText.ts';
import { ExpectedError } from '../../guard.ts';
import { viewIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { choosePapers } from '../../ui/choosePapers.ts';
import { pickOne } from '../../ui/inputs.ts';
import { keysOfRows } from '../../ui/rowPapers.ts';

/** Which papers a bibliography is made of. */
interface Scope extends vscode.QuickPickItem {
  /** `undefined` when the user leaves. */
  readonly keys: () => Promise<readonly string[] | undefined>;
}

const title = said`Export Bibliography`;
/** So many answers of a search at the most. */
const mostAnswers = 100_000;

/**
 * The keys of the papers to be exported: those of the rows or keys that the command was called with, else of what the user
 * chooses. `undefined` when the user leaves.
 */
export async function askedScope(services: Services, args: readonly unknown[]): Promise<readonly string[] | undefined> {
  const given = await keysOfRows(services, args, 'papers and groups');
  if (given.length > 0) return given;
  const scopes = [
    await documentScope(services),
    await selectionScope(services),
    searchScope(services),
    themeScope(services),
    { label: 'Choose Papers…', keys: () => choosePapers(services, { title: 'Export Bibliography', many: true }) },
    { label: 'Whole Library', keys: async () => (await services.library.engine.rows()).map(({ key }) => key) },
  ].filter((scope) => scope !== undefined);
  const scope = await pickOne<Scope>(scopes, { title, placeHolder: said`Which papers?` });
  const keys = await scope?.keys();
  if (keys?.length === 0) throw new ExpectedError('There are no papers in this choice, so nothing was exported.');
  return keys;
}

async function documentScope({ lastEditor, citations }: Services): Promise<Scope | undefined> {
  const document = lastEditor.current?.document;
  const items = document === undefined ? [] : await citations.itemsOf(document);
  const keys = new Set(items.map(({ key }) => key));
  if (document === undefined || keys.size === 0) return undefined;
  const name = vscode.workspace.asRelativePath(document.uri);
  return { label: 'Cited in This Document', description: plainLabel(name), keys: async () => [...keys] };
}

async function selectionScope(services: Services): Promise<Scope | undefined> {
  const rows = services.rowSelection.in(viewIds.library);
  if (rows.length === 0) return undefined;
  const keys = await keysOfRows(services, [rows[0], rows], 'papers and groups');
  return keys.length === 0
    ? undefined
    : { label: 'Selected in the Library', description: counted(keys.length), keys: async () => keys };
}

function searchScope({ lastSearch: { query }, library, writerFacts }: Services): Scope | undefined {
  if (query === undefined) return undefined;
  const find = async (): Promise<readonly string[]> => {
    await writerFacts.tell();
    const { answers } = await library.engine.search({ query, limit: mostAnswers });
    return answers.map(({ row }) => row.key);
  };
  return { label: 'Last Search', description: plainLabel(query, 60), keys: find };
}

function themeScope({ library }: Services): Scope {
  const choose = async (): Promise<readonly string[] | undefined> => {
    const themes = await library.engine.themes();
    const items = themes.map(({ label, keys }) => ({
      label: plainLabel(label),
      description: counted(keys.length),
      keys,
    }));
    return (await pickOne(items, { title, placeHolder: said`Which theme?` }))?.keys;
  };
  return { label: 'A Theme…', keys: choose };
}

function counted(papers: number): string {
  return papers === 1 ? '1 paper' : `${papers} papers`;
}
